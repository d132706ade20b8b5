/// Finds out whether numbers that stand behind requests are their times, where they turned up late.
///
/// A server that is told to log a time writes lines that the format at hand still knows, but for one
/// whole number at the end. That may as well be a port, a count of bytes, or one of connections. So
/// some lines are looked at together: the numbers have to look like times and like nothing else (see
/// `NumberColumn`), and one format has to read all of them as times.
struct NumberDiscovery {
  private static let enough = 20
  private static let mostTries = 3
  private static let longestLine = 4096

  private var lines: [[UInt8]] = []
  private var column = NumberColumn()
  private var tries = 0

  /// Whether lines have been looked at often enough.
  var isOver: Bool { tries >= Self.mostTries }

  /// Adds a line that ends in a number; the format that reads it, once enough of them are known.
  mutating func format(
    for line: Bytes, of record: UnsafePointer<LogRecord>, among types: [any LogFormat.Type],
    _ stamps: StampContext
  ) -> (any LogFormat)? {
    guard !isOver, line.count <= Self.longestLine, let number = Self.number(in: line)
    else { return nil }
    lines.append([UInt8](line))
    column.add(number, of: record, in: line)
    guard lines.count == Self.enough else { return nil }
    defer {
      (lines, column) = ([], NumberColumn())
      tries += 1
    }
    guard column.lookLikeTimes else { return nil }
    for type in types where type is any PlainNumberFormat.Type {
      let format = type.make(stamps).settled(by: lines)
      if readsAll(by: format) { return format }
    }
    return nil
  }

  /// The number that a line ends in.
  private static func number(in line: Bytes) -> Int? {
    var start = line.count
    while start > 0, line[start &- 1].isDigit { start &-= 1 }
    return line.from(start).unsigned
  }

  private func readsAll(by format: any LogFormat) -> Bool {
    var format = format
    return lines.allSatisfy { line in
      line.withUnsafeBytes { bytes in
        var record = LogRecord()
        return format.parse(bytes, into: &record) && record.kind == .request && record.seconds >= 0
      }
    }
  }
}
