import Telemetry

/// Watches one log file: the recent past first, then everything that is appended.
///
///     detect    the first and last lines say which format it is
///     newest    the last megabytes, so that the screen is not empty
///     earlier   back to an hour before the end, in pieces
///     follow    by name, through rotation and truncation
///
/// Slots do not care in which order they are filled, so the newest part comes first.
package struct LogCollector: Sendable {
  /// What is read before following begins, and how often batches are sent.
  package struct Configuration: Sendable {
    /// Name of the format; detected when `nil`.
    package var formatName: String?
    /// How far back from the end of the file the past is read, in seconds.
    package var pastSeconds = 3600.0
    /// Bytes of the past that are read first.
    package var newestBytes: Int64 = 2 << 20
    /// Bytes of the past that are read at most.
    package var pastBytes: Int64 = 512 << 20
    /// Shortest time between two batches, in seconds.
    package var batchSeconds = 0.5
    /// Lines per batch for the log tail.
    package var tailLines = 100

    /// The usual amounts.
    package init() {}
  }

  private let path: String
  private let source: SourceID
  private let configuration: Configuration

  /// A collector of one file, which need not exist yet.
  package init(path: String, source: SourceID, configuration: Configuration = .init()) {
    self.path = path
    self.source = source
    self.configuration = configuration
  }

  /// Reads and follows the file until the task is cancelled; hands over a batch at a time.
  package func run(_ yield: @Sendable (Batch) -> Void) async {
    var session = LogSession(source: source, formatName: configuration.formatName)
    let tail = readPast(&session, yield) ?? FileTail(path: path)
    if let refusal = session.refusal { return yield(session.failure(refusal)) }
    for await _ in DirectoryWatch(path: path).changes {
      await drain(tail, &session, yield)
      if Task.isCancelled { return }
    }
  }

  /// Reads until nothing more comes, sending a batch now and then.
  private func drain(
    _ tail: FileTail, _ session: inout LogSession, _ yield: @Sendable (Batch) -> Void
  ) async {
    while !Task.isCancelled {
      var batch: Batch?
      do {
        let result = try tail.poll { session.read($0) }
        session.addDropped(lines: result.droppedLines)
        let isQuiet = result.bytesRead == 0
        if isQuiet { session.flush() }
        batch = session.takeBatch(lines: configuration.tailLines)
        if let refusal = session.refusal { return yield(session.failure(refusal)) }
        if let problem = result.problem { batch = session.failure(problem.description) }
        if let batch { yield(batch) }
        if isQuiet, result.drainingFiles == 0 { return }
      } catch {
        yield(session.failure(error.description))
        return
      }
      try? await Task.sleep(for: .seconds(configuration.batchSeconds))
    }
  }

  /// Reads the newest part and then what was before it; `nil` when the file cannot be opened.
  private func readPast(
    _ session: inout LogSession, _ yield: @Sendable (Batch) -> Void
  ) -> FileTail? {
    guard let file = try? LogFile(path: path), file.size > 0 else { return nil }
    session.detect(file)
    if session.refusal != nil { return nil }
    let newest = file.lineStart(atOrAfter: max(0, file.size - configuration.newestBytes))
    session.isFromStart = newest == 0
    guard
      let summary = try? file.read(
        newest..<file.size, includesIncompleteLine: false, { session.read($0) })
    else { return nil }
    session.flush()
    yield(session.takeBatch(lines: configuration.tailLines) ?? session.empty())
    let oldest = max(newest - configuration.pastBytes, pastStart(of: file, session))
    var end = newest
    while end > oldest, !Task.isCancelled {
      let start = max(oldest, file.lineStart(atOrAfter: max(oldest, end - (64 << 20))))
      guard start < end else { break }
      guard (try? file.read(start..<end, { session.read($0) })) != nil else { break }
      session.flush()
      if let batch = session.takeBatch(lines: 0) { yield(batch) }
      end = start
    }
    return FileTail(continuing: file, at: summary.end)
  }

  /// Where the part of the file begins that is worth reading: an hour before its last stamp.
  private func pastStart(of file: LogFile, _ session: LogSession) -> Int64 {
    let last = file.firstAndLastLines().last
    let end = last.withUnsafeBytes { session.stamp(of: $0) } ?? ArrivalTime.now().wall
    return file.seek(to: end - configuration.pastSeconds) { session.stamp(of: $0) }
  }
}
