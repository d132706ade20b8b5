/// Requests of one series in one slot of time, in 56 bytes beside the packed histogram.
struct TrafficSlot: Mergeable, Sendable {
  // 28 bytes each, so that a slot and its index fill 64.
  var latency: LatencySlot
  /// Lane 0 counts unknown classes, 1 to 5 the classes 1xx to 5xx, 6 requests without an answer.
  private var statuses: InlineArray<7, UInt32>

  init(_ delta: TrafficDelta) {
    latency = LatencySlot(delta.latency)
    statuses = InlineArray(repeating: 0)
    let wide = delta.statuses
    statuses[0] = UInt32(clamping: wide.other - wide.noAnswer)
    for statusClass in 1...5 { statuses[statusClass] = UInt32(clamping: wide[statusClass]) }
    statuses[6] = UInt32(clamping: wide.noAnswer)
  }

  mutating func merge(_ other: TrafficSlot) {
    latency.merge(other.latency)
    for lane in 0..<7 { statuses[lane] &+= other.statuses[lane] }
  }

  /// The counts in full width.
  ///
  /// In line, because else the whole slot is copied to be asked.
  @inline(__always)
  var wideStatuses: StatusCounts { StatusCounts(narrow: statuses) }
}
