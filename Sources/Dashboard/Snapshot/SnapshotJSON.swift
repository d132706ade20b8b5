import Telemetry

extension Model {
  /// The figures as JSON, schema version 1: docs/json.md has every key.
  ///
  /// Rates are per second, shares 0 to 1, times milliseconds in `*_ms` and RFC 3339 elsewhere;
  /// `null` means "not known". Keys are only ever added.
  package func snapshotJSON() -> JSONValue { redacted().document }

  private var document: JSONValue { .object(scopeMembers + figureMembers + judgementMembers) }

  /// What the numbers are about.
  private var scopeMembers: [(key: String, value: JSONValue)] {
    let range = figures.range
    let window: [(key: String, value: JSONValue)] = [
      ("from", .time(range.from)), ("to", .time(range.to)), ("seconds", .number(range.seconds)),
    ]
    return [
      ("schema", .integer(1)),
      ("svctop", .string(Version.current)),
      ("title", settings.title.isEmpty ? .null : .string(settings.title)),
      ("taken_at", .time(clock)),
      ("window", .object(window)),
      ("filter", filter.map { $0.text.isEmpty ? JSONValue.null : .string($0.text) } ?? .null),
      ("sources", .array(history.sources.map { json($0) })),
    ]
  }

  /// The numbers, in the order of the screen.
  private var figureMembers: [(key: String, value: JSONValue)] {
    let lookups = EndpointLookups(history, settings.window, now: moment)
    return [
      ("totals", json(figures.totals)),
      ("endpoints", .array(figures.endpoints.map { json($0, lookups) })),
      ("queries", .array(figures.queries.map { json($0) })),
      ("pools", .array(figures.pools.map { json($0) })),
      ("caches", .array(figures.caches.map { json($0) })),
      ("memory", .array(figures.memory.map { json($0) })),
      ("outbound", .array(figures.outbound.map { outboundJSON($0) })),
      ("tasks", .array(figures.tasks.map { taskJSON($0) })),
      ("sessions", figures.sessions.map(SessionJSON.value) ?? .null),
      ("breakers", .array(figures.breakers.map { json($0) })),
      ("queues", .array(figures.queues.map { json($0) })),
      ("runtime", .array(figures.runtime.map { json($0) })),
    ]
  }

  /// What is made of the numbers.
  private var judgementMembers: [(key: String, value: JSONValue)] {
    let score = diagnosis.map { json($0.score) }
    return [
      ("targets", .array(figures.targets.map { json($0) })),
      ("findings", .array(figures.findings.map { json($0) })),
      ("score", score ?? .null),
    ]
  }

  /// What a source is called, as a value.
  func sourceName(_ id: SourceID) -> JSONValue {
    .string(history.sources[id].identity.name.string)
  }

  private func json(_ source: SourceState) -> JSONValue {
    let state: String
    var error: DisplayText?
    switch source.health {
    case .waiting: state = "waiting"
    case .ok, .ended: state = "ok"
    case .failing(let reason):
      state = "failing"
      error = reason
    }
    return .object([
      ("name", .text(source.identity.name)),
      ("kind", .string(source.identity.kind.rawValue)),
      ("location", .text(source.identity.location)),
      ("state", .string(state)),
      ("recognised", .array(source.recognised.map { .text($0) })),
      ("lines", .optional(source.tally.lines)),
      ("parsed", .optional(source.tally.parsed)),
      ("unparsed", .optional(source.tally.unparsed)),
      ("unparsed_example", .text(source.tally.unparsedExample)),
      ("bytes", .optional(source.tally.bytes)),
      ("last_error", .text(error)),
      ("notes", .array(source.notes.map { .text($0) })),
    ])
  }

  private func json(_ totals: TotalsRow) -> JSONValue {
    .object([
      ("requests", .optional(totals.requests)),
      ("rate", .optional(totals.rate)),
      ("status", json(totals.statuses)),
      ("error_rate", .optional(totals.errorRate)),
      ("in_flight", .optional(totals.inFlight)),
      ("latency_ms", json(totals.latency, history.histogramOfAll(settings.window, now: moment))),
    ])
  }

  private func json(_ statuses: StatusCounts) -> JSONValue {
    .object(
      (1...5).map { ("\($0)xx", .optional(statuses[$0])) } + [("other", .optional(statuses.other))])
  }

  private func json(_ latency: LatencySummary?, _ histogram: LatencyHistogram? = nil) -> JSONValue {
    guard let latency else { return .null }
    return .object([
      ("count", .optional(latency.count)),
      ("mean", .milliseconds(latency.meanSeconds)),
      ("p50", .milliseconds(latency.p50?.seconds)),
      ("p90", .milliseconds(latency.p90?.seconds)),
      ("p95", .milliseconds(latency.p95?.seconds)),
      ("p99", .milliseconds(latency.p99?.seconds)),
      ("max", .milliseconds(latency.maxSeconds)),
      ("resolution", resolution(latency)),
      ("ci95", confidence(histogram)),
    ])
  }

