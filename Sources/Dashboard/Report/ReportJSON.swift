import Telemetry

extension Report {
  /// The snapshot's JSON with what the report adds: docs/json.md has every key.
  package var json: JSONValue {
    guard case .object(var members) = model.snapshotJSON() else { return .null }
    members.append(
      (
        "priorities",
        .array(
          priorities.map { priority in
            .object([
              ("id", .string(priority.finding.kind.rawValue)),
              ("subject", .string(model.subject(priority.finding.subject))),
              ("severity", .string(priority.finding.severity.name)),
              ("gain", priority.gain.map { .string($0.plain) } ?? .null),
              ("saved_ms", .milliseconds(priority.savedSeconds)),
            ])
          })
      ))
    let unjudged = notJudged.flatMap { block -> [JSONValue] in
      guard case .list(let items, _) = block else { return [] }
      return items.map { .string($0.plain) }
    }
    members.append(("not_judged", .array(unjudged)))
    return .object(members)
  }
}
