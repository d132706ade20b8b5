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
  /// End of the first slot in which it stood out.
  package var first: Timestamp
  /// End of the last slot in which it stood out.
  package var last: Timestamp
  /// End of the slot in which it was highest.
  package var peak: Timestamp
  /// What it was there, in seconds or as a share.
  package var value: Double
  /// Its median over the time that was searched.
  package var usual: Double
  /// Whether it may not be over, so that its highest value may be still to come.
  package var goesOn = false

  /// The moment to look at: the highest, of one that may not be over the beginning.
  package var moment: Timestamp { goesOn ? first : peak }
}

/// Finds spikes in what happened over time.
///
/// A slot stands out when it is more than five median absolute deviations and more than half the
/// median above the median: both are not moved by the spikes themselves, as a mean would be
/// (https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm); a share of errors also when
/// there are more of them than chance gives. Slots that stand out near each other are one spike, if
/// enough requests were slow or failed in them.
package enum SpikeSearch {
  /// Slots with fewer requests say nothing: no endpoint is judged by so few.
  private static let leastRequests: UInt64 = 5
  /// Fewer slow or failed requests are bad luck.
  private static let leastEvents: UInt64 = 3
  /// Fewer known slots have no usual value.
  private static let leastSlots = 8
  /// So many slots in a row that do not stand out end a spike.
  private static let quietSlots = 3
  private static let deviations = 5.0
  /// Standard deviations of a count of errors over what chance gives at the rate of all slots.
  private static let errorDeviations = 4.0
  private static let leastFactor = 1.5
  /// Less is not felt by anybody, however steady the latency was before.
  private static let leastSecondsAbove = 0.005
  /// An error rate below is no spike: the default at which a finding of medium severity begins.
  private static let leastErrorRate = 0.05

  /// One slot, as far as one measure is concerned.
  private struct Slot {
    var end: Timestamp
    var value: Double
    /// Slow or failed requests in it; 0 where it does not stand out.
    var events: UInt64
  }

  /// The spikes of points that are `width` seconds apart, in the order of their beginnings.
  package static func spikes(in points: [TimelinePoint], width: Double) -> [Spike] {
    (slowStretches(in: points, width) + failedStretches(in: points, width))
      .sorted { $0.first < $1.first }
  }

  private static func slowStretches(in points: [TimelinePoint], _ width: Double) -> [Spike] {
    let known = points.filter { $0.requests >= leastRequests && $0.p95 != nil }
    guard
      let (usual, threshold) = limit(
        of: known.compactMap(\.p95), least: { max(leastFactor * $0, $0 + leastSecondsAbove) })
    else { return [] }
    let slots = known.compactMap { point -> Slot? in
      guard let p95 = point.p95 else { return nil }
      return Slot(
        end: point.start + width, value: p95,
        events: p95 > threshold ? slowRequests(of: point, above: threshold) : 0)
    }
    return stretches(of: slots, width).map { $0.spike(.p95, usual) }
  }

  private static func failedStretches(in points: [TimelinePoint], _ width: Double) -> [Spike] {
    let known = points.filter { $0.requests >= leastRequests }
    func share(_ point: TimelinePoint) -> Double {
      Double(point.statuses.errors) / Double(point.requests)
    }
    guard
      let (usual, threshold) = limit(
        of: known.map(share), least: { max(leastFactor * $0, leastErrorRate) })
    else { return [] }
    let all = known.reduce(0) { $0 + Double($1.requests) }
    let average = known.reduce(0) { $0 + Double($1.statuses.errors) } / all
    let slots = known.map { point -> Slot in
      let (errors, requests) = (point.statuses.errors, Double(point.requests))
      let chance =
        requests * average
        + errorDeviations * (requests * average * max(0, 1 - average)).squareRoot()
      let standsOut = share(point) > threshold && Double(errors) > chance
      return Slot(
        end: point.start + width, value: share(point), events: standsOut ? errors : 0)
    }
    return stretches(of: slots, width).map { $0.spike(.errorRate, usual) }
  }

  /// The median of values, and what a value must be over to stand out; `nil` of too few.
  private static func limit(
    of values: [Double], least: (_ median: Double) -> Double
  ) -> (usual: Double, threshold: Double)? {
    guard values.count >= leastSlots, let usual = median(values),
      let deviation = median(values.map { abs($0 - usual) })
    else { return nil }
    return (usual, max(usual + deviations * deviation, least(usual)))
  }

  /// How many requests must have been slower for the percentiles to be.
  private static func slowRequests(of point: TimelinePoint, above threshold: Double) -> UInt64 {
    let quickShare = point.p50.map { $0 > threshold } == true ? 0.5 : 0.95
    return point.requests - UInt64((quickShare * Double(point.requests)).rounded(.up)) + 1
  }

  /// Slots that stand out with no more than a few others between them.
  private struct Stretch {
    var first: Slot
    var last: Slot
    var highest: Slot
    var events: UInt64

    func spike(_ measure: Spike.Measure, _ usual: Double) -> Spike {
      Spike(
        measure: measure, first: first.end, last: last.end, peak: highest.end,
        value: highest.value, usual: usual)
    }
  }

  private static func stretches(of slots: [Slot], _ width: Double) -> [Stretch] {
    var stretches: [Stretch] = []
    for slot in slots where slot.events > 0 {
      let longest = Double(quietSlots) * width
      guard let open = stretches.last, slot.end - open.last.end <= longest else {
        stretches.append(Stretch(first: slot, last: slot, highest: slot, events: slot.events))
        continue
      }
      let place = stretches.count - 1
      stretches[place].last = slot
      stretches[place].events += slot.events
      if slot.value > open.highest.value { stretches[place].highest = slot }
    }
    return stretches.filter { $0.events >= leastEvents }
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
  /// The spikes of an endpoint, a call or a task, or of the error rate of all requests (for `nil`), of
  /// which something was seen up to `end`.
  ///
  /// The last quarter of an hour is searched in slots of 15 s where these have requests enough, the
  /// hour before `end` in minutes, all before that in what is left of it. A stretch that several
  /// searches find is told once. Cost: about a drawing of three charts.
  package func spikes(
    of name: EndpointName?, kind: TrafficKind = .endpoint, until end: Timestamp, now: Timestamp
  ) -> [Spike] {
    spikes(until: end) { range, columns in
      guard let name else { return timeline(of: nil, in: range, columns: columns, now: now) }
      return timeline(of: name, kind: kind, in: range, columns: columns, now: now)
    }
  }

  /// The same of a statement.
  package func spikes(ofQuery id: UInt64, until end: Timestamp, now: Timestamp) -> [Spike] {
    spikes(until: end) { range, columns in
      timeline(ofQuery: id, in: range, columns: columns, now: now)
    }
  }

  private func spikes(
    until end: Timestamp, _ timeline: (TimeRange, _ columns: Int) -> [TimelinePoint]
  ) -> [Spike] {
    let near = search(15, before: end, atMost: 59, leastRequests: 5, timeline)
    let hour = search(60, before: end, atMost: 59, timeline)
    let found = near.found.goingOn(at: end).told(beside: hour.found.goingOn(at: end))
    guard let first = extent?.lowerBound, hour.from - first >= 600 else { return found }
    let width = max(60, ((hour.from - first) / 120 / 60).rounded(.up) * 60)
    // The last of these slots may reach into the hour.
    let far = search(width, before: hour.from + (width - 1), atMost: 120, timeline)
    return far.found + found
  }

  /// Searches whole slots up to `end`; not those that have fewer requests on average.
  private func search(
    _ width: Double, before end: Timestamp, atMost count: Int, leastRequests: UInt64 = 0,
    _ timeline: (TimeRange, _ columns: Int) -> [TimelinePoint]
  ) -> (from: Timestamp, found: [Spike]) {
    let micro = Int64(width) * 1_000_000
    let last = end.microseconds / micro * micro
    let range = TimeRange(
      from: Timestamp(microseconds: last - Int64(count) * micro),
      to: Timestamp(microseconds: last))
    let points = timeline(range, count).filter { $0.requests > 0 }
    let requests = points.reduce(0) { $0 + $1.requests }
    guard requests >= leastRequests * UInt64(points.count) else { return (range.from, []) }
    return (range.from, SpikeSearch.spikes(in: points, width: width))
  }
}

extension [Spike] {
  /// With what stood out in the last minute marked as going on: slots of a minute know of no less.
  fileprivate func goingOn(at end: Timestamp) -> [Spike] {
    map { spike in
      var spike = spike
      spike.goesOn = end - spike.last < 60
      return spike
    }
  }

  /// Those of a search in fine slots with those of one in coarse slots, each stretch once.
  ///
  /// One that goes on began when the longer search says, unless the finer one saw all of it end; of
  /// one that is over the finer search knows better when it was at its highest.
  fileprivate func told(beside coarse: [Spike]) -> [Spike] {
    let fine = filter { spike in
      !(spike.goesOn && coarse.contains { $0.goesOn && $0.measure == spike.measure })
    }
    let others = coarse.filter { spike in
      let same = fine.filter { other in
        other.measure == spike.measure && other.first <= spike.last
          && spike.first - 60 <= other.last
      }
      return spike.goesOn ? !same.contains { $0.first <= spike.first } : same.isEmpty
    }
    return (others + fine).sorted { $0.first < $1.first }
  }
}
