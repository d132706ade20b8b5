/// Requests of one series in one slot of time, in 72 bytes beside the packed histogram.
struct TrafficSlot: Mergeable, Sendable {
  var statuses: SIMD8<UInt32>
  var timed: UInt32
  var sumSeconds: Float
  var minSeconds: Float
  var maxSeconds: Float
  var counts: SparseCounts

  init(_ delta: TrafficDelta) {
    statuses = TrafficSlot.narrowed(delta.statuses)
    timed = UInt32(clamping: delta.latency?.count ?? 0)
    sumSeconds = Float(delta.latency?.sumSeconds ?? 0)
    minSeconds = Float(delta.latency?.minSeconds ?? .nan)
    maxSeconds = Float(delta.latency?.maxSeconds ?? .nan)
    counts = delta.latency?.counts ?? SparseCounts()
  }

  mutating func merge(_ other: TrafficSlot) {
    statuses &+= other.statuses
    timed &+= other.timed
    sumSeconds += other.sumSeconds
    minSeconds = Float.minimum(minSeconds, other.minSeconds)
    maxSeconds = Float.maximum(maxSeconds, other.maxSeconds)
    counts.merge(other.counts)
  }

  /// The counts in full width.
  var wideStatuses: StatusCounts {
    var wide = StatusCounts()
    for statusClass in 0...5 { wide[statusClass] = UInt64(statuses[statusClass]) }
    wide.noAnswer = UInt64(statuses[6])
    return wide
  }

  private static func narrowed(_ wide: StatusCounts) -> SIMD8<UInt32> {
    var lanes = SIMD8<UInt32>.zero
    lanes[0] = UInt32(clamping: wide.other - wide.noAnswer)
    for statusClass in 1...5 { lanes[statusClass] = UInt32(clamping: wide[statusClass]) }
    lanes[6] = UInt32(clamping: wide.noAnswer)
    return lanes
  }
}
