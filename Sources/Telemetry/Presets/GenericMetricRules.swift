/// Rules for hand-made metrics, tried only for what no preset explains.
package enum GenericMetricRules {
  /// Endpoint labels in order of preference.
  static let endpointLabels = [
    "http_route", "route", "handler", "path", "uri", "endpoint", "url", "view", "url_rule",
    "controller#action", "action", "target", "http_target", "resource", "operation",
    "grpc_service/grpc_method", "rpc_method", "method_name", "service", "router", "host",
    "server_zone", "proxy", "upstream",
  ]
  static let methodLabels = [
    "http_request_method", "http_method", "method", "verb", "request_method",
  ]
  static let statusLabels = [
    "http_response_status_code", "http_status_code", "status_code", "status", "code",
    "response_code", "statusCode", "http_status", "grpc_code", "envoy_response_code_class",
    "code_class", "outcome", "result",
  ]
  private static let subjectWords: Set<Substring> = [
    "http", "https", "api", "request", "requests", "req", "rpc", "route", "handler", "endpoint",
    "view", "action",
  ]
  private static let durationWords: Set<Substring> = [
    "duration", "durations", "latency", "latencies", "time", "elapsed", "response",
  ]
  /// Words of families that time something else than requests the service answers.
  private static let foreignWords: Set<Substring> = [
    "size", "bytes", "gc", "db", "sql", "query", "cache", "redis", "scrape", "promhttp", "queue",
    "job", "created",
  ]
  private static let outboundWords: Set<Substring> = [
    "client", "httpclient", "outgoing", "outbound", "external", "upstream",
  ]

  /// Whether a name, or the beginning of one, speaks of calls that the service makes.
  static func isOutbound(_ name: some StringProtocol) -> Bool {
    name.split(separator: "_").contains { outboundWords.contains(Substring($0)) }
  }

  /// Gauges of requests being served, as people name them.
  private static let inFlight: [NamePattern] = [
    "*requests_in_flight", "*requests_inflight", "*requests_in_progress", "*requests_inprogress",
    "*requests_active", "*active_requests",
  ]

  /// A rule for a histogram or summary that looks like request durations; `nil` when it does not.
  static func traffic(duration family: String, counters: [MetricName]) -> TrafficRule? {
    let words = family.split(separator: "_")
    guard let subject = words.firstIndex(where: subjectWords.contains),
      words[subject...].contains(where: durationWords.contains),
      !words.contains(where: foreignWords.contains)
    else { return nil }
    let isOutbound = words.contains(where: outboundWords.contains)
    let requests = counters.filter { isRequestCounter($0) && sharesStart($0.plain, family) }
    let knowStatus = requests.contains { statusLabels.contains(where: $0.labels.contains) }
    let failures = counters.filter { isFailureCounter($0) && sharesStart($0.plain, family) }
    let counts: [TrafficRule.Count]
    if let failed = failures.first, !knowStatus, !isOutbound {
      counts = [.failures(NamePattern(stringLiteral: failed.plain))]
    } else {
      counts = requests.map { .init(NamePattern(stringLiteral: $0.plain)) }
    }
    return TrafficRule(
      kind: isOutbound ? .outbound : .endpoint, group: isOutbound ? "http-client" : "http",
      duration: [NamePattern(stringLiteral: family)], counts: counts, inFlight: inFlight,
      endpoint: endpointLabels, method: methodLabels, status: statusLabels)
  }

  /// A rule for a request counter with a status label; `nil` when it is none.
  static func traffic(counter: MetricName) -> TrafficRule? {
    let words = counter.plain.split(separator: "_")
    guard isRequestCounter(counter), !words.contains(where: foreignWords.contains),
      statusLabels.contains(where: counter.labels.contains)
    else { return nil }
    let isOutbound = words.contains(where: outboundWords.contains)
    return TrafficRule(
      kind: isOutbound ? .outbound : .endpoint, group: isOutbound ? "http-client" : "http",
      counts: [.init(NamePattern(stringLiteral: counter.plain))], inFlight: inFlight,
      endpoint: endpointLabels,
      method: methodLabels, status: statusLabels)
  }

  private static func isRequestCounter(_ name: MetricName) -> Bool {
    let endings = [
      "requests_total", "requests", "request_total", "request_count", "request_count_total",
      "calls_total",
    ]
    return name.type != .gauge && !name.plain.hasPrefix("promhttp_")
      && endings.contains { name.plain.hasSuffix($0) }
  }

  /// Whether a counter is one of failed requests; a status on it would say how each failed.
  private static func isFailureCounter(_ name: MetricName) -> Bool {
    let words = name.core.split(separator: "_")
    let endings: Set<Substring> = ["errors", "error", "failures", "failed", "exceptions"]
    guard name.type != .gauge, let last = words.last, endings.contains(last) else { return false }
    return words.contains(where: subjectWords.contains)
      && !words.contains(where: foreignWords.contains)
      && !words.contains(where: outboundWords.contains)
      && !statusLabels.contains(where: name.labels.contains)
  }

  /// Whether a counter says once more how many requests a family of durations has, or failed.
  static func repeats(_ name: MetricName, _ family: String) -> Bool {
    (isRequestCounter(name) || isFailureCounter(name)) && sharesStart(name.plain, family)
      && isOutbound(name.plain) == isOutbound(family)
  }

  /// The beginning that names of one pool share: all up to the word pool.
  static func poolStem(_ name: String) -> String? {
    name.contains("pool") ? name.before("pool") : nil
  }

  /// Whether two names begin with the same word, as families of one library do.
  private static func sharesStart(_ left: String, _ right: String) -> Bool {
    left.split(separator: "_").first == right.split(separator: "_").first
  }

  /// A rule for a hand-made gauge or counter of a queue, a pool, a cache or a breaker.
  static func signals(for name: MetricName, among names: Set<String>) -> [SignalRule] {
    let plain = name.plain
    let core = plain.hasSuffix("_total") ? String(plain.dropLast(6)) : plain
    if let rule = queueRule(name, among: names) { return [rule] }
    if name.type != .counter, let rules = poolRules(name, among: names) { return rules }
    for (ending, partner, signal) in [
      ("cache_hits", "cache_misses", Signal.cacheHits),
      ("cache_misses", "cache_hits", Signal.cacheMisses),
    ] where core.hasSuffix(ending) {
      guard has(core.dropLast(ending.count) + partner, names) else { continue }
      return [rule(name, signal, dropping: ending)]
    }
    if let rules = lookupRules(name, core, among: names) { return rules }
    if core.hasSuffix("cache_requests"), let label = ["result", "status"].first(where: name.has) {
      return [(Signal.cacheHits, "hit"), (.cacheMisses, "miss")].map { signal, value in
        rule(name, signal, dropping: "cache_requests", where: LabelCondition(label, value))
      }
    }
    if core.hasSuffix("circuit_breaker_state") || core.hasSuffix("circuitbreaker_state") {
      return breakerRules(name)
    }
    return []
  }

  private static func has(_ core: some StringProtocol, _ names: Set<String>) -> Bool {
    names.contains(String(core)) || names.contains(core + "_total")
  }

  /// Rules for a counter of look-ups beside one of hits: the difference is the misses.
  private static func lookupRules(
    _ name: MetricName, _ core: String, among names: Set<String>
  ) -> [SignalRule]? {
    let all = ["cache_requests", "cache_queries", "cache_lookups", "cache_gets"]
    if core.hasSuffix("cache_hits") {
      let start = core.dropLast("cache_hits".count)
      guard all.contains(where: { has(start + $0, names) }) else { return nil }
      var misses = rule(name, .cacheMisses, dropping: "cache_hits")
      misses.scale = -1
      return [rule(name, .cacheHits, dropping: "cache_hits"), misses]
    }
    guard let ending = all.first(where: core.hasSuffix),
      has(core.dropLast(ending.count) + "cache_hits", names),
      !has(core.dropLast(ending.count) + "cache_misses", names)
    else { return nil }
    return [rule(name, .cacheMisses, dropping: ending)]
  }

  private static func rule(
    _ name: MetricName, _ signal: Signal, dropping ending: String,
    where condition: LabelCondition? = nil
  ) -> SignalRule {
    let core = name.plain.hasSuffix("_total") ? String(name.plain.dropLast(6)) : name.plain
    let start = core.dropLast(ending.count)
    let trimmed = start.hasSuffix("_") ? start.dropLast() : start
    let subject = trimmed.isEmpty ? "cache" : String(trimmed)
    return SignalRule(
      NamePattern(stringLiteral: name.plain), signal,
      by: ["cache", "cache_name", "name", "pool", "pool_name", "db_name", "database"],
      named: subject, where: condition)
  }

  static let poolLabels = [
    "pool", "pool_name", "name", "db_name", "database", "db", "datasource",
  ]
  static let poolStates: [(words: [String], signal: Signal)] = [
    (
      ["active", "busy", "in_use", "used", "checked_out", "checkedout", "acquired", "borrowed"],
      .poolInUse
    ),
    (["idle", "available", "free", "checked_in", "checkedin"], .poolIdle),
    (["pending", "waiting", "wait", "queued", "queue", "awaiting"], .poolWaiting),
    (["max", "limit", "size", "capacity"], .poolLimit),
  ]

  /// Gauges with "pool" in their name: the state stands in a label or at either end of the name.
  private static func poolRules(_ name: MetricName, among names: Set<String>) -> [SignalRule]? {
    guard name.plain.contains("pool") else { return nil }
    let pattern = NamePattern(stringLiteral: name.plain)
    let labels = poolLabels
    if name.labels.contains("state"), name.plain.hasSuffix("connections") {
      let subject = String(name.plain.dropLast("connections".count).drop { $0 == "_" })
      return poolStates.map { state in
        var condition = LabelCondition("state")
        condition.values = state.words
        return SignalRule(
          pattern, state.signal, by: labels, named: trimmed(subject), where: condition)
      }
    }
    if let rule = overflowRule(name, by: labels, among: names) { return [rule] }
    for state in poolStates {
      for word in state.words {
        guard name.plain.hasSuffix("_" + word) || name.plain.contains("_" + word + "_conn") else {
          continue
        }
        let start = name.plain.before("_" + word)
        return [SignalRule(pattern, state.signal, by: labels, named: trimmed(start))]
      }
    }
    return nil
  }

  /// What SQLAlchemy may open, or has open, beyond the size of a pool; see `MetricPreset.sqlalchemy`.
  private static func overflowRule(
    _ name: MetricName, by labels: [String], among names: Set<String>
  ) -> SignalRule? {
    let pattern = NamePattern(stringLiteral: name.plain)
    guard name.plain.hasSuffix("_overflow") else { return nil }
    let start = String(name.plain.dropLast("_overflow".count))
    if start.hasSuffix("_max") {
      let pool = String(start.dropLast("_max".count))
      guard names.contains(pool + "_size") else { return nil }
      return SignalRule(pattern, .poolLimit, by: labels, named: pool, unlimited: -1)
    }
    guard names.contains(start + "_size"), !names.contains(start + "_max_overflow") else {
      return nil
    }
    return SignalRule(pattern, .poolLimit, by: labels, named: start, least: 0, isFloor: true)
  }

  static func trimmed(_ text: String) -> String {
    text.hasSuffix("_") ? String(text.dropLast()) : text
  }

  private static func breakerRules(_ name: MetricName) -> [SignalRule] {
    let pattern = NamePattern(stringLiteral: name.plain)
    let labels = ["name", "service", "provider", "device_id", "breaker", "circuit"]
    guard name.has("state") else {
      return [SignalRule(pattern, .breakerState, by: labels, named: "breaker", fold: .maximum)]
    }
    return [("open", 1.0), ("half_open", 0.5), ("closed", 0)].map { state, scale in
      SignalRule(
        pattern, .breakerState, by: labels, named: "breaker",
        where: LabelCondition("state", state), scale: scale, fold: .maximum)
    }
  }
}

extension String {
  /// What stands before the first occurrence of `part`; all of it when there is none.
  fileprivate func before(_ part: String) -> String {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) { return String(self[..<rest.startIndex]) }
      rest = rest.dropFirst()
    }
    return self
  }
}
