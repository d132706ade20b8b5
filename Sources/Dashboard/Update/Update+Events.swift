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

/// Jumping to spikes and findings.
extension Model {
  /// How many endpoints are searched, those with the most requests: a search is a key press.
  private static let searchedEndpoints = 20

  /// Goes to the nearest moment of note before or after the one shown.
  ///
  /// Below an endpoint that is one of the endpoint's own, if it has any; else one of anything.
  mutating func goToEvent(isLater: Bool) {
    if isLater, heldAt == nil { return say("this is the present") }
    var found: MomentOfNote?
    if let own = endpointOnPath {
      found = nearest(among: spikes(of: [own]) + findings { $0.subject == .endpoint(own) }, isLater)
    }
    if found == nil { found = nearest(among: momentsOfNote, isLater) }
    guard let found else {
      return say(
        isLater
          ? "no spike or finding after this; 0 goes back to the present"
          : "no spike or finding before this")
    }
    show(at: found.time)
    if place == .overview, let endpoint = found.endpoint {
      refresh()
      if let row = figures.endpoints.firstIndex(where: { $0.name == endpoint }) {
        selection[.overview, default: [:]][.endpoints] = row
      }
    }
    say(found.text)
  }

  /// Goes to the finding after the one at hand, the worst first and round again, and to the moment
  /// at which it began.
  mutating func goToNextFinding() {
    let findings = heldFindings ?? figures.findings
    guard !findings.isEmpty else { return say("nothing was found in this window") }
    var next = 0
    if case .finding(let id) = place, let here = findings.firstIndex(where: { $0.id == id }) {
      next = (here + 1) % findings.count
    }
    let finding = findings[next]
    isZoomed = false
    path = [.overview, .finding(finding.id)]
    if let row = figures.findings.firstIndex(where: { $0.id == finding.id }) {
      selection[.overview, default: [:]][.findings] = row
    }
    focus = .queries
    let count = "finding \(next + 1) of \(findings.count)"
    guard let since = finding.since else { return say("\(count); when it began is not known") }
    show(at: since + Model.beginningSeconds)
    say(
      "\(count), since \(CalendarTime(since).clock)"
        + (heldAt == nil ? "" : "; 0 goes back to the present"))
  }

  /// How much of what began is shown where a finding's moment is.
  private static let beginningSeconds = 30.0

  private func nearest(among moments: [MomentOfNote], _ isLater: Bool) -> MomentOfNote? {
    let here = moment
    return isLater
      ? moments.filter { $0.time > here }.min { $0.time < $1.time }
      : moments.filter { $0.time < here }.max { $0.time < $1.time }
  }

  /// The last instant before all that was read: what is happening right now is the first thing to
  /// go back to, and the present itself cannot be held as a moment of the past.
  private var lastPastMoment: Timestamp {
    Timestamp(microseconds: (heldEnd ?? moment).microseconds - 1)
  }

  /// The last endpoint that was drilled into.
  private var endpointOnPath: EndpointName? {
    path.reversed().lazy.compactMap { place -> EndpointName? in
      if case .endpoint(let name) = place { name } else { nil }
    }.first
  }

  /// Spikes of the busiest endpoints and of the error rate of all, and findings.
  private var momentsOfNote: [MomentOfNote] {
    let busiest = figures.everyEndpoint.filter { $0.name != .other }
      .sorted { ($1.requests, $0.name) < ($0.requests, $1.name) }
      .prefix(Model.searchedEndpoints).map(\.name)
    return spikes(of: busiest) + spikes(of: [nil]) + findings { _ in true }
  }

  /// When what is wrong now began; while the picture is held, what was wrong then.
  private func findings(_ isWanted: (Finding) -> Bool) -> [MomentOfNote] {
    (heldFindings ?? figures.findings).filter(isWanted).compactMap { finding in
      guard let since = finding.since else { return nil }
      var endpoint: EndpointName?
      if case .endpoint(let name) = finding.subject { endpoint = name }
      return MomentOfNote(
        time: min(since, lastPastMoment), text: "since here: \(finding.summary)",
        endpoint: endpoint)
    }
  }

  private func spikes(of names: [EndpointName?]) -> [MomentOfNote] {
    let (end, latest) = (heldEnd ?? moment, lastPastMoment)
    return names.flatMap { name in
      history.spikes(of: name, until: end).map { spike in
        let last = Timestamp(microseconds: spike.peak.microseconds - 1)
        return MomentOfNote(
          time: min(last, latest), text: text(of: spike, name), endpoint: name)
      }
    }
  }

  private func text(of spike: Spike, _ name: EndpointName?) -> String {
    let subject = name?.description ?? "all endpoints"
    switch spike.measure {
    case .p95:
      return "spike: p95 of \(subject) \(Units.duration(spike.value)), "
        + "usually \(Units.duration(spike.usual))"
    case .errorRate:
      return "spike: errors of \(subject) \(Units.percent(spike.value)) %, "
        + "usually \(Units.percent(spike.usual)) %"
    }
  }
}