  /// Where the true percentiles lie with 95 % confidence; `null` with too few durations to tell.
  private func confidence(_ histogram: LatencyHistogram?) -> JSONValue {
    let ranges = [("p50", 0.5), ("p95", 0.95), ("p99", 0.99)].compactMap {
      name, quantile -> (key: String, value: JSONValue)? in
      histogram?.confidenceRange(of: quantile).map { range in
        (name, .array([.milliseconds(range.lowerBound), .milliseconds(range.upperBound)]))
      }
    }
    return ranges.isEmpty ? .null : .object(ranges)
  }

  /// The buckets that the percentiles lie in, where they are coarse; `null` for exact ones.
  private func resolution(_ latency: LatencySummary) -> JSONValue {
    let named = [
      ("p50", latency.p50), ("p90", latency.p90), ("p95", latency.p95), ("p99", latency.p99),
    ]
    let coarse = named.compactMap { name, quantile -> (key: String, value: JSONValue)? in
      guard let quantile, quantile.range != nil || quantile.isBeyondLastBound else { return nil }
      let range = quantile.range
      return (
        name,
        .array([
          .milliseconds(range?.lowerBound ?? quantile.seconds),
          quantile.isBeyondLastBound ? .null : .milliseconds(range?.upperBound),
        ])
      )
    }
    return coarse.isEmpty ? .null : .object(coarse)
  }

  private func json(_ row: EndpointRow, _ lookups: EndpointLookups) -> JSONValue {
    let calls = history.timeSpent(in: row, row.name, among: [], outbound: figures.outbound)
    return .object([
      ("endpoint", .string(row.name.description)),
      ("method", row.name.method.string.isEmpty ? .null : .text(row.name.method)),
      ("route", .text(row.name.route)),
      ("service", row.name.service.string.isEmpty ? .null : .text(row.name.service)),
      ("requests", .optional(row.requests)),
      ("rate", .optional(row.rate)),
      ("status", json(row.statuses)),
      ("error_rate", .optional(row.errorRate)),
      ("in_flight", .optional(row.inFlight)),
      (
        "latency_ms",
        json(row.latency, history.histogram(of: row.name, settings.window, now: moment))
      ),
      ("apdex", .optional(row.apdex)),
      ("queries_per_request", .optional(row.queriesPerRequest)),
      ("outbound_per_request", .optional(calls?.outboundCallsPerRequest)),
      ("cache_lookups", lookups.row(of: row).map { json($0) } ?? .null),
      ("sources", .array(row.sources.map(sourceName))),
    ])
  }

  private func json(_ row: LookupRow) -> JSONValue {
    .object([
      ("per_request", .number(row.perRequest)),
      ("hit_rate", .number(row.hitRate)),
      ("tied_by", .string(LookupText.name(row.link))),
      (
        "caches",
        .array(
          row.caches.map { cache in
            .object([
              ("name", .text(cache.name)), ("source", sourceName(cache.source)),
              ("per_request", .number(cache.lookups / Double(max(1, row.requests)))),
              ("hit_rate", .optional(cache.hitRate)),
              ("tied_by", .string(LookupText.name(cache.link))),
            ])
          })
      ),
    ])
  }

  private func json(_ row: QueryRow) -> JSONValue {
    let example = examples(of: row).first?.statement
    return .object([
      ("id", .string(row.hexID)),
      ("fingerprint", .text(row.fingerprint)),
      ("calls", .optional(row.calls)),
      ("share", .number(row.share)),
      ("rate", .optional(row.rate)),
      (
        "latency_ms",
        json(row.latency, history.queryHistogram(of: row.id, settings.window, now: moment))
      ),
      ("total_ms", .milliseconds(row.totalSeconds)),
      ("rows_sent", .optional(row.rowsSent)),
      ("rows_examined", .optional(row.rowsExamined)),
      (
        "endpoints",
        .object(
          row.callers.map {
            ($0.endpoint.description, .integer(Int64(max(0, $0.calls.rounded()))))
          })
      ),
      ("first_seen", .time(row.firstSeen)),
      ("last_seen", lastSeen(row).map { .time($0) } ?? .null),
      (
        "example",
        .text(example.map { settings.showsLiterals ? $0 : Redaction.statement($0) })
      ),
      ("flags", .array(flags(ofQuery: row.id))),
    ])
  }

  private func outboundJSON(_ row: EndpointRow) -> JSONValue {
    .object([
      ("name", .string(row.name.description)), ("requests", .optional(row.requests)),
      ("rate", .optional(row.rate)), ("error_rate", .optional(row.errorRate)),
      ("latency_ms", json(row.latency, histogram(of: row.name, .outbound))),
      (
        "endpoints",
        .object(
          history.callers(ofOutbound: row).map {
            ($0.endpoint.description, .integer(Int64(max(0, $0.calls.rounded()))))
          })
      ),
    ])
  }

  private func taskJSON(_ row: EndpointRow) -> JSONValue {
    .object([
      ("name", .string(row.name.description)), ("runs", .optional(row.requests)),
      ("failures", .optional(row.statuses.isKnown ? row.statuses.errors : nil)),
      ("latency_ms", json(row.latency, histogram(of: row.name, .task))),
    ])
  }

  private func histogram(of name: EndpointName, _ kind: TrafficKind) -> LatencyHistogram? {
    history.histogram(of: name, kind: kind, settings.window, now: moment)
  }
}
