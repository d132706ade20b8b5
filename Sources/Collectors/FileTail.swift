import Glibc
import Telemetry

/// Follows a log file by its name through rotation, truncation and replacement.
///
/// Every line that is in the file when `poll` looks is passed on once. A file that was renamed or
/// deleted is read on, before the new one, until its writer was quiet for the grace period; files
/// that came and went between two polls are found under their rotated names, and so is the copy
/// that was made of a file before it was cut. What was destroyed before anyone could look (two
/// truncations between two polls) is lost.
///
/// It never waits and starts nothing: call `poll` when `DirectoryWatch` reports a change.
package final class FileTail {
  /// The usual grace period, in seconds.
  static let gracePeriod = 60.0
  /// Rotated files that are read at the same time; the oldest is let go first.
  private static let mostOlderFiles = 8
  private static let mostFinishedFiles = 16

  /// The path as given.
  package let path: String
  /// Monotonic seconds for which a rotated file must not have grown before it is let go.
  var graceSeconds = FileTail.gracePeriod
  private let system: any FileTailSystem
  private let buffer = ReadBuffer(capacity: 1 << 18 + 4096)
  private var current: TailedFile?
  /// Files the path named before, the oldest first.
  private var older: [TailedFile] = []
  /// Files that were let go, in case one is renamed back.
  private var finished: [(identity: FileIdentity, position: TailPosition)] = []
  private var siblings: RotatedSiblings
  /// Whether there was nothing at the path when it was looked at.
  private var isMissing = false
  /// Whether the first file is yet to be found at its place from the start.
  private var isFirst = true

  /// A tail of the file at `path`, which need not exist yet.
  package convenience init(path: String) {
    self.init(path: path, system: LocalFiles())
  }

  /// A tail that goes on where reading `file` from its start ended.
  package convenience init(continuing file: LogFile, at offset: Int64) {
    self.init(path: file.path, system: LocalFiles())
    isFirst = false
    current = TailedFile(
      file.descriptor, identity: file.identity, position: file.descriptor.position(at: offset))
    siblings.remember()
  }

  init(path: String, system: any FileTailSystem) {
    self.path = path
    self.system = system
    siblings = RotatedSiblings(path: path, system: system)
  }

  /// Passes on the lines that came since the last call, in runs of whole lines that end in LF.
  ///
  /// A run is at most 2 MiB and valid during the call only. An incomplete line is kept until it
  /// is complete, and comes alone, without LF, when its file is truncated or let go. After about
  /// `budget` bytes the call returns with `isAtEnd` false. Throws why the path cannot be read,
  /// but only when nothing else is to be told; the next call tries again. `atTurn` is called before
  /// the first lines that do not follow those before them in one file.
  package func poll(
    budget: Int = 16 << 20, atTurn: () -> Void = {}, _ body: (Bytes) -> Void
  ) throws(FileTailError) -> PollResult {
    var result = PollResult()
    settle(&result)
    if result.rotations > 0 || !older.isEmpty { atTurn() }
    for index in older.indices { read(&older[index], budget, &result, body) }
    if var file = current {
      current = nil
      read(&file, budget, hasCopies: true, &result, atTurn: atTurn, body)
      current = file
    }
    if result.isAtEnd { letGo(body) }
    if result.truncations > 0 { siblings.remember() }
    result.drainingFiles = older.count
    if let problem = result.problem, result.isEmpty { throw problem }
    return result
  }

  /// Passes on the lines that are not complete yet, as nobody will look again.
  func flush(_ body: (Bytes) -> Void) {
    for index in older.indices { older[index].flush(body) }
    current?.flush(body)
  }

  /// Lines of the file at the path that were passed on, counted anew; `nil` where lines of another one are
  /// still to come, or counting would take long.
  func lineEnds() -> UInt64? {
    guard older.isEmpty, let current else { return nil }
    return current.file.lineEnds(before: current.position.offset)
  }

  /// Whether nothing was at the path when `poll` looked, and all that was there has been let go.
  var isGone: Bool { isMissing && older.isEmpty }

  /// Finds out which file the path names now, and opens it if it is another one.
  private func settle(_ result: inout PollResult) {
    isMissing = false
    switch system.status(of: path) {
    case .failure(let error):
      result.problem = FileTailError(error, path: path)
      isMissing = error.isMissing
      if isMissing {
        if isFirst { siblings.remember() }
        isFirst = false
        leaveCurrent(&result)
      }
    case .success(let status):
      if status.identity == current?.identity { return }
      result.problem = FileTailError(status.kind, path: path)
      if result.problem == nil { turn(to: status.identity, &result) } else { leaveCurrent(&result) }
    }
  }

  /// Makes the file at the path the current one.
  private func turn(to identity: FileIdentity, _ result: inout PollResult) {
    if let index = older.firstIndex(where: { $0.identity == identity }) {
      let file = older.remove(at: index)
      leaveCurrent(&result, for: identity)
      current = file
      return
    }
    let file: any OpenFile
    let status: FileStatus
    switch system.open(path).flatMap({ file in file.status().map { (file, $0) } }) {
    case .failure(let error):
      result.problem = FileTailError(error, path: path)
      leaveCurrent(&result)
      return
    case .success(let opened): (file, status) = opened
    }
    if current?.move(to: file, identity: status.identity) == true { return }
    leaveCurrent(&result, for: status.identity)
    if isFirst {
      current = TailedFile(file, identity: status.identity)
      siblings.remember()
    } else {
      adoptSiblings(besides: status.identity, &result)
      current = knownFile(file, status.identity) ?? TailedFile(file, identity: status.identity)
    }
    isFirst = false
  }

  /// A file that was let go and has its name back goes on where it was left.
  private func knownFile(_ file: any OpenFile, _ identity: FileIdentity) -> TailedFile? {
    guard let index = finished.firstIndex(where: { $0.identity == identity }) else { return nil }
    let position = finished.remove(at: index).position
    guard holds(position, in: file) else { return nil }
    return TailedFile(file, identity: identity, position: position)
  }

  private func leaveCurrent(_ result: inout PollResult, for next: FileIdentity? = nil) {
    guard var file = current else { return }
    current = nil
    result.rotations += 1
    file.quietSince = system.monotonicSeconds()
    older.append(file)
    adoptSiblings(besides: next, &result)
  }

  /// Takes up files that had the path's name between two polls.
  private func adoptSiblings(besides identity: FileIdentity?, _ result: inout PollResult) {
    let known = older.map { ($0.identity, $0.file) }
    for (file, found) in siblings.newFiles(known: known) where found != identity {
      var adopted = TailedFile(file, identity: found)
      adopted.quietSince = system.monotonicSeconds()
      older.append(adopted)
      result.rotations += 1
    }
  }

  /// Reads the rest of a file that was cut in the copy that was made of it before, if there is one.
  private func readCopy(
    of file: inout TailedFile, _ budget: Int, _ result: inout PollResult, _ body: (Bytes) -> Void
  ) {
    let new = siblings.newFiles(known: older.map { ($0.identity, $0.file) })
    guard let copy = new.first(where: { holds(file.position, in: $0.file) }) else { return }
    var rest = file.handOver(to: copy.file, identity: copy.identity)
    read(&rest, budget, &result, body)
    // Nobody writes to a copy that is whole.
    if result.isAtEnd { rest.flush(body) } else { older.append(rest) }
  }

  /// Reads one file to its end; where it was cut, `hasCopies` says to look for its rest.
  private func read(
    _ file: inout TailedFile, _ budget: Int, hasCopies: Bool = false, _ result: inout PollResult,
    atTurn: () -> Void = {}, _ body: (Bytes) -> Void
  ) {
    let before = result.bytesRead
    var size = 1 << 18
    defer {
      if result.bytesRead > before { file.quietSince = system.monotonicSeconds() }
    }
    while true {
      guard result.bytesRead < budget else {
        result.isAtEnd = false
        return
      }
      switch file.readChunk(size, with: buffer, into: &result, body) {
      case .more(let count):
        result.bytesRead += count
        size = 1 << 20
      case .rewritten:
        atTurn()
        if hasCopies { readCopy(of: &file, budget, &result, body) }
        file.restart(&result, body)
      case .end(let count):
        result.bytesRead += count
        return
      case .failed(let error):
        result.problem = FileTailError(error, path: path)
        return
      }
    }
  }

  /// Closes older files whose writers seem to be done, and the oldest when there are too many.
  private func letGo(_ body: (Bytes) -> Void) {
    let now = system.monotonicSeconds()
    var excess = older.count - FileTail.mostOlderFiles
    older.removeAll { file in
      guard excess > 0 || now - file.quietSince >= graceSeconds else { return false }
      excess -= 1
      var last = file
      last.flush(body)
      finished.append((last.identity, last.position))
      return true
    }
    if finished.count > FileTail.mostFinishedFiles {
      finished.removeFirst(finished.count - FileTail.mostFinishedFiles)
    }
  }
}
