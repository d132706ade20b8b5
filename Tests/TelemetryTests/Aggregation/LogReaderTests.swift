import Telemetry
import TestSupport
import Testing

/// A log in one format, with what it holds counted by whoever wrote it.
private struct Sample {
  var text = ""
  var requests: UInt64 = 0
  var calls: UInt64 = 0
  var unparsed: UInt64 = 0
  var entries: UInt64 = 0
}

private func nginxSample(_ dice: inout Dice) -> Sample {
  var sample = Sample()
  for line in 0..<600 {
    sample.entries += 1
    switch Int.random(in: 0..<20, using: &dice) {
    case 0:
      sample.text += "no line of this format\n"
      sample.unparsed += 1
    case 1: sample.text += "\n"
    default:
      let seconds = ["0.125", "0.500", "2.000", "0.250"].randomElement(using: &dice) ?? ""
      let path = ["/a", "/b/1", "/b/2", "/c?x=1"].randomElement(using: &dice) ?? ""
      let wobble = Int.random(in: 0...20, using: &dice)
      sample.text += nginxLine(path, second: line + wobble, seconds: seconds)
      sample.requests += 1
    }
  }
  return sample
}

private func postgresSample(_ dice: inout Dice) -> Sample {
  var sample = Sample()
  for line in 0..<400 {
    sample.entries += 1
    sample.calls += 1
    let statement = [
      "SELECT 1", "SELECT a,\n\tb\n\tFROM t\n\tWHERE id = \(line)", "UPDATE u\n\tSET x = \(line)",
      "SELECT 'two\n\n\tlines' FROM v",
    ].randomElement(using: &dice)
    sample.text += postgresEntry(statement ?? "", second: line, milliseconds: "125.000")
  }
  return sample
}

