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
}
