/// Requests by time and latency: what a heat map shows.
package struct LatencyHeat: Sendable {
  /// Upper bounds of the rows in seconds, the slowest first; equal steps on a logarithmic scale.
  package var bounds: [Double]
  /// Requests of each row and column; a bucket wider than a row is spread over its rows.
  package var counts: [[Double]]
  /// The row that holds the p95 of each column; `nil` without requests.
  package var p95Rows: [Int?]
  /// The widest bucket that requests lie in, as a factor; 1 where durations are known singly.
  package var widestBucket: Double
}

extension History {
  /// When the requests of an endpoint were how slow, over `range` in equal columns.
  ///
  /// Rows go from the fastest to the slowest request of the range, at least over one decade; those
  /// in the bucket past the last bound stand in the uppermost row.
  ///
  /// Cost: linear in the slots of the range and the buckets hit.
  package func heat(
    of name: EndpointName, in range: TimeRange, columns: Int, rows: Int, now: Timestamp
  ) -> LatencyHeat? {
    guard columns > 0, rows > 1, range.seconds > 0, let place = endpoints.place(of: name),
      let series = vantages(of: endpoints.rows[place]).first?.series,
      let layout = series.newestLayout
    else { return nil }
    var histograms = [LatencyHistogram?](repeating: nil, count: columns)
    let width = range.seconds / Double(columns)
    for place in series.indices where series[place].layout == layout {
      series[place].tiers.forEach(in: range, now: now) { time, slot in
        let latency = slot.latency
        guard latency.timed > 0 else { return }
        let column = min(columns - 1, max(0, Int((time.middle - range.from) / width)))
        if histograms[column] == nil { histograms[column] = LatencyHistogram(layout: layout) }
        histograms[column]?.add(latency)
      }
    }
    return LatencyHeat(histograms, rows: rows)
  }
}

extension LatencyHeat {
  /// Histograms of columns on rows that hold them all; `nil` without any request.
  init?(_ histograms: [LatencyHistogram?], rows: Int) {
    guard let extremes = LatencyHeat.extremes(histograms) else { return nil }
    let scale = LatencyHeat.scale(from: extremes.lowest, to: extremes.highest, rows: rows)
    bounds = scale.reversed()
    counts = Array(
      repeating: Array(repeating: 0, count: histograms.count), count: rows)
    p95Rows = Array(repeating: nil, count: histograms.count)
    widestBucket = 1
    for (column, histogram) in histograms.enumerated() {
      guard let histogram, histogram.count > 0 else { continue }
      histogram.forEachBucket { lower, upper, count in
        add(Double(count), from: lower, to: upper, column: column)
        if lower > 0, upper.isFinite { widestBucket = max(widestBucket, upper / lower) }
      }
      if let p95 = histogram.quantiles([0.95])[0] { p95Rows[column] = row(of: p95.seconds) }
    }
  }

  /// The row that holds a duration; those off the scale lie in the outermost rows.
  package func row(of seconds: Double) -> Int {
    // Bounds fall from row to row.
    var (low, high) = (0, bounds.count)
    while low < high {
      let middle = (low + high) / 2
      if seconds <= bounds[middle] * (1 + 1e-9) { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private mutating func add(_ count: Double, from lower: Double, to upper: Double, column: Int) {
    let top = upper.isFinite ? row(of: upper) : 0
    guard lower > 0, upper.isFinite else {
      counts[upper.isFinite ? top : 0][column] += count
      return
    }
    // A bucket ends at its upper bound and begins just above its lower one.
    let bottom = max(top, row(of: lower * 1.000_1))
    let share = count / Double(bottom - top + 1)
    for row in top...bottom { counts[row][column] += share }
  }

  private static func extremes(
    _ histograms: [LatencyHistogram?]
  ) -> (lowest: Double, highest: Double)? {
    var lowest = Double.infinity
    var highest = 0.0
    for histogram in histograms {
      histogram?.forEachBucket { lower, upper, _ in
        // Half of the first bucket stands for it: it begins at zero.
        lowest = min(lowest, lower > 0 ? lower : upper.isFinite ? upper / 2 : lowest)
        highest = max(highest, upper.isFinite ? upper : lower)
      }
    }
    guard highest > 0, lowest.isFinite else { return nil }
    return (lowest, highest)
  }

  /// Upper bounds of rows, rising by one factor of 2^(1/4), 2^(1/2), 2, 4 ...
  private static func scale(from lowest: Double, to highest: Double, rows: Int) -> [Double] {
    var stepsPerDouble = 8
    var doubles = 1
    func bounds() -> [Double] {
      let step = root(of: 2, stepsPerDouble)
      let factor = doubles > 1 ? (1..<doubles).reduce(2.0) { value, _ in value * 2 } : step
      var top = 1.0
      while top < highest { top *= factor }
      while top / factor >= highest, top > 1e-9 { top /= factor }
      return (0..<rows).map { row in
        (0..<rows - 1 - row).reduce(top) { value, _ in value / factor }
      }
    }
    while stepsPerDouble > 1, bounds()[0] > lowest { stepsPerDouble /= 2 }
    while doubles < 8, bounds()[0] > lowest { doubles += 1 }
    return bounds()
  }

  /// Two to the power of one eighth, a quarter, a half or one.
  private static func root(of value: Double, _ parts: Int) -> Double {
    parts <= 1 ? value : root(of: value.squareRoot(), parts / 2)
  }
}
