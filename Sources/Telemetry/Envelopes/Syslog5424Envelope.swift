/// Syslog lines with version and structured data.
///
///     <165>1 2003-10-11T22:14:15.003Z web1 api 77 ID47 [a@1 k="v"][b@1] msg
///     priority, version  time      host  app pid  id   structured data  message
///
/// A length may stand before the line, as syslog over TCP frames it, and a byte order mark before
/// the message. Source: https://www.rfc-editor.org/rfc/rfc5424#section-6
package struct Syslog5424Envelope: LogEnvelope {
  package static let name = "syslog-5424"
  package static let isUnmistakable = false
  package static let isForeign = false
  package static let samples = [
    "<34>1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \u{FEFF}'su root' failed for lonvick on /dev/pts/8",
    #"<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47 [exampleSDID@32473 iut="3" eventSource="App\"l]i\\cation" eventID="1011"][examplePriority@32473 class="high"] An application event log entry..."#,
    "<165>1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It's time to make the do-nuts.",
    #"<13>1 2026-11-21T05:35:21.531231+00:00 vm api 77 - [timeQuality tzKnown="1" isSynced="0"] INFO:     10.0.0.1:5000 - "GET /a HTTP/1.1" 200 OK"#,
    "83 <40>1 2012-11-30T06:45:29+00:00 host app web.3 - State changed from starting to up",
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    var scanner = ByteScanner(line)
    if scanner.number() != nil, !scanner.take(UInt8(ascii: " ")) { return false }
    guard scanner.take(UInt8(ascii: "<")), let priority = scanner.number(), priority < 192,
      scanner.take(">1 ")
    else { return false }
    if !scanner.take(UInt8(ascii: "-")) {
      guard let stamp = stamps.stamp(&scanner) else { return false }
      letter.time = stamp.time
    }
    let sender = scanner.position
    for part in 0..<4 {
      guard scanner.take(UInt8(ascii: " ")), !scanner.word().isEmpty else { return false }
      // The host, the program and its process; what follows is the kind of the message.
      if part == 2 { stream = ByteHash.of(line.part(sender, scanner.position)) }
    }
    // Heroku's drains leave the structured data out.
    var ahead = scanner
    if ahead.take(UInt8(ascii: " ")), Self.skipStructure(&ahead) { scanner = ahead }
    _ = scanner.take(UInt8(ascii: " "))
    _ = scanner.take("\u{FEFF}")
    letter.content = scanner.rest
    return true
  }

  /// Skips `-` or elements in brackets, whose values may hold any text.
  private static func skipStructure(_ scanner: inout ByteScanner) -> Bool {
    if scanner.next == UInt8(ascii: "-"),
      scanner.peek(1) == UInt8(ascii: " ") || scanner.bytes.count == scanner.position &+ 1
    {
      scanner.position &+= 1
      return true
    }
    guard scanner.next == UInt8(ascii: "[") else { return false }
    while scanner.take(UInt8(ascii: "[")) {
      while scanner.next != UInt8(ascii: "]") {
        if scanner.isAtEnd { return false }
        if scanner.next == UInt8(ascii: "\"") {
          guard scanner.quoted() != nil else { return false }
        } else {
          scanner.position &+= 1
        }
      }
      scanner.position &+= 1
    }
    return scanner.isAtEnd || scanner.next == UInt8(ascii: " ")
  }
}
