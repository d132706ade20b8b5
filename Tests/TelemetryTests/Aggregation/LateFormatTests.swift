import Telemetry
import Testing

/// Formats that turn up after the first lines of a file, behind another program's messages.
@Suite struct LateFormatTests {
  private static let start = "2026-01-01 13:00:01,123 INFO app.boot: Starting module 1\n"

  /// Lines of which each tells of a request or a statement that took 250 ms.
  private static let late: [(name: String, line: String)] = [
    (
      "postgresql",
      "2026-01-01 14:00:01.123 UTC [44] a@b LOG:  duration: 250.000 ms  statement: SELECT a FROM t\n"
    ),
    (
      "postgresql over two lines",
      "2026-01-01 14:00:01.123 UTC [44] a@b LOG:  duration: 250.000 ms  statement: SELECT a\n\tFROM t\n"
    ),
    (
      "mysql-slow",
      """
      # Time: 2026-01-01T10:00:00.000000Z
      # User@Host: app[app] @ localhost []  Id: 5
      # Query_time: 0.250000  Lock_time: 0.000000 Rows_sent: 1  Rows_examined: 10
      SET timestamp=1767261600;
      SELECT a FROM t;

      """
    ),
    ("nginx-timed", nginxLine("/a", second: 50_400, seconds: "0.250")),
    (
      "gin",
      "[GIN] 2026/01/01 - 14:00:01 | 200 |     250.000ms |   203.0.113.9 | GET      \"/a\"\n"
    ),
    (
      "json",
      "{\"time\":\"2026-01-01T14:00:01Z\",\"method\":\"GET\",\"path\":\"/a\",\"status\":200,\"duration_ms\":250}\n"
    ),
  ]

  private func count(_ text: String, main: any LogFormat.Type, takingBatches: Bool) -> (
    work: UInt64, seconds: Double
  ) {
    var configuration = LogAccumulator.Configuration()
    configuration.discoverable = LogFormatCatalog.all
    var feed = LogFeed(main, configuration: configuration)
    feed.read(text, chunksOf: 700, takingBatches: takingBatches)
    return feed.finish().reduce(into: (0, 0)) { sum, batch in
      for delta in batch.traffic {
        sum.work += delta.statuses.total
        sum.seconds += delta.latency?.sumSeconds ?? 0
      }
      for delta in batch.queries {
        sum.work += delta.calls
        sum.seconds += delta.latency?.sumSeconds ?? 0
      }
    }
  }

  @Test(arguments: late.indices, [true, false])
  func `are found behind messages, and all their lines are counted`(place: Int, inBatches: Bool) {
    let sample = Self.late[place]
    let text =
      String(repeating: Self.start, count: 300) + String(repeating: sample.line, count: 20)
      + Self.start + String(repeating: sample.line, count: 20)
    let found = count(text, main: AppLineFormat.self, takingBatches: inBatches)
    #expect(found.work == 40, "\(sample.name)")
    #expect(abs(found.seconds - 10) < 0.01, "\(sample.name)")
  }

  @Test func `a number that turns up with its format is no time by itself`() {
    let line = nginxLine("/a", second: 50_400, seconds: "512")
    let text = String(repeating: Self.start, count: 300) + String(repeating: line, count: 20)
    let found = count(text, main: AppLineFormat.self, takingBatches: false)
    #expect(found.work == 20 && found.seconds == 0)
  }

  @Test func `are found behind lines of another server`() {
    let lines = String(repeating: nginxLine("/b", second: 50_000, seconds: "0.250"), count: 300)
    for sample in Self.late where sample.name != "nginx-timed" {
      let text =
        lines + String(repeating: Self.start, count: 3)
        + String(repeating: sample.line, count: 20)
      let found = count(text, main: NginxTimedFormat.self, takingBatches: false)
      #expect(found.work == 320, "\(sample.name)")
      #expect(abs(found.seconds - 80) < 0.1, "\(sample.name)")
    }
  }

  @Test func `lines without a stamp have that of the lines around them`() {
    var feed = LogFeed(UvicornFormat.self, alternates: [NginxTimedFormat.self])
    let uvicorn = "INFO:     10.0.0.1:5 - \"GET /b HTTP/1.1\" 200 OK\n"
    let text = uvicorn + nginxLine("/a", second: 50_400) + uvicorn
    Array(text.utf8).withUnsafeBytes {
      feed.reader.read($0, arrival: Timestamp(seconds: 1_800_000_000), looksAhead: true)
    }
    let covered = feed.next().covered
    #expect(covered?.lowerBound == Timestamp(seconds: 1_767_225_600 + 50_400))
    #expect(covered?.lowerBound == covered?.upperBound)
  }
}
