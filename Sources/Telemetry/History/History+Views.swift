/// Series of one row that see the same traffic from one place: a part of the row's own list, because
/// series are large to copy.
typealias SeriesView = ArraySlice<TrafficSeries>

extension History {
  /// All rows of one kind of work.
  func table(of kind: TrafficKind) -> TrafficTable {
    switch kind {
    case .endpoint: endpoints
    case .outbound: outboundTable
    case .task: taskTable
    }
  }

  /// The most exact view of one piece of work; `nil` where nobody tells of it.
  func view(of name: EndpointName, _ kind: TrafficKind = .endpoint) -> SeriesView? {
    let table = table(of: kind)
    return table.place(of: name).flatMap { view(of: table.rows[$0].series) }
  }

  /// The most exact view among the series of a row; `nil` for none.
  ///
  /// It is asked for each row of each picture, and most have one source, or a log and metrics.
  func view(of series: [TrafficSeries]) -> SeriesView? {
    if series.count == 1 { return series[...] }
    guard series.count == 2 else { return vantages(of: series).first?.series }
    if sources[series[0].source].vantage == sources[series[1].source].vantage { return series[...] }
    return series[...0].rank > series[1...].rank ? series[...0] : series[1...]
  }

  /// The series of a row by whose view of the traffic they are, the most exact view first.
  func vantages(of series: [TrafficSeries]) -> [(vantage: DisplayText, series: SeriesView)] {
    var views: [(vantage: DisplayText, series: SeriesView)] = []
    for place in series.indices {
      let vantage = sources[series[place].source].vantage
      guard let known = views.firstIndex(where: { $0.vantage == vantage }) else {
        views.append((vantage, series[place...place]))
        continue
      }
      if views[known].series.endIndex == place {
        views[known].series = series[views[known].series.startIndex...place]
      } else {
        views[known].series.append(series[place])
      }
    }
    if views.count == 1 { return views }
    return views.map { (view: $0, rank: $0.series.rank) }
      .sorted { $0.rank > $1.rank }.map(\.view)
  }

  /// Sums the most exact view of a row that has requests in the window; `nil` when none has.
  ///
  /// A log that fell silent must not hide what the metrics still say. Where the view does not tell
  /// how requests ended they are `counted` by the next one that does.
  func seen(
    _ all: [TrafficSeries], _ window: Window, _ range: TimeRange, now: Timestamp,
    into sum: inout WindowSum
  ) -> (series: SeriesView, counted: SeriesView)? {
    guard let first = view(of: all) else { return nil }
    sum.sum(first, window, range, now: now)
    if sum.statuses.total > 0, first.knowsStatuses || first.count == all.count {
      return (first, first)
    }
    let views = vantages(of: all)
    for (_, series) in views {
      sum.sum(series, window, range, now: now)
      guard sum.statuses.total > 0 else { continue }
      guard let ends = otherEnds(of: series, among: all),
        sum.takeStatuses(of: ends, window, range, now: now)
      else { return (series, series) }
      return (series, ends)
    }
    return nil
  }

  /// The first view of a row that tells how requests ended, where `series` does not.
  func otherEnds(of series: SeriesView, among all: [TrafficSeries]) -> SeriesView? {
    guard series.count < all.count, !series.knowsStatuses else { return nil }
    return vantages(of: all).first { $0.series.knowsStatuses }?.series
  }

  /// The distribution of one piece of work's durations in the window.
  package func histogram(
    of name: EndpointName, kind: TrafficKind = .endpoint, _ window: Window, now: Timestamp
  ) -> LatencyHistogram? {
    guard let series = view(of: name, kind) else { return nil }
    var sum = WindowSum()
    sum.sum(series, window, range(of: window, now: now), now: now)
    return sum.histogram.count > 0 ? sum.histogram : nil
  }
}

extension SeriesView {
  /// How much a view is worth: by how exact it is, then by how much it saw; of two alike that of the
  /// source that was named first.
  var rank: (exactness: Int, requests: UInt64, precedence: Int) {
    withUnsafeBufferPointer { series in
      var rank = (exactness: 0, requests: UInt64(0), precedence: Int.min)
      for place in series.indices {
        rank.exactness = Swift.max(rank.exactness, series[place].exactness)
        rank.requests &+= series[place].statuses.total
        rank.precedence = Swift.max(rank.precedence, -series[place].source)
      }
      return rank
    }
  }

  /// Whether it tells of any request how it ended.
  var knowsStatuses: Bool {
    withUnsafeBufferPointer { series in
      series.indices.contains { series[$0].statuses.isKnown }
    }
  }

  /// The buckets that count: those heard of last, where an application changed them.
  var newestLayout: BucketLayout? {
    withUnsafeBufferPointer { series in
      var newest: Int?
      for place in series.indices where series[place].hasLatency {
        if let newest, series[place].lastTime <= series[newest].lastTime { continue }
        newest = place
      }
      return newest.map { series[$0].layout }
    }
  }
}

extension [TrafficSeries] {
  /// The sources of a row: those of one view first, each part in the order of the command line.
  ///
  /// Most rows of a table have the same, so that `last`, that of the row before, is often the answer and no
  /// list is made.
  func sources(first view: SeriesView, like last: [SourceID]) -> [SourceID] {
    withUnsafeTemporaryAllocation(of: SourceID.self, capacity: Swift.max(1, count)) { sources in
      var end = 0
      for place in view.indices {
        sources.initializeElement(at: end, to: view[place].source)
        end += 1
      }
      var first = sources[..<end]
      first.sort()
      let seen = end
      for place in indices where !sources[..<seen].contains(self[place].source) {
        sources.initializeElement(at: end, to: self[place].source)
        end += 1
      }
      var others = sources[seen..<end]
      others.sort()
      let found = sources[..<end]
      return last.elementsEqual(found) ? last : [SourceID](found)
    }
  }
}
