import Telemetry

extension Model {
  /// A finding as JSON: what, whose, how bad, what shows it, what to do.
  func json(_ finding: Finding) -> JSONValue {
    let certainty: JSONValue
    switch finding.certainty {
    case .sure: certainty = .string("sure")
    case .likely: certainty = .string("likely")
    }
    var because: DisplayText?
    if case .likely(let reason) = finding.certainty { because = reason }
    return .object([
      ("id", .string(finding.kind.rawValue)),
      ("severity", .string(finding.severity.name)),
      ("category", .string(finding.kind.category.rawValue)),
      ("subject", .string(subject(finding.subject))),
      ("summary", .text(finding.summary)),
      ("evidence", .array(finding.evidence.map(json))),
      (
        "advice",
        finding.advice.isEmpty
          ? .null : .string(finding.advice.map(\.string).joined(separator: " "))
      ),
      ("symptoms", .array(finding.symptoms.map { .text($0.text) })),
      ("gain", .text(finding.gain?.text)),
      ("since", finding.since.map { .time($0) } ?? .null),
      ("certainty", certainty),
      ("because", .text(because)),
    ])
  }

  /// The score with its arithmetic.
  func json(_ score: Score) -> JSONValue {
    .object([
      ("value", .integer(Int64(score.value))),
      ("grade", .string(score.grade)),
      (
        "arithmetic",
        .array(
          score.lines.map {
            .object([("what", .text($0.text)), ("points", .integer(Int64($0.points)))])
          })
      ),
      ("unknown", .array(score.unknown.map { .string($0) })),
    ])
  }

  /// Words for what is wrong with a statement: `n+1`, `repeated`, `slow`.
  func flags(ofQuery id: UInt64) -> [JSONValue] {
    figures.findings.filter { $0.subject == .query(id) }.map { finding in
      switch finding.kind {
      case .nPlusOne: .string("n+1")
      case .repeatedQuery: .string("repeated")
      case .slowQuery: .string("slow")
      default: .string(finding.kind.rawValue)
      }
    }
  }

  private func json(_ evidence: FindingEvidence) -> JSONValue {
    .object([
      ("what", .text(evidence.what)),
      ("value", .optional(evidence.value)),
      ("threshold", .optional(evidence.threshold)),
      ("unit", .string(evidence.unit.name)),
      (
        "at",
        evidence.source.map { .string(history.sources[$0].identity.name.string) } ?? .null
      ),
      ("line", .optional(evidence.line)),
      ("from", evidence.range.map { .time($0.from) } ?? .null),
      ("to", evidence.range.map { .time($0.to) } ?? .null),
      ("sample", .text(evidence.sample)),
    ])
  }

  /// What a finding is about, by the name that it has in the other tables; a statement by its id.
  func subject(_ subject: FindingSubject) -> String {
    switch subject {
    case .endpoint(let name), .outbound(let name), .task(let name): name.description
    case .query(let id): QueryRow.hex(id)
    case .pool(let name, _), .cache(let name, _), .process(let name, _), .breaker(let name, _),
      .queue(let name, _):
      name.string
    case .source(let id): history.sources[id].identity.name.string
    case .service: settings.title.isEmpty ? "service" : settings.title
    }
  }
}

extension Model {
  /// A target as JSON, in the unit of its measure: seconds, a share from 0 to 1, bytes.
  func json(_ check: TargetCheck) -> JSONValue {
    .object([
      ("name", .string(check.target.measure.rawValue)),
      ("subject", .text(check.subject)),
      ("target", .number(check.target.bound)),
      ("comparison", .string(check.target.comparison.rawValue)),
      ("value", .optional(check.value)),
      ("met", check.isMet.map { .bool($0) } ?? .null),
      ("budget", check.budget.map { json($0) } ?? .null),
    ])
  }

  private func json(_ budget: ErrorBudget) -> JSONValue {
    .object([
      ("allowed", .number(budget.allowedShare)),
      (
        "burn_rates",
        .object(budget.burns.map { ($0.name, .optional($0.rate)) })
      ),
      (
        "seen",
        .object(budget.burns.map { ($0.name, .number($0.seenShare)) })
      ),
      ("urgency", budget.urgency.map { .string($0.rawValue) } ?? .null),
    ])
  }
}
