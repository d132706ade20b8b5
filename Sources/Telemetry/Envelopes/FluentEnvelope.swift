/// The JSON lines of Fluent Bit, Fluentd and Vector: a program's line among keys of the collector.
///
///     {"message":"GET /a 200","stream":"stdout","kubernetes":{"pod_name":"api-1"}}
///     {"@timestamp":"2026-01-01T10:00:00.5Z","log":"GET /a 200","stream":"stdout","logtag":"F"}
///
/// Source: https://docs.fluentbit.io/manual/pipeline/filters/kubernetes
package struct FluentEnvelope: LogEnvelope {
  package static let name = "fluent"
  package static let isUnmistakable = false
  package static let samples = [
    #"{"message":"GET /a 200","stream":"stdout","kubernetes":{"pod_name":"api-1","namespace_name":"x"}}"#,
    #"{"@timestamp":"2026-01-01T10:00:00.5Z","log":"GET /a 200","stream":"stderr","logtag":"F"}"#,
    #"{"date":1767261600.5,"log":"hello\n","stream":"stdout","time":"2026-01-01T10:00:00.123456789Z","kubernetes":{}}"#,
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()
  private var texts = TextArena()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.first == UInt8(ascii: "{"),
      line.find("\"stream\"") != nil || line.find("\"kubernetes\"") != nil
    else { return false }
    texts.begin(line)
    var json = JSONScanner(line.from(1))
    var hasMessage = false
    var sender: UInt64 = 0
    var isCollected = false
    while let key = json.nextKey() {
      guard let value = json.value() else { return false }
      switch value {
      case .string(let raw):
        if key.equals("message") || key.equals("log") {
          letter.content = texts.unescaped(raw)
          hasMessage = true
        } else if key.equals("stream") {
          isCollected = isCollected || raw.equals("stdout") || raw.equals("stderr")
          sender &+= ByteHash.of(raw)
        } else if key.equals("logtag") {
          letter.isPartial = raw.equals("P")
        } else if Self.isTime(key) {
          letter.time = stamps.stamp(raw)?.time ?? letter.time
        } else if Self.namesSender(key) {
          sender &+= ByteHash.of(raw)
        }
      case .number(let digits):
        if Self.isTime(key) { letter.time = stamps.stamp(digits)?.time ?? letter.time }
      case .object where key.equals("kubernetes"):
        isCollected = true
        sender &+= Self.pod(&json)
      case .object, .array: json.skipRest()
      default: break
      }
    }
    guard !json.isBroken, hasMessage, isCollected else { return false }
    stream = sender
    letter.content = letter.content.trimmedSpace.isEmpty ? .none : Self.line(letter.content)
    return true
  }

  private static func namesSender(_ key: Bytes) -> Bool {
    key.equals("pod_name") || key.equals("container_name") || key.equals("container_id")
  }

  /// What the object that has just been opened says of the pod.
  private static func pod(_ json: inout JSONScanner) -> UInt64 {
    var sender: UInt64 = 0
    while let key = json.nextKey(), let value = json.value() {
      switch value {
      case .string(let raw): if namesSender(key) { sender &+= ByteHash.of(raw) }
      case .object, .array: json.skipRest()
      default: break
      }
    }
    return sender
  }

  private static func isTime(_ key: Bytes) -> Bool {
    key.equals("time") || key.equals("@timestamp") || key.equals("timestamp") || key.equals("date")
  }

  /// Text without the line end that some collectors leave.
  private static func line(_ text: Bytes) -> Bytes {
    var end = text.count
    while end > 0, text[end &- 1] == 0x0A || text[end &- 1] == 0x0D { end &-= 1 }
    return text.part(0, end)
  }
}
