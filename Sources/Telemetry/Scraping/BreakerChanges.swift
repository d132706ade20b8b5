/// The states of circuit breakers that tell of their changes by counters alone.
///
/// A breaker opens, half opens after a pause, then closes or opens again: while it is open it has
/// opened once more than it has half opened. That gives a state at the first scrape already; from
/// then on the change that was counted last does.
struct BreakerChanges: Sendable {
  /// States by reading, as the last scrape left them.
  private var states: [SeriesBinding.Reading: Double] = [:]

  /// Takes the counters of a scrape and returns the state of each breaker.
  mutating func states(
    _ values: [Double], since origin: Increases.Origin, _ binding: SeriesBinding
  ) -> [(reading: SeriesBinding.Reading, state: Double)] {
    guard binding.folds.contains(.change) else { return [] }
    var counts: [Int: Counts] = [:]
    for series in binding.signalSeries where binding.folds[series.reading] == .change {
      let value = values[Int(series.slot)]
      guard value.isFinite else { continue }
      counts[series.reading, default: Counts()].add(
        series.scale, value, grown: BreakerChanges.growth(of: series.slot, value, origin))
    }
    var fresh: [SeriesBinding.Reading: Double] = [:]
    for (number, counts) in counts {
      let reading = binding.readings[number]
      fresh[reading] = counts.state(after: states[reading])
    }
    states = fresh
    return binding.readings.compactMap { reading in fresh[reading].map { (reading, $0) } }
  }

  private static func growth(
    of slot: Int32, _ value: Double, _ origin: Increases.Origin
  ) -> Double {
    switch origin {
    case .unknown: return 0
    case .zero: return value
    case .values(let earlier):
      let before = Int(slot) < earlier.count ? earlier[Int(slot)] : .nan
      return value >= before ? value - before : value
    }
  }

  /// Changes of one breaker, by what they lead to.
  private struct Counts {
    private static let open = 1.0
    private static let halfOpen = 0.5
    private static let closed = 0.0

    private var totals: [Double: Double] = [:]
    private var grown: [Double] = []

    mutating func add(_ state: Double, _ total: Double, grown: Double) {
      totals[state, default: 0] += total
      if grown > 0 { self.grown.append(state) }
    }

    /// The state, given the one before; of several changes the totals tell which came last.
    func state(after known: Double?) -> Double {
      if Set(grown).count == 1, let only = grown.first { return only }
      if grown.isEmpty, let known { return known }
      if totals[Self.open, default: 0] > totals[Self.halfOpen, default: 0] { return Self.open }
      let isTrying = grown.contains(Self.halfOpen) && !grown.contains(Self.closed)
      return isTrying ? Self.halfOpen : Self.closed
    }
  }
}
