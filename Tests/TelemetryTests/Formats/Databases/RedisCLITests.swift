import Testing

@testable import Telemetry

/// `SLOWLOG GET 4` of Redis 7.0.15 as its redis-cli prints it, whichever options it was given.
@Suite struct RedisCLITests {
  /// Into a pipe; also with `-3` and with `--raw`.
  private static let piped = """
    7
    1795918973
    50
    eval
    return
    1
    0
    127.0.0.1:56574

    6
    1795918973
    2
    GET
    user:1
    127.0.0.1:56560
    web-1
    5
    1795918973
    14
    HSET
    user:12
    email
    ann@example.org
    note
    it's a "b"
    line
    127.0.0.1:56560
    web-1
    4
    1795918973
    2
    client
    setname
    web-1
    127.0.0.1:56560
    web-1

    """

  /// Onto a terminal and with `--no-raw`; also with `-3`.
  private static let shown = #"""
    1) 1) (integer) 7
       2) (integer) 1795918973
       3) (integer) 50
       4) 1) "eval"
          2) "return\n1"
          3) "0"
       5) "127.0.0.1:56574"
       6) ""
    2) 1) (integer) 6
       2) (integer) 1795918973
       3) (integer) 2
       4) 1) "GET"
          2) "user:1"
       5) "127.0.0.1:56560"
       6) "web-1"
    3) 1) (integer) 5
       2) (integer) 1795918973
       3) (integer) 14
       4) 1) "HSET"
          2) "user:12"
          3) "email"
          4) "ann@example.org"
          5) "note"
          6) "it's a \"b\"\nline"
       5) "127.0.0.1:56560"
       6) "web-1"
    4) 1) (integer) 4
       2) (integer) 1795918973
       3) (integer) 2
       4) 1) "client"
          2) "setname"
          3) "web-1"
       5) "127.0.0.1:56560"
       6) "web-1"

    """#

  /// The entries of `--json`.
  private static let entries = [
    #"[7,1795918973,50,["eval","return\n1","0"],"127.0.0.1:56574",""]"#,
    #"[6,1795918973,2,["GET","user:1"],"127.0.0.1:56560","web-1"]"#,
    #"[5,1795918973,14,["HSET","user:12","email","ann@example.org","note","it's a \"b\"\nline"],"127.0.0.1:56560","web-1"]"#,
    #"[4,1795918973,2,["client","setname","web-1"],"127.0.0.1:56560","web-1"]"#,
  ]

  /// All of them in one line, as redis-cli prints them.
  private static let json = "[" + entries.joined(separator: ",") + "]\n"

  /// One a line, as `jq -c '.[]'` prints them.
  private static let unpacked = entries.map { $0 + "\n" }.joined()

  /// Statements with their calls and microseconds.
  private func picture(of text: String) -> [String] {
    databaseBatch(of: text, as: RedisSlowlogFormat()).queries.map { query in
      let microseconds = ((query.latency?.sumSeconds ?? 0) * 1e6).rounded()
      return "\(query.fingerprint?.string ?? "") \(query.calls) \(Int(microseconds))"
    }
    .sorted()
  }

  @Test(arguments: [
    piped, shown, shown.replacing("\n", with: "\r\n"), json, unpacked, json + json,
  ])
  func `is read`(text: String) {
    #expect(
      picture(of: text) == [
        "client setname ? 1 2", "eval ? 1 50", "get ? 1 2", "hset ? 1 14",
      ])
  }

  @Test(arguments: [shown, json, unpacked])
  func `is found out`(text: String) {
    #expect(withBytes(text) { FormatDetection($0).primary?.label } == "redis-slowlog")
  }

  @Test func `is one line with --json, whose entries are shown each`() {
    let batch = databaseBatch(of: Self.json, as: RedisSlowlogFormat())
    #expect(batch.tally.lines == 1 && batch.tally.parsed == 1 && batch.tally.unparsed == 0)
    #expect(batch.tally.bytes == UInt64(Self.json.utf8.count))
    #expect(
      batch.queries.flatMap { $0.examples.map(\.statement.string) }.contains("GET 'user:1'"))
  }

  @Test(arguments: [
    "[]", "[[]]", "[1,2,3]", #"[[7,1795918973,50,["eval","#, #"[[7,12,50,["get","a"],"a:1",""]]"#,
  ])
  func `other lists are none`(line: String) {
    #expect(summary(of: line, as: RedisSlowlogFormat.self) == nil)
  }
}
