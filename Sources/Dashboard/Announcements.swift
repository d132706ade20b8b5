import Telemetry

/// What is worth saying of figures that change, for people who listen to the screen.
///
/// Every subject (an endpoint, a pool, a source ...) is compared with what was last said of it, so
/// that a slow drift is told once it is far enough and noise is not. A subject is spoken of at most
/// once in `intervalSeconds`, and at most `mostLines` subjects at a time, the worst first; what had
/// to wait is told later if it still holds.
package struct Announcements: Sendable {
  /// The least time between two lines about one subject.
  package static let intervalSeconds = 10.0
  /// The most lines that one call of `changes` gives.
  package static let mostLines = 8

  /// What is worth a warning; may change while svctop runs.
  package var thresholds: Thresholds
  private var said: [Observation.Subject: Said] = [:]

  private struct Said {
    var measures: [Observation.Measure]
    var time: Timestamp?
  }

  /// Nothing was said yet.
  package init(thresholds: Thresholds = Thresholds()) {
    self.thresholds = thresholds
  }

  /// Takes figures as known, after they were told in some other way.
  package mutating func begin(with figures: Figures, sources: [SourceState]) {
    said = [:]
    for observation in Observation.all(figures, sources, thresholds) {
      said[observation.subject] = Said(measures: observation.measures)
    }
  }

  /// The lines to say now, each with the time of day: `14:05:32 GET /api/search p95 340 ms to 1.2 s`.
  package mutating func changes(
    to figures: Figures, sources: [SourceState], at now: Timestamp
  ) -> [String] {
    let observations = Observation.all(figures, sources, thresholds)
    var lines: [(observation: Observation, text: String)] = []
    for observation in observations {
      let before = said[observation.subject]
      if let time = before?.time, now - time < Announcements.intervalSeconds { continue }
      let text = observation.sentence(after: before?.measures)
      if text.isEmpty {
        if before == nil { said[observation.subject] = Said(measures: observation.measures) }
      } else {
        lines.append((observation, text))
      }
    }
    let worst = lines.enumerated()
      .sorted {
        ($1.element.observation.rank, $0.offset) < ($0.element.observation.rank, $1.offset)
      }
      .prefix(Announcements.mostLines).map(\.element)
    for (observation, _) in worst {
      let known = said[observation.subject]?.measures ?? []
      said[observation.subject] = Said(
        measures: observation.measures(keeping: known), time: now)
    }
    let present = Set(observations.map(\.subject))
    said = said.filter { present.contains($0.key) }
    let clock = CalendarTime(now).clock
    return worst.map { "\(clock) \($0.observation.label) \($0.text)" }
  }
}

/// One subject at one moment, by what is measured of it.
struct Observation {
  /// What is spoken of.
  enum Subject: Hashable {
    case source(Int)
    case endpoint(EndpointName)
    case pool(DisplayText, SourceID)
    case cache(DisplayText, SourceID)
    case breaker(DisplayText, SourceID)
    case memory(DisplayText, SourceID)
    case finding(Finding.ID)
  }

  /// One figure of the subject.
  struct Measure: Hashable {
    /// How far it has to go from what was said until it is said again; a change of severity always is.
    enum Step: Hashable {
      case severity
      case distance(Double)
      /// Times or divided by so much, and at least so far.
      case factor(Double, atLeast: Double)
    }

    var name: String
    /// `nil` when it is not known, of which nothing is said.
    var value: Double?
    var text: String
    var severity = Severity.fine
    var step = Step.severity
    /// Whether the text says it all.
    var isSentence = false
  }

  let subject: Subject
  let label: String
  var measures: [Measure]

  /// Sources come before what they feed, then the worst.
  var rank: Int {
    let severity = measures.map(\.severity).max() ?? .fine
    if case .source = subject { return 100 + severity.rawValue }
    return severity.rawValue
  }

  /// What has changed since the measures that were last said; empty when nothing has.
  ///
  /// A subject that was not there before is only spoken of when something is wrong with it.
  func sentence(after before: [Measure]?) -> String {
    measures.compactMap { measure -> String? in
      guard let before else {
        return measure.severity >= .medium && measure.value != nil
          ? measure.phrase(after: nil) : nil
      }
      let old = before.first { $0.name == measure.name && $0.value != nil }
      return measure.differs(from: old) ? measure.phrase(after: old) : nil
    }
    .joined(separator: "; ")
  }

  /// The measures, with those that are not known now as they were.
  func measures(keeping before: [Measure]) -> [Measure] {
    measures.map { measure in
      measure.value == nil ? before.first { $0.name == measure.name } ?? measure : measure
    }
  }
}

extension Observation.Measure {
  func differs(from old: Self?) -> Bool {
    guard let value else { return false }
    guard let old, let before = old.value else { return severity >= .medium }
    if severity != old.severity { return true }
    switch step {
    case .severity: return false
    case .distance(let least): return abs(value - before) >= least
    case .factor(let factor, let least):
      guard abs(value - before) >= least else { return false }
      return value >= before * factor || value * factor <= before
    }
  }

  /// `p95 340 ms to 1.2 s, now critical`.
  func phrase(after old: Self?) -> String {
    if isSentence { return text }
    let change = old.map { $0.text == text ? text : "\($0.text) to \(text)" } ?? text
    let before = old?.severity ?? .fine
    guard severity != before else { return "\(name) \(change)" }
    return "\(name) \(change), " + (severity < .medium ? "normal again" : "now \(severity)")
  }
}
