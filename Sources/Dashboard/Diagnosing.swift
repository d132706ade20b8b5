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

  /// What is wrong and how it scores; `nil` where nobody watches.
  package var diagnosis: Diagnosis? { watch?.diagnosis }

  /// Lets the detectors look, if it is time to; their cost is that of the window's rows.
  mutating func look() {
    guard var watching = watch else { return }
    _ = watching.tracker.update(
      history: history, window: settings.window, now: moment, thresholds: settings.thresholds)
    watching.diagnosis = watching.tracker.diagnosis
    watch = watching
    markStale()
  }

  /// Tells what is known to be wrong in the words that the history now has.
  ///
  /// How bad it is and since when stays; what can no longer be seen loses its quotations. Costs one
  /// run of the detectors.
  mutating func requote() {
    guard let known = watch?.diagnosis else { return }
    let seen = Diagnosis(
      of: history, window: settings.window, now: moment, thresholds: settings.thresholds)
    let words = Dictionary(
      seen.findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    watch?.diagnosis?.findings = known.findings.map { finding in
      var quoted = finding
      quoted.summary = words[finding.id]?.summary ?? Redaction.line(finding.summary)
      quoted.evidence = words[finding.id]?.evidence ?? []
      quoted.advice = words[finding.id]?.advice ?? []
      quoted.symptoms = words[finding.id]?.symptoms ?? []
      return quoted
    }
  }
}
