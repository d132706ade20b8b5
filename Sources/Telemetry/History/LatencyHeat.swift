import Glibc

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
  /// Rows go to the slowest request of the range from the fastest, but for a fiftieth of all and for
  /// what is ten thousand times faster: these stand in the lowest row, and those in the bucket past
  /// the last bound in the uppermost. Where latency is steady rows are fine, 2 % at the least.
  ///
  /// Cost: linear in the slots of the range and the buckets hit.
  package func heat(
    of name: EndpointName, in range: TimeRange, columns: Int, rows: Int, now: Timestamp
  ) -> LatencyHeat? {
    guard columns > 0, rows > 1, range.seconds > 0, let series = view(of: name),
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
    let p95s = histograms.map { $0?.quantiles([0.95])[0]?.seconds }
    let scale = LatencyHeat.scale(
      from: extremes.lowest, to: extremes.highest,
      above: min(extremes.highest, p95s.compactMap(\.self).max() ?? 0), rows: rows)
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
      p95Rows[column] = p95s[column].map { row(of: $0) }
    }
  }

  /// The row that holds a duration; those off the scale lie in the outermost rows.
  package func row(of seconds: Double) -> Int {
    // Bounds fall from row to row.
    max(0, bounds.partitioningIndex { seconds > $0 * (1 + 1e-9) } - 1)
  }

  /// Spreads a bucket over its rows by how much of it lies in each, on the logarithmic scale.
  private mutating func add(_ count: Double, from lower: Double, to upper: Double, column: Int) {
    guard lower > 0, upper.isFinite else {
      counts[upper.isFinite ? row(of: upper) : 0][column] += count
      return
    }
    let top = row(of: upper)
    // A bucket ends at its upper bound and begins just above its lower one.
    let bottom = max(top, row(of: lower * 1.000_1))
    let whole = log(upper / lower)
    for row in top...bottom {
      let high = row == top ? upper : bounds[row]
      let low = row == bottom ? lower : bounds[row + 1]
      counts[row][column] += count * log(high / low) / whole
    }
  }

  /// Requests faster than all but this share of them stand in the lowest row: a few refusals of no
  /// time would take most rows from the rest.
  private static let fastestShare = 0.02
  /// How far below the slowest request the scale reaches at most.
  private static let deepest = 1e-4

  private static func extremes(
    _ histograms: [LatencyHistogram?]
  ) -> (lowest: Double, highest: Double)? {
    var buckets: [(lower: Double, count: Double)] = []
    var highest = 0.0
    for histogram in histograms {
      histogram?.forEachBucket { lower, upper, count in
        // Half of the first bucket stands for it: it begins at zero.
        if lower > 0 || upper.isFinite {
          buckets.append((lower > 0 ? lower : upper / 2, Double(count)))
        }
        highest = max(highest, upper.isFinite ? upper : lower)
      }
    }
    guard highest > 0, !buckets.isEmpty else { return nil }
    buckets.sort { $0.lower < $1.lower }
    var left = buckets.reduce(0) { $0 + $1.count } * fastestShare
    let lowest = buckets.first { bucket in
      left -= bucket.count
      return left < 0
    }
    return (max(lowest?.lower ?? highest, highest * deepest), highest)
  }

  /// Rows that a power of ten may have where all there is lies within less than one.
  ///
  /// The finest rows hold two buckets of a log: in finer ones noise would look like a course. There are
  /// few steps, so that the scale does not change with every request.
  private static let fineParts = [100.0, 80, 60, 50, 40, 30, 25, 20, 15, 12, 10, 8, 6, 5]
  /// As many where two are too many and one would leave half of the rows empty.
  private static let coarsePart = 1.5
  /// From so many rows on one of them is left free for the line of the p95.
  private static let fewestRowsForLine = 5

  /// Upper bounds of rows, rising by the finest part of a power of ten with which they hold all there
  /// is, so that powers of ten are bounds of rows and few rows stay empty.
  ///
  /// No row that holds `line` is the uppermost, as a line along its upper edge stands in the one above.
  private static func scale(
    from lowest: Double, to highest: Double, above line: Double, rows: Int
  ) -> [Double] {
    let (bottom, top) = (log10(lowest), log10(highest))
    let free = rows >= fewestRowsForLine ? 1.0 : 0
    /// The bounds of rows of so many decades each; `nil` where they do not reach down.
    func bounds(decades: Double) -> [Double]? {
      let held = (top / decades - 1e-9).rounded(.up)
      let last = line > 0 ? max(held, (log10(line) / decades - 1e-9).rounded(.up) + free) : held
      let first = last - Double(rows - 1)
      guard (first - 1) * decades <= bottom + 1e-9 else { return nil }
      return (0..<rows).map { pow(10, (first + Double($0)) * decades) }
    }
    let fine = fineParts.filter { $0 >= Double(rows) }
    let whole = stride(from: rows - 1, through: 2, by: -1).map { Double($0) }
    let steps = (fine + whole + [coarsePart, 1]).map { 1 / $0 } + (2...400).map { Double($0) }
    return steps.lazy.compactMap(bounds).first ?? []
  }
}
