import Telemetry
import Testing

@testable import Collectors

/// Everything that a batch says but the time it was made at.
private struct Said: Equatable {
  let traffic: [TrafficDelta]
  let queries: [QueryDelta]
  let spans: [RequestSpan]
  let querySpans: [QuerySpan]
  let names: [[EndpointName]]
  let lines: [String]
  let tally: SourceTally
  let words: [[DisplayText]]
  let covered: ClosedRange<Timestamp>?
  let health: SourceHealth
  let sessions: SessionRuns?

  init(_ batch: Batch) {
    traffic = batch.traffic.map { delta in
      var delta = delta
      // Not known, and so not equal to itself.
      delta.reportedMaxSeconds = 0
      return delta
    }
    queries = batch.queries
    spans = batch.requestSpans
    querySpans = batch.querySpans
    names = [batch.spanEndpoints]
    lines = batch.lines.map { "\($0.time) \($0.level) \($0.text)" }
    tally = batch.tally
    words = [batch.recognised, batch.notes, [batch.vantage]]
    covered = batch.covered
    health = batch.health
    sessions = batch.sessions
  }
}

@Suite struct `A whole file` {
  private let files = TemporaryFiles()

  private func batches(
    _ path: String, workers: Int, pieceBytes: Int64 = 2000, lastSeconds: Double? = nil,
    format: String? = nil
  ) async -> [Batch] {
    var configuration = WholeFile.Configuration()
    configuration.workers = workers
    configuration.leastPieceBytes = pieceBytes
    var preferences = LogPreferences()
    if let format, case .found(let known) = FormatDetection.lookUp(name: format) {
      preferences.format = known
    }
    var batches: [Batch] = []
    await WholeFile.read(
      path: path, source: 0, preferences: preferences, lastSeconds: lastSeconds,
      configuration: configuration
    ) { batches.append($0) }
    return batches
  }

  private static func stamp(_ second: Int) -> String {
    let (minute, rest) = (second / 60 % 60, second % 60)
    return "\(10 + second / 3600):\(minute < 10 ? "0" : "")\(minute):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func access(_ number: Int, path: String) -> String {
    "10.0.0.1 - - [10/Oct/2025:\(stamp(number)) +0000] \"GET \(path) HTTP/1.1\" 200 12 \"-\" "
      + "\"curl\" \(Double(number % 97) / 1000)\n"
  }

  private static func late(_ number: Int) -> String {
    "10.0.0.1 - - [10/Oct/2025:\(stamp(number)) +0000] \"GET /late HTTP/1.0\" 200 12\n"
  }

  private static func statement(_ number: Int) -> String {
    "2025-10-10 \(stamp(number)).123 UTC [7] app@shop LOG:  duration: \(number % 31 + 1).5 ms  "
      + "statement: SELECT a,\n\tb\n\tFROM t\(number % 7)\n\tWHERE id = \(number)\n"
  }

  /// Logs of several kinds, each larger than a few pieces.
  private static let logs: [(name: String, text: String)] = [
    ("requests", (0..<700).map { access($0, path: "/api/users/\($0)/orders") }.joined()),
    (
      "more endpoints than a table holds",
      (0..<2600).map { access($0, path: "/page-\($0 % 1300)-of-many/x") }.joined()
    ),
    ("statements of several lines", (0..<500).map(statement).joined()),
    (
      "lines of Docker",
      (0..<400).map { number in
        "{\"log\":\"GET /a\(number % 3) 200 in \(number % 50) ms\\n\",\"stream\":\"stdout\","
          + "\"time\":\"2025-10-10T\(stamp(number)).000Z\"}\n"
      }.joined()
    ),
    (
      "a format that comes late",
      (0..<300).map { access($0, path: "/a") }.joined()
        + (0..<300).map { late($0) }.joined()
        + (0..<50).map { "what is this \($0)\n" }.joined()
    ),
    ("one line without an end", String(access(1, path: "/a").dropLast())),
  ]

  @Test(arguments: logs.indices)
  func `is the same to one worker and to several`(_ index: Int) async {
    let log = Self.logs[index]
    let path = files.file("app\(index).log", log.text)
    let alone = await batches(path, workers: 1)
    for workers in [2, 3] {
      let together = await batches(path, workers: workers)
      let isSame = together.map(Said.init) == alone.map(Said.init)
      #expect(isSame, "\(log.name)")
    }
    #expect(alone.last?.health == .ended)
  }

  @Test(arguments: logs.indices.filter { logs[$0].name != "more endpoints than a table holds" })
  func `says the same in pieces as in one`(_ index: Int) async {
    let path = files.file("app\(index).log", Self.logs[index].text)
    let whole = Totals(await batches(path, workers: 1, pieceBytes: .max))
    for pieceBytes in [500, 999, 4000, 20_000] as [Int64] {
      let parts = await batches(path, workers: 2, pieceBytes: pieceBytes)
      #expect(Totals(parts) == whole, "\(Self.logs[index].name) in pieces of \(pieceBytes)")
    }
  }

