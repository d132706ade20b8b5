import Telemetry

/// How a request ends, decided before it begins.
struct ShopOutcome: Sendable {
  enum Course: Sendable {
    /// All steps are run.
    case complete
    /// It is refused before the database is asked.
    case refused
    /// The first statement finds nothing, the rest is spared.
    case nothingFound
    /// The database refuses one of the statements, and that is the end.
    case failing(ShopStatement, SimulatedStatement.Failure)
    /// A payment provider is waited for in vain.
    case paymentTimeout
  }

  var status: UInt16
  var course: Course
  var caller: ShopCaller
}

extension ShopStory {
  /// Who asks: people come and go, one every five seconds, and stay for ten minutes.
  private func visitor(_ thrown: UInt32, at time: Timestamp) -> ShopCaller {
    .person(UInt32(truncatingIfNeeded: time.microseconds / 5_000_000) &+ thrown / 4)
  }

  /// Logins per second in the middle of a flood, besides those of every day.
  static let floodPerSecond = 7.0

  /// Draws how a request to `route` that arrives at `time` will end.
  ///
  /// `floodShare` is the share of the flood in the logins of that instant.
  func outcome(
    of route: ShopRoute, floodShare: Double, at time: Timestamp, _ random: inout SeededRandom
  ) -> ShopOutcome {
    let caller = route == .health ? .prober : visitor(random.pick(1...480), at: time)
    var dice = Dice(value: random.unit())
    func end(_ status: UInt16, _ course: ShopOutcome.Course) -> ShopOutcome {
      ShopOutcome(status: status, course: course, caller: caller)
    }
    if route == .login {
      if dice.falls(floodShare) {
        let isRefused = random.chance(0.9)
        return ShopOutcome(
          status: isRefused ? 429 : 401, course: isRefused ? .refused : .complete,
          caller: .gateway)
      }
      return dice.falls(0.05) ? end(401, .complete) : end(200, .complete)
    }
    if route != .health, dice.falls(0.003) { return end(401, .refused) }
    switch route {
    case .generatePost:
      if dice.falls(0.01) { return end(422, .refused) }
    case .feed:
      if dice.falls(0.004) { return end(404, .nothingFound) }
      if dice.falls(0.004 * feedSlowdown(time)) { return end(500, .complete) }
    case .search:
      if dice.falls(0.004) { return end(422, .refused) }
      if dice.falls(0.003) { return end(500, .complete) }
    case .mates:
      if dice.falls(0.5) { return end(500, .failing(.lineage, .timeout)) }
    case .createOrder:
      if dice.falls(paymentFailures(time)) { return end(502, .paymentTimeout) }
      if dice.falls(0.012) { return end(409, .failing(.insertOrder, .duplicateKey)) }
      if dice.falls(0.01) { return end(422, .refused) }
      return end(201, .complete)
    case .order:
      if dice.falls(0.014) { return end(404, .nothingFound) }
      if dice.falls(0.001) { return end(500, .complete) }
    case .cartItems:
      if dice.falls(0.008) { return end(404, .nothingFound) }
    case .product:
      if dice.falls(0.01) { return end(404, .complete) }
    case .products, .login, .health: break
    }
    return end(200, .complete)
  }
}

/// One throw that is shared by outcomes of which at most one can happen.
private struct Dice {
  var value: Double

  /// Whether the throw falls on the next part of the range, which is `probability` wide.
  mutating func falls(_ probability: Double) -> Bool {
    value -= probability
    return value < 0
  }
}
