/// Limits of pools that are told only as what is open: the most so far is nearest to the truth.
///
/// SQLAlchemy tells the size of a pool and how many connections are open beyond it, and not how
/// many may be. What is in use would seem to be more than the limit as soon as some are closed.
struct LeastLimits: Sendable {
  /// Pools that are remembered.
  private static let most = 1_000

  private var limits: [DisplayText: (configuration: Double, limit: Double)] = [:]

  /// The most that `pool` has had open.
  ///
  /// Another `configuration`, which is any number that changes with it, begins anew.
  mutating func limit(of pool: DisplayText, configuration: Double, open: Double) -> Double {
    var limit = open
    if let known = limits[pool], known.configuration == configuration {
      limit = max(limit, known.limit)
    }
    if limits[pool] != nil || limits.count < LeastLimits.most {
      limits[pool] = (configuration, limit)
    }
    return limit
  }
}
