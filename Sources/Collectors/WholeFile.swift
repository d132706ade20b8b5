import Telemetry

/// Reads a log file from its start to its end, for a picture of all of it.
package enum WholeFile {
  /// Slots that the file's time is cut into: enough for a chart, few enough to close quickly.
  private static let slotsWanted = 120.0
  /// Batches are small enough to hold little and few enough to close few slots early.
  private static let leastPieceBytes: Int64 = 2 << 20
  private static let mostPieces: Int64 = 48

  /// Hands over what the file says, a batch at a time.
  ///
  /// The last batch's health is `.ended`, or `.failing` when the file could not be read.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - source: the source's number.
  ///   - formatName: the format, or `nil` to find out.
  ///   - lastSeconds: counts only records of so many seconds before the file's last; all if `nil`.
  ///   - yield: takes a batch; reading goes on when it returns.
  package static func read(
    path: String, source: SourceID, formatName: String?, lastSeconds: Double?,
    _ yield: (Batch) async -> Void
  ) async {
    let file: LogFile
    do {
      file = try LogFile(path: path)
    } catch .missing(let path) {
      // Nobody waits here for the file to appear, as following does.
      return await yield(failure(DisplayText("\(path): no such file"), source))
    } catch {
      return await yield(failure(error.description, source))
    }
    var probe = LogSession(source: source, formatName: formatName)
    probe.detect(file)
    if let refusal = probe.refusal { return await yield(failure(refusal, source)) }
    let ends = file.firstAndLastLines()
    let first = ends.first.withUnsafeBytes { probe.stamp(of: $0) }
    let last = ends.last.withUnsafeBytes { probe.stamp(of: $0) }
    var accumulation = LogAccumulator.Configuration()
    var start: Int64 = 0
    if let lastSeconds, let last {
      accumulation.since = last - lastSeconds
      start = file.seek(to: last - lastSeconds) { probe.stamp(of: $0) }
    } else if let first, let last {
      accumulation.slotSeconds = slotSeconds(last - first)
    }
    var session = LogSession(
      source: source, formatName: formatName, accumulation: accumulation)
    session.isFromStart = start == 0
    session.detect(file)
    let pieceBytes = max(leastPieceBytes, file.size / mostPieces)
    var end = start
    while end < file.size {
      let piece = end..<min(file.size, end + pieceBytes)
      end = piece.upperBound
      do {
        let summary = try file.read(piece) { session.read($0) }
        session.addDropped(lines: summary.droppedLines)
      } catch {
        return await yield(session.failure(error.description))
      }
      if end < file.size, let batch = session.takeBatch(lines: 0) { await yield(batch) }
    }
    session.flush()
    var batch = session.takeBatch(lines: 100) ?? session.empty()
    batch.health = .ended
    await yield(batch)
  }

  /// Five seconds doubled until the whole time fits into the slots wanted.
  private static func slotSeconds(_ seconds: Double) -> Double {
    var width = 5.0
    while width * slotsWanted < seconds, width < 1e9 { width *= 2 }
    return width
  }

  private static func failure(_ reason: DisplayText, _ source: SourceID) -> Batch {
    var batch = Batch(source: source, time: ArrivalTime.now().wall)
    batch.health = .failing(reason)
    return batch
  }
}
