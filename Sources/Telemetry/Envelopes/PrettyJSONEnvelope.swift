/// JSON objects that a program writes over several lines, such as OpenTelemetry's exporter of logs
/// to the console.
///
///     {
///         "body": "text",
///         "severity_text": "INFO",
///         "attributes": { "http.route": "/users/{id}" }
///     }
///
/// What is inside is the same object on one line.
package struct PrettyJSONEnvelope: LogEnvelope {
  package static let name = "pretty-json"
  package static let isUnmistakable = false
  package static let spansLines = true
  package static let samples = [
    """
    {
        "body": "charged",
        "severity_text": "INFO",
        "attributes": {
            "http.route": "/users/{id}"
        },
        "timestamp": "2026-11-27T20:00:00.123456Z"
    }
    """
  ]

  private var texts = TextArena()
  private var object = ObjectLines()

  package init() {}

  package static func begins(_ line: Bytes) -> Bool { ObjectLines.begins(line) }

  package mutating func forget() { object.forget() }

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    switch object.add(line) {
    case .nothing: return false
    case .beginning, .inside: letter.isIncomplete = true
    case .end:
      texts.begin(room: object.bytes.count)
      letter.content = object.bytes.withUnsafeBytes { lines in
        texts.write(atMost: lines.count) { room in
          // No line ends stand within JSON's strings.
          for (place, byte) in lines.enumerated() { room[place] = byte < 0x20 ? 0x20 : byte }
          return lines.count
        }
      }
    }
    return true
  }
}
