/// A stretch in which something was far above what is usual for it.
package struct Spike: Hashable, Sendable {
  /// What stood out.
  package enum Measure: Hashable, Sendable {
    /// The 95th percentile of latency, in seconds.
    case p95
    /// Answers of class 5xx and requests without one, as a share of all.
    case errorRate
  }

  /// Fixes the unit of `value` and `usual`.
  package var measure: Measure
  /// End of the slot in which it was highest.
  package var peak: Timestamp
  /// What it was there, in seconds or as a share.
  package var value: Double
  /// Its median over the time that was searched.
  package var usual: Double
}

/// Finds spikes in what happened over time.
///
/// A slot stands out when it is more than five median absolute deviations and more than half the
/// median above the median: both are not moved by the spikes themselves, as a mean would be
/// (https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm). Neighbouring slots that
/// stand out are one spike.
package enum SpikeSearch {
  /// Slots with fewer requests say nothing: their p95 is their slowest request.
  private static let leastRequests: UInt64 = 3
  /// Fewer known slots have no usual value.
  private static let leastSlots = 8
  private static let deviations = 5.0
  private static let leastFactor = 1.5
  /// Less is not felt by anybody, however steady the latency was before.
  private static let leastSecondsAbove = 0.005
  /// An error rate below is no spike: the default at which a finding of medium severity begins.
  private static let leastErrorRate = 0.05

  /// The spikes of points that are `width` seconds apart, in order of time.
  package static func spikes(in points: [TimelinePoint], width: Double) -> [Spike] {
    let latencies = points.map { $0.requests >= leastRequests ? $0.p95 : nil }
    let errors = points.map { point in
      point.requests >= leastRequests
        ? Double(point.statuses.errors) / Double(point.requests) : nil
    }
    let ends = points.map { $0.start + width }
    return
      (peaks(of: latencies, ends, .p95) { max(leastFactor * $0, $0 + leastSecondsAbove) }
      + peaks(of: errors, ends, .errorRate) { max(leastFactor * $0, leastErrorRate) })
      .sorted { $0.peak < $1.peak }
  }

  /// The highest value of each run of values above the threshold.
  private static func peaks(
    of values: [Double?], _ ends: [Timestamp], _ measure: Spike.Measure,
    least: (_ median: Double) -> Double
  ) -> [Spike] {
    let known = values.compactMap { $0 }
    guard known.count >= leastSlots, let usual = median(known),
      let deviation = median(known.map { abs($0 - usual) })
    else { return [] }
    let threshold = max(usual + deviations * deviation, least(usual))
    var spikes: [Spike] = []
    var isInside = false
    for (value, end) in zip(values, ends) {
      guard let value else { continue }
      guard value > threshold else {
        isInside = false
        continue
      }
      let spike = Spike(measure: measure, peak: end, value: value, usual: usual)
      if !isInside {
        spikes.append(spike)
      } else if let last = spikes.last, value > last.value {
        spikes[spikes.count - 1] = spike
      }
      isInside = true
    }
    return spikes
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    let isEven = sorted.count.isMultiple(of: 2)
    return isEven ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}

extension History {
  /// The spikes of an endpoint, or of the error rate of all (for `nil`), up to `end`, oldest first.
  ///
  /// The last quarter of an hour is searched in slots of 15 s, the hour before in minutes, all
  /// before that in what is left of it. Cost: about a drawing of three charts.
  package func spikes(of name: EndpointName?, until end: Timestamp) -> [Spike] {
    let near = slots(of: 15, before: end, atMost: 59)
    let hour = slots(of: 60, before: end, atMost: 59)
    var found = spikes(of: name, in: near, width: 15, end)
    found = spikes(of: name, in: hour, width: 60, end).filter { $0.peak <= near.from } + found
    guard let first = extent?.lowerBound, hour.from - first >= 600 else { return found }
    let width = max(60, ((hour.from - first) / 120 / 60).rounded(.up) * 60)
    let far = slots(of: width, before: hour.from, atMost: 120)
    return spikes(of: name, in: far, width: width, end) + found
  }

  /// Whole slots back from the one that holds `end`.
  private func slots(of width: Double, before end: Timestamp, atMost count: Int) -> TimeRange {
    let micro = Int64(width) * 1_000_000
    let last = ((end.microseconds - 1) / micro + 1) * micro
    return TimeRange(
      from: Timestamp(microseconds: last - Int64(count) * micro),
      to: Timestamp(microseconds: last))
  }

  private func spikes(
    of name: EndpointName?, in range: TimeRange, width: Double, _ now: Timestamp
  ) -> [Spike] {
    let points = timeline(
      of: name, in: range, columns: Int((range.seconds / width).rounded()), now: now)
    return SpikeSearch.spikes(in: points, width: width)
  }
}
