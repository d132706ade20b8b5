/// The access log of Fiber, a web framework for Go, of version 2 and of earlier ones.
///
///     10:00:00 | 200 |     45.21µs |       127.0.0.1 | GET     | /users/42     | -
///     [10:00:00] 200 -   1.234ms GET      /users/42
///
/// Source: https://docs.gofiber.io/api/middleware/logger
package struct FiberFormat: LocalStampFormat {
  package static let name = "fiber"
  package static let vantage = "fiber"
  package static let samples = [
    "10:00:00 | 200 |     45.21µs |       127.0.0.1 | GET     | /users/42       | -",
    "2026-01-01 10:00:01 | 404 |        1.5s |             ::1 | POST    | /orders?dry=1   | Cannot POST /orders",
    "[10:00:02] 500 -   1.234ms GET      /users/42",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()
  private var texts = TextArena()

  /// Bytes of the longest time before the first column.
  private static let longestTime = 40

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    guard line.first?.isDigit == true ? columns(line, &record) : short(line, &record) else {
      return false
    }
    record.kind = .request
    record.message = line
    return true
  }

  private mutating func columns(_ line: Bytes, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(line)
    guard let time = scanner.upTo(UInt8(ascii: "|")), time.count <= Self.longestTime else {
      return false
    }
    scanner.skipBlanks()
    guard let status = scanner.digits(3), 100..<600 ~= status, scanner.takeBar(),
      let seconds = DurationScanner.duration(&scanner), scanner.takeBar()
    else { return false }
    let client = scanner.word()
    guard AccessLine.isAddress(client), scanner.takeBar() else { return false }
    let method = scanner.word()
    guard HTTPMethod.isCommon(method), scanner.takeBar(), scanner.next == UInt8(ascii: "/") else {
      return false
    }
    record.client = client
    record.method = method
    record.target = scanner.word()
    record.status = status
    record.seconds = seconds
    stamp(time.trimmed, &record)
    return true
  }

  private mutating func short(_ line: Bytes, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(line)
    guard scanner.take(UInt8(ascii: "[")), let time = scanner.upTo(UInt8(ascii: "]")),
      time.count <= Self.longestTime, time.first?.isDigit == true,
      scanner.take(UInt8(ascii: " ")), let status = scanner.digits(3), 100..<600 ~= status,
      scanner.take(" - ")
    else { return false }
    scanner.skipBlanks()
    guard let seconds = DurationScanner.duration(&scanner) else { return false }
    scanner.skipBlanks()
    let method = scanner.word()
    scanner.skipBlanks()
    guard HTTPMethod.isCommon(method), scanner.next == UInt8(ascii: "/") else { return false }
    record.method = method
    record.target = scanner.word()
    record.status = status
    record.seconds = seconds
    stamp(time, &record)
    return true
  }

  /// Takes the time where it names a day; a clock alone is that of arrival.
  private mutating func stamp(_ text: Bytes, _ record: inout LogRecord) {
    var scanner = ByteScanner(text)
    guard text.count >= 19, let stamp = stamps.stamp(&scanner) else { return }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
  }
}
