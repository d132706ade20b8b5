import Telemetry

extension Model {
  /// The instant that the picture shows.
  package var moment: Timestamp { heldAt ?? liveMoment(of: history) }

  /// Whether the picture shows an instant before the one at which it was held.
  package var showsPast: Bool {
    if let heldAt, let heldEnd { heldAt < heldEnd } else { false }
  }

  /// Now, or the end of what was read where that ended long ago: a log of last week is shown as
  /// it ended, not as an hour of silence.
  func liveMoment(of history: History) -> Timestamp {
    let isFollowingMetrics = history.sources.contains { $0.identity.kind == .metrics }
    guard !isFollowingMetrics, let last = history.extent?.upperBound,
      clock - last > Model.staleLogSeconds
    else { return clock }
    return last
  }

  /// Whether the picture shows the end of an old log rather than the present.
  package var showsOldLog: Bool { heldAt == nil && moment != clock }

  /// A log that has been quiet for longer than this is shown as it ended.
  private static let staleLogSeconds = 600.0
}
