import Telemetry
import Testing

@Suite struct LogTailTests {
  private func lines(_ batch: Batch) -> [String] {
    batch.lines.map { line in
      "\(Int64(line.time.seconds) % 100_000) \(line.level) \(line.text)"
    }
  }

  @Test func `gives the newest lines, oldest first`() {
    var feed = LogFeed(NginxTimedFormat.self)
    for second in 0..<50 { feed.read(nginxLine("/\(second)", second: second)) }
    let newest = feed.next(lines: 3)
    #expect(
      newest.lines.map(\.text.string)
        == (47..<50).map { second in
          String(nginxLine("/\(second)", second: second).dropLast())
        })
    #expect(newest.lines.map { $0.time.seconds - 1_767_225_600 } == [47, 48, 49])
    #expect(feed.next(lines: 3).lines.isEmpty)
    feed.read(nginxLine("/a"))
    #expect(feed.next(lines: 0).lines.isEmpty)
  }

  @Test func `gives fewer lines where there are fewer, and no empty ones`() {
    var feed = LogFeed(NginxTimedFormat.self)
    feed.read("\n" + nginxLine("/a") + "\r\n\n" + nginxLine("/b"))
    #expect(feed.next(lines: 100).lines.count == 2)
  }

  @Test func `gives continuation lines the time and the level of the line they belong to`() {
    var feed = LogFeed(PostgreSQLFormat.self)
    feed.read("2026-01-01 10:00:01.000 UTC [1] ERROR:  syntax error\n\tat character 7\n")
    feed.read("2026-01-01 10:00:02.000 UTC [1] LOG:  duration: 3.0 ms  statement: SELECT\n\t1\n")
    let start = 1_767_225_600 % 100_000 + 36_000
    let batch = feed.next(lines: 10)
    #expect(batch.lines.map(\.goesOn) == [false, true, false, true])
    #expect(
      lines(batch) == [
        "\(start + 1) error 2026-01-01 10:00:01.000 UTC [1] ERROR:  syntax error",
        "\(start + 1) error  at character 7",
        "\(start + 2) info 2026-01-01 10:00:02.000 UTC [1] LOG:  duration: 3.0 ms  statement: SELECT",
        "\(start + 2) info  1",
      ])
  }

  @Test func `gives the end of an entry, where the tail begins with it, the time of what follows`()
  {
    var feed = LogFeed(PostgreSQLFormat.self)
    feed.read("2026-01-01 10:00:01.000 UTC [1] LOG:  duration: 3.0 ms  statement: SELECT\n\t1\n")
    feed.read("2026-01-01 10:00:02.000 UTC [1] LOG:  connection authorized\n")
    let start = 1_767_225_600 % 100_000 + 36_000
    #expect(
      lines(feed.next(lines: 2)) == [
        "\(start + 2) unknown  1",
        "\(start + 2) info 2026-01-01 10:00:02.000 UTC [1] LOG:  connection authorized",
      ])
  }

  @Test func `calls a failed request an error and asks alternates for levels`() {
    var feed = LogFeed(NginxTimedFormat.self, alternates: [AppLineFormat.self])
    feed.read(
      nginxLine("/a", status: 503) + nginxLine("/a", status: 404)
        + "2026-01-01 10:00:00,123 WARNING db: slow\n")
    #expect(feed.next(lines: 10).lines.map(\.level) == [.error, .unknown, .warning])
  }

  @Test func `shows no control character and no more than a kilobyte of a line`() {
    var feed = LogFeed(NginxTimedFormat.self)
    feed.read("\u{1B}]0;title\u{7}" + String(repeating: "x", count: 5000) + "\n")
    let text = feed.next(lines: 1).lines.first?.text.string ?? ""
    #expect(text.hasPrefix("␛]0;title␇xxx") && text.hasSuffix("x…"))
    #expect(text.utf8.count < 1100)
  }

  @Test func `never shows the rest of a line that was cut off`() {
    for chunk in [1, 500, 16_000, 16_384, 20_000, 100_000] {
      var feed = LogFeed(NginxTimedFormat.self)
      let text = (0..<1000).map { nginxLine("/" + String(repeating: "x", count: $0), second: $0) }
      feed.read(text.joined(), chunksOf: chunk)
      let lines = feed.next(lines: 500).lines
      #expect(lines.count >= 10)
      #expect(lines.allSatisfy { $0.text.string.hasPrefix("203.0.113.9") }, "chunks of \(chunk)")
      let times = lines.map(\.time)
      #expect(times == times.sorted())
    }
  }

  @Test func `shows the end of a line longer than all it keeps`() {
    var feed = LogFeed(NginxTimedFormat.self)
    feed.read(nginxLine("/a") + String(repeating: "y", count: 50_000) + "\n")
    #expect(feed.next(lines: 5).lines.map { $0.text.string.first } == ["y"])
  }

  @Test func `finds the stamp of a line without counting it`() {
    let feed = LogFeed(NginxTimedFormat.self)
    let stamps = [nginxLine("/a", second: 5), "no stamp", ""].map { text in
      Array(text.utf8.filter { $0 != 0x0A }).withUnsafeBytes { feed.reader.stamp(of: $0) }
    }
    #expect(stamps == [Timestamp(seconds: 1_767_225_605), nil, nil])
    #expect(feed.reader.accumulator.tally == SourceTally())
  }
}
