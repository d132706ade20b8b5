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
    let table: [(slots: [[Double]?], since: Double)] = [
      ([slow, slow, slow, slow], 0), ([slow, [], [], slow, [], slow], 0),
      ([slow, nil, slow, nil, slow], 0), ([slow, one, slow, one, slow], 0),
      ([fast, fast, slow, slow], 10),
      // Three in a row are no chance where two of three are slow; where a fifth is, fourteen are.
      ([slow, fast, slow], 10), ([mixed, fast, mixed], 0),
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
      let found = fixture.findings().first { $0.kind == .slowEndpoint }?.since?.seconds ?? 0
      #expect(abs(found - FindingFixture.start - since) < 0.01, "\(slots.count) \(since) \(found)")
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
