/// Requests under way at the end of a range, as gauges tell them; looked up once for all rows.
struct InFlight {
  /// What one source tells.
  private struct Told {
    /// Of the service as a whole, and of its endpoints together.
    var whole: Double?
    var named: Double?

    var all: Double? { whole ?? named }
  }

  private var bySubject: [DisplayText: Double] = [:]
  private var bySource: [SourceID: Told] = [:]

  /// What the gauges said last in `range`; several processes add up.
  init(_ signals: SignalTable, in range: TimeRange, now: Timestamp) {
    for key in signals.keys where key.signal == .inFlight {
      guard let value = signals.last(key, in: range, now: now) else { continue }
      bySubject[key.subject, default: 0] += value
      var told = bySource[key.source] ?? Told()
      if key.subject.string.isEmpty {
        told.whole = (told.whole ?? 0) + value
      } else {
        told.named = (told.named ?? 0) + value
      }
      bySource[key.source] = told
    }
  }

  /// Requests of one endpoint; `nil` where no gauge tells.
  func requests(of name: EndpointName) -> Double? {
    bySubject.isEmpty ? nil : bySubject[DisplayText(name.description)]
  }

  /// Requests of all endpoints, as the view of the traffic tells them that sees the most; `nil`
  /// where no gauge tells.
  func requests(_ vantage: (SourceID) -> DisplayText) -> Double? {
    var byVantage: [DisplayText: Double] = [:]
    for (source, told) in bySource {
      if let all = told.all { byVantage[vantage(source), default: 0] += all }
    }
    return byVantage.values.max()
  }
}
