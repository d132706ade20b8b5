import Testing

@testable import Telemetry

/// Findings count what is of the window, and once.
@Suite struct WindowedFindingsTests {
  /// A batch of a log that tells of an hour, in which every tenth request was turned away.
  private func hour(_ status: Int) -> Batch {
    let start = FindingFixture.start
    var accumulator = LogAccumulator(source: 0, arrival: Timestamp(seconds: start + 3600))
    for second in 0..<3600 {
      accumulator.add(
        .request("/a", at: start + Double(second), status: second % 10 == 0 ? status : 200))
    }
    return accumulator.takeBatch(at: Timestamp(seconds: start + 3600))
  }

  @Test(arguments: [413, 429])
  func `refusals of an hour that came at once lie where they were`(status: Int) throws {
    var fixture = FindingFixture(.log)
    let batch = hour(status)
    #expect(batch.refusals.reduce(0) { $0 + $1.count } == 360)
    fixture.history.fold(batch)
    let now = Timestamp(seconds: FindingFixture.start + 3599)
    for (window, count) in [(Window.last(300), 30), (.last(600), 60), (.all, 360)] {
      let rows = fixture.history.refusalRows(window, now: now)
      let seen = rows.reduce(0) { $0 + Int($1.count) }
      // The slot that the window begins in counts as a whole.
      #expect(abs(seen - count) <= 2, "\(window) \(seen)")
    }
    let found = Diagnosis(of: fixture.history, window: .last(300), now: now).findings
      .first { $0.kind == .payloadLimit }
    #expect((found != nil) == (status == 413))
    guard let found else { return }
    // The 305 s that begin with a whole slot.
    #expect(found.evidence.first?.value == 30)
    #expect(found.summary.string.hasSuffix("9.8 % of all"), "\(found.summary)")
  }

  @Test func `a proxy and the application behind it tell of the same refusals`() throws {
    var fixture = FindingFixture(.log, .log)
    for source in 0..<2 {
      fixture.add(source, at: 0) { batch, from in
        batch.vantage = source == 0 ? "nginx" : "app"
        batch.traffic = [TrafficDelta("POST /a", at: from, took: Array(repeating: 0.01, count: 20))]
        batch.refusals = [413, 429].map { status in
          RefusalDelta(
            status: status, endpoint: EndpointName("POST /a"), client: "10.0.0.1", count: 6,
            last: Timestamp(seconds: from + 1))
        }
      }
    }
    let findings = fixture.findings()
    let payload = try #require(findings.first { $0.kind == .payloadLimit })
    #expect(payload.summary.string.contains("6 requests") && payload.evidence.first?.value == 6)
    let gateway = try #require(findings.first { $0.kind == .rateLimitGateway })
    #expect(gateway.summary.string.contains("6 of 6 answers 429"), "\(gateway.summary)")
  }

  /// What a pool that is full says of its time-outs, and whether durations alone tell of some.
  @Test(arguments: [(nil, true), (0, false), (4, true)] as [(Double?, Bool)])
  func `no time-outs are told of where a counter has none`(counted: Double?, isTold: Bool) {
    var fixture = FindingFixture(.log)
    for slot in 0..<12 {
      let at = Double(slot * 5)
      fixture.requests("POST /generate", at: at, took: [5.05, 10.1])
      fixture.readings(
        at: at, (.poolInUse, "poster", 6), (.poolLimit, "poster", 6), (.poolWaiting, "poster", 3))
      if let counted { fixture.readings(at: at, (.poolTimeouts, "poster", counted)) }
    }
    #expect(fixture.findings().contains { $0.kind == .poolTimeoutCascade } == isTold)
  }

  @Test func `statements per request leave out chance, and few requests`() {
    func query(_ callers: [(String, Double, isGuess: Bool)]) -> QueryRow {
      var row = QueryRow(
        id: 7, fingerprint: "select ?", calls: 100, rate: nil, latency: nil, totalSeconds: 1,
        share: 1, rowsSentPerCall: nil, rowsSent: nil, rowsExamined: nil, callers: [],
        firstSeen: Timestamp(seconds: 0), lastSeen: Timestamp(seconds: 1), examples: [],
        sources: [0])
      row.callers = callers.map {
        QueryCaller(endpoint: EndpointName($0.0), calls: $0.1, isGuess: $0.isGuess)
      }
      return row
    }
    for (requests, isGuess, expected) in [
      (10, true, [8.0, nil]), (10, false, [8.0, 2.0]), (4, false, [nil, nil]),
    ] as [(Int, Bool, [Double?])] {
      var fixture = FindingFixture(.log)
      for name in ["GET /a", "GET /b"] {
        fixture.requests(name, at: 0, took: Array(repeating: 0.1, count: requests))
      }
      var rows = fixture.history.endpointRows(.all, now: Timestamp(seconds: fixture.end))
        .sorted { $0.name < $1.name }
      rows.countStatements([query([("GET /a", 80, isGuess), ("GET /b", 20, isGuess)])])
      #expect(rows.map(\.queriesPerRequest) == expected, "\(requests) \(isGuess)")
    }
  }
}
