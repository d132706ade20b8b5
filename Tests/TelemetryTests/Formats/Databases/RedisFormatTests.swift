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
        "get 'user:1'", #"lpush 'l' 'line1\\nline2'"#,
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

  /// The statements of a slow log, each as its entry was logged.
  private func statements(_ commands: [[String]]) -> [String] {
    let entries = commands.enumerated().map { place, command in
      (id: commands.count - place, time: 1_795_240_113, command: command)
    }
    let batch = databaseBatch(of: plain(entries), as: RedisSlowlogFormat())
    return batch.queries.flatMap { $0.examples.map(\.statement.string) }
  }

  @Test(arguments: [
    (["SET", "user:1", "secret"], "SET 'user:1' 'secret'", "set user:? ?"),
    (["AUTH", "secret"], "AUTH 'secret'", "auth ?"),
    (
      ["HSET", "user:1", "email", "ann@example.org"], "HSET 'user:1' 'email' 'ann@example.org'",
      "hset user:? ?"
    ),
    (["get", "cart:12:items"], "get 'cart:12:items'", "get cart:?:?"),
    (["MGET", "user:1", "user:2"], "MGET 'user:1' 'user:2'", "mget user:? ?"),
    (["LPUSH", "secret", "x"], "LPUSH 'secret' 'x'", "lpush ?"),
    (["SETEX", "{secret}:1", "60", "x"], "SETEX '{secret}:1' '60' 'x'", "setex ?"),
    (["CONFIG", "SET", "requirepass", "x"], "CONFIG SET 'requirepass' 'x'", "config set ?"),
    (["SELECT", "7"], "SELECT '7'", "select ?"), (["EXEC"], "EXEC", "exec"),
    (["RENAME", "user:1", "user:2"], "RENAME 'user:1' 'user:2'", "rename user:? ?"),
    (["JSON.SET", "doc:1", "$", "{}"], "JSON.SET 'doc:1' '$' '{}'", "json.set doc:? ?"),
    (["EVAL", "return 'a'", "0"], "EVAL 'return \'\'a\'\'' '0'", "eval ?"),
    (["RENAMED", "user:1", "x"], "RENAMED 'user:1' 'x'", "renamed ?"),
    (["SET", #"user:1\"#, "secret"], #"SET 'user:1\\' 'secret'"#, "set user:? ?"),
    (["SET", "a'", "/* ' */ secret"], "SET 'a\'\'' '/* \'\' */ secret'", "set ?"),
  ])
  func `shows of an argument no more than what keys begin with`(
    command: [String], statement: String, masked: String
  ) {
    #expect(statements([command]) == [statement])
    #expect(Fingerprinter.masked(statement) == masked)
    #expect(Fingerprinter.masked(masked) == masked)
  }

  @Test func `masks a command wherever it was cut`() {
    let statement = statements([["HSET", "user:1", "it's", #"secret\"#, "secret"]]).first ?? ""
    #expect(statement == #"HSET 'user:1' 'it''s' 'secret\\' 'secret'"#)
    for end in statement.indices {
      let masked = Fingerprinter.masked(String(statement[..<end]) + "…")
      #expect(!masked.contains("secret") && !masked.contains("it"), "\(masked)")
    }
  }

  @Test func `shows entries in place of their lines`() {
    let text = plain([
      (5, 1_795_240_114, ["SET", "user:1", "secret"]), (4, 1_795_240_113, ["AUTH", "secret"]),
    ])
    let arrival = Timestamp(seconds: 1_900_000_000)
    var reader = LogReader(
      source: 0, format: RedisSlowlogFormat(), alternates: [], arrival: arrival)
    func read(_ text: String) -> [String] {
      withBytes(text) { reader.read($0, arrival: arrival) }
      return reader.takeBatch(at: arrival, lines: 10).lines.map {
        "\(iso($0.time)) \($0.text)"
      }
    }
    #expect(
      read(text) == [
        "2026-11-21T05:48:33Z 37 us AUTH 'secret'",
        "2026-11-21T05:48:34Z 37 us SET 'user:1' 'secret'",
      ])
    #expect(read(text) == [])
  }
}
