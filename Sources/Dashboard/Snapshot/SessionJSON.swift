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
      ("gap_ms", .milliseconds(row.gapSeconds)),
      ("active_ms", .milliseconds(SessionRules.activeSeconds)),
    ])
  }

  /// Where the percentiles lie with 95 % confidence; `null` where there are too few sessions.
  private static func ranges(
    _ known: SessionQuantiles, _ value: (Double) -> JSONValue
  ) -> JSONValue {
    let found = [("p50", known.p50Range), ("p95", known.p95Range)].compactMap {
      name, range -> (key: String, value: JSONValue)? in
      range.map { (name, .array([value($0.lowerBound), value($0.upperBound)])) }
    }
    return found.isEmpty ? .null : .object(found)
  }

  private static func count(_ value: Double) -> JSONValue { .integer(Int64(value.rounded())) }

  private static func durations(_ row: SessionRow) -> JSONValue {
    guard let known = row.durations else { return .null }
    return .object([
      ("count", count(row.count)), ("mean", .milliseconds(known.mean)),
      ("p50", .milliseconds(known.p50)), ("p90", .milliseconds(known.p90)),
      ("p95", .milliseconds(known.p95)), ("p99", .milliseconds(known.p99)),
      ("max", .milliseconds(known.max)),
      ("ci95", ranges(known) { .milliseconds($0) }),
    ])
  }

  private static func requests(_ row: SessionRow) -> JSONValue {
    guard let known = row.requests else { return .null }
    return .object([
      ("count", count(row.count)), ("mean", .number(known.mean)), ("p50", .number(known.p50)),
      ("p90", .number(known.p90)), ("p95", .number(known.p95)), ("p99", .number(known.p99)),
      ("max", .number(known.max)), ("ci95", ranges(known) { .number($0) }),
    ])
  }
}
