import AsyncAlgorithms
import Telemetry

/// Follows the files that come to match a pattern after the start, as one source.
///
/// The files that match at the start are sources of their own; how many will come, nobody knows.
/// A file that was renamed or rotated from one that is known is no new file.
package struct PatternCollector: Sendable {
  private let pattern: SourceSpecification
  private let source: SourceID
  private let configuration: LogCollector.Configuration
  private let known: [String]
  private let pollingInterval: Double

  /// A collector of what comes to match beside the files at `known`.
  ///
  /// `pollingInterval` is the time between looks, in seconds.
  package init(
    _ pattern: SourceSpecification, besides known: [String], source: SourceID,
    configuration: LogCollector.Configuration = .init(), pollingInterval: Double = 5
  ) {
    self.pattern = pattern
    self.source = source
    self.configuration = configuration
    self.known = known
    self.pollingInterval = pollingInterval
  }

  /// What the one loop that knows all files hears of.
  private enum Happening: Sendable {
    case look
    case said(path: String, Batch)
  }

  /// Looks for files and follows them until the task is cancelled.
  ///
  /// A file is read on once its batch was taken: what `yield` waits for, the reading waits for.
  package func run(_ yield: @Sendable (Batch) async -> Void) async {
    let happenings = AsyncChannel<Happening>()
    var files = KnownFiles(known)
    var health = FilesHealth()
    await withDiscardingTaskGroup { group in
      group.addTask {
        while !Task.isCancelled {
          await happenings.send(.look)
          try? await Task.sleep(for: .seconds(pollingInterval))
        }
        happenings.finish()
      }
      for await happening in happenings {
        switch happening {
        case .look:
          let new = files.look(at: pattern.files())
          for path in new {
            let collector = LogCollector(path: path, source: source, configuration: configuration)
            group.addTask {
              await collector.run { await happenings.send(.said(path: path, $0)) }
            }
          }
          if files.isEmpty, let batch = health.sayNothingMatches(pattern, source) {
            await yield(batch)
          }
        case .said(let path, var batch):
          health.merge(&batch, of: path)
          await yield(batch)
        }
      }
    }
  }
}

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

  private var paths: Set<String>
  private var marks: [String: Mark] = [:]

  init(_ paths: [String]) {
    self.paths = Set(paths)
    remember()
  }

  var isEmpty: Bool { paths.isEmpty }

  /// The paths of files that are new; they are known from now on.
  mutating func look(
    at found: [(source: SourceSpecification, isRotation: Bool)]
  ) -> [String] {
    var new: [String] = []
    for match in found {
      guard !match.isRotation, case .file(let path) = match.source.location,
        !paths.contains(path), !paths.contains(where: { FilePath.isRotation(path, of: $0) }),
        let mark = Mark(path)
      else { continue }
      // The file it was renamed from may be gone by now, and its tail reads on.
      if !marks.values.contains(where: { $0.isSame(as: mark) }) { new.append(path) }
      paths.insert(path)
    }
    remember()
    return new
  }

  private mutating func remember() {
    for path in paths {
      if let mark = Mark(path) { marks[path] = mark }
    }
  }
}

/// The health of several files told as that of one source.
struct FilesHealth {
  private var failing: [String: DisplayText] = [:]
  private var well: Set<String> = []
  private var saidNothingMatches = false

  /// A batch that says that there is no file yet, the first time.
  mutating func sayNothingMatches(_ pattern: SourceSpecification, _ source: SourceID) -> Batch? {
    guard !saidNothingMatches else { return nil }
    saidNothingMatches = true
    return WholeFile.failure(
      DisplayText("\(pattern.displayLocation): no file matches yet; waiting for one"), source)
  }

  /// Makes the batch of one file one of them all: failing only when nothing is well.
  mutating func merge(_ batch: inout Batch, of path: String) {
    switch batch.health {
    case .failing(let reason):
      failing[path] = reason
      well.remove(path)
      guard !well.isEmpty else { return }
      batch.health = .ok
      batch.notes.append(reason)
    case .ended:
      well.insert(path)
      failing[path] = nil
      // Others may come.
      batch.health = .ok
    case .ok, .waiting:
      well.insert(path)
      failing[path] = nil
    }
  }
}
