/// Requests of one series in one slot of time, in 64 bytes beside the packed histogram.
struct TrafficSlot: Mergeable, Sendable {
  var statuses: SIMD8<UInt32>
  var latency: LatencySlot

  init(_ delta: TrafficDelta) {
    statuses = TrafficSlot.narrowed(delta.statuses)
    latency = LatencySlot(delta.latency)
  }

  mutating func merge(_ other: TrafficSlot) {
    statuses &+= other.statuses
    latency.merge(other.latency)
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
