/// The entries of systemd's journal as `journalctl -o json-pretty` writes them.
///
///     {
///             "MESSAGE" : "text",
///             "__REALTIME_TIMESTAMP" : "1790000000000000",
///             "_SYSTEMD_UNIT" : "api.service"
///     }
///
/// An entry is what `-o json` has on one line; see `JournaldEnvelope`.
package struct JournalPrettyEnvelope: LogEnvelope {
  package static let name = "journald"
  package static let isUnmistakable = true
  package static let spansLines = true
  package static let samples = [
    """
    {
    \t"MESSAGE" : "INFO:     127.0.0.1:5000 - \\"GET /items/0 HTTP/1.1\\" 200 OK",
    \t"__REALTIME_TIMESTAMP" : "1790000000000000",
    \t"_SYSTEMD_UNIT" : "api.service",
    \t"_PID" : "77"
    }
    """
  ]

  package var stream: UInt64 { envelope.stream }
  private var envelope = JournaldEnvelope()
  private var texts = TextArena()
  private var object = ObjectLines()

  package init() {}

  package static func begins(_ line: Bytes) -> Bool { ObjectLines.begins(line) }

  package mutating func forget() { object.forget() }

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    switch object.add(line) {
    case .nothing: return false
    case .beginning, .inside:
      letter.isIncomplete = true
      return true
    case .end:
      texts.begin(room: object.bytes.count)
      return object.bytes.withUnsafeBytes { entry in
        guard envelope.open(entry, into: &letter) else { return false }
        letter.content = texts.copy(letter.content)
        return true
      }
    }
  }
}
