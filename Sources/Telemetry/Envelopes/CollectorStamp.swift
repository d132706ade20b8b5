/// The stamp that Docker and Kubernetes put before a line when they are asked for it.
///
///     2026-01-01T10:00:00.123456789Z INFO:     Started server process [7]
///
/// Only they write nanoseconds, of which Kubernetes leaves zeros at the end out; a program's own
/// stamp stays with its line.
struct CollectorStamp: Sendable {
  private var stamps = StampScanner()

  /// Takes the stamp and the blank after it; without one nothing moves.
  mutating func take(_ scanner: inout ByteScanner) -> Timestamp? {
    guard scanner.next.isDigit, scanner.peek(10) == UInt8(ascii: "T") else { return nil }
    var ahead = scanner
    guard let stamp = stamps.stamp(&ahead), Self.hasNanoseconds(scanner),
      ahead.take(UInt8(ascii: " ")) || ahead.isAtEnd
    else { return nil }
    scanner = ahead
    return stamp.time
  }

  /// Whether more than six digits follow the point of `2026-01-01T10:00:00.1234567`.
  private static func hasNanoseconds(_ scanner: ByteScanner) -> Bool {
    scanner.peek(19) == UInt8(ascii: ".") && (20..<27).allSatisfy { scanner.peek($0).isDigit }
  }
}
