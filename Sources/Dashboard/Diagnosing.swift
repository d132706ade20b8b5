import Telemetry

/// What is wrong, as the shell lets it be watched for.
///
/// A model that nobody asked to watch has no findings and no score: pictures of it are pictures of
/// its numbers alone.
struct Watch: Sendable {
  var tracker = FindingTracker()
  /// `nil` before the first look.
  var diagnosis: Diagnosis?
}

extension Model {
  /// Lets detectors look at what is read from now on: with each tick, and when everything was read.
  package mutating func watchForFindings() {
    watch = Watch()
  }

  /// What is wrong and how it scores at the moment shown; `nil` where nobody watches.
  package var diagnosis: Diagnosis? { goingOn == nil ? watch?.diagnosis : heldDiagnosis }

  /// Lets the detectors look, if it is time to; their cost is that of the window's rows.
  ///
  /// While the picture is held they look at what goes on, so that nothing is missed until then; else
  /// at the `rows` of the window, where these are summed up already. Of logs that have ended they look
  /// at whatever more was read.
  mutating func look(at rows: WindowRows? = nil) {
    guard var watching = watch else { return }
    let live = goingOn ?? history
    _ = watching.tracker.update(
      history: live, window: liveWindow ?? settings.window,
      now: goingOn == nil ? moment : liveMoment(of: live), clock: clock,
      thresholds: settings.thresholds, rows: goingOn == nil ? rows : nil)
    watching.diagnosis = watching.tracker.diagnosis
    watch = watching
    if goingOn == nil { markStale() }
  }

  /// Judges the moment that is held, once for each step: what was not yet so is not told.
  ///
  /// What is known to have begun before that moment began when it did, however short the window is;
  /// what was told at that moment, as long as that is remembered, is told again in the words of then.
  mutating func judgeHeldMoment() {
    guard watch != nil, goingOn != nil else { return }
    var seen = Diagnosis(
      of: history, window: settings.window, now: moment, thresholds: settings.thresholds)
    seen.add(told: watch?.tracker.told(at: moment, in: settings.window) ?? [])
    let told = (heldFindings ?? []) + (watch?.diagnosis?.findings ?? [])
    for place in seen.findings.indices {
      let known = told.first { $0.id == seen.findings[place].id }?.since
      guard let known, known <= moment else { continue }
      seen.findings[place].since = known
    }
    heldDiagnosis = seen
  }

  /// A finding that is told at the moment shown, or was when the picture was held.
  func finding(_ id: Finding.ID) -> (finding: Finding, isTold: Bool)? {
    if let told = figures.findings.first(where: { $0.id == id }) { return (told, true) }
    return heldFindings?.first { $0.id == id }.map { ($0, false) }
  }

  /// Tells what is known to be wrong in the words that the history now has.
  ///
  /// How bad it is and since when stays; what can no longer be seen loses its quotations. Costs one
  /// run of the detectors.
  mutating func requote() {
    guard let known = diagnosis else { return }
    let seen = Diagnosis(
      of: history, window: settings.window, now: moment, thresholds: settings.thresholds)
    let words = Dictionary(
      seen.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let findings = known.findings.map { finding in
      var quoted = finding
      // Why a source cannot be read is said in the words of others.
      quoted.summary =
        words[finding.id]?.summary
        ?? (finding.kind.category == .source
          ? Redaction.line(finding.summary) : Redaction.sentence(finding.summary))
      quoted.evidence = words[finding.id]?.evidence ?? []
      quoted.advice = words[finding.id]?.advice ?? []
      quoted.symptoms = words[finding.id]?.symptoms ?? []
      return quoted
    }
    if goingOn == nil {
      watch?.diagnosis?.findings = findings
    } else {
      heldDiagnosis?.findings = findings
    }
  }
}