  /// What batches amount to, whatever way they were cut.
  private struct Totals: Equatable {
    var tally = SourceTally()
    var statuses: [EndpointName: StatusCounts] = [:]
    var calls: [UInt64: UInt64] = [:]
    var recognised: [DisplayText] = []
    var covered: ClosedRange<Timestamp>?

    init(_ batches: [Batch]) {
      for batch in batches {
        tally.bytes += batch.tally.bytes
        tally.lines += batch.tally.lines
        tally.parsed += batch.tally.parsed
        tally.unparsed += batch.tally.unparsed
        for delta in batch.traffic {
          statuses[delta.name, default: .init()].merge(delta.statuses)
        }
        for delta in batch.queries { calls[delta.id, default: 0] += delta.calls }
        recognised = batch.recognised.isEmpty ? recognised : batch.recognised
        guard let next = batch.covered else { continue }
        let known = covered ?? next
        covered = min(known.lowerBound, next.lowerBound)...max(known.upperBound, next.upperBound)
      }
    }
  }

  @Test func `has the sessions of all of it, wherever it was cut`() async {
    let text = (0..<6000).map { number in
      Self.access(number, path: "/a")
        .replacing("10.0.0.1", with: "203.0.113.\(number * number % 23 * (number / 2500))")
    }
    let path = files.file("app.log", text.joined())
    func row(_ batches: [Batch]) -> SessionRow? {
      var history = History(sources: [SourceIdentity(name: "a", kind: .log, location: "a")])
      for batch in batches { history.fold(batch) }
      return history.sessionRow(.all, now: history.extent?.upperBound ?? Timestamp(seconds: 0))
    }
    let whole = row(await batches(path, workers: 1, pieceBytes: .max))
    #expect(whole?.count ?? 0 > 12)
    for pieceBytes in [5000, 40_000] as [Int64] {
      #expect(row(await batches(path, workers: 1, pieceBytes: pieceBytes)) == whole)
      #expect(row(await batches(path, workers: 2, pieceBytes: pieceBytes)) == whole)
    }
  }

  @Test func `gives examples the numbers of their lines, wherever they are`() async {
    let path = files.file("pg.log", (0..<500).map(Self.statement).joined())
    for workers in [1, 2] {
      let examples = await batches(path, workers: workers).flatMap(\.queries).flatMap(\.examples)
      #expect(examples.count > 20)
      for example in examples {
        // Statement N takes the four lines from 4 N + 1 on and names N in its last.
        let number = UInt64(example.statement.string.split(separator: " ").last ?? "")
        #expect(number.map { $0 * 4 + 1 } == example.line)
      }
    }
  }

  @Test func `is read from the place where the time wanted begins`() async {
    let path = files.file("app.log", (0..<3000).map { Self.access($0, path: "/a") }.joined())
    let lines = await batches(path, workers: 2, lastSeconds: 60).reduce(0) { sum, batch in
      sum + batch.traffic.reduce(0) { $0 + $1.statuses.total }
    }
    #expect(lines == 61)
  }

  @Test func `tells of a log that ends in the future`() async {
    let future = "10.0.0.1 - - [10/Oct/2099:10:00:00 +0000] \"GET / HTTP/1.1\" 200 1\n"
    let past = future.replacing("2099", with: "1999")
    let notes = await batches(files.file("a.log", future), workers: 1).flatMap(\.notes)
    #expect(notes.map(\.string).contains { $0.hasSuffix("ahead of this host's clock") })
    #expect(await batches(files.file("b.log", past), workers: 1).flatMap(\.notes) == [])
  }

  @Test func `that is empty, missing or no log says so`() async {
    #expect(await batches(files.file("a.log", ""), workers: 2).map(\.health) == [.ended])
    #expect(
      await batches("/none.log", workers: 2).map(\.health) == [.failing("/none.log: no such file")])
    let binary = files.file("b.log", [0x7F] + Array("ELF".utf8) + [1, 2, 3, 10])
    #expect(
      await batches(binary, workers: 2).map(\.health) == [.failing("not a log: an executable")])
  }

  @Test func `counts lines that are too long to read`() async {
    let path = files.file("a.log", [UInt8](repeating: 0x78, count: 3 << 20) + [0x0A])
    #expect(await batches(path, workers: 2).map(\.tally.unparsed).reduce(0, +) == 1)
  }

  @Test func `is shared among the processors that this process may use`() {
    for (status, count) in [
      ("Name:\tx\nCpus_allowed:\t3\nMems_allowed:\t1\n", 2),
      ("Cpus_allowed:\tffffffff,00000001\n", 33), ("Cpus_allowed:\t0\n", 1), ("", 1),
    ] {
      #expect(HostProcessors.count(inStatus: status) == count)
    }
    #expect(HostProcessors.usable >= 1)
  }
}
