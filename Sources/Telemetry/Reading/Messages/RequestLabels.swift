/// Requests of which a message names each part.
///
///     Method: GET, URL: /x/5, Status: 200, Duration: 12ms
///     "HTTP" verb="GET" URI="/api/v1/pods/5" latency="12.345ms" resp=200            Kubernetes
///
/// Source: https://github.com/kubernetes/apiserver/blob/master/pkg/server/httplog/httplog.go
extension MessagePatterns {
  /// How far behind the first part the last one ends at most.
  private static let longestParts = 4096
  private static let mostParts = 12

  /// Parts with colons or equals signs, from the method on.
  static func labelled(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.isEarly, text.has(":", at: word.end) else { return false }
    var parts = RequestParts()
    var scanner = ByteScanner(
      text.part(0, min(text.count, word.start &+ longestParts)), at: word.start)
    for _ in 0..<mostParts {
      guard let (key, value) = part(&scanner) else { break }
      let meaning = FieldAliases.meaning(of: key)
      switch meaning.field {
      case .method: parts.method = value
      case .target: parts.target = value
      case .status: parts.take(status: value)
      case .seconds, .time: parts.take(time: value)
      default: break
      }
    }
    return parts.write(&record)
  }

  /// Takes `key: value` and the comma, bar or dash behind it.
  private static func part(_ scanner: inout ByteScanner) -> (key: Bytes, value: Bytes)? {
    let start = scanner.position
    while scanner.next.isWord || scanner.next == UInt8(ascii: " ")
      || scanner.next == UInt8(ascii: "-")
    { scanner.position &+= 1 }
    let key = scanner.bytes.part(start, scanner.position).trimmed
    guard !key.isEmpty, scanner.take(":") || scanner.take("=") else { return nil }
    scanner.skipBlanks()
    let valueStart = scanner.position
    while !scanner.isAtEnd, !endsPart(scanner) { scanner.position &+= 1 }
    var value = scanner.bytes.part(valueStart, scanner.position).trimmed
    if value.count > 1, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
      value = value.part(1, value.count &- 1)
    }
    while scanner.next.isBlank || endsPart(scanner) { scanner.position &+= 1 }
    return (key, value)
  }

  /// Whether a part ends here: at a comma or semicolon before a blank, at a bar or dash behind one.
  private static func endsPart(_ scanner: ByteScanner) -> Bool {
    let isBeforeBlank = scanner.peek(1) <= 0x20
    switch scanner.next {
    case UInt8(ascii: ","), UInt8(ascii: ";"): return isBeforeBlank
    case UInt8(ascii: "|"), UInt8(ascii: "-"):
      return isBeforeBlank && scanner.position > 0
        && scanner.bytes[scanner.position &- 1].isBlank
    case 0x0A: return true
    default: return false
    }
  }

  /// The pairs of Kubernetes' API server from `verb` on.
  static func kubernetes(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.isEarly, text.has("=\"", at: word.end) else { return false }
    var parts = RequestParts()
    var pairs = KeyValueScanner(
      text.part(word.start, min(text.count, word.start &+ longestParts)))
    while let (key, value) = pairs.next() {
      if key.equals("verb") {
        // A list is a GET of several objects.
        parts.method = value.equals("LIST") ? Bytes("GET" as StaticString) : value
      } else if key.equals("URI") {
        parts.target = value
      } else if key.equals("latency") {
        parts.take(time: value)
      } else if key.equals("resp") {
        parts.take(status: value)
      }
    }
    return parts.write(&record)
  }
}

/// The parts of a request as far as they were found.
private struct RequestParts {
  var method = Bytes.none
  var target = Bytes.none
  private var status = 0
  private var seconds = Double.nan

  mutating func take(status text: Bytes) {
    var scanner = ByteScanner(text)
    guard let number = scanner.digits(3), 100..<600 ~= number, !scanner.next.isWord else { return }
    status = number
  }

  /// Takes a time with its unit; a plain number does not say what it counts.
  mutating func take(time text: Bytes) {
    var scanner = ByteScanner(text)
    if let time = DurationScanner.inParts(&scanner), scanner.isAtEnd { seconds = time }
  }

  /// Makes a request of them; `false` where a method, a path, or both a status and a time are missing.
  func write(_ record: inout LogRecord) -> Bool {
    guard HTTPMethod.isCommon(method), target.first == UInt8(ascii: "/"),
      status != 0 || seconds >= 0
    else { return false }
    record.kind = .request
    record.method = method
    record.target = target
    record.status = status
    record.seconds = seconds
    return true
  }
}
