/// Entries that the log shows in place of their lines: the newest since the last batch.
///
/// Between lines of another format they stand where their times put them, and their own lines, which
/// are known by hashes, are left out.
struct ShownEntries {
  private static let most = 200
  private static let longestLine = 1024
  /// Lines that are known before those before them are forgotten, many more than a tail holds.
  private static let mostReplaced = 4096
  /// Lines at the start of an entry that may as well be something else.
  private static let mostUnsure = 2

  private var lines: [LogLine] = []
  private var replaced: Set<UInt64> = []
  private var replacedBefore: Set<UInt64> = []
  /// The last lines of which no entry has been made so far.
  private var unsure: [UInt64] = []

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

  /// Notes a line of an entry: so many lines, up to this one, it is shown in place of.
  mutating func note(_ line: Bytes, replaces count: Int) {
    unsure.append(ByteHash.of(line))
    guard count > 0 else {
      if unsure.count > ShownEntries.mostUnsure { unsure.removeFirst() }
      return
    }
    if replaced.count >= ShownEntries.mostReplaced { (replacedBefore, replaced) = (replaced, []) }
    replaced.formUnion(unsure.suffix(count))
    unsure.removeAll(keepingCapacity: true)
  }

  /// Whether there are lines that an entry is shown in place of.
  var replacesLines: Bool { !replaced.isEmpty }

  /// Whether an entry is shown in place of a line.
  func replaces(_ line: Bytes) -> Bool {
    guard replacesLines else { return false }
    let hash = ByteHash.of(line)
    return replaced.contains(hash) || replacedBefore.contains(hash)
  }

  /// Takes out at most so many, in the order of their times, and forgets the others.
  mutating func take(_ limit: Int) -> [LogLine] {
    defer { lines = [] }
    return newest(limit)
  }

  /// The same among the lines of a tail, of which there are at most as many as well.
  mutating func take(_ limit: Int, into tail: [LogLine]) -> [LogLine] {
    let entries = take(limit)
    guard !entries.isEmpty else { return tail }
    var merged: [LogLine] = []
    var rest = tail[...]
    for entry in entries {
      let place = rest.firstIndex { $0.time > entry.time } ?? rest.endIndex
      merged += rest[..<place]
      merged.append(entry)
      rest = rest[place...]
    }
    merged += rest
    return Array(merged.suffix(max(0, limit)))
  }

  private func newest(_ limit: Int) -> [LogLine] {
    Array(lines.sorted { $0.time < $1.time }.suffix(max(0, limit)))
  }
}
