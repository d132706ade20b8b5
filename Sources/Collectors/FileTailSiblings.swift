import Telemetry

/// The rotated files beside a log (`app.log.1`, `app-2026-01-01.log`), to tell new ones from old.
///
/// A file counts as known by its first kilobyte, so that neither a renamed file nor a copy is
/// taken for a new one.
struct RotatedSiblings {
  private struct Known {
    let identity: FileIdentity
    let head: [UInt8]

    init?(_ file: any OpenFile) {
      guard case .success(let status) = file.status(), status.kind == .regular else { return nil }
      identity = status.identity
      head = file.bytes(at: 0, count: TailPosition.memoryLength)
    }

    /// Whether `other` is this file grown, or a copy of it.
    ///
    /// What an empty file comes to hold is new, so it covers nothing but itself, still empty; and
    /// files that agree in a few bytes need not be copies.
    func covers(_ other: Known) -> Bool {
      if head.isEmpty { return identity == other.identity && other.head.isEmpty }
      return other.head.starts(with: head)
        && (identity == other.identity || head.count >= RotatedSiblings.leastCommonLength)
    }
  }

  /// Bytes in which two files must agree at least for one to count as a copy of the other.
  static let leastCommonLength = 32

  let path: String
  let system: any FileTailSystem
  private var known: [Known] = []

  init(path: String, system: any FileTailSystem) {
    self.path = path
    self.system = system
  }

  /// Takes all rotated files that exist now for known.
  mutating func remember() {
    known = list().map(\.known)
  }

  /// Rotated files that appeared since they were last listed, the oldest first, opened.
  ///
  /// Files in `known` are being read already.
  mutating func newFiles(
    known others: [(identity: FileIdentity, file: any OpenFile)]
  ) -> [(file: any OpenFile, identity: FileIdentity)] {
    let listed = list()
    let heads = known + others.compactMap { Known($0.file) }
    let new = listed.filter { entry in
      !others.contains { $0.identity == entry.known.identity }
        && !heads.contains { $0.covers(entry.known) }
    }
    known = listed.map(\.known)
    return new.map { ($0.file, $0.known.identity) }
  }

  private typealias Entry = (file: any OpenFile, known: Known, mark: Substring, modified: Int64)

  /// Files that surely were rotated: what another process writes must not be read as this log.
  private func list() -> [Entry] {
    let (directory, base) = FilePath.split(path)
    var entries: [Entry] = []
    for name in system.names(besides: path) {
      guard let mark = RotationMark(in: name, of: base), mark.isCertain,
        case .success(let file) = system.open(
          directory == "/" ? "/" + name : "\(directory)/\(name)"),
        let known = Known(file), case .success(let status) = file.status()
      else { continue }
      entries.append((file, known, mark.text, status.modified))
    }
    return entries.sorted(by: RotatedSiblings.isOlder)
  }

  /// By time of change; of two that changed at once, `.2` is older than `.1` but a date is not.
  private static func isOlder(_ left: Entry, _ right: Entry) -> Bool {
    if left.modified != right.modified { return left.modified < right.modified }
    if let first = Int(left.mark), let second = Int(right.mark), max(first, second) < 10_000 {
      return first > second
    }
    return left.mark < right.mark
  }
}
