import Testing

@testable import Telemetry

struct ChanceTests {
  /// Upper tails of the binomial distribution, by sums of exact fractions.
  @Test(arguments: [
    (0, 20, 1), (1, 20, 0.641_514), (4, 60, 0.352_719), (10, 60, 0.000_738), (15, 200, 0.078_134),
    (20, 400, 0.532_030), (21, 20, 0),
  ])
  func `is that of the binomial distribution`(hits: UInt64, trials: UInt64, probability: Double) {
    let found = Chance.ofAtLeast(hits, among: trials, share: 0.05)
    #expect(abs(found - probability) < 0.000_001, "\(found)")
  }

  /// Fewest hits that chance gives less than once in a thousand times, by exact sums.
  @Test(arguments: [
    (5.0, 0.05, 4), (10, 0.5, 10), (30, 0.13, 11), (80, 0.05, 12), (1000, 0.001, 6),
    (10_000, 0.3, 3143),
  ])
  func `more than chance is as much more as chance scatters`(
    trials: Double, share: Double, fewest: Int
  ) {
    let found = (0...Int(trials)).first {
      Chance.tellsMore(Double($0), among: trials, than: share)
    }
    #expect(found == fewest)
  }

  @Test func `asks for two events at least, and of few for more than chance gives`() {
    #expect(!Chance.tellsSlow(1, among: 1) && Chance.tellsSlow(2, among: 5))
    #expect(!Chance.tellsSlow(11, among: 199) && Chance.tellsSlow(11, among: 200))
    #expect(!Chance.tellsFailing(4, among: 59, limit: 0.05))
    #expect(Chance.tellsFailing(7, among: 59, limit: 0.05))
    #expect(Chance.tellsFailing(4, among: 60, limit: 0.05))
  }
}
