import Telemetry
import Testing

/// The pause that ends a session, as the user sets it.
@Suite struct SessionGapTests {
  private func row(_ seconds: [Int], gap: Double, inPieces: Bool) throws -> SessionRow {
    var configuration = LogAccumulator.Configuration()
    configuration.sessionGapSeconds = gap
    var feed = LogFeed(NginxTimedFormat.self, configuration: configuration)
    var batches: [Batch] = []
    for second in seconds {
      feed.read(Visit(second: second).line)
      if inPieces { batches.append(feed.next()) }
    }
    batches.append(feed.next())
    let history = SessionFeed.history(batches)
    return try #require(history.sessionRow(.all, now: SessionFeed.midnight + 90_000))
  }

  @Test(arguments: [
    (600.0, [0, 600, 1201, 1300], 2.0), (60, [0, 60, 121, 500], 3), (7200, [0, 7200, 14_000], 1),
    (1800, [0, 1800, 3601], 2),
  ])
  func `sessions end after it, in one piece and across pieces`(
    gap: Double, seconds: [Int], count: Double
  ) throws {
    for inPieces in [false, true] {
      let row = try row(seconds, gap: gap, inPieces: inPieces)
      #expect(row.count == count, "\(gap) \(inPieces)")
      #expect(row.gapSeconds == gap)
    }
  }

  @Test func `percentiles of many sessions say how sure they are`() throws {
    let visits = (0..<400).flatMap { visitor in
      (0...visitor % 10).map {
        Visit(second: $0 * 10, address: "203.0.\(visitor / 200).\(visitor % 200)")
      }
    }
    let history = SessionFeed.history([SessionFeed.batch(visits)])
    let found = history.sessionRow(.all, now: SessionFeed.midnight + 1000)
    let row = try #require(found)
    let requests = try #require(row.requests)
    #expect(requests.p50Range?.contains(requests.p50) == true)
    #expect(requests.p95Range?.contains(requests.p95) == true)
    #expect((requests.p50Range?.upperBound ?? 0) - (requests.p50Range?.lowerBound ?? 0) <= 2)
    let few = SessionFeed.history([SessionFeed.batch([Visit(second: 0)])])
    #expect(few.sessionRow(.all, now: SessionFeed.midnight)?.requests?.p50Range == nil)
  }
}
