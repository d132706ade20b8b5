import Synchronization

/// Courses over time that were asked for, for those who ask each second: only the newest columns
/// change, and those that are finished are the most of the work.
///
/// Columns must start at multiples of their width, as those of a live chart do; others are worked out
/// anew. An answer is what `History.timeline` says, but for columns in which another source has become
/// the one that is shown since they were finished.
package final class CourseMemo: Sendable {
  private struct Subject: Hashable {
    /// `nil` for all endpoints together.
    var name: EndpointName?
    var kind: TrafficKind
    var columnMicroseconds: Int64
  }

  private struct Course {
    let lineage: TouchedTimes.Lineage
    var version: Int
    /// What is shown, and how many rows were joined until then: columns of others are others.
    var view: History.SeenView
    var from: Timestamp
    var points: [TimelinePoint]
  }

  /// Courses kept at most: the rows of a tall screen, and charts.
  private static let most = 128
  private let known = Mutex<[Subject: Course]>([:])

  /// Nothing was asked for yet.
  package init() {}

  /// How one piece of work, or all endpoints for `nil`, went over `range` in equal columns.
  package func timeline(
    of name: EndpointName?, kind: TrafficKind, in range: TimeRange, columns: Int,
    history: History, now: Timestamp
  ) -> [TimelinePoint] {
    let length = range.to.microseconds &- range.from.microseconds
    guard columns > 0, length > 0, length % Int64(columns) == 0,
      range.from.microseconds % (length / Int64(columns)) == 0
    else { return history.timeline(of: name, kind, in: range, columns: columns, now: now) }
    let width = length / Int64(columns)
    let subject = Subject(name: name, kind: kind, columnMicroseconds: width)
    let view = history.seenView(of: name, kind)
    let past = known.withLock { $0[subject] }
    var points = past.map { kept(of: $0, view, range, width, in: history) } ?? []
    if points.count < columns {
      let start = Timestamp(
        microseconds: range.from.microseconds + Int64(points.count) * width)
      points += history.timeline(
        of: name, kind, in: TimeRange(from: start, to: range.to), columns: columns - points.count,
        now: now)
    }
    // An older copy of the history may be drawn while a newer one was.
    if let past, past.lineage === history.touched.lineage, past.version > history.version {
      return points
    }
    let course = Course(
      lineage: history.touched.lineage, version: history.version, view: view, from: range.from,
      points: points)
    known.withLock {
      if $0.count >= CourseMemo.most, $0[subject] == nil { $0.removeAll(keepingCapacity: true) }
      $0[subject] = course
    }
    return points
  }

  /// The first columns of `range` that are known and as they were.
  private func kept(
    of course: Course, _ view: History.SeenView, _ range: TimeRange, _ width: Int64,
    in history: History
  ) -> [TimelinePoint] {
    let skipped = (range.from.microseconds &- course.from.microseconds) / width
    guard course.lineage === history.touched.lineage, course.version <= history.version,
      course.view == view, skipped >= 0, skipped < Int64(course.points.count)
    else { return [] }
    let unchanged = history.touched.unchangedUntil(since: course.version)
    let wanted = (range.to.microseconds &- range.from.microseconds) / width
    let last = min(Int64(course.points.count), skipped + wanted)
    let points = course.points[Int(skipped)..<Int(last)]
    return Array(points.prefix { $0.start.microseconds &+ width <= unchanged.microseconds })
  }
}

extension History {
  /// What a course over time shows of a row.
  struct SeenView: Equatable {
    fileprivate var sources: [SourceID] = []
    fileprivate var layout: BucketLayout?
    fileprivate var merges: Int
  }

  /// Cost: a look-up; of all endpoints together none, for what each shows seldom changes.
  fileprivate func seenView(of name: EndpointName?, _ kind: TrafficKind) -> SeenView {
    var seen = SeenView(merges: name == nil ? 0 : table(of: kind).merges)
    guard let name, let series = view(of: name, kind) else { return seen }
    seen.sources = series.map(\.source)
    seen.layout = series.newestLayout
    return seen
  }

  /// The timeline of one piece of work, or of all endpoints for `nil`.
  fileprivate func timeline(
    of name: EndpointName?, _ kind: TrafficKind, in range: TimeRange, columns: Int, now: Timestamp
  ) -> [TimelinePoint] {
    guard let name else { return timeline(of: nil, in: range, columns: columns, now: now) }
    return timeline(of: name, kind: kind, in: range, columns: columns, now: now)
  }
}
