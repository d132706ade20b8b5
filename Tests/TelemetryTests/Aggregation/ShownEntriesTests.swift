import Testing

@testable import Telemetry

/// A slow log of Redis between the lines of a server: its lines are shown as where it stands alone.
@Suite struct ShownEntriesTests {
  private static let start = 1_767_225_600

  /// What `redis-cli SLOWLOG GET` prints into a pipe, the newest entry first.
  private static func piped(_ entries: [(id: Int, second: Int, command: [String])]) -> String {
    entries.map { entry in
      ([String(entry.id), String(start + entry.second), "37"] + entry.command
        + ["127.0.0.1:46082", ""]).joined(separator: "\n") + "\n"
    }.joined()
  }

  private static let terminal = """
    1) 1) (integer) 6
       2) (integer) \(start + 2)
       3) (integer) 14
       4) 1) "SET"
          2) "user:1"
          3) "secret"
       5) "127.0.0.1:46092"
       6) ""

    """

  private func mixedFeed() -> LogFeed {
    LogFeed(NginxTimedFormat.self, alternates: [RedisSlowlogFormat.self])
  }

  private func texts(_ batch: Batch) -> [String] { batch.lines.map(\.text.string) }

  private func access(_ second: Int) -> String {
    String(nginxLine("/\(second)", second: second).dropLast())
  }

  @Test func `shows entries in place of their lines, where they happened`() {
    let listed = Self.piped([
      (5, 4, ["SET", "user:1", "secret"]), (4, 2, ["AUTH", "5", "secret"]),
    ])
    let entries = ["37 us AUTH '5' 'secret'", "37 us SET 'user:1' 'secret'"]
    for size in [1, 1000] {
      var feed = mixedFeed()
      feed.read(
        nginxLine("/1", second: 1) + listed + nginxLine("/3", second: 3)
          + nginxLine("/5", second: 5), chunksOf: size)
      let batch = feed.next(lines: 10)
      #expect(texts(batch) == [access(1), entries[0], access(3), entries[1], access(5)])
      #expect(batch.queries.map(\.calls) == [1, 1])
      // The command is run again, and lists them once more beside a new one.
      feed.read(Self.piped([(6, 6, ["GET", "secret"])]) + listed + nginxLine("/7", second: 7))
      #expect(texts(feed.next(lines: 10)) == ["37 us GET 'secret'", access(7)])
      feed.read(listed)
      #expect(texts(feed.next(lines: 10)) == [])
    }
  }

  @Test func `shows what a terminal was shown in the same way`() {
    var feed = mixedFeed()
    feed.read(nginxLine("/1", second: 1) + Self.terminal + nginxLine("/3", second: 3))
    #expect(
      texts(feed.next(lines: 10)) == [access(1), "14 us SET 'user:1' 'secret'", access(3)])
  }

  @Test func `shows no more lines than it may`() {
    var feed = mixedFeed()
    feed.read(nginxLine("/1", second: 1) + Self.terminal + nginxLine("/3", second: 3))
    #expect(texts(feed.next(lines: 2)) == ["14 us SET 'user:1' 'secret'", access(3)])
    feed.read(Self.terminal)
    #expect(texts(feed.next(lines: 0)) == [])
  }

  @Test func `leaves lines that are of no entry`() {
    var feed = mixedFeed()
    let others = ["42", "1767225600", "word", "7", "no address"]
    feed.read(others.joined(separator: "\n") + "\n" + Self.terminal)
    #expect(texts(feed.next(lines: 10)).filter { others.contains($0) } == others)
  }

  @Test func `leaves lines that read like one of an entry`() {
    let script = Self.piped([(5, 2, ["EVAL", "return {", "}", "0"])])
    for size in [1, 1000] {
      var feed = mixedFeed()
      feed.read(
        nginxLine("/1", second: 1) + "}\n" + script + "}\n37\n" + nginxLine("/3", second: 3),
        chunksOf: size)
      #expect(
        texts(feed.next(lines: 10)) == [
          access(1), "}", "}", "37 us EVAL 'return {' '}' '0'", "37", access(3),
        ])
      feed.read("}\n" + nginxLine("/5", second: 5))
      #expect(texts(feed.next(lines: 10)) == ["}", access(5)])
    }
  }

  @Test func `leaves out an entry in whose midst the tail begins`() {
    var feed = mixedFeed()
    let command = ["RPUSH", "list"] + Array(repeating: "secret", count: 9)
    let entries = (0..<400).map { (id: 1000 - $0, second: 2, command: command) }
    feed.read(Self.piped(entries) + nginxLine("/3", second: 3) + "secret\n")
    let shown = texts(feed.next(lines: 1000))
    #expect(shown.suffix(2) == [access(3), "secret"])
    #expect(!shown.dropLast(2).contains("secret"))
  }

  @Test func `does not wait for ever for the end of an entry`() {
    var feed = mixedFeed()
    feed.read("5\n\(Self.start)\n37\nSET\n" + String(repeating: "word\n", count: 400) + "last\n")
    let shown = texts(feed.next(lines: 1000))
    #expect(shown.last == "last")
    #expect(shown.count { $0 == "word" } == 145)
  }
}
