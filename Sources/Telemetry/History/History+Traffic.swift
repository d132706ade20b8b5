/// Threshold of Apdex in seconds: requests up to T satisfy, up to 4T are tolerated.
///
/// 0.5 s is the default of the tools that show it (SkyWalking, Artillery, App Metrics).
private let apdexThresholdSeconds = 0.5

extension History {
  /// All endpoints with requests in the window, in no particular order.
  ///
  /// Cost: linear in the slots of the window; about 5 us per endpoint for five minutes.
  package func endpointRows(_ window: Window, now: Timestamp) -> [EndpointRow] {
    rows(of: endpoints, window, now: now)
  }

  /// All outbound calls of the window.
  package func outboundRows(_ window: Window, now: Timestamp) -> [EndpointRow] {
    rows(of: outboundTable, window, now: now)
  }

  /// All tasks and steps that ran in the window.
  package func taskRows(_ window: Window, now: Timestamp) -> [EndpointRow] {
    rows(of: taskTable, window, now: now)
  }

  /// One endpoint as each of its sources sees it, the most exact first.
  package func views(
    of name: EndpointName, _ window: Window, now: Timestamp
  ) -> [(vantage: DisplayText, row: EndpointRow)] {
    guard let place = endpoints.place(of: name) else { return [] }
    let range = range(of: window, now: now)
    let inFlight = InFlight(signals, in: range, now: now)
    var scratch = WindowSum()
    var covered = CoveredSeconds(of: sources, window, range, now: now)
    return vantages(of: endpoints.rows[place]).compactMap { vantage, series in
      scratch.sum(series, window, range, now: now)
      guard scratch.statuses.total > 0 else { return nil }
      let seconds = covered.most(by: series)
      return (vantage, row(endpoints.rows[place], series, scratch, seconds, inFlight))
    }
  }

  /// All requests of the window, each counted once.
  package func totals(_ window: Window, now: Timestamp) -> TotalsRow {
    traffic(window, now: now).totals
  }

  /// All endpoints with requests in the window, and their sum.
  ///
  /// Cost: that of the rows; whoever needs both should ask for both.
  package func traffic(
    _ window: Window, now: Timestamp
  ) -> (endpoints: [EndpointRow], totals: TotalsRow) {
    var totals = TotalsRow()
    var merged = MixedHistogram()
    let rows = rows(of: endpoints, window, now: now) { row, sum, seconds in
      totals.statuses.merge(row.statuses)
      if let seconds, seconds >= 1 {
        totals.rate = (totals.rate ?? 0) + Double(row.requests) / seconds
      }
      merged.add(sum.histogram)
    }
    totals.requests = totals.statuses.total
    totals.latency = merged.summary
    totals.inFlight = InFlight(signals, in: range(of: window, now: now), now: now)
      .requests(ofAll: endpoints.rows.map(\.name)) { sources[$0].vantage }
    return (rows, totals)
  }

  /// The distribution of all requests of the window; `nil` where sources count in unlike buckets.
  ///
  /// Cost: that of the rows.
  package func histogramOfAll(_ window: Window, now: Timestamp) -> LatencyHistogram? {
    var merged = MixedHistogram()
    _ = rows(of: endpoints, window, now: now) { _, sum, _ in merged.add(sum.histogram) }
    return merged.parts.count == 1 ? merged.parts.first : nil
  }

  /// How one endpoint (or all, for `nil`) went over `range`, in at most `columns` equal columns.
  package func timeline(
    of name: EndpointName?, in range: TimeRange, columns: Int, now: Timestamp
  ) -> [TimelinePoint] {
    guard columns > 0, range.seconds > 0 else { return [] }
    let chosen: [TrafficTable.Row]
    if let name {
      chosen = endpoints.place(of: name).map { [endpoints.rows[$0]] } ?? []
    } else {
      chosen = endpoints.rows
    }
    var work = ColumnsOfWork(range: range, columns: columns, layout: .logarithmic)
    for row in chosen {
      let views = vantages(of: row)
      guard let series = views.first?.series else { continue }
      let ends = History.otherEnds(of: series, among: views)
      work.layout = series.newestLayout ?? work.layout
      for place in series.indices {
        work.add(
          series[place], withLatency: name != nil, withStatuses: ends == nil, now: now)
      }
      guard let ends else { continue }
      for place in ends.indices { work.add(ends[place], withLatency: false, now: now) }
    }
    return work.points
  }

  /// The distribution of an endpoint's latencies in the window.
  package func histogram(
    of name: EndpointName, _ window: Window, now: Timestamp
  ) -> LatencyHistogram? {
    guard let place = endpoints.place(of: name),
      let series = vantages(of: endpoints.rows[place]).first?.series
    else { return nil }
    var sum = WindowSum()
    sum.sum(series, window, range(of: window, now: now), now: now)
    return sum.histogram.count > 0 ? sum.histogram : nil
  }

