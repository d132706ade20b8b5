import Dashboard
import Telemetry

/// The sections of numbers: thresholds and retention.
extension ConfigurationSchema {
  /// A threshold and where it is kept.
  enum ThresholdField: Sendable {
    case seconds(any WritableKeyPath<Thresholds, Double> & Sendable)
    case share(any WritableKeyPath<Thresholds, Double> & Sendable)
    case amount(any WritableKeyPath<Thresholds, Double> & Sendable)
    case count(any WritableKeyPath<Thresholds, UInt64> & Sendable)
    case whole(any WritableKeyPath<Thresholds, Int> & Sendable)
  }

  /// Every field of `Thresholds` with its name in the file; a test compares them.
  static let thresholdFields: [(name: String, field: ThresholdField, meaning: String)] = [
    ("slow_endpoint", .seconds(\.slowSeconds), "latency (p95) of an endpoint: high above"),
    (
      "critical_endpoint", .seconds(\.criticalSeconds),
      "latency (p95) of an endpoint: critical above"
    ),
    ("fewest_requests", .count(\.fewestRequests), "requests below which an endpoint is not judged"),
    ("error_rate", .share(\.errorShare), "errors of an endpoint: medium above"),
    ("high_error_rate", .share(\.highErrorShare), "errors of an endpoint: high above"),
    (
      "critical_error_rate", .share(\.criticalErrorShare),
      "errors of an endpoint: critical above"
    ),
    ("slow_query", .seconds(\.slowQuerySeconds), "time (p95) of a statement"),
    ("pool_saturation", .share(\.poolShare), "share of a pool in use: high from here"),
    (
      "critical_pool_saturation", .share(\.criticalPoolShare),
      "share of a pool in use: critical from here"
    ),
    ("cache_hit_rate", .share(\.cacheHitShare), "hit rate of a cache: medium below"),
    ("low_cache_hit_rate", .share(\.lowCacheHitShare), "hit rate of a cache: high below"),
    ("fewest_lookups", .amount(\.fewestLookups), "look-ups below which a cache is not judged"),
    (
      "alike_calls", .whole(\.alikeCalls),
      "similar statements, or calls to one service, in one request: n-plus-one from here"
    ),
    ("slow_outbound", .seconds(\.slowOutboundSeconds), "time (p95) of calls to another service"),
    ("slow_task", .seconds(\.slowTaskSeconds), "time (p95) of a task or a step of one"),
    ("memory", .share(\.memoryShare), "memory as a share of its limit: medium from here"),
    ("high_memory", .share(\.highMemoryShare), "memory as a share of its limit: high from here"),
    (
      "critical_memory", .share(\.criticalMemoryShare),
      "memory as a share of its limit: critical from here"
    ),
    ("loop_lag", .seconds(\.loopLagSeconds), "time for which an event loop may be blocked"),
    ("unparsed_lines", .share(\.unparsedShare), "lines of a log that may stay not understood"),
    ("stale_source", .seconds(\.staleSeconds), "time without an answer of a source"),
  ]

  static let thresholds = ConfigurationSection(
    name: "thresholds", about: "Limits past which something is marked and found.",
    keys: thresholdFields.map { name, field, meaning in
      ConfigurationKey(
        name: name, meaning: meaning, kind: kind(of: field), standard: field.standard,
        example: field.example
      ) { item, reading throws(ConfigurationError) in
        try field.read(item, into: &reading.configuration.thresholds)
      }
    }, check: { section, wrong, reading in reading.checkOrder(of: section, wrong: wrong) })

  private static func kind(of field: ThresholdField) -> String {
    switch field {
    case .seconds: "a duration"
    case .share: "a share"
    case .amount, .count, .whole: "a number"
    }
  }

  static let sessions = ConfigurationSection(
    name: "sessions",
    about: """
      Requests of one visitor make up a session until there is none for a while.
      """,
    keys: [
      ConfigurationKey(
        name: "gap", meaning: "time without a request that ends a session",
        kind: "a duration from 1m to 24h",
        standard: "\"\(DurationText.written(SessionRules.gapSeconds))\"", example: #""10m""#,
        isStartUp: true
      ) { item, reading throws(ConfigurationError) in
        reading.configuration.sessionGapSeconds = try item.seconds(60...86_400)
      }
    ])

