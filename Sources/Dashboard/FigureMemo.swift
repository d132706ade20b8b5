import Synchronization
import Telemetry

/// What was worked out for one set of figures, for the keys that draw it again.
///
/// Moving through a table changes nothing of what was measured, yet each key draws all panes: the
/// sums over all endpoints alone cost more than the rest of the picture.
final class FigureMemo<Subject: Hashable & Sendable, Value: Sendable>: Sendable {
  /// Values kept at most.
  private let most: Int
  private let known = Mutex<[Subject: Value]>([:])

  init(most: Int) { self.most = most }

  /// What is known of a subject, worked out by `value` the first time.
  func value(of subject: Subject, _ value: () -> Value) -> Value {
    if let value = known.withLock({ $0[subject] }) { return value }
    let value = value()
    known.withLock {
      if $0.count >= most { $0.removeAll(keepingCapacity: true) }
      $0[subject] = value
    }
    return value
  }
}

/// What a course over time or a heat map is of.
struct FigureSubject: Hashable {
  /// `nil` for all endpoints together.
  var name: EndpointName?
  var kind: TrafficKind
  var range: TimeRange
  var columns: Int
  /// 1 where values have no rows.
  var rows = 1
  var moment: Timestamp
}

/// What lines of the logs are of.
struct LineSubject: Hashable {
  var name: EndpointName
  /// `nil` for all that were kept.
  var end: Timestamp?
  /// That of the history: lines come between figures too.
  var version: Int
  var isRedacted: Bool
  /// Up to when lines were read from files once more, where these are looked at.
  var readUntil: Timestamp?
}

/// What the statements of an endpoint depend on.
struct TiedSubject: Hashable {
  var name: EndpointName
  /// `nil` unless a person has chosen one.
  var order: RowOrder?
}

/// What the lines of a statement's detail depend on.
struct StatementSubject: Hashable {
  var id: UInt64
  var width: Int
  var showsLiterals: Bool
  var moment: Timestamp
  /// That of the history: how durations are spread is asked of it between figures too.
  var version: Int
}

/// What stays from tick to tick; whoever holds a model draws on the same.
struct TickMemos: Sendable {
  /// Charts, whose finished columns need not be summed up again.
  let courses = CourseMemo()
  /// What windows came to, as far as it stays.
  let sums = SumMemo()
  /// What the sessions of windows came to some seconds ago.
  let sessions = SessionMemo()
}

/// What details have worked out of one set of figures: a picture asks for it in several places.
struct DetailMemos: Sendable {
  /// The statements of endpoints, in the order of their table.
  let tiedQueries = FigureMemo<TiedSubject, [TiedQuery]>(most: 4)
  /// The lines that the parts of a statement's detail would fill.
  let wishes = FigureMemo<StatementSubject, QueryDetailLayout.Wish>(most: 4)
}

extension Model {
  /// How one piece of work, or all endpoints for `nil`, went over `range` in equal columns.
  func timeline(
    of name: EndpointName?, kind: TrafficKind = .endpoint, in range: TimeRange, columns: Int
  ) -> [TimelinePoint] {
    let subject = FigureSubject(
      name: name, kind: kind, range: range, columns: columns, moment: moment)
    return figures.timelines.value(of: subject) {
      // A chart of a moment of the past ends there, and shares no column with one of the present.
      let courses = showsPast ? CourseMemo() : memos.courses
      return courses.timeline(
        of: name, kind: kind, in: range, columns: columns, history: history, now: moment)
    }
  }

  /// When the requests of an endpoint were how slow, over `range` in equal columns.
  func heat(
    of name: EndpointName, in range: TimeRange, columns: Int, rows: Int
  ) -> LatencyHeat? {
    let subject = FigureSubject(
      name: name, kind: .endpoint, range: range, columns: columns, rows: rows, moment: moment)
    return figures.heats.value(of: subject) {
      history.heat(of: name, in: range, columns: columns, rows: rows, now: moment)
    }
  }

  /// The statements that an endpoint runs, in the order of their table.
  ///
  /// Costs a look at each statement the first time.
  func tiedQueries(of name: EndpointName) -> [TiedQuery] {
    let subject = TiedSubject(name: name, order: orders[.queries])
    return figures.details.tiedQueries.value(of: subject) {
      queries(of: name).map(TiedQuery.init)
    }
  }

  /// The lines that speak of an endpoint up to a moment, oldest first.
  ///
  /// Costs a look into each kept line the first time, and again when something was read.
  func lines(of name: EndpointName, until end: Timestamp?) -> [LogLine] {
    let read = end.flatMap { pastLog.lines(until: $0) }
    let subject = LineSubject(
      name: name, end: end, version: history.version, isRedacted: isRedacted,
      readUntil: read == nil ? nil : pastLog.moment)
    return figures.endpointLines.value(of: subject) {
      read.map { History.lines(of: name, among: $0) }
        ?? history.lines(of: name, most: .max, until: end)
    }
  }
}