  private func rows(
    of table: TrafficTable, _ window: Window, now: Timestamp,
    _ note: (EndpointRow, borrowing WindowSum, _ coveredSeconds: Double?) -> Void = { _, _, _ in }
  ) -> [EndpointRow] {
    let range = range(of: window, now: now)
    let inFlight = InFlight(signals, in: range, now: now)
    var scratch = WindowSum()
    var covered = CoveredSeconds(of: sources, window, range, now: now)
    var rows: [EndpointRow] = []
    rows.reserveCapacity(table.rows.count)
    // By their places, because a row that is bound to a name is copied.
    for place in table.rows.indices {
      guard
        let (series, counted) = seen(table.rows[place], window, range, now: now, into: &scratch)
      else { continue }
      let seconds = covered.most(by: counted)
      rows.append(row(table.rows[place], series, scratch, seconds, inFlight))
      note(rows[rows.count - 1], scratch, seconds)
    }
    return rows
  }

  private func row(
    _ tableRow: TrafficTable.Row, _ series: SeriesView, _ sum: borrowing WindowSum,
    _ seconds: Double?, _ inFlight: InFlight
  ) -> EndpointRow {
    let requests = sum.statuses.total
    var latency = LatencySummary(sum.histogram)
    latency.complete(from: series)
    var row = EndpointRow(
      name: tableRow.name, requests: requests,
      rate: seconds.flatMap { $0 >= 1 ? Double(requests) / $0 : nil },
      statuses: sum.statuses, latency: latency.isKnown ? latency : nil,
      inFlight: inFlight.requests(of: tableRow.name),
      sources: series.map(\.source).sorted()
        + tableRow.series.map(\.source).filter { id in !series.contains { $0.source == id } }
        .sorted())
    if sum.histogram.count > 0, sum.histogram.layout.tellsSpread {
      let satisfied = sum.histogram.share(upTo: apdexThresholdSeconds)
      let tolerated = sum.histogram.share(upTo: 4 * apdexThresholdSeconds)
      let served = 1 - (row.errorRate ?? 0)
      row.apdex = min(served, (satisfied + tolerated) / 2)
    }
    return row
  }

  /// The series of a row by whose view of the traffic they are, the most exact view first.
  ///
  /// They are parts of the row's own list, because series are large to copy.
  func vantages(of row: TrafficTable.Row) -> [(vantage: DisplayText, series: SeriesView)] {
    var views: [(vantage: DisplayText, series: SeriesView)] = []
    for place in row.series.indices {
      let vantage = sources[row.series[place].source].vantage
      guard let known = views.firstIndex(where: { $0.vantage == vantage }) else {
        views.append((vantage, row.series[place...place]))
        continue
      }
      if views[known].series.endIndex == place {
        views[known].series = row.series[views[known].series.startIndex...place]
      } else {
        views[known].series.append(row.series[place])
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
  private func seen(
    _ row: TrafficTable.Row, _ window: Window, _ range: TimeRange, now: Timestamp,
    into sum: inout WindowSum
  ) -> (series: SeriesView, counted: SeriesView)? {
    if row.series.count == 1 {
      sum.sum(row.series[...], window, range, now: now)
      return sum.statuses.total > 0 ? (row.series[...], row.series[...]) : nil
    }
    let views = vantages(of: row)
    for (_, series) in views {
      sum.sum(series, window, range, now: now)
      guard sum.statuses.total > 0 else { continue }
      guard let ends = History.otherEnds(of: series, among: views),
        sum.takeStatuses(of: ends, window, range, now: now)
      else { return (series, series) }
      return (series, ends)
    }
    return nil
  }

  /// The first view that tells how requests ended, where `series` does not.
  private static func otherEnds(
    of series: SeriesView, among views: [(vantage: DisplayText, series: SeriesView)]
  ) -> SeriesView? {
    guard views.count > 1, !series.knowsStatuses else { return nil }
    return views.first { $0.series.knowsStatuses }?.series
  }
}

/// For how many seconds of a window each source speaks, worked out once for all rows of it: most are of
/// the same few sources.
private struct CoveredSeconds {
  private let sources: [SourceState]
  private let window: Window
  private let range: TimeRange
  private let now: Timestamp
  private var known: [Double?]

  init(of sources: [SourceState], _ window: Window, _ range: TimeRange, now: Timestamp) {
    self.sources = sources
    self.window = window
    self.range = range
    self.now = now
    known = [Double?](repeating: nil, count: sources.count)
  }

  /// What the source of a view that covers most of it covers; `nil` where the view is of none.
  mutating func most(by view: SeriesView) -> Double? {
    var most: Double?
    for place in view.indices {
      let source = view[place].source
      let seconds = known[source] ?? sources[source].coveredSeconds(window, range, now: now)
      known[source] = seconds
      most = max(most ?? 0, seconds)
    }
    return most
  }
}
