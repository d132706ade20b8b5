import Telemetry
import Testing

/// A word that no rule takes for a parameter: distinct letters for distinct numbers.
private func word(_ number: Int) -> String {
  var rest = number
  var letters = "w"
  repeat {
    letters.unicodeScalars.append(Unicode.Scalar(UInt8(97 + rest % 26)))
    rest /= 26
  } while rest > 0
  return letters
}

/// A path for each number with so few different segments in each position that all are words.
private func path(_ number: Int) -> String {
  var rest = number
  var text = ""
  for _ in 0..<5 {
    text += "/w" + String(Character(UnicodeScalar(UInt8(97 + rest % 15))))
    rest /= 15
  }
  return text
}

@Suite struct MemoryCapTests {
  @Test func `gives a hundred thousand distinct paths a thousand rows and loses none`() {
    var feed = LogFeed(NginxTimedFormat.self)
    for start in stride(from: 0, to: 100_000, by: 1000) {
      feed.read((start..<start + 1000).map { nginxLine(path($0), seconds: "0.125") }.joined())
      feed.take()
    }
    let batches = feed.finish()
    let sums = BatchSums(batches)
    #expect(sums.work.count == 1000)
    #expect(sums.work["endpoint (other)"]?.statuses.total == 100_000 - 999)
    #expect(sums.work["endpoint (other)"]?.sumSeconds == 0.125 * (100_000 - 999))
    #expect(sums.work.values.reduce(0) { $0 + $1.statuses.total } == 100_000)

    var configuration = History.Configuration()
    configuration.endpointCapacity = 100
    var history = History(
      sources: [SourceIdentity(name: "n", kind: .log, location: "n")], configuration: configuration)
    for batch in batches { history.fold(batch) }
    let now = Timestamp(seconds: 1_767_225_601)
    for window in [Window.all, .last(300)] {
      let rows = history.endpointRows(window, now: now)
      #expect(rows.count == 101)
      #expect(rows.reduce(0) { $0 + $1.requests } == 100_000)
      let other = rows.first { $0.name == .other }
      #expect(other?.requests == 100_000 - 100 && other?.latency?.count == 100_000 - 100)
      #expect(other?.latency?.sumSeconds == 0.125 * (100_000 - 100))
      #expect(history.totals(window, now: now).requests == 100_000)
    }
  }

  @Test func `gives a hundred thousand distinct statements five hundred rows and loses none`() {
    var feed = LogFeed(PostgreSQLFormat.self)
    for start in stride(from: 0, to: 100_000, by: 1000) {
      feed.read(
        (start..<start + 1000).map {
          postgresEntry("SELECT \(word($0)) FROM t", milliseconds: "125.0")
        }
        .joined())
      feed.take()
    }
    let batches = feed.finish()
    let sums = BatchSums(batches)
    #expect(sums.queries.count == 500)
    #expect(sums.queries[0]?.statuses.total == 100_000 - 499)
    #expect(sums.queries[0]?.sumSeconds == 0.125 * (100_000 - 499))
    #expect(sums.queries.values.reduce(0) { $0 + $1.statuses.total } == 100_000)

    var configuration = History.Configuration()
    configuration.queryCapacity = 50
    var history = History(
      sources: [SourceIdentity(name: "p", kind: .log, location: "p")], configuration: configuration)
    for batch in batches { history.fold(batch) }
    let rows = history.queryRows(.all, now: Timestamp(seconds: 1_767_300_000))
    #expect(rows.count == 51)
    let other = rows.first { $0.fingerprint == "(other)" }
    #expect(other?.calls == 100_000 - 50 && other?.latency?.count == 100_000 - 50)
    #expect(rows.reduce(0) { $0 + $1.totalSeconds } == 12_500)
    #expect(rows.allSatisfy { $0.examples.count <= 5 })
  }

  @Test func `keeps batches as small for a hundred thousand lines as for one thousand`() {
    var configuration = LogAccumulator.Configuration()
    configuration.endpointCapacity = 10
    configuration.spanCapacity = 100
    var feed = LogFeed(NginxTimedFormat.self, configuration: configuration)
    let block = (0..<1000).map { nginxLine("/" + word($0)) }.joined()
    for _ in 0..<100 { feed.read(block) }
    let batch = feed.next(lines: 50)
    #expect(batch.traffic.count == 10 && batch.requestSpans.count == 100)
    #expect(batch.lines.count == 50 && batch.tally.lines == 100_000)
    #expect(batch.traffic.reduce(0) { $0 + $1.statuses.total } == 100_000)
  }
}
