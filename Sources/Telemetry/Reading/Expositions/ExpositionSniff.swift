/// What a response body is, judged by its first bytes and its content type.
///
/// A target that answers 200 with a login page or with JSON must be told apart from one whose
/// metrics are merely broken.
package enum ExpositionSniff: Hashable, Sendable {
  /// Prometheus text 0.0.4 or 1.0, or something close enough to be tried as that.
  case prometheusText
  /// OpenMetrics text, in which time stamps are seconds.
  case openMetrics
  /// Delimited `MetricFamily` messages, which only the content type tells.
  case protobuf
  /// An object or a list.
  case json
  /// A page, such as a login or an error, or XML.
  case html
  /// nginx's `stub_status` page.
  case stubStatus
  /// No bytes, or blanks alone.
  case empty
  /// Compressed, or otherwise not text.
  case binary
  /// Text without a single line that could be a sample.
  case plainText

  /// Judges a body; the bytes win over the content type, which is often missing or wrong.
  package init(_ body: Bytes, contentType: String?) {
    let type = contentType?.lowercased() ?? ""
    if ExpositionSniff.namesProtobuf(type), !body.isEmpty {
      self = .protobuf
      return
    }
    let text = ExpositionSniff.trimmed(body)
    guard let first = text.first else {
      self = .empty
      return
    }
    let head = Bytes(rebasing: text[..<min(text.count, 1024)])
    if ExpositionSniff.isBinary(head) {
      self = .binary
    } else if first == UInt8(ascii: "<") {
      self = .html
    } else if first == UInt8(ascii: "["), !type.contains("openmetrics") {
      self = .json
    } else if first == UInt8(ascii: "{"), ExpositionSniff.opensObject(head) {
      self = .json
    } else if ExpositionSniff.starts(head, with: "Active connections:") {
      self = .stubStatus
    } else if type.contains("openmetrics") || ExpositionSniff.endsWithMark(body) {
      self = .openMetrics
    } else {
      self = ExpositionSniff.couldBeSamples(head) ? .prometheusText : .plainText
    }
  }

  /// Whether it is worth reading as samples.
  package var isExposition: Bool {
    self == .prometheusText || self == .openMetrics || self == .protobuf
  }

  /// Completes the sentence "not an exposition: ...".
  package var phrase: DisplayText {
    switch self {
    case .prometheusText: "looks like Prometheus text"
    case .openMetrics: "looks like OpenMetrics"
    case .protobuf: "is Prometheus protobuf"
    case .json: "looks like JSON"
    case .html: "looks like an HTML page"
    case .stubStatus: "looks like nginx's stub_status page"
    case .empty: "the body is empty"
    case .binary: "looks like binary data (compressed or protobuf)"
    case .plainText: "looks like plain text without samples"
    }
  }

  /// Whether a content type, in lower case, is that of delimited protobuf messages.
  private static func namesProtobuf(_ type: String) -> Bool {
    type.hasPrefix("application/vnd.google.protobuf") && !type.contains("encoding=text")
      && !type.contains("encoding=compact-text")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The body without a byte order mark and without leading white space.
  private static func trimmed(_ body: Bytes) -> Bytes {
    var start = 0
    if body.count >= 3, body[0] == 0xEF, body[1] == 0xBB, body[2] == 0xBF { start = 3 }
    while start < body.count, isSpace(body[start]) { start += 1 }
    return Bytes(rebasing: body[start...])
  }

  private static func starts(_ text: Bytes, with prefix: StaticString) -> Bool {
    guard text.count >= prefix.utf8CodeUnitCount else { return false }
    return prefix.withUTF8Buffer { wanted in
      zip(text, wanted).allSatisfy { $0 == $1 }
    }
  }

  private static func isBinary(_ head: Bytes) -> Bool {
    if head.count >= 2, head[0] == 0x1F, head[1] == 0x8B { return true }
    // NUL is legal inside label values, so a few control bytes do not make a body binary.
    let controls = head.lazy.filter { $0 < 0x20 && !isSpace($0) }.count
    return controls * 20 > head.count
  }

  /// Whether `{` opens a JSON object and not a series with a quoted name.
  private static func opensObject(_ head: Bytes) -> Bool {
    var at = 1
    while at < head.count, isSpace(head[at]) { at += 1 }
    guard at < head.count else { return true }
    if head[at] == UInt8(ascii: "}") { return true }
    guard head[at] == UInt8(ascii: "\"") else { return false }
    at += 1
    while at < head.count, head[at] != UInt8(ascii: "\"") {
      at += head[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at += 1
    while at < head.count, isSpace(head[at]) { at += 1 }
    return at < head.count && head[at] == UInt8(ascii: ":")
  }

  /// Whether the last line is `# EOF`.
  static func endsWithMark(_ body: Bytes) -> Bool {
    var end = body.count
    while end > 0, isSpace(body[end - 1]) { end -= 1 }
    guard end >= 5, starts(Bytes(rebasing: body[(end - 5)..<end]), with: "# EOF") else {
      return false
    }
    return end == 5 || body[end - 6] == 0x0A || body[end - 6] == 0x0D
  }

  /// Whether one of the first lines is a comment or ends in something like a number.
  private static func couldBeSamples(_ head: Bytes) -> Bool {
    for line in head.split(separator: 0x0A) {
      let words = line.split(whereSeparator: isSpace)
      guard let last = words.last else { continue }
      if line.first == UInt8(ascii: "#") { return true }
      if words.count < 2 { continue }
      if ExpositionNumber.parse(Bytes(rebasing: last)) != nil { return true }
    }
    return head.count >= 1024
  }
}
