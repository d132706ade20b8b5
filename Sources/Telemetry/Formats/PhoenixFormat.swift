/// The requests that Phoenix, a web framework for Elixir, logs: a line at the start, one at the end.
///
///     10:00:00.123 request_id=F3kQ [info] GET /users/42
///     10:00:00.135 request_id=F3kQ [info] Sent 200 in 12ms
///     [info] GET /users/42                                      while developing
///     [info] Sent 200 in 12ms
///
/// The end names no path: it is joined with its start by the request id, which Phoenix's generator
/// puts into the metadata. Without one, as while developing, it belongs to the only request that is
/// under way; where there are several nobody knows. All other lines are left to `app-line` and
/// `app-entry`.
/// Source: https://github.com/elixir-plug/plug/blob/main/lib/plug/logger.ex
package struct PhoenixFormat: LocalStampFormat {
  package static let name = "phoenix"
  package static let vantage = "phoenix"
  package static let isSequential = true
  package static let samples = [
    "10:00:00.123 request_id=F3kQxsgBcVvX4OQAAAJB [info] GET /users/42",
    "10:00:00.135 request_id=F3kQxsgBcVvX4OQAAAJB [info] Sent 200 in 12ms",
    "10:00:00.135 request_id=F3kQxsgBcVvX4OQAAAJC [info] Chunked 200 in 812µs",
  ]

  package var stampContext: StampContext {
    get { head.stamps.context }
    set { head.stamps.context = newValue }
  }

  private var head = LineHead()
  private var texts = TextArena()
  private var open = OpenRequests()

  package init() {}

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    texts.begin(entry)
    let line = texts.withoutColours(entry)
    guard let id = line.find("request_id="), id < 128 else { return parseAlone(line, &record) }
    guard let start = head.read(line, into: &record), start > id
    else { return false }
    let metadata = line.part(id, start)
    RequestIDs.read(metadata, into: &record)
    // The level in brackets comes last.
    guard !record.requestID.isEmpty, metadata.trimmed.last == UInt8(ascii: "]") else {
      return false
    }
    let text = line.from(start).trimmed
    record.message = text
    let key = ByteHash.of(record.requestID)
    return started(text, key, record) || ended(text, key, &record)
  }

  /// Reads `[info] GET /users/42` and `[info] Sent 200 in 12ms`, with a time before them or without.
  private mutating func parseAlone(_ line: Bytes, _ record: inout LogRecord) -> Bool {
    let mark: StaticString = "[info] "
    guard let info = line.find(mark), info <= 32, info == 0 || line[0].isDigit else { return false }
    if info > 0 { _ = head.read(line, into: &record) }
    record.level = .info
    let text = line.from(info &+ mark.utf8CodeUnitCount).trimmed
    record.message = text
    if started(text, 0, record) {
      underWay &+= 1
      if underWay > 1 { isUnclear = true }
      return true
    }
    guard underWay > 0, ended(text, 0, &record) else { return false }
    underWay &-= 1
    guard isUnclear else { return true }
    record.kind = .message
    unclearEnds &+= 1
    if underWay == 0 || unclearEnds >= Self.patience {
      // A request that crashed or became a websocket never ends; it is no reason to wait for ever.
      underWay = 0
      unclearEnds = 0
      isUnclear = false
    }
    return true
  }

  /// Requests without an id that have not ended.
  private var underWay = 0
  /// Whether several of them were under way at once.
  private var isUnclear = false
  /// Ends since then.
  private var unclearEnds = 0
  /// After so many ends a request that has not ended counts as lost: more are not under way at once
  /// while developing.
  private static let patience = 8

  /// Reads `GET /users/42`.
  private mutating func started(_ text: Bytes, _ key: UInt64, _ record: LogRecord) -> Bool {
    var scanner = ByteScanner(text)
    let method = scanner.word()
    guard !method.isEmpty, method.allSatisfy(\.isUpper), scanner.take(UInt8(ascii: " ")),
      scanner.next == UInt8(ascii: "/")
    else { return false }
    let target = scanner.word()
    guard scanner.isAtEnd else { return false }
    open.start(key, method: method, target: target, at: record.time)
    return true
  }

  /// Reads `Sent 200 in 12ms`; without its start it names no endpoint and stays a message.
  private mutating func ended(
    _ text: Bytes, _ key: UInt64, _ record: inout LogRecord
  ) -> Bool {
    var scanner = ByteScanner(text)
    guard scanner.take("Sent ") || scanner.take("Chunked "), let status = scanner.digits(3),
      scanner.take(" in "), let seconds = DurationScanner.duration(&scanner), scanner.isAtEnd
    else { return false }
    guard let request = open.finish(key) else { return true }
    record.kind = .request
    record.method = request.method
    record.target = request.target
    record.status = status
    record.seconds = seconds
    return true
  }
}
