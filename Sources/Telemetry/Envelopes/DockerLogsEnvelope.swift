/// The lines of `docker logs --timestamps`: a stamp with nanoseconds, and the program's line.
///
///     2026-01-01T10:00:00.123456789Z INFO:     Started server process [7]
///
/// Source: https://docs.docker.com/reference/cli/docker/container/logs/
package struct DockerLogsEnvelope: LogEnvelope {
  package static let name = "docker-logs"
  package static let isUnmistakable = false
  package static let samples = [
    "2026-01-01T10:00:00.123456789Z INFO:     Started server process [7]",
    "2026-01-01T10:00:00.123456789Z \tWHERE id = 1",
    "2026-01-01T10:00:00.123456789Z ",
  ]

  private var stamps = CollectorStamp()

  package init() {}

  package mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool {
    var scanner = ByteScanner(line)
    guard let time = stamps.take(&scanner) else { return false }
    letter.content = scanner.rest
    letter.time = time
    return true
  }
}
