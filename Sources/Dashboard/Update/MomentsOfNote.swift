import Telemetry

/// A moment worth looking at.
struct MomentOfNote: Hashable, Sendable {
  /// The instant to show: just before the end of the slot that holds what happened.
  var time: Timestamp
  /// What happened, in one line.
  var text: String
  /// The endpoint it happened to, where it was one.
  var endpoint: EndpointName?
}

/// What moments of note are looked for in.
private enum NotedSubject {
  /// All requests together; only their errors, for latencies of unlike endpoints make no course.
  case service
  case traffic(TrafficKind, EndpointName)
  case query(UInt64)

  /// How sentences call it.
  var name: String {
    switch self {
    case .service: "all endpoints"
    case .traffic(_, let name): name.description
    case .query: "this statement"
    }
  }

  /// The endpoint that it is.
  var endpoint: EndpointName? {
    if case .traffic(.endpoint, let name) = self { name } else { nil }
  }

  func isSubject(of finding: Finding) -> Bool {
    switch self {
    case .service: true
    case .traffic(.endpoint, let name): finding.subject == .endpoint(name)
    case .traffic(.outbound, let name): finding.subject == .outbound(name)
    case .traffic(.task, let name): finding.subject == .task(name)
    case .query(let id): finding.subject == .query(id)
    }
  }
}

/// Looking for spikes and for when findings began.
extension Model {
  /// How many endpoints are searched, those with the most requests: a search is a key press.
  private static let searchedEndpoints = 20

  /// The least time from one moment of note to the next, and to the present: a column of the charts,
  /// for what lies in one column is one event there; a minute where columns are longer.
  private var leastSecondsBetween: Double { min(columnSeconds, 60) }

  /// The nearest moment of note before or after the one shown, and whose it had to be: that of what
  /// is open, innermost first, that has any; empty where all are searched.
  func nearestMoment(isLater: Bool) -> (moment: MomentOfNote?, subject: String) {
    let open = openSubjects
    guard let innermost = open.first else {
      let busiest = figures.everyEndpoint.filter { $0.name != .other }
        .sorted { ($1.requests, $0.name) < ($0.requests, $1.name) }
        .prefix(Model.searchedEndpoints).map { NotedSubject.traffic(.endpoint, $0.name) }
      let latest = lastPastMoment
      let all = busiest.flatMap { spikes(of: $0, until: latest) } + moments(of: .service, latest)
      return (nearest(among: all, isLater), "")
    }
    let latest = lastPastMoment
    for subject in open {
      let own = moments(of: subject, latest)
      if !own.isEmpty { return (nearest(among: own, isLater), subject.name) }
    }
    return (nil, innermost.name)
  }

  /// The last instant that is not the present: what is on the screen anyway is nothing to go back to.
  private var lastPastMoment: Timestamp { (heldEnd ?? moment) - leastSecondsBetween }

  /// What the places of the path are about, the last one first.
  private var openSubjects: [NotedSubject] {
    path.reversed().compactMap { place -> NotedSubject? in
      switch place {
      case .endpoint(let name): .traffic(.endpoint, name)
      case .work(let kind, let name): .traffic(kind, name)
      case .query(let id): .query(id)
      default: nil
      }
    }
  }

  private func nearest(among moments: [MomentOfNote], _ isLater: Bool) -> MomentOfNote? {
    let (here, least) = (moment, leastSecondsBetween)
    return isLater
      ? moments.filter { $0.time >= here + least }.min { $0.time < $1.time }
      : moments.filter { $0.time <= here - least }.max { $0.time < $1.time }
  }

  private func moments(of subject: NotedSubject, _ latest: Timestamp) -> [MomentOfNote] {
    spikes(of: subject, until: latest) + findings(latest, subject.isSubject)
  }

  /// When what is wrong now began; while the picture is held, what was wrong then.
  private func findings(
    _ latest: Timestamp, _ isWanted: (Finding) -> Bool
  ) -> [MomentOfNote] {
    (heldFindings ?? figures.findings).filter(isWanted).compactMap { finding in
      guard let since = finding.since, since <= latest else { return nil }
      var endpoint: EndpointName?
      if case .endpoint(let name) = finding.subject { endpoint = name }
      return MomentOfNote(
        time: since, text: "since here: \(finding.summary)", endpoint: endpoint)
    }
  }

  private func spikes(of subject: NotedSubject, until latest: Timestamp) -> [MomentOfNote] {
    let now = heldEnd ?? moment
    let spikes =
      switch subject {
      case .service: history.spikes(of: nil, until: latest, now: now)
      case .traffic(let kind, let name):
        history.spikes(of: name, kind: kind, until: latest, now: now)
      case .query(let id): history.spikes(ofQuery: id, until: latest, now: now)
      }
    return spikes.map { spike in
      MomentOfNote(
        time: Timestamp(microseconds: spike.moment.microseconds - 1),
        text: Model.text(of: spike, subject), endpoint: subject.endpoint)
    }
  }

  private static func text(of spike: Spike, _ subject: NotedSubject) -> String {
    let (start, most) = spike.goesOn ? ("spike since here", "up to ") : ("spike", "")
    switch spike.measure {
    case .p95:
      return "\(start): p95 of \(subject.name) \(most)\(Units.duration(spike.value)), "
        + "usually \(Units.duration(spike.usual))"
    case .errorRate:
      return "\(start): errors of \(subject.name) \(most)\(Units.percent(spike.value)) %, "
        + "usually \(Units.percent(spike.usual)) %"
    }
  }
}
