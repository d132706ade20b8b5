import Testing

@testable import Telemetry

/// Since when an endpoint is slow, where requests come now and then.
@Suite struct SinceTests {
  /// Durations of the requests of slots of five seconds, and the slot that it is slow since.
  @Test func `silence, requests without durations and a few fast ones end nothing`() {
    let slow = [Double](repeating: 2, count: 10)
    let fast = [Double](repeating: 0.01, count: 10)
    let one = [0.01]
    let mixed = [Double](repeating: 0.01, count: 7) + [2, 2, 2]
    // What was so since the first that is known may have begun before.
    let table: [(slots: [[Double]?], since: Double?)] = [
      ([slow, slow, slow, slow], nil), ([slow, [], [], slow, [], slow], nil),
      ([slow, nil, slow, nil, slow], nil), ([slow, one, slow, one, slow], nil),
      ([fast, fast, slow, slow], 10),
      // Three in a row are no chance where two of three are slow; where a fifth is, fourteen are.
      ([slow, fast, slow], 10), ([mixed, fast, mixed], nil),
      ([mixed, fast, fast, mixed, mixed], 15),
      // What is over began all the same: it is still why the p95 is as it is.
      ([fast, fast, slow, fast, fast, fast, fast, fast, fast], 10),
      ([fast, slow, fast, fast, fast, slow, slow, fast, fast, fast], 25),
    ]
    for (slots, since) in table {
      var fixture = FindingFixture(.log)
      for (slot, took) in slots.enumerated() {
        guard let took, !took.isEmpty else {
          // Of some requests nothing is known but that they came.
          guard took == nil else { continue }
          fixture.add(at: Double(slot * 5)) { batch, from in
            batch.traffic = [TrafficDelta("GET /a", at: from, ok: 3)]
          }
          continue
        }
        fixture.requests("GET /a", at: Double(slot * 5), took: took)
      }
      let found = fixture.findings().first { $0.kind == .slowEndpoint }
      #expect(found != nil)
      #expect(
        found?.since.map { ($0.seconds - FindingFixture.start).rounded() } == since,
        "\(slots.count)")
    }
  }

  /// Requests in every slot of five seconds for half an hour, and how long after the start of it
  /// endpoints began to be slow and to fail.
  @Test(arguments: [0, 700, 1500])
  func `reaches back beyond the window, to the first that is known at most`(begun: Int) throws {
    var fixture = FindingFixture(.log)
    for slot in 0..<360 {
      let isBad = slot * 5 >= begun
      fixture.requests(
        "GET /a", at: Double(slot * 5), took: Array(repeating: isBad ? 2 : 0.01, count: 4))
      fixture.requests(
        "GET /b", at: Double(slot * 5), took: Array(repeating: 0.01, count: 4),
        errors: isBad && slot % 2 == 0 ? 4 : 0)
    }
    for window in [Window.last(300), .last(900), .all] {
      let findings = fixture.findings(window)
      for kind in [FindingKind.slowEndpoint, .errorRate] {
        let finding = try #require(findings.first { $0.kind == kind })
        let since = finding.since.map { $0.seconds - FindingFixture.start - Double(begun) }
        // Columns of everything are half a minute wide.
        #expect(begun == 0 ? since == nil : since.map { abs($0) < 31 } == true, "\(kind) \(window)")
      }
    }
  }

  /// Requests in every slot of five seconds from `start` up to `end`, slow from `begun` on.
  private func add(_ slots: Range<Int>, slowSince begun: Int, to fixture: inout FindingFixture) {
    for second in stride(from: slots.lowerBound, to: slots.upperBound, by: 5) {
      fixture.requests(
        "GET /a", at: Double(second), took: Array(repeating: second >= begun ? 2 : 0.01, count: 4))
    }
  }

  @Test func `what is known of a beginning is not looked for again`() throws {
    var fixture = FindingFixture(.log)
    add(0..<1800, slowSince: 700, to: &fixture)
    let name = EndpointName(method: "GET", route: "/a")
    let id = Finding.ID(kind: .slowEndpoint, subject: .endpoint(name))
    func begun(_ known: [Finding.ID: KnownBeginning], limit: Double = 0.5) -> Double? {
      let scene = Scene(
        history: fixture.history,
        rows: WindowRows(of: fixture.history, window: .last(300), now: moment(1800)),
        thresholds: Thresholds(), known: known)
      let begun = scene.beginning(.slowEndpoint, of: name) { ($0.p95 ?? 0) > limit }
      return begun?.time.map { $0.seconds - FindingFixture.start }
    }
    let found = try #require(begun([:]))
    #expect(abs(found - 700) < 31)
    #expect(begun([id: .at(moment(1234))]) == 1234)
    #expect(begun([id: .at(moment(1234))], limit: 9) == 1234, "no column is looked at")
    #expect(begun([id: .at(moment(1600))], limit: 9) == nil, "it may have begun in the window")
    #expect(begun([id: .open]) == nil)
    let other = Finding.ID(kind: .errorRate, subject: .endpoint(name))
    #expect(begun([other: .open]) == found)
  }

  @Test func `a beginning moves back when more of the past is read, and then stays`() throws {
    var tracker = FindingTracker()
    var fixture = FindingFixture(.log)
    add(1200..<1800, slowSince: 0, to: &fixture)
    func since(_ now: Double) throws -> Double? {
      let told = tracker.update(
        history: fixture.history, window: .last(300), now: moment(now))
      let slow = try #require(told.first { $0.kind == .slowEndpoint })
      return slow.since.map { $0.seconds - FindingFixture.start }
    }
    #expect(try since(1800) == nil)
    #expect(try since(1806) == nil)
    add(0..<1200, slowSince: 700, to: &fixture)
    let found = try since(1812)
    #expect(found.map { abs($0 - 700) < 31 } == true)
    for now in stride(from: 1818.0, through: 2000, by: 6) { #expect(try since(now) == found) }
  }

  private func moment(_ seconds: Double) -> Timestamp {
    Timestamp(seconds: FindingFixture.start + seconds)
  }

  /// Sixty slow requests, a silence longer than the window, and sixty more.
  @Test(arguments: [false, true])
  func `an endpoint that was silent is slow since before, one that was fast is not`(
    wasFast: Bool
  ) throws {
    var tracker = FindingTracker()
    var fixture = FindingFixture(.log)
    func since(_ now: Double) -> Timestamp? {
      tracker.update(history: fixture.history, window: .last(60), now: moment(now))
        .first { $0.kind == .slowEndpoint }?.since
    }
    fixture.requests("GET /b", at: -120, took: [0.01])
    fixture.requests("GET /a", at: 0, took: Array(repeating: 2, count: 60))
    let told = since(5)
    let first = try #require(told)
    for second in stride(from: 10.0, through: 100, by: 5) { _ = since(second) }
    let gone = since(105)
    #expect(gone == nil)
    if wasFast {
      fixture.requests("GET /a", at: 110, took: Array(repeating: 0.01, count: 60))
    }
    for second in stride(from: 110.0, through: 200, by: 5) { _ = since(second) }
    fixture.requests("GET /a", at: 205, took: Array(repeating: 2, count: 60))
    for second in stride(from: 210.0, through: 225, by: 5) { _ = since(second) }
    let again = since(230)
    let moved = try #require(again).seconds - first.seconds
    #expect(wasFast ? moved > 100 : abs(moved) < 1, "\(moved)")
  }
}
