/// The duration behind the status of an access line that stands in the message of a logger, where no
/// unit says what a number is.
///
///     "GET /a HTTP/1.1" 200 12 "-" "curl/8" 0.001234         actix, gunicorn behind a logger
///     a.io "GET /a HTTP/1.1" 200 12 0.015 "-" "curl/8"       APISIX
///     127.0.0.1 - "GET /a HTTP/1.1" 200 12.345               Granian, in milliseconds
///     HTTP GET /a 200 [0.01, 127.0.0.1:54321]                Daphne
///
/// Sources: https://docs.rs/actix-web/latest/actix_web/middleware/struct.Logger.html,
/// https://github.com/emmett-framework/granian#access-log-format,
/// https://apisix.apache.org/docs/apisix/FAQ/,
/// https://github.com/django/daphne/blob/main/daphne/access.py
enum RequestTail {
  /// Seconds behind the status that ends at `start`; `quote` is where the request's quote opens.
  ///
  /// A line that is not in the message of a logger (`isInMessage`) is for the formats of access logs,
  /// which know it better.
  static func seconds(_ text: Bytes, from start: Int, quote: Int?, isInMessage: Bool) -> Double? {
    var scanner = ByteScanner(text, at: start)
    guard let quote else {
      guard scanner.take(" ["), scanner.next.isDigit, let seconds = scanner.decimal(),
        scanner.take(", ")
      else { return nil }
      return seconds
    }
    guard scanner.take(UInt8(ascii: " ")) else { return nil }
    if isInMessage, text.has(" - \"", at: quote &- 3),
      let milliseconds = AccessTail.seconds(scanner.rest)
    {
      return milliseconds / 1000
    }
    guard scanner.number() != nil || scanner.take(UInt8(ascii: "-")),
      scanner.take(UInt8(ascii: " "))
    else { return nil }
    if scanner.next != UInt8(ascii: "\"") { return AccessTail.seconds(scanner.word()) }
    guard isInMessage, scanner.quoted() != nil, scanner.take(UInt8(ascii: " ")),
      scanner.quoted() != nil, scanner.take(UInt8(ascii: " "))
    else { return nil }
    var record = LogRecord()
    AccessTail.read(scanner.rest, into: &record)
    return record.seconds == record.seconds ? record.seconds : nil
  }
}
