import Telemetry

/// Watches one log file: the recent past first, then everything that is appended.
///
///     detect    the first and last lines say which format it is
///     newest    the last half of a megabyte, so that the screen is not empty
///     earlier   back to an hour before the end, in pieces
///     follow    by name, through rotation and truncation
///
/// Slots do not care in which order they are filled, so the newest part comes first.
package struct LogCollector: Sendable {
  /// What is read before following begins, and how often batches are sent.
  package struct Configuration: Sendable {
    /// Name of the format; detected when `nil`.
    package var preferences = LogPreferences()
    /// How far back from the end of the file the past is read, in seconds.
    package var pastSeconds = 3600.0
    /// Bytes of the past that are read first.
    package var newestBytes: Int64 = 1 << 19
    /// So much before the newest part has its lines counted before anything is shown, which takes
    /// some milliseconds.
    var countedFirstBytes: Int64 = 32 << 20
    /// Bytes of the past that are read at most.
    package var pastBytes: Int64 = 512 << 20
    /// Bytes of the past that are read at once.
    package var pieceBytes: Int64 = 8 << 20
    /// Shortest time between two batches, in seconds: that between two pictures.
    package var batchSeconds = 1.0
    /// Bytes that are read at once while the file is followed.
    package var pollBytes = 4 << 20
    /// Deltas in a batch after which it is sent although more is there to be read.
    package var batchDeltas = 4096
    /// Lines per batch for the log tail.
    package var tailLines = 100
    /// Whether what was written last counts when reading is cancelled, though its line has no end yet.
    package var countsUnendedLine = false
    /// Whether a file that is gone for the grace period is done with, and its absence no failure.
    var endsWhenGone = false
    /// Seconds for which a file that was rotated or removed must be quiet to be let go.
    var graceSeconds = FileTail.gracePeriod

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
  ///
  /// It reads on when `yield` returns, so that a reader who is slow has batches wait in the file.
  ///
  /// A packed file is read once, to its end. Returns whether it ended because the file is gone.
  @discardableResult
  package func run(_ yield: @Sendable (Batch) async -> Void) async -> Bool {
    if let file = try? LogFile(path: path), let packing = Packing(of: file) {
      await readOnce(packing, yield)
      return false
    }
    var session = LogSession(source: source, preferences: configuration.preferences)
    let tail = await readPast(&session, yield) ?? FileTail(path: path)
    tail.graceSeconds = configuration.graceSeconds
    if let refusal = session.refusal {
      await yield(session.failure(refusal))
      return false
    }
    var wasThere = session.opening != nil
    let watch = DirectoryWatch(path: path, busyPause: configuration.batchSeconds)
    for await _ in watch.changes {
      await drain(tail, &session, &wasThere, yield)
      if session.refusal != nil { return false }
      if Task.isCancelled { break }
      guard configuration.endsWhenGone, tail.isGone else { continue }
      session.flush()
      if let batch = session.takeBatch(lines: configuration.tailLines) { await yield(batch) }
      return true
    }
    if configuration.countsUnendedLine { await readRest(tail, &session, yield) }
    return false
  }

  /// Reads what came since the last look, up to a line without an end.
  private func readRest(
    _ tail: FileTail, _ session: inout LogSession, _ yield: @Sendable (Batch) async -> Void
  ) async {
    _ = try? tail.poll(atTurn: { session.number(after: nil) }) { session.follow($0) }
    tail.flush { session.follow($0) }
    session.flush()
    if let batch = session.takeBatch(lines: configuration.tailLines) { await yield(batch) }
  }

  private func readOnce(_ packing: Packing, _ yield: @Sendable (Batch) async -> Void) async {
    await WholeFile.read(
      path: path, source: source, preferences: configuration.preferences, lastSeconds: nil
    ) { batch in
      var batch = batch
      batch.notes.append(DisplayText("packed by \(packing.name): read once, not followed"))
      await yield(batch)
    }
  }

  /// Reads until nothing more comes, sending a batch now and then.
  private func drain(
    _ tail: FileTail, _ session: inout LogSession, _ wasThere: inout Bool,
    _ yield: @Sendable (Batch) async -> Void
  ) async {
    var lastBatch = ArrivalTime.now().monotonicSeconds
    while !Task.isCancelled {
      do {
        let result = try tail.poll(
          budget: configuration.pollBytes, atTurn: { session.number(after: nil) }
        ) { session.follow($0) }
        session.addDropped(lines: result.droppedLines)
        if result.bytesRead > 0 { wasThere = true }
        let isQuiet = result.bytesRead == 0
        if isQuiet { session.flush() }
        // After a rotation, lines have numbers again when nothing more comes from the older file.
        if isQuiet || result.isAtEnd, !session.numbersLines, !session.isHolding {
          session.number(after: tail.lineEnds())
        }
        // Behind the writer, a slot of time stays open over several looks, and no time is lost.
        let isBehind = !result.isAtEnd && !isQuiet && result.problem == nil
        let now = ArrivalTime.now().monotonicSeconds
        if isBehind, session.closedDeltas < configuration.batchDeltas,
          now - lastBatch < configuration.batchSeconds
        {
          continue
        }
        lastBatch = now
        var batch = session.takeBatch(lines: configuration.tailLines)
        if let refusal = session.refusal { return await yield(session.failure(refusal)) }
        if let problem = result.problem, isFailure(problem) {
          batch = session.failure(problem.description(wasThere: wasThere), keeping: batch)
        }
        if let batch { await yield(batch) }
        if isBehind { continue }
        // What comes later is told by the watch; only an entry held back waits for its time.
        let isDone = isQuiet || result.isAtEnd && !session.isHolding
        if isDone, result.drainingFiles == 0 { return }
      } catch {
        if isFailure(error) {
          return await yield(session.failure(error.description(wasThere: wasThere)))
        }
        if tail.isGone { return }
      }
      try? await Task.sleep(for: .seconds(configuration.batchSeconds))
    }
  }

  private func isFailure(_ problem: FileTailError) -> Bool {
    if case .missing = problem { !configuration.endsWhenGone } else { true }
  }

  /// Reads the newest part and then what was before it; `nil` when the file cannot be opened.
  private func readPast(
    _ session: inout LogSession, _ yield: @Sendable (Batch) async -> Void
  ) async -> FileTail? {
    guard let file = try? LogFile(path: path), file.size > 0 else { return nil }
    session.detect(file)
    guard var opening = session.opening else { return nil }
    let newest = file.readingStart(
      atOrAfter: file.size - configuration.newestBytes, before: file.size, opening.entries)
    opening.linesBefore =
      newest <= configuration.countedFirstBytes ? file.descriptor.lineEnds(before: newest) : nil
    session = LogSession(opening)
    session.prime(from: file, before: newest)
    guard
      let summary = try? file.read(
        newest..<file.size, includesIncompleteLine: false, { session.read($0) })
    else { return nil }
    session.flush()
    var first = session.takeBatch(lines: configuration.tailLines) ?? session.empty()
    // Not how much of it is worth reading, which takes a search.
    if newest > 0 { first.unreadBytes = UInt64(min(newest, configuration.pastBytes)) }
    await yield(first)
    // Only now, for the first picture does not wait until those of a large file are counted.
    if opening.linesBefore == nil, let before = file.descriptor.lineEnds(before: newest) {
      session.number(after: before &+ session.lineNumber)
      opening.linesBefore = before
    }
    await readEarlier(file, before: newest, opening, yield)
    return FileTail(continuing: file, at: summary.end)
  }

  /// Reads back from `newest`, each piece with a session of its own: none knows what comes next.
  ///
  /// `opening` tells how many lines come before `newest`.
  private func readEarlier(
    _ file: LogFile, before newest: Int64, _ opening: LogOpening,
    _ yield: @Sendable (Batch) async -> Void
  ) async {
    guard newest > 0 else { return }
    var opening = opening
    let oldest = max(newest - configuration.pastBytes, pastStart(of: file, opening))
    var end = newest
    /// Says how much is left where there is nothing else to say.
    func tell(unread: Int64) async {
      var session = LogSession(opening)
      var batch = session.empty()
      batch.leavesOutOlder = oldest > 0
      batch.unreadBytes = UInt64(max(0, unread))
      await yield(batch)
    }
    await tell(unread: end - oldest)
    while end > oldest, !Task.isCancelled {
      let wanted = max(oldest, end - configuration.pieceBytes)
      let start =
        wanted == oldest
        ? oldest
        : file.readingStart(
          atOrAfter: wanted, before: file.size, opening.entries)
      guard start < end else { break }
      opening.linesBefore = opening.linesBefore.flatMap { lines in
        file.descriptor.lineEnds(in: start..<end).map { lines &- $0 }
      }
      var session = LogSession(opening)
      session.prime(from: file, before: start)
      guard (try? file.read(start..<end, { session.read($0) })) != nil else { break }
      session.flush()
      if var batch = session.takeBatch(lines: 0) {
        batch.leavesOutOlder = oldest > 0
        batch.unreadBytes = UInt64(max(0, start - oldest))
        await yield(batch)
      }
      end = start
    }
    // What could not be read is not waited for.
    if newest > oldest { await tell(unread: 0) }
  }

  /// Where the part of the file begins that is worth reading: an hour before its last stamp.
  private func pastStart(of file: LogFile, _ opening: LogOpening) -> Int64 {
    let session = LogSession(opening)
    return file.start(ofLast: configuration.pastSeconds, opening.entries) { session.stamp(of: $0) }
  }
}
