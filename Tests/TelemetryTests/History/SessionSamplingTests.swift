import Telemetry
import TestSupport
import Testing

@Suite struct SessionSamplingTests {
  /// Sessions of 1 to 4 requests, one in three minutes: durations and requests are known.
  private func visits(_ visitors: Int, _ change: (Int, inout Visit) -> Void) -> [Visit] {
    (0..<visitors).flatMap { visitor in
      (0..<1 + visitor % 4).map { request in
        var visit = Visit(second: visitor % 3000 + request * 180)
        change(visitor, &visit)
        return visit
      }
    }
    .sorted { $0.second < $1.second }
  }

  private static let crowds: [(name: String, change: @Sendable (Int, inout Visit) -> Void)] = [
    ("addresses", { $1.address = "\(1 + $0 % 200).\($0 / 250).7.\(1 + $0 % 250)" }),
    ("agents behind one address", { $1.agent = "app/\($0)" }),
    ("users", { $1.user = "u\($0)" }),
    (
      "a balancer among others",
      {
        if $0 % 3 > 0 { $1.agent = "app/\($0)" } else { $1.address = "192.0.2.\($0 % 250)" }
      }
    ),
  ]

  @Test(arguments: crowds.indices)
  func `estimates a crowd from a sample in fixed memory`(_ place: Int) throws {
    let crowd = Self.crowds[place]
    let visits = visits(16_000, crowd.change)
    let size = visits.count / 4 + 1
    let batches = (0..<4).map { SessionFeed.batch(visits.dropFirst($0 * size).prefix(size)) }
    for batch in batches { #expect(batch.sessions?.runs.count ?? 0 <= 3072) }
    let now = SessionFeed.midnight + 3540
    let row = try #require(SessionFeed.history(batches).sessionRow(.all, now: now))
    #expect(row.isEstimate && row.sampled > 1000 && row.sampled <= 6144, "\(row)")
    let truth = SessionFeed.truth(visits)
    func isClose(_ value: Double, _ expected: Int, _ share: Double = 0.08) -> Bool {
      abs(value - Double(expected)) <= share * Double(expected)
    }
    #expect(isClose(row.count, truth.count), "\(crowd.name): \(row.count) of \(truth.count)")
    let active = truth.filter { $0.from + $0.seconds >= 3540 - 300 }.count
    // Four standard deviations of what a sample makes of so few.
    let spread = 4 * (Double(active) * row.count / Double(row.sampled)).squareRoot()
    #expect(
      abs(row.active - Double(active)) <= spread, "\(crowd.name): \(row.active) of \(active)")
    guard crowd.name != "a balancer among others" else { return }
    let known = try #require(row.durations)
    #expect(known.p50 == 180 || known.p50 == 360)
    #expect(known.p90 == 540 && known.max == 540 && isClose(known.mean, 270, 0.06))
    #expect(row.requests?.max == 4 && abs((row.requests?.mean ?? 0) - 2.5) < 0.1)
  }

  /// Percentiles that are some seconds old stand for those of now; of a log that has ended no time passes.
  @Test func `keeps percentiles for some seconds, but not of a past that is still read`() throws {
    func batch(_ minutes: Int) -> Batch {
      SessionFeed.batch(
        (0..<1200).flatMap { person in
          [0, minutes * 60].map { Visit(second: $0, user: "\(minutes)-\(person)") }
        })
    }
    var history = SessionFeed.history([batch(1)])
    let memo = SessionMemo()
    let end = SessionFeed.midnight + 1200
    func longest(_ now: Timestamp) throws -> Double? {
      try #require(history.sessionRow(.all, now: now, memo: memo)).durations?.max
    }
    #expect(try longest(end) == 60)
    history.fold(batch(2))
    #expect(try longest(end) == 120, "the same moment, of which more is known")
    history.fold(batch(3))
    #expect(try longest(end + 1) == 120)
    #expect(try longest(end + 4) == 120)
    #expect(try longest(end + 5) == 180)
    #expect(try longest(end + 2) == 180, "a step back")
    history.fold(batch(4))
    #expect(history.sessionRow(.all, now: end + 6)?.durations?.max == 240)
  }

  @Test func `sees all visitors again some time after a rush`() throws {
    var batches = (0..<8).map { piece in
      SessionFeed.batch((0..<2000).map { Visit(second: piece, user: "rush\(piece)-\($0)") })
    }
    // Two hundred people who ask once in five minutes, for four hours.
    for minute in stride(from: 1, to: 240, by: 1) {
      batches.append(
        SessionFeed.batch(
          (0..<40).map { Visit(second: minute * 60, user: "u\($0 * 5 + minute % 5)") }))
    }
    let history = SessionFeed.history(batches)
    let rush = try #require(
      SessionFeed.history(Array(batches.prefix(8)))
        .sessionRow(.last(300), now: SessionFeed.midnight + 10))
    #expect(rush.isEstimate && abs(rush.count - 16_000) < 1600)
    let row = try #require(
      history.sessionRow(.last(300), now: SessionFeed.midnight + 239 * 60))
    #expect(row.count == 200 && !row.isEstimate)
  }
}