  static let retention = ConfigurationSection(
    name: "retention",
    about: """
      How much is remembered. Memory is fixed by these numbers, not by traffic: what does not fit \
      is counted in the row "(other)".
      """,
    keys: [
      cap("endpoints", \.endpointCapacity, 10...100_000, "endpoints"),
      cap("queries", \.queryCapacity, 10...100_000, "fingerprints of statements"),
      cap("tasks", \.taskCapacity, 10...100_000, "tasks, and as many outbound calls"),
      cap("signals", \.signalCapacity, 10...100_000, "pools, caches and other gauges"),
      cap("log_lines", \.tailCapacity, 10...100_000, "newest lines of all logs together"),
    ])

  private static func cap(
    _ name: String, _ field: any WritableKeyPath<History.Configuration, Int> & Sendable,
    _ limits: ClosedRange<Int>, _ what: String
  ) -> ConfigurationKey {
    let standard = History.Configuration()[keyPath: field]
    return ConfigurationKey(
      name: name, meaning: "most \(what)",
      kind: "a number from \(limits.lowerBound) to \(limits.upperBound)",
      standard: String(standard), example: String(standard * 2), isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      reading.configuration.retention[keyPath: field] = try item.count(limits)
    }
  }
}

extension ConfigurationSchema.ThresholdField {
  func read(_ item: TOMLItem, into thresholds: inout Thresholds) throws(ConfigurationError) {
    switch self {
    case .seconds(let path): thresholds[keyPath: path] = try item.seconds(0.000_001...86_400)
    case .share(let path): thresholds[keyPath: path] = try item.share()
    case .amount(let path): thresholds[keyPath: path] = try item.amount()
    case .count(let path): thresholds[keyPath: path] = UInt64(try item.count(0...1_000_000_000))
    case .whole(let path): thresholds[keyPath: path] = try item.count(0...1_000_000_000)
    }
  }

  /// The default as it is written.
  var standard: String { written { $0 } }

  /// Twice the default; of a share half as far from nothing, or from all, whichever is nearer.
  ///
  /// So no example contradicts the default of another threshold.
  var example: String {
    written { usual in
      guard isShare else { return usual * 2 }
      return usual < 0.5 ? usual / 2 : (1 + usual) / 2
    }
  }

  private var isShare: Bool {
    if case .share = self { true } else { false }
  }

  private func written(_ change: (Double) -> Double) -> String {
    let usual = Thresholds()
    switch self {
    case .seconds(let path):
      return "\"\(DurationText.written(change(usual[keyPath: path])))\""
    case .share(let path):
      let percent = (change(usual[keyPath: path]) * 1000).rounded() / 10
      return "\"\(ConfigurationSchema.plain(percent))%\""
    case .amount(let path): return ConfigurationSchema.plain(change(usual[keyPath: path]))
    case .count(let path): return ConfigurationSchema.plain(change(Double(usual[keyPath: path])))
    case .whole(let path): return ConfigurationSchema.plain(change(Double(usual[keyPath: path])))
    }
  }
}

extension ConfigurationSchema {
  /// A number without the zeros that it does not need.
  static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

extension DurationText {
  /// Seconds as a person types them: `500ms`, `90s`, `5m`, `1h`.
  static func written(_ seconds: Double) -> String {
    if seconds < 0.001 { return ConfigurationSchema.plain((seconds * 1e6).rounded()) + "us" }
    if seconds < 1 { return ConfigurationSchema.plain((seconds * 1e6).rounded() / 1000) + "ms" }
    if seconds >= 86_400, seconds.truncatingRemainder(dividingBy: 86_400) == 0 {
      return ConfigurationSchema.plain(seconds / 86_400) + "d"
    }
    if seconds >= 3600, seconds.truncatingRemainder(dividingBy: 3600) == 0 {
      return ConfigurationSchema.plain(seconds / 3600) + "h"
    }
    if seconds >= 60, seconds.truncatingRemainder(dividingBy: 60) == 0 {
      return ConfigurationSchema.plain(seconds / 60) + "m"
    }
    return ConfigurationSchema.plain(seconds) + "s"
  }
}