@Suite struct LogReaderTests {
  private let sizes = [1, 2, 80, 100, 300, 1000, 4096, 20_000, 1 << 20]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `counts lines the same whatever the chunks are`(seed: UInt64) {
    var dice = Dice(seed)
    let sample = nginxSample(&dice)
    var whole = LogFeed(NginxTimedFormat.self)
    whole.read(sample.text)
    let expected = BatchSums(whole.finish())
    #expect(expected.slots.values.reduce(0, +) == sample.requests)
    #expect((expected.lines, expected.unparsed) == (sample.entries, sample.unparsed))
    #expect(expected.bytes == UInt64(sample.text.utf8.count))
    for size in sizes {
      for takesBatches in [false, true] {
        var feed = LogFeed(NginxTimedFormat.self)
        feed.read(sample.text, chunksOf: size, takingBatches: takesBatches)
        #expect(BatchSums(feed.finish()) == expected, "chunks of \(size)")
        #expect(feed.reader.accumulator.lineNumber == sample.entries)
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `counts entries of several lines the same whatever the chunks are`(seed: UInt64) {
    var dice = Dice(seed)
    let sample = postgresSample(&dice)
    var whole = LogFeed(PostgreSQLFormat.self)
    whole.read(sample.text)
    let expected = BatchSums(whole.finish())
    #expect(expected.slots.values.reduce(0, +) == sample.calls)
    #expect((expected.parsed, expected.unparsed) == (sample.entries, 0))
    #expect(expected.queries.count == 4)
    #expect(expected.bytes == UInt64(sample.text.utf8.count))
    for size in sizes {
      for takesBatches in [false, true] {
        var feed = LogFeed(PostgreSQLFormat.self)
        feed.read(sample.text, chunksOf: size, takingBatches: takesBatches)
        #expect(BatchSums(feed.finish()) == expected, "chunks of \(size)")
        let lines = sample.text.utf8.count { $0 == 0x0A }
        #expect(feed.reader.accumulator.lineNumber == UInt64(lines))
      }
    }
  }

  @Test func `holds the last entry back until the next one begins`() {
    var feed = LogFeed(PostgreSQLFormat.self)
    feed.read(postgresEntry("SELECT a", milliseconds: "1.0"))
    #expect(feed.reader.isHolding && feed.next().queries.isEmpty)
    feed.read("\tFROM t\n")
    feed.read("\tWHERE id = 1\n")
    #expect(feed.next().tally.lines == 0)
    feed.read("\tLIMIT 1\n" + postgresEntry("SELECT 2", milliseconds: "2.0"))
    let first = feed.next().queries
    #expect(first.map(\.examples[0].statement.string) == ["SELECT a FROM t WHERE id = 1 LIMIT 1"])
    #expect(first[0].examples[0].line == 1)
    feed.reader.flush()
    #expect(!feed.reader.isHolding)
    let second = feed.next().queries
    #expect(second.map(\.examples[0].statement.string) == ["SELECT 2"])
    #expect(second[0].examples[0].line == 5)
    feed.reader.flush()
    #expect(feed.next().queries.isEmpty)
  }

  @Test func `counts an entry that never ends in pieces`() {
    var feed = LogFeed(PostgreSQLFormat.self)
    feed.read(postgresEntry("SELECT a", milliseconds: "1.0"))
    let filler = String(repeating: "\tx\n", count: 100_000)
    for _ in 0..<8 { feed.read(filler) }
    let batch = feed.next()
    #expect(batch.queries.map(\.calls) == [1])
    let rest = feed.finish()
    #expect(
      batch.tally.bytes + BatchSums(rest).bytes
        == UInt64(8 * filler.utf8.count + postgresEntry("SELECT a", milliseconds: "1.0").utf8.count)
    )
  }

  @Test func `asks other formats for lines that the main one does not know`() {
    var feed = LogFeed(
      NginxTimedFormat.self, alternates: [PostgreSQLFormat.self, AppLineFormat.self])
    #expect(feed.next().recognised == ["nginx-timed"])
    feed.read(
      nginxLine("/a") + "2026-01-01 10:00:00,123 WARNING db: SLOW QUERY (0.5s): SELECT 1\n"
        + "???\n")
    let batch = feed.next()
    #expect(batch.recognised == ["nginx-timed", "app-line"])
    #expect(batch.requests("GET /a") == 1 && batch.queries.map(\.calls) == [1])
    #expect((batch.tally.lines, batch.tally.parsed, batch.tally.unparsed) == (3, 2, 1))
    #expect(batch.vantage == "nginx")
  }

  @Test func `shows the last line that was not understood`() {
    var feed = LogFeed(NginxTimedFormat.self)
    feed.read("first\nsecond \u{1B}[31m\n" + nginxLine("/a"))
    let batch = feed.next()
    #expect(batch.tally.unparsed == 2)
    #expect(batch.tally.unparsedExample?.string == "second ␛[31m")
    #expect(feed.next().tally.unparsedExample == nil)
    feed.read(String(repeating: "x", count: 5000) + "\n")
    #expect(feed.next().tally.unparsedExample?.string.count == 200)
  }

  @Test func `counts every byte of lines with carriage returns`() {
    let text = "what\r\n\r\n" + nginxLine("/a").dropLast() + "\r\n"
    var feed = LogFeed(NginxTimedFormat.self)
    feed.read(text)
    let batch = feed.next()
    #expect(batch.tally.bytes == UInt64(text.utf8.count))
    #expect((batch.tally.lines, batch.tally.parsed, batch.tally.unparsed) == (3, 2, 1))
    #expect(batch.tally.unparsedExample?.string == "what")
  }

  @Test func `counts lines that were dropped as not understood and numbers those after them`() {
    var feed = LogFeed(PostgreSQLFormat.self)
    feed.reader.accumulator.addDropped(lines: 5)
    feed.read(postgresEntry("SELECT 1", milliseconds: "1.0"))
    feed.reader.flush()
    let batch = feed.next()
    #expect((batch.tally.lines, batch.tally.unparsed) == (6, 5))
    #expect(batch.queries[0].examples[0].line == 6)
  }

  @Test(arguments: [
    "99999999999999999999", "1e300", "-1", "nan", "inf", "0", "99999999999999.999",
    "1" + String(repeating: "0", count: 400),
  ])
  func `survives durations that nothing can have`(duration: String) {
    var history = History(sources: [
      SourceIdentity(name: "nginx", kind: .log, location: "n"),
      SourceIdentity(name: "postgres", kind: .log, location: "p"),
    ])
    var requests = LogFeed(NginxTimedFormat.self)
    requests.read(nginxLine("/a", seconds: duration))
    for batch in requests.finish() { history.fold(batch) }
    var statements = LogFeed(PostgreSQLFormat.self)
    statements.read(postgresEntry("SELECT 1", milliseconds: duration))
    for var batch in statements.finish() {
      batch.source = 1
      history.fold(batch)
    }
    history.settleAll()
    let now = Timestamp(seconds: 1_800_000_000)
    #expect(history.sources.map(\.tally.lines) == [1, 1])
    #expect(history.endpointRows(.all, now: now).count <= 1)
    #expect(history.queryRows(.all, now: now).count <= 1)
  }
}
