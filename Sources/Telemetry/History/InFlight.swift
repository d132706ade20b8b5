/// Requests under way at the end of a range, as gauges tell them; looked up once for all rows.
struct InFlight {
  private var bySubject: [DisplayText: Double] = [:]
  private var bySource: [SourceID: [DisplayText: Double]] = [:]

  /// What the gauges said last in `range`; several processes add up.
  init(_ signals: SignalTable, in range: TimeRange, now: Timestamp) {
    for key in signals.keys where key.signal == .inFlight {
      guard let value = signals.last(key, in: range, now: now) else { continue }
      bySubject[key.subject, default: 0] += value
      bySource[key.source, default: [:]][key.subject, default: 0] += value
    }
  }

  /// Requests of one endpoint; `nil` where no gauge tells.
  func requests(of name: EndpointName) -> Double? {
    bySubject.isEmpty ? nil : bySubject[DisplayText(name.description)]
  }

  /// Requests of the service, as the view of the traffic tells them that sees the most; `nil` where
  /// no gauge tells.
  ///
  /// A source that has no figure of the whole has the sum of its endpoints, those included of which
  /// no request has ended yet; gauges of something else, such as connections that are kept alive,
  /// are none of these.
  func requests(
    ofAll endpoints: [EndpointName], _ vantage: (SourceID) -> DisplayText
  ) -> Double? {
    guard !bySource.isEmpty else { return nil }
    let names = Set(endpoints.map { DisplayText($0.description) })
    var byVantage: [DisplayText: Double] = [:]
    for (source, told) in bySource.sorted(by: { $0.key < $1.key }) {
      let named = told.filter { names.contains($0.key) || $0.key.string.contains("/") }.values
      guard let all = told[""] ?? (named.isEmpty ? nil : named.orderlessSum) else { continue }
      byVantage[vantage(source), default: 0] += all
    }
    return byVantage.values.max()
  }
}
