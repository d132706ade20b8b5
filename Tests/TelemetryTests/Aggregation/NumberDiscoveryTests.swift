import Testing

@testable import Telemetry

/// Access logs whose lines end in a number from some line on, after their format was found out.
@Suite struct NumberDiscoveryTests {
  private static let agent = #" "-" "curl/8""#

  private static func line(_ path: String, _ bytes: Int, _ tail: String) -> String {
    "10.0.0.1 - - [14/Oct/2025:14:00:00 +0000] \"GET /\(path) HTTP/1.1\" 200 \(bytes)\(tail)\n"
  }

  /// What a reader of plain lines makes of lines that end in numbers.
  private func read(
    _ format: any LogFormat, _ lines: [String], discovers: Bool = true
  ) -> Batch {
    let now = Timestamp(seconds: 1_800_000_000)
    var configuration = LogAccumulator.Configuration()
    configuration.slotSeconds = 1e9
    if discovers { configuration.discoverable = LogFormatCatalog.all }
    var reader = LogReader(
      source: 0, format: format, alternates: [], arrival: now, configuration: configuration)
    withBytes(lines.joined()) { reader.read($0, arrival: now) }
    return reader.takeBatch(at: now, lines: 0)
  }

  /// Requests by path, and how many of them have a time.
  private func counts(_ batch: Batch) -> [String] {
    batch.traffic.sorted { $0.name.route < $1.name.route }.map {
      "\($0.name.route) \($0.statuses.total) \($0.latency?.count ?? 0)"
    }
  }

  /// Lines without a number, then lines with one of each.
  private func lines(
    _ numbers: [Int], _ bytes: (Int) -> Int = { $0 % 7 },
    agent: String = NumberDiscoveryTests.agent
  ) -> [String] {
    (0..<30).map { Self.line("plain", $0, agent) }
      + numbers.map { Self.line("late", bytes($0), "\(agent) \($0)") }
  }

  /// Times that jump to and fro between 900 and 240,000.
  private let microseconds = (0..<60).map { 900 + $0 * 37 % 60 * 4000 }

  @Test func `a number that is a time is read once enough lines have shown it`() {
    let batch = read(NginxCombinedFormat(), lines(microseconds))
    #expect(counts(batch) == ["/late 60 41", "/plain 30 0"])
    let longest = batch.traffic.compactMap { $0.latency?.maxSeconds }
    #expect(longest.map { ($0 * 1e6).rounded() } == [236_900])
    #expect(batch.recognised == ["nginx-combined", "apache-timed"])
    #expect(batch.tally.parsed == 90 && batch.tally.unparsed == 0)
    let common = read(CommonLogFormat(), lines(microseconds, agent: ""))
    #expect(counts(common) == ["/late 60 41", "/plain 30 0"])
  }

  @Test func `milliseconds show by their numbers`() {
    let milliseconds = (0..<60).map { 2 + $0 * 37 % 60 * 15 }
    let batch = read(NginxCombinedFormat(), lines(milliseconds) { 5000 + $0 % 7 })
    #expect(counts(batch) == ["/late 60 41", "/plain 30 0"])
    #expect(batch.recognised.last == "apache-milliseconds")
  }

  @Test func `other numbers are left alone`() {
    let others: [(name: String, numbers: [Int], bytes: (Int) -> Int)] = [
      ("port", Array(repeating: 443, count: 60), { $0 }),
      ("ports of clients", microseconds.map { 32_768 + $0 / 10 }, { $0 % 7 }),
      ("connections", (0..<60).map { 100 + $0 * 100 }, { $0 % 7 }),
      ("bytes of all", microseconds.map { $0 + 230 }, { $0 - 230 }),
      ("seconds", microseconds.map { $0 / 4000 % 4 }, { $0 % 7 }),
    ]
    for (name, numbers, bytes) in others {
      let batch = read(NginxCombinedFormat(), lines(numbers, bytes))
      #expect(counts(batch) == ["/late 60 0", "/plain 30 0"], "\(name)")
    }
  }

  @Test func `a format that the user named is not second-guessed`() {
    let batch = read(NginxCombinedFormat(), lines(microseconds), discovers: false)
    #expect(counts(batch) == ["/late 60 0", "/plain 30 0"])
  }

  @Test func `lines without the number stay what they were`() {
    let mixed = lines(microseconds) + [Self.line("plain", 5, Self.agent)]
    #expect(counts(read(NginxCombinedFormat(), mixed)) == ["/late 60 41", "/plain 31 0"])
  }
}
