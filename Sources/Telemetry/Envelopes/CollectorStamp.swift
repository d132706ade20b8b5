/// The stamp that Docker and Kubernetes put before a line when they are asked for it.
///
///     2026-01-01T10:00:00.123456789Z INFO:     Started server process [7]
///
/// Only they write nanoseconds; a program's own stamp stays with its line.
struct CollectorStamp: Sendable {
  private var stamps = StampScanner()

  /// Takes the stamp and the blank after it; without one nothing moves.
  mutating func take(_ scanner: inout ByteScanner) -> Timestamp? {
    guard scanner.next.isDigit, scanner.peek(10) == UInt8(ascii: "T") else { return nil }
    var ahead = scanner
    guard let stamp = stamps.stamp(&ahead), ahead.position &- scanner.position > 27,
      ahead.take(UInt8(ascii: " ")) || ahead.isAtEnd
    else { return nil }
    scanner = ahead
    return stamp.time
  }
}
