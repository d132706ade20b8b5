/// Durations in one slot of time: 28 bytes beside the packed histogram.
struct LatencySlot: Mergeable, Sendable {
  var counts: SparseCounts
  var sumSeconds: Double
  var timed: UInt32
  var minSeconds: Float
  var maxSeconds: Float

  /// The durations of one batch; `nil` stands for none.
  init(_ delta: LatencyDelta?) {
    counts = delta?.counts ?? SparseCounts()
    sumSeconds = delta?.sumSeconds ?? 0
    timed = UInt32(clamping: delta?.count ?? 0)
    minSeconds = Float(delta?.minSeconds ?? .nan)
    maxSeconds = Float(delta?.maxSeconds ?? .nan)
  }

  mutating func merge(_ other: LatencySlot) {
    counts.merge(other.counts)
    sumSeconds += other.sumSeconds
    timed &+= other.timed
    minSeconds = Float.minimum(minSeconds, other.minSeconds)
    maxSeconds = Float.maximum(maxSeconds, other.maxSeconds)
  }
}
