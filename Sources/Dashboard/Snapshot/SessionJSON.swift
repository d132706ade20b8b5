import Telemetry

/// The sessions of a snapshot as JSON: docs/json.md has every key.
enum SessionJSON {
  static func value(_ row: SessionRow) -> JSONValue {
    .object([
      ("active", count(row.active)),
      ("count", count(row.count)),
      ("duration_ms", durations(row)),
      ("requests_per_session", .optional(row.requests?.mean)),
      ("requests", requests(row)),
      ("identified_by", .string(row.identity.name)),
      ("guess", .bool(row.identity.isGuess)),
      ("estimate", .bool(row.isEstimate)),
      ("sampled", .integer(Int64(row.sampled))),
      ("gap_ms", .milliseconds(SessionRules.gapSeconds)),
      ("active_ms", .milliseconds(SessionRules.activeSeconds)),
    ])
  }

  private static func count(_ value: Double) -> JSONValue { .integer(Int64(value.rounded())) }

  private static func durations(_ row: SessionRow) -> JSONValue {
    guard let known = row.durations else { return .null }
    return .object([
      ("count", count(row.count)), ("mean", .milliseconds(known.mean)),
      ("p50", .milliseconds(known.p50)), ("p90", .milliseconds(known.p90)),
      ("p95", .milliseconds(known.p95)), ("p99", .milliseconds(known.p99)),
      ("max", .milliseconds(known.max)),
    ])
  }

  private static func requests(_ row: SessionRow) -> JSONValue {
    guard let known = row.requests else { return .null }
    return .object([
      ("count", count(row.count)), ("mean", .number(known.mean)), ("p50", .number(known.p50)),
      ("p90", .number(known.p90)), ("p95", .number(known.p95)), ("p99", .number(known.p99)),
      ("max", .number(known.max)),
    ])
  }
}
