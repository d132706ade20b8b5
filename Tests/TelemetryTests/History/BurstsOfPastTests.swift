import Testing

@testable import Telemetry

/// Alike calls in logs that are read in pieces, in any order.
@Suite struct BurstsOfPastTests {
  private static let read = 1_100_000.0

  /// A piece of a log in which a request runs one statement six times.
  private func piece(at second: Double) -> Batch {
    var batch = Batch(source: 0, time: Timestamp(seconds: Self.read))
    batch.spanEndpoints = [EndpointName("GET /a")]
    let from = 1_000_000 + second
    batch.covered = Timestamp(seconds: from)...Timestamp(seconds: from + 1)
    batch.querySpans = (0..<6).map { call in
      var span = Span(
        end: Timestamp(seconds: from + 0.1 + 0.01 * Double(call)), seconds: 0.008,
        uncertainty: 0.001)
      span.connectionID = 5
      var query = QuerySpan(query: 7, endpoint: nil, span: span)
      query.literals = UInt64(second) * 10 + UInt64(call) + 1
      return query
    }
    batch.requestSpans = [
      RequestSpan(
        endpoint: 0,
        span: Span(end: Timestamp(seconds: from + 0.5), seconds: 0.5, uncertainty: 0.001))
    ]
    return batch
  }

  private func bursts(_ history: History) -> BurstSummary? {
    history.bursts.summary(
      ofQuery: 7,
      in: TimeRange(from: Timestamp(seconds: 1_000_000), to: Timestamp(seconds: Self.read)))
  }

  /// Whole seconds from the first piece on.
  private func second(_ time: Timestamp?) -> Double? {
    time.map { ($0.seconds - 1_000_000).rounded() }
  }

  @Test(arguments: [[0.0, 100, 200], [200, 100, 0], [100, 200, 0]])
  func `are the same in the end, whatever is read first`(order: [Double]) throws {
    var history = History(.log)
    for second in order {
      history.fold(piece(at: second))
      history.settle(now: Timestamp(seconds: Self.read + 0.1))
    }
    // Their requests may be in a file that is read later.
    #expect(bursts(history)?.count == nil)
    let version = history.version
    history.settle(now: Timestamp(seconds: Self.read + 5))
    let found = try #require(bursts(history))
    #expect(found.bursts.map { second($0.start) } == [0, 100, 200])
    #expect(second(found.begun) == 0)
    #expect(history.version > version)
    history.settle(now: Timestamp(seconds: Self.read + 6))
    #expect(history.version == version + 1)
  }

  @Test func `keep the newest where there are too many, and know when the first was`() throws {
    let seconds = (0..<80).map { Double($0) * 10 }
    for order in [seconds, seconds.reversed()] {
      var history = History(.log)
      // One at a time is judged, as a log that is longer than what may wait.
      for (place, second) in order.enumerated() {
        history.fold(piece(at: second))
        history.settle(now: Timestamp(seconds: Self.read + 5 + 3 * Double(place)))
      }
      let found = try #require(bursts(history))
      #expect(found.bursts.count == 64 && found.count == 80)
      #expect(second(found.bursts.first?.start) == 160)
      #expect(second(found.bursts.last?.start) == 790)
      #expect(second(found.begun) == 0)
    }
  }
}
