import Testing

@testable import Telemetry

/// Which columns of numbers that turn up at the end of access lines are read as times.
@Suite struct NumberColumnTests {
  /// What one line says; the bytes of its answer tell nothing of the number where they are not given.
  private struct Row {
    let number: Int
    let bytes: Int
    let method: String

    init(_ number: Int, _ bytes: Int? = nil, method: String = "GET") {
      self.number = number
      self.bytes = bytes ?? 50_000 + number % 7
      self.method = method
    }
  }

  /// Numbers that are the same in every run.
  private struct Lots {
    private var state: UInt64 = 7

    mutating func draw(_ range: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % range
    }
  }

  private struct Column {
    let name: String
    let row: (Int, inout Lots) -> Row

    init(_ name: String, _ row: @escaping (Int, inout Lots) -> Row) {
      self.name = name
      self.row = row
    }
  }

  private static func line(_ path: String, _ row: Row, _ number: String, _ version: String)
    -> String
  {
    "10.0.0.1 - - [14/Oct/2025:14:00:00 +0000] \"\(row.method) /\(path) HTTP/\(version)\" 200 "
      + "\(row.bytes) \"-\" \"curl/8\"\(number)\n"
  }

  /// How many requests have a time, of those whose lines end in a number of the column.
  private func timed(_ rows: [Row], version: String = "1.1") -> Int {
    var configuration = LogAccumulator.Configuration()
    configuration.slotSeconds = 1e9
    configuration.discoverable = LogFormatCatalog.all
    let now = Timestamp(seconds: 1_800_000_000)
    var reader = LogReader(
      source: 0, format: NginxCombinedFormat(), alternates: [], arrival: now,
      configuration: configuration)
    let lines =
      (0..<30).map { Self.line("plain", Row($0), "", version) }
      + rows.map { Self.line("late", $0, " \($0.number)", version) }
    withBytes(lines.joined()) { reader.read($0, arrival: now) }
    let late = reader.takeBatch(at: now, lines: 0).traffic.filter { $0.name.route == "/late" }
    #expect(late.reduce(0) { $0 + Int($1.statuses.total) } == rows.count)
    return late.reduce(0) { $0 + Int($1.latency?.count ?? 0) }
  }

  private func expectNoTimes(_ columns: [Column], version: String = "1.1") {
    for column in columns {
      var lots = Lots()
      let rows = (0..<60).map { column.row($0, &lots) }
      #expect(timed(rows, version: version) == 0, "\(column.name)")
    }
  }

  @Test func `bytes of requests are no times, however large one of them is`() {
    expectNoTimes([
      Column("length") { place, lots in
        Row(place % 20 == 7 ? 5_000_000 : 200 + lots.draw(1300))
      },
      Column("length with many uploads") { place, lots in
        place % 3 == 0
          ? Row(400_000 + lots.draw(5_000_000), method: "POST") : Row(200 + lots.draw(1300))
      },
      Column("length of the body") { place, lots in
        Row(place % 20 == 7 ? 5_000_000 : 20 + lots.draw(2000), method: "POST")
      },
    ])
    let packed = Column("length in HTTP/2") { place, lots in
      Row(place % 20 == 7 ? 5_000_000 : 30 + lots.draw(170))
    }
    expectNoTimes([packed], version: "2.0")
  }

  @Test func `bytes of answers are no times`() {
    expectNoTimes([
      Column("bytes sent") { _, lots in
        let bodies = [0, 150, lots.draw(3000), lots.draw(80_000), lots.draw(900_000)]
        let body = bodies[lots.draw(5)]
        return Row(body + 180 + lots.draw(500), body)
      },
      Column("bytes before they were packed") { _, lots in
        let body = 400 + lots.draw(60_000)
        return Row(body * (4 + lots.draw(3)), body)
      },
      Column("bytes some of which were packed") { _, lots in
        let bodies = [150, 300 + lots.draw(3000), 1000 + lots.draw(80_000)]
        let body = bodies[lots.draw(3)]
        return Row(lots.draw(3) > 0 ? body * (3 + lots.draw(4)) : body, body)
      },
      Column("ratio in percent") { place, lots in
        Row(place % 10 == 3 ? 6 : 7 + lots.draw(85))
      },
    ])
  }

