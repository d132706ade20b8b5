import Testing

@testable import Telemetry

/// The log and the slow log of Redis 7.0.
@Suite struct RedisFormatTests {
  @Test func `reads the log of a server`() {
    #expect(
      RedisFormat.samples.map { summary(of: $0, as: RedisFormat.self) } == [
        "message notice 2026-11-21T05:48:32.819Z pid=3538 | Ready to accept connections",
        "message warning 2026-11-21T05:48:32.818Z pid=3538 | oO0OoO0OoO0Oo Redis is starting oO0OoO0OoO0Oo",
        "message warning pid=2931 | Connection with master lost.",
      ])
    for line in [
      "", "1:M", "1:Q 21 Nov 2026 05:48:32.819 * x", "1:M 21 Nov 2026 05:48:32 * x", "x:M 1",
    ] {
      #expect(summary(of: line, as: RedisFormat.self) == nil, "\(line)")
    }
  }

  @Test func `supplies the year and the zone that a stamp leaves out`() {
    var parser = RedisFormat()
    parser.stampContext = StampContext(
      offsetSeconds: 3600, now: Timestamp(microseconds: 1_768_212_000_000_000))
    for (stamp, time) in [
      ("12 Jan 10:00:00.123", "2026-01-12T09:00:00.123Z"),
      ("31 Dec 23:59:59.999", "2025-12-31T22:59:59.999Z"),
      ("29 Feb 10:00:00.000", "2024-02-29T09:00:00Z"),
      ("21 Nov 2026 05:48:32.819", "2026-11-21T04:48:32.819Z"),
    ] {
      #expect(
        summary(of: "2931:M \(stamp) * Ready", by: &parser)
          == "message notice \(time) pid=2931 | Ready")
    }
    for stamp in ["12 Jan 24:00:00.123", "1 Jan 10:00:00.123", "12 Jan 10:00:00,123", "12 Jan"] {
      #expect(summary(of: "2931:M \(stamp) * Ready", by: &parser) == nil, "\(stamp)")
    }
  }

  private func plain(_ entries: [(id: Int, time: Int, command: [String])]) -> String {
    entries.map { entry in
      ([String(entry.id), String(entry.time), "37"] + entry.command + ["127.0.0.1:46082", ""])
        .joined(separator: "\n") + "\n"
    }.joined()
  }

  private func calls(_ text: String) -> [String] {
    let batch = databaseBatch(of: text, as: RedisSlowlogFormat())
    return batch.queries.map { "\($0.calls) \($0.fingerprint?.string ?? "nil")" }.sorted()
  }

  @Test func `reads entries as they come into a pipe`() {
    let text = plain([
      (5, 1_795_240_113, ["lpush", "l", "line1", "line2", "5", "1795240113"]),
      (4, 1_795_240_113, ["EVAL", "return 1"]), (3, 1_795_240_112, ["config", "set", "a", "b"]),
      (2, 1_795_240_112, ["ping"]),
    ])
    #expect(calls(text) == ["1 config set ?", "1 eval ?", "1 lpush ?", "1 ping"])
    #expect(
      calls(text.replacing("\n\n", with: "\n")) == [
        "1 config set ?", "1 eval ?", "1 lpush ?", "1 ping",
      ])
  }

  @Test func `reads entries as they are shown on a terminal`() {
    let text = """
       1) 1) (integer) 6
          2) (integer) 1795240113
          3) (integer) 14
          4) 1) "get"
             2) "user:1"
          5) "127.0.0.1:46092"
          6) ""
      10) 1) (integer) 5
          2) (integer) 1795240113
          3) (integer) 6
          4)  1) "lpush"
              2) "l"
             10) "line1\\nline2"
          5) "127.0.0.1:46082"
          6) "name"

      """
    #expect(calls(text) == ["1 get ?", "1 lpush ?"])
    let batch = databaseBatch(of: text, as: RedisSlowlogFormat())
    #expect(batch.queries.compactMap { $0.latency?.sumSeconds }.sorted() == [6e-6, 14e-6])
    #expect(
      batch.queries.flatMap { $0.examples.map(\.statement.string) }.sorted() == [
        "get user:1", "lpush l line1\\nline2",
      ])
  }

  @Test func `counts an entry once, however often the command is run`() {
    let first = plain([(1, 1_795_240_001, ["get", "a"]), (0, 1_795_240_000, ["get", "b"])])
    let second = plain([(2, 1_795_240_002, ["get", "c"]), (1, 1_795_240_001, ["get", "a"])])
    #expect(calls(first + first) == ["2 get ?"])
    #expect(calls(first + second + second) == ["3 get ?"])
    #expect(
      calls(plain([(7, 1_795_240_001, ["get"])]) + plain([(7, 1_795_240_001, ["get"])])) == [
        "1 get"
      ])
    let restarted = plain([(1, 1_795_250_001, ["get", "a"]), (0, 1_795_250_000, ["get", "b"])])
    #expect(calls(first + restarted + restarted) == ["4 get ?"])
  }

  @Test func `lets no argument of a command through`() {
    for (command, fingerprint) in [
      ("SET user:1 secret", "set ?"), ("ping", "ping"), ("CONFIG GET maxmemory", "config get ?"),
      ("client", "client"), ("FT.SEARCH idx @a:b", "ft.search ?"), ("secret123 x", "?"), ("", "?"),
      ("object 'x'", "object ?"), ("config get ?", "config get ?"), ("set ?", "set ?"), ("?", "?"),
    ] {
      #expect(
        Fingerprinter.of(command, dialect: .redis).text == (command.isEmpty ? "" : fingerprint))
    }
  }
}
