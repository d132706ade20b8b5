import Testing

@testable import Telemetry

@Suite struct ErrorBudgetTests {
  /// One request a second for some hours, of which every `nth` fails in the last of them.
  private func history(hours: Int, failingHours: Int, every nth: Int) -> History {
    var history = History(.log)
    for minute in 0..<(hours * 60) {
      var batch = Batch(source: 0, time: Timestamp(seconds: Double(minute * 60 + 59)))
      let isFailing = minute >= (hours - failingHours) * 60
      var statuses = StatusCounts()
      statuses[5] = isFailing ? UInt64(60 / nth) : 0
      statuses[2] = 60 - statuses[5]
      let start = Timestamp(seconds: Double(minute * 60))
      batch.covered = start...batch.time
      batch.traffic = [
        TrafficDelta(
          kind: .endpoint, name: EndpointName(method: "GET", route: "/a"), time: start,
          statuses: statuses, latency: nil)
      ]
      history.fold(batch)
    }
    return history
  }

  @Test func `tells how fast errors are used up and what that asks for`() throws {
    typealias Row = (
      bound: String, hours: Int, failingHours: Int, every: Int, burns: [Double],
      urgency: ErrorBudget.Urgency?
    )
    let table: [Row] = [
      // One in a hundred may fail; one in five of the last hour did: 20 times that.
      (">99%", 6, 1, 5, [20, 3.3, 3.3], .page),
      // Half of all for an hour that nothing is known before: sure to be too fast.
      (">99%", 1, 1, 2, [50, 50, 50], .page),
      (">99%", 6, 6, 15, [6.7, 6.7, 6.7], .page),
      // Slowly, for three days: no reason to wake anybody.
      (">99%", 80, 80, 60, [1.7, 1.7, 1.7], .ticket),
      (">99%", 6, 6, 60, [1.7, 1.7, 1.7], nil),
      (">90%", 6, 1, 60, [0.2, 0, 0], nil),
    ]
    for row in table {
      let history = history(hours: row.hours, failingHours: row.failingHours, every: row.every)
      let target = try Target(measure: "availability", bound: row.bound)
      let budget = try #require(
        ErrorBudget(
          of: target, subject: nil, history: history,
          now: Timestamp(seconds: Double(row.hours * 3600 - 1))))
      let burns = budget.burns.map { (($0.rate ?? -1) * 10).rounded() / 10 }
      for (burn, expected) in zip(burns, row.burns) {
        #expect(abs(burn - expected) <= 0.1 + 0.08 * expected, "\(row)")
      }
      #expect(budget.urgency == row.urgency, "\(row)")
    }
  }

  @Test func `is there for targets that allow a share of failures, and for no others`() throws {
    let table: [(measure: String, bound: String, allowed: Double?)] = [
      ("availability", ">99.9%", 0.001), ("availability", ">=95%", 0.05),
      ("error_rate", "<1%", 0.01), ("error_rate", "<=2%", 0.02), ("error_rate", ">1%", nil),
      ("availability", ">100%", nil), ("p95", "<1s", nil), ("cache_hit_rate", ">90%", nil),
    ]
    for (measure, bound, allowed) in table {
      let budget = ErrorBudget(
        of: try Target(measure: measure, bound: bound), subject: nil, history: History(.log),
        now: Timestamp(seconds: 0))
      let share = budget.map { ($0.allowedShare * 1e6).rounded() / 1e6 }
      #expect(share == allowed, "\(measure) \(bound)")
    }
  }
}
