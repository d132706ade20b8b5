import Synchronization

/// Sums of those parts of windows to which nothing is added any more, for whoever sums up the same window
/// each second.
///
/// A window of five minutes is a dozen slots of twenty seconds and some finer ones at its ends: the dozen
/// change places only when twenty seconds have passed. What is added to them late is seen by
/// `TouchedTimes`.
package final class SumMemo: Sendable {
  private let known = Mutex<SettledSums?>(nil)

  /// Nothing was summed up yet.
  package init() {}

  /// The sums that hold of a table; whoever takes them gives them back, and others start anew meanwhile.
  func take(for table: TrafficTable, of history: History) -> SettledSums {
    let known = known.withLock { known in
      defer { known = nil }
      return known
    }
    guard let known, known.holds(of: table, of: history) else {
      return SettledSums(of: table, of: history)
    }
    return known.following(history)
  }

  func give(_ sums: SettledSums?) {
    known.withLock { $0 = sums }
  }
}

/// See `SumMemo`.
struct SettledSums: Sendable {
  /// Requests of a series in whole slots.
  struct Sum: Sendable {
    fileprivate var part: TimeRange
    /// That of the history when it was summed up.
    fileprivate var version: Int
    fileprivate var layout: BucketLayout
    let statuses: StatusCounts
    /// `nil` where only how requests ended was asked for.
    let durations: PackedHistogram?
  }

  /// A series of the table.
  struct Key: Hashable {
    var row: Int
    /// Among the series of the row.
    var place: Int
    var source: SourceID
  }

  /// What is read late is late by seconds.
  static let settlingSeconds = 5.0

  private let lineage: TouchedTimes.Lineage
  private let merges: Int
  private var touched: TouchedTimes
  private var version: Int
  private var sums: [Key: Sum] = [:]

  init(of table: TrafficTable, of history: History) {
    lineage = history.touched.lineage
    merges = table.merges
    touched = history.touched
    version = history.version
  }

  fileprivate func holds(of table: TrafficTable, of history: History) -> Bool {
    lineage === history.touched.lineage && merges == table.merges && version <= history.version
  }

  fileprivate func following(_ history: History) -> SettledSums {
    var sums = self
    sums.touched = history.touched
    sums.version = history.version
    return sums
  }

  /// What a series comes to in whole slots; summed up by `body` where it is not known, or where
  /// something was added since.
  mutating func sum(
    of key: Key, _ layout: BucketLayout, withDurations: Bool, in part: TimeRange,
    _ body: () -> (StatusCounts, PackedHistogram?)
  ) -> Sum {
    if let known = sums[key], known.part == part, known.layout == layout,
      withDurations == (known.durations != nil),
      touched.unchangedUntil(since: known.version) >= part.to
    {
      return known
    }
    let (statuses, durations) = body()
    let sum = Sum(
      part: part, version: version, layout: layout, statuses: statuses, durations: durations)
    sums[key] = sum
    return sum
  }
}
