/// The lines of `docker compose up` and `docker compose logs`: service, bar, message.
///
///     web-1  | INFO:     Started server process [7]
///     web-1  | 2026-01-01T10:00:00.123456789Z INFO:     Started server process [7]
///
/// On a terminal the service is coloured.
/// Source: https://docs.docker.com/reference/cli/docker/compose/logs/
package struct ComposeEnvelope: LogEnvelope {
  package static let name = "compose"
  package static let isUnmistakable = false
  package static let samples = [
    "web-1  | INFO:     Started server process [7]",
    "web_1      | hello",
    "\u{1B}[36mweb-1  | \u{1B}[0mINFO:     Started server process [7]",
    "caddy  | {\"level\":\"info\"}",
    "db-1   | ",
    "db-1   |",
    "db-1   | 2026-01-01T10:00:00.123456789Z \tWHERE id = 1",
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = CollectorStamp()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    var scanner = ByteScanner(line)
    Self.skipColours(&scanner)
    let start = scanner.position
    while scanner.next.isWord || scanner.next == UInt8(ascii: "-")
      || scanner.next == UInt8(ascii: ".")
    { scanner.position &+= 1 }
    guard scanner.position > start, scanner.next == UInt8(ascii: " ") else { return false }
    let service = line.part(start, scanner.position)
    scanner.skipBlanks()
    guard scanner.take(UInt8(ascii: "|")),
      scanner.isAtEnd || scanner.next == UInt8(ascii: " ") || scanner.next == 0x1B
    else { return false }
    _ = scanner.take(UInt8(ascii: " "))
    // The end of the service's colour; a colour of the message stays with it.
    _ = scanner.take("\u{1B}[0m")
    stream = ByteHash.of(service)
    letter.time = stamps.take(&scanner)
    letter.content = scanner.rest
    return true
  }

  /// Skips `ESC [ 36 m` and its like.
  private static func skipColours(_ scanner: inout ByteScanner) {
    while scanner.next == 0x1B, scanner.peek(1) == UInt8(ascii: "[") {
      scanner.position &+= 2
      while scanner.next.isDigit || scanner.next == UInt8(ascii: ";") { scanner.position &+= 1 }
      _ = scanner.take(UInt8(ascii: "m"))
    }
  }
}