  @Test func `ports, processes and connections are no times`() {
    var requests = [17, 340, 720, 95]
    expectNoTimes([
      Column("port") { _, _ in Row(443) },
      Column("ports") { _, lots in Row([80, 443, 8080, 8443][lots.draw(4)]) },
      Column("ports of upstreams") { _, lots in
        Row([80, 3000, 3001, 8080, 8081, 9000][lots.draw(6)])
      },
      Column("more of them") { _, lots in Row(8080 + lots.draw(12)) },
      Column("ports of clients") { _, lots in Row(1024 + lots.draw(64_512)) },
      Column("workers") { _, lots in Row([31, 1207, 1208, 30_544][lots.draw(4)]) },
      Column("workers old and new") { _, lots in
        Row((lots.draw(3) > 0 ? 1200 : 30_500) + lots.draw(100))
      },
      Column("processes") { _, lots in Row(800 + lots.draw(31_000)) },
      Column("a process each") { place, lots in Row(20 + place * 30 + lots.draw(25)) },
      Column("connections") { place, lots in Row(20 + place * 12 + lots.draw(20)) },
      Column("connections, one of them kept") { place, lots in
        Row(place % 4 == 0 ? 21 : 300 + place * 40 + lots.draw(60))
      },
      Column("requests of a connection") { _, lots in
        let connection = lots.draw(4)
        requests[connection] += 1
        return Row(requests[connection])
      },
    ])
  }

  /// Times of pages of PHP in microseconds.
  private static let microseconds = [
    48_211, 1893, 120_455, 22_310, 9087, 31_544, 870_112, 15_021, 41_200, 66_718, 2954, 38_807,
    27_310, 154_020, 19_433, 73_551, 12_044, 50_120, 33_871, 8790,
  ]
  private static let milliseconds = [
    3, 12, 0, 41, 7, 230, 15, 5, 1, 88, 410, 22, 9, 64, 2, 31, 18, 120, 6, 27,
  ]

  @Test(arguments: [
    microseconds, milliseconds,
    [  // gunicorn
      3120, 2844, 15_233, 9120, 40_231, 2790, 7733, 12_877, 3054, 28_104, 5511, 10_932, 3377,
      210_456, 6120, 18_730, 2911, 9544, 3801, 13_250,
    ],
    [  // files, and an application
      212, 188, 251, 40_112, 199, 305, 51_870, 230, 28_711, 420, 207, 33_054, 61_020, 195, 244,
      47_933, 280, 90_122, 221, 38_010,
    ],
    [  // one endpoint that once waited
      14_210, 9833, 12_044, 15_120, 11_790, 10_655, 18_204, 13_377, 9960, 16_031, 12_841, 880_432,
      14_902, 11_123, 10_208, 13_715, 17_640, 12_319, 15_588, 10_911,
    ],
  ])
  func `times are read once twenty lines have one`(times: [Int]) {
    #expect(timed(times.map { Row($0) }) == 1)
  }

  @Test func `times are read whatever is asked, and how`() {
    #expect(timed(Self.microseconds.map { Row($0, method: "POST") }) == 1)
    #expect(timed(Self.milliseconds.map { Row($0) }, version: "2.0") == 1)
    #expect(timed(Self.microseconds.map { Row($0, $0 % 11 * 900) }) == 1)
  }

  /// Microseconds that lengths of requests may be as well.
  private static let fast = [
    180, 95, 2310, 140, 420, 88, 1502, 260, 77, 610, 130, 3055, 210, 98, 340, 170, 905, 69, 1210,
    240,
  ]

  /// How many of the requests have a time whose lines have this before the number; every fifth has no
  /// bytes, which the server writes in its way.
  private func timed(_ agent: String, _ numbers: [Int], none: String = "0") -> Int {
    var configuration = LogAccumulator.Configuration()
    configuration.discoverable = LogFormatCatalog.all
    let now = Timestamp(seconds: 1_800_000_000)
    var reader = LogReader(
      source: 0, format: NginxCombinedFormat(), alternates: [], arrival: now,
      configuration: configuration)
    let lines = numbers.enumerated().map { place, number in
      let answer = place % 5 == 0 ? "304 \(none)" : "200 50100"
      return "10.0.0.1 - - [14/Oct/2025:14:00:00 +0000] \"GET /late HTTP/1.1\" "
        + "\(answer) \(agent) \(number)\n"
    }
    withBytes(lines.joined()) { reader.read($0, arrival: now) }
    let traffic = reader.takeBatch(at: now, lines: 0).traffic
    return traffic.reduce(0) { $0 + Int($1.latency?.count ?? 0) }
  }

  @Test func `times of fast services are read where no length is written like them`() {
    let program = #""-" "curl/8""#
    #expect(timed(program, Self.fast) == 0)
    // Apache writes a dash for no bytes.
    #expect(timed(program, Self.fast, none: "-") == 1)
    // The same request has the same length.
    #expect(timed(#""-" "kube-probe/1.29""#, Self.fast) == 1)
    #expect(timed(#""-" "kube-probe/1.29""#, Array(repeating: 180, count: 20)) == 0)
    // A request is no shorter than what the line shows of it, and a host.
    let browser = #""https://shop.example/" "Mozilla/5.0 (X11; Linux x86_64)""#
    #expect(timed(browser, Self.fast) == 1)
  }

  @Test func `times may show by later lines`() {
    // While all are short they may be lengths of requests.
    let short = Self.microseconds.map { Row(300 + $0 % 5000) }
    #expect(timed(short + Self.microseconds.map { Row($0) }) == 1)
  }
}
