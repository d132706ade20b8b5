/// The JSON lines of Docker's default logging driver.
///
///     {"log":"GET /a 200\n","stream":"stdout","time":"2026-01-01T10:00:00.123456789Z"}
///
/// Docker cuts lines at 16 KiB; only the last piece ends with `\n`.
/// Source: https://docs.docker.com/engine/logging/drivers/json-file/
package struct DockerEnvelope: LogEnvelope {
  package static let name = "docker"
  package static let isUnmistakable = true
  package static let samples = [
    #"{"log":"127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"GET /a HTTP/1.0\" 200 2326\n","stream":"stdout","time":"2026-01-01T10:00:00.123456789Z"}"#,
    #"{"log":"panic: boom\n","stream":"stderr","attrs":{"tag":"api"},"time":"2026-01-01T10:00:00.1Z"}"#,
  ]

  package private(set) var stream: UInt64 = 0
  private var stamps = StampScanner()
  private var texts = TextArena()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    guard line.has(#"{"log":""#) else { return false }
    texts.begin(line)
    var json = JSONScanner(line.from(1))
    var hasStream = false
    while let key = json.nextKey() {
      guard let value = json.value() else { return false }
      switch value {
      case .string(let raw):
        if key.equals("log") { letter.content = texts.unescaped(raw) }
        if key.equals("stream") {
          hasStream = true
          stream = ByteHash.of(raw)
        }
        // Fluent Bit takes these lines over without their ends, and adds keys of its own.
        if key.equals("logtag") { return false }
        if key.equals("time") { letter.time = stamps.stamp(raw)?.time }
      case .object, .array:
        if key.equals("kubernetes") { return false }
        json.skipRest()
      default: break
      }
    }
    guard !json.isBroken, hasStream || letter.time != nil else { return false }
    if letter.content.last == 0x0A {
      letter.content = letter.content.part(0, letter.content.count &- 1)
      if letter.content.last == 0x0D {
        letter.content = letter.content.part(0, letter.content.count &- 1)
      }
    } else {
      letter.isPartial = true
    }
    return true
  }
}
