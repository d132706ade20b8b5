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
    let all = endpoints.rows[place].series
    return vantages(of: all).compactMap { vantage, series in
      scratch.sum(series, window, range, now: now)
      guard scratch.statuses.total > 0 else { return nil }
      let seconds = covered.most(by: series)
      let sources = all.sources(first: series, like: [])
      return (vantage, row(endpoints.rows[place].name, sources, series, scratch, seconds, inFlight))
    }
  }

  /// All requests of the window, each counted once.
  package func totals(_ window: Window, now: Timestamp) -> TotalsRow {
    traffic(window, now: now).totals
  }

  /// All endpoints with requests in the window, and their sum.
  ///
  /// Cost: that of the rows; whoever needs both should ask for both. With a `memo` the slots that are
  /// summed up in it are not summed up again.
  package func traffic(
    _ window: Window, now: Timestamp, memo: SumMemo? = nil
  ) -> (endpoints: [EndpointRow], totals: TotalsRow) {
    var totals = TotalsRow()
    var merged = MixedHistogram()
    let rows = rows(of: endpoints, window, now: now, memo) { row, sum, seconds in
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
    var work = ColumnsOfWork(range: range, columns: columns, layout: .logarithmic)
    let places = name.map { name in
      endpoints.place(of: name).map { $0..<$0 + 1 } ?? 0..<0
    }
    // By their places, because a row that is bound to a name is copied.
    for place in places ?? endpoints.rows.indices {
      let all = endpoints.rows[place].series
      guard let series = view(of: all) else { continue }
      let ends = otherEnds(of: series, among: all)
      work.layout = series.newestLayout ?? work.layout
      work.add(series, withLatency: name != nil, withStatuses: ends == nil, now: now)
      if let ends { work.add(ends, withLatency: false, now: now) }
    }
    return work.points
  }

  private func rows(
    of table: TrafficTable, _ window: Window, now: Timestamp, _ memo: SumMemo? = nil,
    _ note: (EndpointRow, borrowing WindowSum, _ coveredSeconds: Double?) -> Void = { _, _, _ in }
  ) -> [EndpointRow] {
    let range = range(of: window, now: now)
    let inFlight = InFlight(signals, in: range, now: now)
    var scratch = WindowSum(keeping: memo?.take(for: table, of: self))
    defer { memo?.give(scratch.settled) }
    var covered = CoveredSeconds(of: sources, window, range, now: now)
    var rows: [EndpointRow] = []
    rows.reserveCapacity(table.rows.count)
    var lastSources: [SourceID] = []
    // By their places, because a row that is bound to a name is copied.
    for place in table.rows.indices {
      scratch.row = place
      guard
        let (series, counted) = seen(
          table.rows[place].series, window, range, now: now, into: &scratch)
      else { continue }
      let seconds = covered.most(by: counted)
      lastSources = table.rows[place].series.sources(first: series, like: lastSources)
      rows.append(
        row(table.rows[place].name, lastSources, series, scratch, seconds, inFlight))
      note(rows[rows.count - 1], scratch, seconds)
    }
    return rows
  }

  private func row(
    _ name: EndpointName, _ sources: [SourceID], _ series: SeriesView,
    _ sum: borrowing WindowSum, _ seconds: Double?, _ inFlight: InFlight
  ) -> EndpointRow {
    let requests = sum.statuses.total
    var latency = LatencySummary(sum.histogram)
    latency.complete(from: series)
    var row = EndpointRow(
      name: name, requests: requests,
      rate: seconds.flatMap { $0 >= 1 ? Double(requests) / $0 : nil },
      statuses: sum.statuses, latency: latency.isKnown ? latency : nil,
      inFlight: inFlight.requests(of: name), sources: sources)
    if sum.histogram.count > 0, sum.histogram.layout.tellsSpread {
      let satisfied = sum.histogram.share(upTo: apdexThresholdSeconds)
      let tolerated = sum.histogram.share(upTo: 4 * apdexThresholdSeconds)
      let served = 1 - (row.errorRate ?? 0)
      row.apdex = min(served, (satisfied + tolerated) / 2)
    }
    return row
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
