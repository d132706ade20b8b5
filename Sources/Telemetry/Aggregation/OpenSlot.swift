/// Durations and outcomes of everything in one slot of time, by small integer ids, while the slot
/// is still being filled.
///
/// Latencies lie in tables of 32-bit counters, `LogScale.count` per id (9 KB), sixteen ids to a
/// page, so that adding one is an index calculation and an increment, and growing copies nothing.
struct OpenSlot {
  /// What is known of one id in this slot beside its histogram.
  struct Row {
    var statuses = StatusCounts()
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    var minSeconds = Double.infinity
    var maxSeconds = 0.0
    var lowest = Int.max
    var highest = 0
    var isTouched = false
  }

  private var pages: [[UInt32]] = []
  private static let idsPerPage = 16
  private(set) var rows: [Row] = []
  /// Ids with something in this slot, in the order they came.
  private(set) var touched: [Int] = []

  /// Counts one outcome; `seconds` may be NaN when the duration is not known.
  @inline(__always)
  mutating func add(id: Int, status: Int, hasAnswer: Bool, seconds: Double) {
    if id >= rows.count { grow(to: id + 1) }
    rows.withUnsafeMutableBufferPointer { rows in
      if !rows[id].isTouched {
        rows[id].isTouched = true
        touched.append(id)
      }
      if hasAnswer {
        rows[id].statuses[status / 100] &+= 1
      } else {
        rows[id].statuses.noAnswer &+= 1
      }
      guard seconds >= 0 else { return }
      let bucket = LogScale.index(of: seconds)
      rows[id].timed &+= 1
      rows[id].sumSeconds += seconds
      if seconds < rows[id].minSeconds { rows[id].minSeconds = seconds }
      if seconds > rows[id].maxSeconds { rows[id].maxSeconds = seconds }
      if bucket < rows[id].lowest { rows[id].lowest = bucket }
      if bucket > rows[id].highest { rows[id].highest = bucket }
      pages[id >> 4][(id & 15) &* LogScale.count &+ bucket] &+= 1
    }
  }

  /// The durations of one id in this slot; `nil` when none was known.
  func latency(of id: Int) -> LatencyDelta? {
    let row = rows[id]
    guard row.timed > 0 else { return nil }
    let base = (id & 15) * LogScale.count
    let sparse = pages[id >> 4].withUnsafeBufferPointer { all in
      SparseCounts(
        dense: UnsafeBufferPointer(rebasing: all[base..<base + LogScale.count]),
        in: row.lowest..<row.highest + 1)
    }
    return LatencyDelta(
      layout: .logarithmic, counts: sparse, count: row.timed, sumSeconds: row.sumSeconds,
      minSeconds: row.minSeconds, maxSeconds: row.maxSeconds)
  }

  /// Empties the slot for the next one; memory stays.
  mutating func clear() {
    for id in touched {
      let row = rows[id]
      if row.timed > 0 {
        let base = (id & 15) * LogScale.count
        for bucket in row.lowest...row.highest { pages[id >> 4][base + bucket] = 0 }
      }
      rows[id] = Row()
    }
    touched.removeAll(keepingCapacity: true)
  }

  @inline(never)
  private mutating func grow(to size: Int) {
    rows.append(contentsOf: repeatElement(Row(), count: size - rows.count))
    while pages.count * OpenSlot.idsPerPage < size {
      pages.append(Array(repeating: 0, count: OpenSlot.idsPerPage * LogScale.count))
    }
  }
}
