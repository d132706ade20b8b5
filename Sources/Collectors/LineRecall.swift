import Telemetry

/// Reads lines of a log once more, up to a moment of the past: memory has the newest alone.
package struct LineRecall: Sendable {
  /// Bytes before the moment that are looked at.
  private static let mostBytes: Int64 = 256 << 10
  /// Bytes that are read at once: a reader has no more of its newest lines.
  private static let pieceBytes: Int64 = 12 << 10
  /// How far behind others a line may stand whose stamp is earlier, in seconds.
  private static let disorderSeconds = 1.0

  private let source: SourceID
  private let preferences: LogPreferences

  /// What reads the files of a source.
  package init(source: SourceID, preferences: LogPreferences = .init()) {
    self.source = source
    self.preferences = preferences
  }

  /// The last lines up to a moment, oldest first and `most` of them at most.
  ///
  /// There are none where the file does not tell which they are: where it is packed or not there, where
  /// its lines bear no time, and where it begins later. Cost: a look into the file's ends, O(log n)
  /// reads, and 256 KiB that are parsed.
  package func lines(of path: String, until moment: Timestamp, most: Int) -> [LogLine] {
    guard let file = try? LogFile(path: path), Packing(of: file) == nil else { return [] }
    var detecting = LogSession(source: source, preferences: preferences)
    detecting.detect(file)
    guard var opening = detecting.opening else { return [] }
    opening.linesBefore = nil
    let entries = opening.entries
    var session = LogSession(opening)
    guard let range = range(of: file, until: moment, entries, session) else { return [] }
    session.prime(from: file, before: range.lowerBound)
    let now = ArrivalTime.now().wall
    var lines: [LogLine] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let next =
        file.entryStart(atOrAfter: position + Self.pieceBytes, before: range.upperBound, entries)
        ?? range.upperBound
      let read = try? file.read(position..<next, includesIncompleteLine: false) {
        session.read($0)
      }
      guard read != nil else { break }
      session.flush()
      lines += session.takeBatch(lines: Int(Self.pieceBytes))?.lines ?? []
      position = next
    }
    return Self.stamped(lines, readAt: now).filter { $0.time <= moment }.suffix(most)
  }

  /// The lines with the time of the one before in place of that at which they were read, which lines
  /// without a stamp have.
  private static func stamped(_ lines: [LogLine], readAt now: Timestamp) -> [LogLine] {
    guard var known = lines.first(where: { $0.time < now })?.time else { return [] }
    return lines.map { line in
      var line = line
      if line.time < now { known = line.time } else { line.time = known }
      return line
    }
  }

  /// The bytes before the first entry that is later than a moment; `nil` where there is no telling.
  private func range(
    of file: LogFile, until moment: Timestamp, _ entries: EntryLayout, _ session: LogSession
  ) -> Range<Int64>? {
    let stamps = file.firstAndLastStamps(entries) { session.stamp(of: $0) }
    // Without a stamp at the end a search would read the file line by line.
    guard let first = stamps.first, first <= moment, stamps.last != nil else { return nil }
    let end = file.seek(to: moment + Self.disorderSeconds, entries: entries) {
      session.stamp(of: $0)
    }
    let start = file.readingStart(atOrAfter: end - Self.mostBytes, before: end, entries)
    return start < end ? start..<end : nil
  }
}
