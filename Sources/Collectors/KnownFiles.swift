import Telemetry

/// The files that a pattern was seen to match, to tell new ones from old ones under new names.
struct KnownFiles {
  /// What stays of a file when it is renamed, and does not when its inode is given out again.
  private struct Mark {
    private static let headLength = 256
    let identity: FileIdentity
    let head: [UInt8]

    init?(_ path: String) {
      guard case .success(let file) = FileDescriptor.open(path),
        case .success(let status) = file.status()
      else { return nil }
      identity = status.identity
      head = file.bytes(at: 0, count: Mark.headLength)
    }

    func isSame(as later: Mark) -> Bool {
      identity == later.identity && !head.isEmpty && later.head.starts(with: head)
    }
  }

  /// Files that others follow for good.
  private let lasting: Set<String>
  private var paths: Set<String>
  /// Those of `paths` that `look` gave out as new and that are still read.
  private var followed: Set<String> = []
  /// Those of `paths` that `look` gave out as new, read to their end or not.
  private(set) var given: Set<String> = []
  /// Files that others were reading when `look` was last called.
  private var others: Set<String> = []
  /// Those of `paths` to forget with the next look.
  private var gone: Set<String> = []
  private var marks: [String: Mark] = [:]

  init(_ paths: [String]) {
    lasting = Set(paths)
    self.paths = lasting
    remember()
  }

  var isEmpty: Bool { paths.isEmpty }

  /// Nobody reads the file at `path` any more; one that `isGone` would be new if it came back.
  mutating func end(_ path: String, isGone: Bool) {
    followed.remove(path)
    guard isGone else { return }
    gone.insert(path)
    given.remove(path)
    marks[path] = nil
  }

  /// The paths of files that are new and none of those that `others` read; they are known from then
  /// on, until they are gone.
  mutating func look(
    at found: [(source: SourceSpecification, isRotation: Bool)], besides others: Set<String> = []
  ) -> [String] {
    for path in self.others.subtracting(others) where !paths.contains(path) { marks[path] = nil }
    self.others = others
    let files = LocalFiles()
    let read = Set(others.compactMap { files.identity(of: $0) })
    var new: [String] = []
    let matches = found.compactMap { match -> (path: String, isRotation: Bool)? in
      guard case .file(let path) = match.source.location else { return nil }
      return (path, match.isRotation)
    }
    for (path, isRotation) in matches {
      guard !isRotation, !paths.contains(path) || gone.contains(path),
        !paths.contains(where: { KnownFiles.isPast(path, of: $0) }), let mark = Mark(path)
      else { continue }
      // The file it was renamed from may be gone by now, and its tail reads on.
      if !read.contains(mark.identity), !marks.values.contains(where: { $0.isSame(as: mark) }) {
        new.append(path)
        followed.insert(path)
        given.insert(path)
      }
      paths.insert(path)
      gone.remove(path)
    }
    forgetMissing(matches.map(\.path))
    remember()
    return new
  }

  /// Whether a file holds what was read from the one at `base`: rotated from it, or packed.
  private static func isPast(_ path: String, of base: String) -> Bool {
    Packing.plainName(of: path) == base || FilePath.isRotation(path, of: base)
  }

  private mutating func forgetMissing(_ matches: [String]) {
    let files = LocalFiles()
    // Files that are followed are forgotten only when whoever follows them has ended.
    let idle = paths.subtracting(lasting).subtracting(followed)
    for path in idle where gone.contains(path) || files.identity(of: path) == nil {
      paths.remove(path)
      given.remove(path)
      marks[path] = nil
      // What was made of the file would be new once it is forgotten.
      paths.formUnion(matches.filter { KnownFiles.isPast($0, of: path) })
    }
    gone = []
  }

  private mutating func remember() {
    for path in paths.union(others) {
      if let mark = Mark(path) { marks[path] = mark }
    }
  }
}
