/// One number for the state of a service, with its arithmetic.
///
/// 100, less 25 for a critical finding, 15 for a high one, 8 for a medium one and 3 for a low one,
/// never under 0. Areas of which nothing is known neither raise nor lower it: they are named.
package struct Score: Hashable, Sendable {
  /// One line of the arithmetic.
  package struct Line: Hashable, Sendable {
    /// `2 critical findings`.
    package var text: DisplayText
    /// What it changes; the first line is the 100 to begin with.
    package var points: Int

    /// A line that changes the score by so many points.
    package init(_ text: DisplayText, points: Int) {
      self.text = text
      self.points = points
    }
  }

  /// 0 to 100.
  package var value: Int
  /// A from 90, B from 80, C from 70, D from 60, else F.
  package var grade: String
  /// They add up to `value`, the 100 to begin with first.
  package var lines: [Line]
  /// Areas of which no source says anything: "memory", "caches", as they are called in JSON.
  package var unknown: [String]

  /// Whether there was anything to judge: a service of which nothing is known is not a healthy one,
  /// and that a source cannot be read says nothing of it.
  package let isKnown: Bool

  /// Everything that can be judged, as it is called in JSON.
  package static let areas = [
    "latency", "errors", "queries", "pools", "caches", "memory", "outbound", "tasks", "runtime",
  ]

  /// The score of some findings.
  package init(_ findings: [Finding], unknown: [String] = []) {
    var lines = [Line("to begin with", points: 100)]
    for severity in [Severity.critical, .high, .medium, .low] {
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { continue }
      let noun = count == 1 ? "finding" : "findings"
      lines.append(
        Line(
          DisplayText("\(count) \(severity.name) \(noun), \(severity.penalty) each"),
          points: -count * severity.penalty))
    }
    let sum = lines.reduce(0) { $0 + $1.points }
    if sum < 0 { lines.append(Line("never under 0", points: -sum)) }
    self.lines = lines
    value = max(0, sum)
    grade = Score.grade(of: value)
    self.unknown = unknown
    isKnown = unknown.count < Score.areas.count || findings.contains { !$0.subject.isSource }
  }

  /// The grade of a value.
  package static func grade(of value: Int) -> String {
    switch value {
    case 90...: "A"
    case 80...: "B"
    case 70...: "C"
    case 60...: "D"
    default: "F"
    }
  }
}

extension FindingSubject {
  /// Whether it is about how a source is read, not about the service.
  fileprivate var isSource: Bool { if case .source = self { true } else { false } }
}

extension Severity {
  /// What it is called in JSON and in sentences.
  package var name: String {
    switch self {
    case .fine: "fine"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    case .critical: "critical"
    }
  }

  /// The severity of a name; `nil` for other words.
  package init?(name: String) {
    guard let known = [Severity.low, .medium, .high, .critical].first(where: { $0.name == name })
    else { return nil }
    self = known
  }

  /// Points that a finding of it costs.
  package var penalty: Int {
    switch self {
    case .fine: 0
    case .low: 3
    case .medium: 8
    case .high: 15
    case .critical: 25
    }
  }
}

extension Scene {
  /// Areas of which no source says anything.
  var unknownAreas: [String] {
    let isSeen = [
      endpoints.contains { $0.latency?.p95 != nil || $0.latency?.meanSeconds != nil },
      endpoints.contains { $0.statuses.total > $0.statuses.other },
      !queries.isEmpty, !pools.isEmpty, !caches.isEmpty, !memory.isEmpty, !outbound.isEmpty,
      !tasks.isEmpty, !runtime.isEmpty,
    ]
    return zip(Score.areas, isSeen).filter { !$0.1 }.map(\.0)
  }
}
