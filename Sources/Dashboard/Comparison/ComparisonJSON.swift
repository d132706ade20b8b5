import Telemetry

extension Comparison {
  /// The comparison as JSON: docs/json.md has every key.
  package var json: JSONValue {
    .object([
      ("schema", .integer(1)),
      ("svctop", .string(Version.current)),
      ("regression", .bool(hasRegression)),
      (
        "score",
        .object([
          ("before", .optional(before.score?.value)), ("after", .optional(after.score?.value)),
        ])
      ),
      (
        "findings",
        .object([
          ("new", .array(newFindings.map(json))), ("gone", .array(goneFindings.map(json))),
          ("kept", .array(keptFindings.map(json))),
        ])
      ),
      ("totals", .array(totals.map(json))),
      ("endpoints", .array(endpoints.map(json))),
      ("queries", .array(queries.map(json))),
      ("caches", .array(caches.map(json))),
      ("resources", .array(resources.map(json))),
      ("work", .array(work.map(json))),
      ("sessions", .array(sessions.map(json))),
    ])
  }

  private func json(_ finding: SnapshotRecord.FindingRecord) -> JSONValue {
    .object([
      ("id", .text(finding.id)),
      ("severity", .text(finding.severity)),
      ("subject", .text(finding.subject)),
      ("summary", .text(finding.summary)),
    ])
  }

  private func json(_ change: Change) -> JSONValue {
    let verdict: String
    switch change.verdict {
    case .better: verdict = "better"
    case .worse: verdict = "worse"
    case .same: verdict = "same"
    case .differs: verdict = "differs"
    case .unclear: verdict = "unclear"
    case .new: verdict = "new"
    case .gone: verdict = "gone"
    }
    let unit: String
    switch change.unit {
    case .milliseconds: unit = "ms"
    case .share: unit = "share"
    case .bytes: unit = "bytes"
    case .count: unit = "count"
    case .perHour: unit = "per_hour"
    case .perRequest: unit = "per_request"
    }
    return .object([
      ("subject", .string(change.subject)), ("figure", .string(change.figure)),
      ("unit", .string(unit)), ("before", .optional(change.before)),
      ("after", .optional(change.after)), ("verdict", .string(verdict)),
      ("samples_before", .number(change.samples.before)),
      ("samples_after", .number(change.samples.after)),
    ])
  }
}
