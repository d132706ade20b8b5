import Telemetry

/// Reads a log file from its start to its end, for a picture of all of it.
package enum WholeFile {
  /// Slots that the file's time is cut into: enough for a chart, few enough to close quickly.
  private static let slotsWanted = 120.0

  /// How a file is cut and by how many it is read; the result depends on neither but its pieces.
  package struct Configuration: Sendable {
    /// Bytes of a piece at least: small enough to hold little, large enough to close few slots.
    package var leastPieceBytes: Int64 = 4 << 20
    /// Pieces at most.
    package var mostPieces: Int64 = 16
    /// Tasks that read pieces at the same time.
    package var workers = min(2, HostProcessors.usable)

    /// As many workers as there are processors, two at most.
    package init() {}
  }

  /// Hands over what the file says, a batch at a time, in the order of the file.
  ///
  /// The last batch's health is `.ended`, or `.failing` when the file could not be read (on). A
  /// file that gzip or zstd packed is unpacked on the way.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - source: the source's number.
  ///   - preferences: what the user says about logs.
  ///   - lastSeconds: counts only records of so many seconds before the file's last; all if `nil`.
  ///   - configuration: pieces and workers.
  ///   - yield: takes a batch; reading goes on when it returns.
  package static func read(
    path: String, source: SourceID, preferences: LogPreferences = .init(), lastSeconds: Double?,
    configuration: Configuration = .init(), _ yield: (Batch) async -> Void
  ) async {
    let file: LogFile
    do {
      file = try LogFile(path: path)
    } catch .missing(let path) {
      // Nobody waits here for the file to appear, as following does.
      return await yield(.failing(DisplayText("\(path): no such file"), source))
    } catch {
      return await yield(.failing(error.description, source))
    }
    if let packing = Packing(of: file) {
      let packed = PackedFile(
        file: file, packing: packing, source: source, preferences: preferences,
        isWholeTime: lastSeconds == nil)
      return await packed.read(yield)
    }
    var session = LogSession(source: source, preferences: preferences)
    session.detect(file)
    if let refusal = session.refusal { return await yield(.failing(refusal, source)) }
    guard var opening = session.opening else {
      // Nothing in it tells a format; lines that are too long still count.
      let pieces = FilePieces(file, from: 0, session.entries, configuration)
      return await readInTurn(pieces, session, yield)
    }
    let start = begin(&opening, of: file, session, lastSeconds: lastSeconds)
    let pieces = FilePieces(file, from: start, opening.entries, configuration)
    let end = opening.end
    func yieldWithEnd(_ batch: consuming Batch) async {
      batch.end = end
      await yield(batch)
    }
    if opening.entries.isDivisible {
      await readApart(pieces, opening, workers: configuration.workers, yieldWithEnd)
    } else {
      session = LogSession(opening)
      session.prime(from: file, before: start)
      await readInTurn(pieces, session, yieldWithEnd)
    }
  }

  /// Chooses slots by the time between the first and the last stamp; where to begin reading.
  private static func begin(
    _ opening: inout LogOpening, of file: LogFile, _ session: LogSession, lastSeconds: Double?
  ) -> Int64 {
    let ends = file.firstAndLastStamps(opening.entries) { session.stamp(of: $0) }
    guard let last = ends.last else { return 0 }
    let now = ArrivalTime.now().wall
    // A log that ended long ago is no sign of a wrong clock.
    if last > now { opening.skew.compare(last, with: now) } else { opening.end = last }
    guard let lastSeconds else {
      if let first = ends.first { opening.slotSeconds = slotSeconds(last - first) }
      return 0
    }
    opening.since = last - lastSeconds
    let start = file.seek(to: last - lastSeconds, entries: opening.entries) {
      session.stamp(of: $0)
    }
    // A file that is sought in is not read from its start only to number its lines.
    opening.linesBefore = start == 0 ? 0 : nil
    return start
  }

  /// Five seconds doubled until the whole time fits into the slots wanted.
  static func slotSeconds(_ seconds: Double) -> Double {
    var width = 5.0
    while width * slotsWanted < seconds, width < 1e9 { width *= 2 }
    return width
  }

  /// Reads piece by piece with one reader, which knows at each line all that came before.
  private static func readInTurn(
    _ pieces: FilePieces, _ detected: LogSession, _ yield: (Batch) async -> Void
  ) async {
    var session = detected
    for (index, range) in pieces.ranges.enumerated() {
      do {
        let summary = try pieces.file.read(range) { session.read($0) }
        session.addDropped(lines: summary.droppedLines)
      } catch {
        return await yield(session.failure(error.description))
      }
      let isLast = index == pieces.ranges.count - 1
      if !isLast, let batch = session.takeBatch(lines: 0) { await yield(batch) }
      if Task.isCancelled { return }
    }
    session.flush()
    var batch = session.takeBatch(lines: 100) ?? session.empty()
    batch.health = .ended
    await yield(batch)
  }

  /// Reads each piece with a reader of its own, several at the same time.
  ///
  /// What a piece amounts to depends on nothing but its bytes, and pieces are handed over in the
  /// order of the file, so that the number of workers changes nothing but the time it takes. At
  /// most two pieces for each worker are read ahead.
  private static func readApart(
    _ pieces: FilePieces, _ opening: LogOpening, workers: Int, _ yield: (Batch) async -> Void
  ) async {
    var joined = JoinedPieces()
    let count = pieces.ranges.count
    guard workers > 1, count > 1 else {
      for index in 0..<count {
        if let batch = joined.join(pieces.read(index, opening)) { await yield(batch) }
        if joined.isBroken || Task.isCancelled { return }
      }
      return
    }
    await withTaskGroup(of: (Int, PieceResult).self) { group in
      var started = 0
      var finished = 0
      var ready: [Int: PieceResult] = [:]
      for place in 0..<count {
        while true {
          let isRoom = started - finished < workers && started < place + 2 * workers
          if isRoom, started < count {
            let index = started
            group.addTask { (index, pieces.read(index, opening)) }
            started += 1
          } else if ready[place] == nil, let (index, result) = await group.next() {
            ready[index] = result
            finished += 1
          } else {
            break
          }
        }
        guard let result = ready.removeValue(forKey: place) else { return }
        if let batch = joined.join(result) { await yield(batch) }
        if joined.isBroken || Task.isCancelled { return group.cancelAll() }
      }
    }
  }
}
