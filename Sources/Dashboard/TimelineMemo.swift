import Synchronization
import Telemetry

/// Courses over time that were worked out for one set of figures, for the keys that draw them again.
///
/// Moving through a table changes nothing of what was measured, yet each key draws all panes: the
/// sums over all endpoints alone cost more than the rest of the picture.
final class TimelineMemo: Sendable {
  /// What a course is of.
  struct Subject: Hashable {
    /// `nil` for all endpoints together.
    var name: EndpointName?
    var kind: TrafficKind
    var range: TimeRange
    var columns: Int
    var moment: Timestamp
  }

  /// Courses kept at most: more than the rows of the tallest screen.
  private static let most = 512

  private let known = Mutex<[Subject: [TimelinePoint]]>([:])

  /// The course of a subject, worked out by `points` the first time.
  func points(of subject: Subject, _ points: () -> [TimelinePoint]) -> [TimelinePoint] {
    if let points = known.withLock({ $0[subject] }) { return points }
    let points = points()
    known.withLock {
      if $0.count >= TimelineMemo.most { $0.removeAll(keepingCapacity: true) }
      $0[subject] = points
    }
    return points
  }
}

extension Model {
  /// How one piece of work, or all endpoints for `nil`, went over `range` in equal columns.
  func timeline(
    of name: EndpointName?, kind: TrafficKind = .endpoint, in range: TimeRange, columns: Int
  ) -> [TimelinePoint] {
    let subject = TimelineMemo.Subject(
      name: name, kind: kind, range: range, columns: columns, moment: moment)
    return figures.timelines.points(of: subject) {
      guard let name else {
        return history.timeline(of: nil, in: range, columns: columns, now: moment)
      }
      return history.timeline(of: name, kind: kind, in: range, columns: columns, now: moment)
    }
  }
}
