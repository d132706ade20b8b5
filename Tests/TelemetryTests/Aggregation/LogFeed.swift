import Telemetry

/// A log read in pieces of whole lines, as a collector reads it.
struct LogFeed {
  var reader: LogReader
  private(set) var batches: [Batch] = []
  private let now = Timestamp(seconds: 1_800_000_000)

  init(
    _ format: any LogFormat.Type, alternates: [any LogFormat.Type] = [],
    configuration: LogAccumulator.Configuration = .init()
  ) {
    reader = LogReader(
      source: 0, format: format.init(), alternates: alternates.map { $0.init() },
      arrival: now,
      configuration: configuration)
  }

  mutating func read(_ text: String) {
    let bytes = Array(text.utf8)
    bytes.withUnsafeBytes { reader.read($0, arrival: now) }
  }

  /// Reads `text` in chunks of whole lines of at least `bytes` each.
  mutating func read(_ text: String, chunksOf bytes: Int, takingBatches: Bool = false) {
    let all = Array(text.utf8)
    var start = 0
    while start < all.count {
      var end = min(all.count, start + bytes)
      while end < all.count, all[end - 1] != 0x0A { end += 1 }
      all[start..<end].withUnsafeBytes { reader.read($0, arrival: now) }
      if takingBatches { take(lines: 20) }
      start = end
    }
  }

  mutating func take(lines: Int = 0) {
    batches.append(reader.takeBatch(at: now, lines: lines))
  }

  /// All batches, after what is held back was counted.
  mutating func finish() -> [Batch] {
    reader.flush()
    take()
    return batches
  }

  /// The batch of what was read since the last one.
  mutating func next(lines: Int = 0) -> Batch {
    reader.takeBatch(at: now, lines: lines)
  }
}

/// One line of an nginx log with times, at a second after midnight of 2026-01-01.
func nginxLine(
  _ path: String, second: Int = 0, status: Int = 200, seconds: String = "0.057"
) -> String {
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let clock = "\(two(second / 3600 % 24)):\(two(second / 60 % 60)):\(two(second % 60))"
  return "203.0.113.9 - - [01/Jan/2026:\(clock) +0000] \"GET \(path) HTTP/1.1\" \(status) 512 "
    + "\"-\" \"curl/8.5.0\" \(seconds)\n"
}

/// One entry of a PostgreSQL log, which may span lines.
func postgresEntry(_ statement: String, second: Int = 0, milliseconds: String) -> String {
  let clock = "10:\(second / 600 % 6)\(second / 60 % 10):\(second / 10 % 6)\(second % 10)"
  return "2026-01-01 \(clock).500 UTC [4711] LOG:  duration: \(milliseconds) ms  statement: "
    + "\(statement)\n"
}
