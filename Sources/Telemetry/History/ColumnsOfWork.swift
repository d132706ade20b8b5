/// Work sorted into equal columns of time.
struct ColumnsOfWork {
  /// What the buckets of the durations mean.
  var layout: BucketLayout
  private let range: TimeRange
  private var statuses: [StatusCounts]
  private var calls: [UInt64]
  /// The durations of all columns in one list, because a list for each costs more than summing.
  private var slots: [(column: Int, bytes: Range<Int>, total: UInt64)] = []
  /// What they lie in.
  private var bytes: [UInt8] = []

  init(range: TimeRange, columns: Int, layout: BucketLayout) {
    self.range = range
    self.layout = layout
    statuses = Array(repeating: StatusCounts(), count: columns)
    calls = Array(repeating: 0, count: columns)
  }

  func column(of time: Timestamp) -> Int {
    let place = (time - range.from) / range.seconds * Double(calls.count)
    return Int(min(Double(calls.count - 1), max(0, place)))
  }

  /// Adds what a view knows of the range; durations where they are wanted and mean the same.
  mutating func add(
    _ view: SeriesView, withLatency: Bool = true, withStatuses: Bool = true, now: Timestamp
  ) {
    view.withUnsafeBufferPointer { series in
      for place in series.indices {
        let countsLatency = withLatency && series[place].layout == layout
        series[place].tiers.forEach(in: range, now: now) { time, slot in
          let column = column(of: time.middle)
          if withStatuses { add(slot.statuses, in: column) }
          if countsLatency { add(slot.latency, in: column) }
        }
      }
    }
  }

  mutating func add(_ added: StatusCounts, in column: Int) {
    calls[column] &+= added.total
    statuses[column].merge(added)
  }

  mutating func add(calls added: UInt64, in column: Int) {
    calls[column] &+= added
  }

  mutating func add(_ latency: LatencySlot.View, in column: Int) {
    guard !latency.bytes.isEmpty else { return }
    let start = bytes.count
    bytes.append(contentsOf: latency.bytes)
    slots.append((column, start..<bytes.count, latency.total))
  }

  /// The columns in the order of time.
  var points: [TimelinePoint] {
    // Several series come one after the other; those of one are in order.
    let isOrdered = zip(slots, slots.dropFirst()).allSatisfy { $0.column <= $1.column }
    let ordered = isOrdered ? slots : slots.sorted { $0.column < $1.column }
    var histogram = LatencyHistogram(layout: layout)
    let ranks: InlineArray<3, Double> = [0.5, 0.95, 0.99]
    var next = 0
    return calls.indices.map { column in
      histogram.reset(to: layout)
      while next < ordered.count, ordered[next].column == column {
        let slot = ordered[next]
        bytes.withUnsafeBytes {
          histogram.add(
            LatencySlot.View(
              UnsafeRawBufferPointer(rebasing: $0[slot.bytes]), total: slot.total))
        }
        next += 1
      }
      let quantiles = histogram.quantiles(ranks)
      return TimelinePoint(
        start: range.from + range.seconds * Double(column) / Double(calls.count),
        requests: calls[column], p50: quantiles[0]?.seconds, p95: quantiles[1]?.seconds,
        p99: quantiles[2]?.seconds, statuses: statuses[column])
    }
  }
}
