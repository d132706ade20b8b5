import Telemetry

/// Jumping to spikes and findings.
extension Model {
  /// Goes to the nearest moment of note before or after the one shown.
  ///
  /// In a detail that is one of what it is about, so that another subject's never stands beside it.
  mutating func goToEvent(isLater: Bool) {
    if isLater, heldAt == nil { return say("this is the present") }
    let (nearest, subject) = nearestMoment(isLater: isLater)
    guard let found = nearest else {
      let what = "no spike or finding" + (subject.isEmpty ? "" : " of \(subject)")
      return say(
        isLater ? "\(what) after this; 0 goes back to the present" : "\(what) before this")
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
}
