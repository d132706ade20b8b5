/// When something that a finding tells of began, as far as the history shows.
enum KnownBeginning: Sendable {
  case at(Timestamp)
  /// It was so from the first that its sources tell of.
  case open

  /// When it began; `nil` where it was so from the first.
  var time: Timestamp? {
    if case .at(let time) = self { time } else { nil }
  }
}

/// Since when something is so, also where that was before the window.
///
///     window            its columns, as detectors see them
///     hour              where it is so since the start of the window, or nearly
///     all               where it is so since the start of the hour
///
/// Cost: a chart of an hour for each finding that was so before the window, and one more of everything
/// for those that were so before the hour; none of these where the beginning is known.
extension Scene {
  /// What begins so soon after a source's own beginning was so before, for all that is known, in
  /// seconds.
  private static let firstSeconds = 60.0
  /// As many columns of the hour, or of everything.
  private static let columnsOfPast = 60

  /// When a condition on the p95 of columns of a timeline began to hold without interruption, the
  /// last time that it did; `nil` where no column shows it.
  ///
  /// Columns of which no duration is known end nothing, and neither do fewer than `fewest` requests
  /// in a row in columns where it does not hold. What has ended since is still why a p95 is as it is.
  func beginning(
    _ finding: FindingKind, of name: EndpointName, _ kind: TrafficKind = .endpoint,
    endedBy fewest: UInt64 = 1, where holds: (TimelinePoint) -> Bool
  ) -> KnownBeginning? {
    reachingBack(finding, of: name, kind) { points in
      var start: Timestamp?
      var isOver = false
      var against: UInt64 = 0
      for point in points where point.requests > 0 && point.p95 != nil {
        if holds(point) {
          start = isOver ? point.start : start ?? point.start
          isOver = false
          against = 0
        } else {
          against &+= point.requests
          if against >= fewest { isOver = true }
        }
      }
      return start
    }
  }

  /// The beginning that `find` sees in columns, those of the window first and then of what was before;
  /// `nil` where those of the window show none.
  ///
  /// A beginning that is known is not looked for before the window again, and not at all where it lies
  /// before it: nothing in the window began earlier.
  func reachingBack(
    _ finding: FindingKind, of name: EndpointName, _ kind: TrafficKind = .endpoint,
    find: ([TimelinePoint]) -> Timestamp?
  ) -> KnownBeginning? {
    let known = known[Finding.ID(kind: finding, subject: Self.subject(name, kind))]
    if case .at(let time)? = known, time < range.from { return known }
    let near = timeline(of: name, kind)
    guard var begun = find(near) else { return nil }
    // Until when nothing tells that it was otherwise.
    var first = near.first { $0.requests > 0 }?.start ?? begun
    switch known {
    case .at(let time)?: return .at(min(time, begun))
    case .open? where begun <= first: return .open
    case .open?, nil: break
    }
    for past in pasts {
      let columns = history.columns(of: past, most: Self.columnsOfPast, now: now, even: false)
      let width = past.seconds / Double(max(1, columns))
      let points = Self.sincePause(
        history.timeline(of: name, kind: kind, in: past, columns: columns, now: now), width)
      guard let start = find(points) else { break }
      let earlier = refined(start, width, of: name, kind, find)
      guard earlier + history.slotSeconds(from: earlier, now: now) <= begun else { break }
      begun = earlier
      first = (points.first?.start ?? start) + width
      // What did not begin where this stretch does has its beginning inside of it.
      if start > past.from + 2 * width { break }
    }
    return begun <= first && isFirst(begun, sources: sources(of: name, kind)) ? .open : .at(begun)
  }

  /// When bursts began; `nil` where that is not known.
  func beginning(of bursts: BurstSummary) -> KnownBeginning? {
    guard let begun = bursts.begun else { return nil }
    let sources = bursts.bursts.first.map { [$0.source] } ?? []
    return isFirst(begun, sources: sources) ? .open : .at(begun)
  }

  /// Whether the sources tell of hardly anything before that time.
  private func isFirst(_ time: Timestamp, sources: [SourceID]) -> Bool {
    let firsts = sources.compactMap { history.sources[$0].extent?.lowerBound }
    return !firsts.isEmpty && firsts.allSatisfy { time - $0 < Self.firstSeconds }
  }

  /// Stretches of time that reach further back than the window, to its end, the shortest first.
  private var pasts: [TimeRange] {
    let hour = history.range(of: .last(Tier.hour.seconds), now: now).from
    let first = longRange.from
    let starts = hour <= first ? [first] : [hour, first]
    return starts.filter { $0 < range.from }.map { TimeRange(from: $0, to: range.to) }
  }

  /// The columns since the last long silence.
  private static func sincePause(_ points: [TimelinePoint], _ width: Double) -> [TimelinePoint] {
    let known = points.filter { $0.requests > 0 }
    var first = known.startIndex
    for (place, next) in zip(known.indices, known.dropFirst())
    where next.start - known[place].start - width >= Finding.pauseSeconds {
      first = place + 1
    }
    return Array(known[first...])
  }

  /// A beginning that a wide column shows, by the narrowest that there are.
  private func refined(
    _ begun: Timestamp, _ width: Double, of name: EndpointName, _ kind: TrafficKind,
    _ find: ([TimelinePoint]) -> Timestamp?
  ) -> Timestamp {
    let slot = history.slotSeconds(from: begun, now: now)
    let from = Timestamp(seconds: (begun.seconds / slot).rounded(.down) * slot)
    let columns = Int(((min(begun + 2 * width, range.to) - from) / slot).rounded(.up))
    guard columns > 1 else { return begun }
    let around = TimeRange(from: from, to: from + Double(columns) * slot)
    let points = history.timeline(of: name, kind: kind, in: around, columns: columns, now: now)
    return find(points) ?? begun
  }

  private static func subject(_ name: EndpointName, _ kind: TrafficKind) -> FindingSubject {
    switch kind {
    case .endpoint: .endpoint(name)
    case .outbound: .outbound(name)
    case .task: .task(name)
    }
  }

  /// The sources whose view the columns show.
  private func sources(of name: EndpointName, _ kind: TrafficKind) -> [SourceID] {
    history.view(of: name, kind)?.map(\.source) ?? []
  }
}
