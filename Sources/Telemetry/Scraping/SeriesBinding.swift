/// Where the number of each series goes: derived from a plan and the live series, holds no state.
///
/// Series of one label set form a group (the buckets, sum and count of a histogram, or one
/// counter); groups are summed into cells, one per endpoint and bucket layout.
struct SeriesBinding: Sendable {
  static let none: Int32 = -1

  /// The series of one label set.
  struct Group: Sendable {
    var view: Int
    /// Whether its count tells the statuses, and whether it has durations.
    var countsRequests: Bool
    var hasDurations: Bool
    /// -1 for a group that is left out.
    var endpoint: Int
    var lane: Int
    var cell = 0
    /// Slots by rising bound, in `bucketSlots`.
    var buckets = 0..<0
    /// Whether the last of `buckets` is the one for everything.
    var endsWithInfinity = false
    /// Buckets that are not cumulative, in `sparseSlots`; used when `buckets` is empty.
    var sparse = 0..<0
    var count = none, sum = none, created = none, maximum = none
    /// Whether a bucket it had in the scrape before is gone.
    var lostBucket = false
  }

  /// Sums of one endpoint in one bucket layout.
  struct Cell: Sendable {
    var endpoint: Int
    var layout: Int
    /// Buckets that may be hit, and where their counts start in the accumulator.
    var range = 0..<0
    var offset = 0
  }

  struct Endpoint: Hashable, Sendable {
    var kind: TrafficKind
    var name: EndpointName
  }

  /// One series of a signal.
  struct SignalSeries: Sendable {
    var slot: Int32
    var reading: Int
    var scale: Double
    var undefined: Double?
    var unlimited: Double?
    var least = -Double.infinity
  }

  /// One signal of one subject.
  struct Reading: Hashable, Sendable {
    var signal: Signal
    var subject: DisplayText
  }

  var groups: [Group] = []
  var bucketSlots: [Int32] = []
  /// The number of each bucket in the layout of its cell.
  var sparseSlots: [(slot: Int32, bucket: Int)] = []
  var cells: [Cell] = []
  var layouts: [BucketLayout] = []
  var endpoints: [Endpoint] = []
  var quantiles: [(slot: Int32, group: Int, quantile: Double)] = []
  var signalSeries: [SignalSeries] = []
  var readings: [Reading] = []
  var folds: [SignalRule.Fold] = []
  /// Readings that say no more than what a limit is at least.
  var floors: Set<Int> = []
  /// What tells pools of one name apart.
  var telling: PoolInstances.Telling = [:]
  /// Whose the pools are; see `Batch.pools`.
  var pools: [PoolIdentity] = []
  /// Gauges that say whether an exporter reaches what it speaks of, by number in the plan.
  var reachable: [(slot: Int32, number: Int)] = []
  /// Doubles the counts of all cells take.
  var accumulatorCount = 0
  var hasOther = false
  /// Seconds per unit, by view.
  var units: [Double] = []
  /// Views that have buckets by name, but none with a finite bound.
  var viewsWithoutBounds: [Int] = []
  /// The most finite bounds that a distribution of each view has.
  var mostBounds: [Int] = []

  /// The gauges among the readings of an earlier binding that this one does not have.
  func ended(since earlier: [Reading]) -> [EndedGauge] {
    let present = Set(readings)
    return earlier.filter { !$0.signal.isCounter && !present.contains($0) }
      .map { EndedGauge(signal: $0.signal, subject: $0.subject) }
  }
}
