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
