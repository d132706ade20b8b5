/// Durations of a window, added up from slots: answers every question about their distribution.
///
/// Counts are dense here, so that adding slots and reading quantiles are plain loops; one value
/// is reused for row after row.
package struct LatencyHistogram: Sendable {
  /// What the places in `counts` mean.
  package private(set) var layout: BucketLayout
  /// How often each bucket was hit.
  package private(set) var counts: [UInt64]
  /// Durations in all buckets together.
  package private(set) var count: UInt64 = 0
  /// Of all durations; NaN where one sum was not known.
  package private(set) var sumSeconds = 0.0
  /// Shortest and longest duration, as far as they are known exactly.
  package private(set) var minSeconds = Double.infinity
  /// As `minSeconds`; negative infinity where nothing is known.
  package private(set) var maxSeconds = -Double.infinity
  /// Whether the extremes are those of all durations, so that no quantile lies outside of them.
  private(set) var knowsExtremes = true
  private var lowest = Int.max
  private var highest = -1

  /// An empty histogram of a layout.
  package init(layout: BucketLayout = .logarithmic) {
    self.layout = layout
    counts = Array(repeating: 0, count: LatencyHistogram.bucketCount(layout))
  }

  /// The buckets from the first to the last that was hit; empty when none was.
  var occupied: Range<Int> { highest < 0 ? 0..<0 : lowest..<highest + 1 }

  /// Empties the histogram and sets what its buckets mean.
  package mutating func reset(to layout: BucketLayout) {
    if layout != self.layout {
      self = LatencyHistogram(layout: layout)
      return
    }
    if highest >= 0 { for bucket in lowest...highest { counts[bucket] = 0 } }
    count = 0
    sumSeconds = 0
    minSeconds = .infinity
    maxSeconds = -.infinity
    knowsExtremes = true
    lowest = .max
    highest = -1
  }

  /// Adds durations that were counted on the same layout.
  package mutating func add(
    _ sparse: SparseCounts, count added: UInt64, sumSeconds sum: Double, minSeconds least: Double,
    maxSeconds most: Double
  ) {
    sparse.withPacked { add($0) }
    add(count: added, sumSeconds: sum, minSeconds: least, maxSeconds: most)
  }

  /// The same with counts where they lie.
  mutating func add(
    _ slot: SlotCounts, count added: UInt64, sumSeconds sum: Double, minSeconds least: Double,
    maxSeconds most: Double
  ) {
    switch slot {
    case .packed(let packed): add(packed)
    case .coded(let coded): add(coded)
    }
    add(count: added, sumSeconds: sum, minSeconds: least, maxSeconds: most)
  }

  private mutating func add(_ packed: PackedCounts) {
    var first = lowest
    var last = highest
    counts.withUnsafeMutableBufferPointer { table in
      packed.forEach { bucket, count in
        guard bucket < table.count else { return }
        table[bucket] &+= count
        if bucket < first { first = bucket }
        if bucket > last { last = bucket }
      }
    }
    lowest = first
    highest = last
  }

  private mutating func add(_ coded: CodedCounts) {
    var last = highest
    counts.withUnsafeMutableBufferPointer { table in
      // Buckets do not fall, so the last one that is in the table is the highest.
      var newest = -1
      coded.forEachPart { bucket, count in
        guard bucket < table.count else { return }
        table[bucket] &+= count
        newest = bucket
      }
      if newest > last { last = newest }
    }
    if coded.first < min(lowest, counts.count) { lowest = coded.first }
    highest = last
  }

  private mutating func add(
    count added: UInt64, sumSeconds sum: Double, minSeconds least: Double,
    maxSeconds most: Double
  ) {
    count &+= added
    sumSeconds += sum
    if least < minSeconds { minSeconds = least }
    if most > maxSeconds { maxSeconds = most }
    if added > 0, least.isNaN || most.isNaN { knowsExtremes = false }
  }

  /// Adds the durations of another histogram; those on another layout are left out.
  package mutating func merge(_ other: LatencyHistogram) {
    guard other.layout == layout, other.highest >= 0 else { return }
    for bucket in other.lowest...other.highest { counts[bucket] &+= other.counts[bucket] }
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
    count &+= other.count
    sumSeconds += other.sumSeconds
    minSeconds = min(minSeconds, other.minSeconds)
    maxSeconds = max(maxSeconds, other.maxSeconds)
    knowsExtremes = knowsExtremes && other.knowsExtremes
  }

  /// Adds durations that were packed on the same layout.
  mutating func add(_ other: PackedHistogram) {
    other.counts.withPacked { add($0) }
    count &+= other.count
    sumSeconds += other.sumSeconds
    minSeconds = min(minSeconds, other.minSeconds)
    maxSeconds = max(maxSeconds, other.maxSeconds)
    knowsExtremes = knowsExtremes && other.knowsExtremes
  }

  /// The same durations in the room that they need.
  var packed: PackedHistogram {
    let places = occupied
    return PackedHistogram(
      counts: SparseCounts(most: places.count) { append in
        for bucket in places where counts[bucket] > 0 { append(bucket, counts[bucket]) }
      }, count: count, sumSeconds: sumSeconds, minSeconds: minSeconds, maxSeconds: maxSeconds,
      knowsExtremes: knowsExtremes)
  }

  /// Adds one duration; only for logarithmic layouts.
  package mutating func add(seconds: Double) {
    let bucket = LogScale.index(of: seconds)
    counts[bucket] &+= 1
    lowest = min(lowest, bucket)
    highest = max(highest, bucket)
    count &+= 1
    sumSeconds += seconds
    minSeconds = min(minSeconds, seconds)
    maxSeconds = max(maxSeconds, seconds)
  }

  /// Mean duration in seconds; `nil` when there is none or the sum is not known.
  package var meanSeconds: Double? {
    count > 0 && sumSeconds.isFinite ? sumSeconds / Double(count) : nil
  }

  /// The quantiles of `ranks` (0...1, rising), each `nil` when there are no durations.
  ///
  /// Logarithmic layouts follow the definition of Prometheus's `quantile()` and NumPy's default:
  /// the value at rank `q * (n - 1)`, linear between neighbours. The others follow
  /// `histogram_quantile()`.
  package func quantiles(_ ranks: [Double]) -> [Quantile?] {
    guard count > 0 else { return ranks.map { _ in nil } }
    switch layout {
    case .logarithmic:
      // Durations of which only count and sum are known.
      guard highest >= 0 else { return ranks.map { _ in nil } }
      return logarithmicQuantiles(ranks)
    case .explicit(let bounds):
      guard !bounds.isEmpty else { return ranks.map { _ in nil } }
      var running = 0.0
      let buckets = counts.enumerated().map { place, count in
        running += Double(count)
        return HistogramQuantile.Bucket(
          upperBound: place < bounds.count ? bounds[place] : .infinity, count: running)
      }
      return ranks.map { HistogramQuantile.quantile($0, buckets: buckets) }
    case .exponential(let scale): return ranks.map { scale.quantile($0, counts: counts) }
    }
  }

  /// The share of durations that were at most `seconds` (0...1), from the buckets.
  package func share(upTo seconds: Double) -> Double {
    guard count > 0, highest >= 0 else { return 0 }
    var below = 0.0
    var first = lowest
    if layout == .logarithmic {
      // All buckets before the one that holds `seconds` lie below it, whatever their bounds.
      let limit = min(LogScale.index(of: seconds), highest + 1)
      var whole: UInt64 = 0
      while first < limit {
        whole &+= counts[first]
        first += 1
      }
      below = Double(whole)
      if first > highest { return below / Double(count) }
    }
    for bucket in first...highest where counts[bucket] > 0 {
      let (lower, upper) = bounds(of: bucket)
      if upper <= seconds {
        below += Double(counts[bucket])
      } else if lower < seconds, upper.isFinite {
        below += Double(counts[bucket]) * (seconds - lower) / (upper - lower)
      }
    }
    return below / Double(count)
  }

  /// Calls `body` with the bounds in seconds and the count of each bucket that was hit.
  package func forEachBucket(_ body: (_ lower: Double, _ upper: Double, _ count: UInt64) -> Void) {
    guard highest >= 0 else { return }
    for bucket in lowest...highest where counts[bucket] > 0 {
      let (lower, upper) = bounds(of: bucket)
      body(lower, upper, counts[bucket])
    }
  }

  private func bounds(of bucket: Int) -> (lower: Double, upper: Double) {
    switch layout {
    case .logarithmic: (LogScale.lowerBound(of: bucket), LogScale.upperBound(of: bucket))
    case .explicit(let bounds):
      (
        bucket == 0 ? 0 : bounds[min(bucket, bounds.count) - 1],
        bucket < bounds.count ? bounds[bucket] : .infinity
      )
    case .exponential(let scale): (scale.lowerBound(of: bucket), scale.upperBound(of: bucket))
    }
  }

  /// The same for ranks whose number is known, without a list of them where the layout is logarithmic:
  /// tables and charts ask for thousands each second.
  func quantiles<let count: Int>(
    _ ranks: InlineArray<count, Double>
  ) -> InlineArray<count, Quantile?> {
    if self.count == 0 { return InlineArray(repeating: nil) }
    guard highest >= 0, layout == .logarithmic else {
      let quantiles = quantiles(ranks.indices.map { ranks[$0] })
      return InlineArray { quantiles[$0] }
    }
    var walk = (bucket: lowest, below: UInt64(0))
    return InlineArray { logarithmicQuantile(ranks[$0], from: &walk) }
  }

  private func logarithmicQuantiles(_ ranks: [Double]) -> [Quantile?] {
    var walk = (bucket: lowest, below: UInt64(0))
    return ranks.map { logarithmicQuantile($0, from: &walk) }
  }

  /// The quantile of a rank, which is as high as the one before or higher; `walk` is where that was found.
  private func logarithmicQuantile(
    _ quantile: Double, from walk: inout (bucket: Int, below: UInt64)
  ) -> Quantile {
    let rank = quantile * Double(count - 1)
    let whole = rank.rounded(.down)
    let lower = logarithmicValue(at: UInt64(whole), &walk)
    guard rank > whole else { return Quantile(seconds: lower) }
    var next = walk
    let upper = logarithmicValue(at: UInt64(whole) + 1, &next)
    return Quantile(seconds: lower + (upper - lower) * (rank - whole))
  }

  /// The value of the duration at a whole rank.
  private func logarithmicValue(
    at rank: UInt64, _ walk: inout (bucket: Int, below: UInt64)
  ) -> Double {
    skip(to: rank, &walk.bucket, &walk.below)
    let value = LogScale.value(of: walk.bucket)
    return knowsExtremes ? min(max(value, minSeconds), maxSeconds) : value
  }

  /// Goes on from `bucket`, `below` durations being in those before it, to the one that holds the
  /// duration of a rank.
  private func skip(to rank: UInt64, _ bucket: inout Int, _ below: inout UInt64) {
    counts.withUnsafeBytes { counts in
      let size = MemoryLayout<UInt64>.stride
      while bucket &+ 8 <= highest {
        let eight = counts.loadUnaligned(fromByteOffset: bucket &* size, as: SIMD8<UInt64>.self)
        let sum = below &+ eight.wrappedSum()
        if sum > rank { break }
        below = sum
        bucket &+= 8
      }
      while bucket < highest {
        let sum =
          below &+ counts.loadUnaligned(fromByteOffset: bucket &* size, as: UInt64.self)
        if sum > rank { return }
        below = sum
        bucket &+= 1
      }
    }
  }

  private static func bucketCount(_ layout: BucketLayout) -> Int {
    switch layout {
    case .logarithmic: LogScale.count
    case .explicit(let bounds): bounds.count + 1
    case .exponential(let scale): scale.count
    }
  }
}
