/// Entries that the log shows in place of their lines: the newest since the last batch.
struct ShownEntries {
  private static let most = 200
  private static let longestLine = 1024

  private var lines: [LogLine] = []

  mutating func add(
    _ record: UnsafePointer<LogRecord>, at arrival: Timestamp, _ source: SourceID
  ) {
    let message = record.pointee.message
    guard !message.isEmpty else { return }
    lines.append(
      LogLine(
        time: record.pointee.time ?? arrival, level: record.pointee.level,
        text: DisplayText(message, limit: ShownEntries.longestLine), source: source))
    if lines.count > 2 * ShownEntries.most { lines = newest(ShownEntries.most) }
  }

  /// Takes out at most so many, in the order of their times, and forgets the others.
  mutating func take(_ limit: Int) -> [LogLine] {
    defer { lines = [] }
    return newest(limit)
  }

  private func newest(_ limit: Int) -> [LogLine] {
    Array(lines.sorted { $0.time < $1.time }.suffix(max(0, limit)))
  }
}
