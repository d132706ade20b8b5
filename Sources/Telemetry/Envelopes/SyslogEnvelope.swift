/// The lines that syslog daemons and `journalctl` write around those of a program.
///
///     <13>Feb 25 16:20:09 web1 api[7]: msg                    RFC 3164
///     2026-11-21T05:35:21.531231+00:00 web1 api[77]: msg      rsyslog, journalctl -o short-iso
///     Jan 01 10:00:00.123456 web1 api[77]: msg                journalctl -o short-precise
///     Thu 2026-01-01 10:00:00 UTC web1 api.service[77]: msg   journalctl -o short-full, with-unit
///
/// Tabs and escapes that rsyslog writes as `#011` and `#033` become themselves again.
/// Sources: https://www.rfc-editor.org/rfc/rfc3164, journalctl(1)
package struct SyslogEnvelope: LocalStampEnvelope {
  package static let name = "syslog"
  package static let isUnmistakable = false
  package static let isForeign = false
  package static let samples = [
    "<13>Feb 25 16:20:09 web1 haproxy[7]: 89.247.124.65:15564 [25/Feb/2019:16:20:06.321]",
    "Nov 21 05:35:21 vm api: boom",
    #"Nov 21 05:35:21 vm api[77] INFO:     10.0.0.1:5000 - "GET /a HTTP/1.1" 200 OK"#,
    "2026-11-21T05:35:21+00:00 vm api: boom",
    "2026-01-01T10:00:00+0000 web1 api[77]: plain text",
    "2026-01-01T10:00:00.123456+0000 web1 api[77]: plain text",
    "Jan 01 10:00:01.123456 web1 api[77]: \u{1B}[32mINFO\u{1B}[0m: hi",
    "Thu 2026-01-01 10:00:00 UTC web1 api.service[77]: plain text",
  ]

  package var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()
  private var bytes: [UInt8] = []
  private var texts = TextArena()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    var scanner = ByteScanner(line)
    if scanner.take(UInt8(ascii: "<")) {
      guard let priority = scanner.number(), priority < 192, scanner.take(UInt8(ascii: ">")) else {
        return false
      }
    }
    guard let stamp = stamp(&scanner), scanner.take(UInt8(ascii: " ")) else { return false }
    let sender = scanner.position
    // Messages of the host itself may lack its name.
    if !Self.takeTag(&scanner) {
      let host = scanner.word()
      guard !host.isEmpty, scanner.take(UInt8(ascii: " ")), Self.takeTag(&scanner) else {
        return false
      }
    }
    stream = ByteHash.of(line.part(sender, scanner.position))
    _ = scanner.take(UInt8(ascii: " "))
    // What follows this word is JSON: https://www.rsyslog.com/json-elasticsearch/
    if scanner.take("@cee:") { scanner.skipBlanks() }
    letter.content = unescaped(scanner.rest)
    letter.time = stamp.time
    return true
  }

  private mutating func stamp(_ scanner: inout ByteScanner) -> Stamp? {
    if scanner.next.isDigit {
      guard scanner.peek(10) == UInt8(ascii: "T") else { return nil }
      return stamps.stamp(&scanner)
    }
    return scanner.next.isUpper ? stamps.stamp(&scanner) : nil
  }

  /// Takes `api[77]:`, `api:` or `api[77]`, which come before the message.
  private static func takeTag(_ scanner: inout ByteScanner) -> Bool {
    var ahead = scanner
    while isTagByte(ahead.next) { ahead.position &+= 1 }
    guard ahead.position > scanner.position else { return false }
    let hasProcess = ahead.take(UInt8(ascii: "["))
    if hasProcess {
      guard ahead.number() != nil, ahead.take(UInt8(ascii: "]")) else { return false }
    }
    guard ahead.take(UInt8(ascii: ":")) || hasProcess, ahead.isAtEnd || ahead.next.isBlank else {
      return false
    }
    scanner = ahead
    return true
  }

  private static func isTagByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")")
  }

  private mutating func unescaped(_ text: Bytes) -> Bytes {
    guard text.find("#033[") != nil || text.find("#011") != nil else { return text }
    bytes.removeAll(keepingCapacity: true)
    var place = 0
    while place < text.count {
      if text.has("#033[", at: place) {
        bytes.append(0x1B)
        place &+= 4
      } else if text.has("#011", at: place) {
        bytes.append(0x09)
        place &+= 4
      } else {
        bytes.append(text[place])
        place &+= 1
      }
    }
    texts.begin(text)
    return bytes.withUnsafeBytes { texts.copy($0) }
  }
}
