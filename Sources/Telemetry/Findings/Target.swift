/// What a service has promised, or somebody wants it to reach: a measure, a comparison, a bound.
///
///     [targets]
///     cache_hit_rate = ">90%"                      every cache
///     "sessions".cache_hit_rate = ">95%"           the cache of that name
///     "GET /users/{id}".p95 = "<200ms"             one endpoint
package struct Target: Hashable, Sendable {
  /// What is compared; the raw value is its name in the configuration and in JSON.
  package enum Measure: String, CaseIterable, Sendable {
    /// Latency of requests, in seconds.
    case p50, p90, p95, p99, mean, max
    /// Requests answered with 5xx, or not at all, as a share of all.
    case errorRate = "error_rate"
    /// The rest of them: `">99.9%"` is an error budget of one in a thousand.
    case availability
    /// Apdex with T = 500 ms, from 0 to 1: https://www.apdex.org/
    case apdex
    /// Requests per second.
    case rate
    /// p95 of a statement, in seconds.
    case queryTime = "query_time"
    /// Statements per request of an endpoint, on average.
    case queriesPerRequest = "queries_per_request"
    /// Share of a pool in use, from 0 to 1.
    case poolSaturation = "pool_saturation"
    /// Callers that wait for a connection.
    case poolWaiting = "pool_waiting"
    /// Share of the look-ups that a cache answers, from 0 to 1.
    case cacheHitRate = "cache_hit_rate"
    /// Resident bytes of a process.
    case memory
    /// How long an event loop is late or blocked, in seconds.
    case loopLag = "loop_lag"
    /// p95 of a background job, else its mean, in seconds.
    case taskTime = "task_time"
    /// Share of the runs of a background job that fail, from 0 to 1.
    case taskFailures = "task_failures"

    /// What its bound is counted in.
    package var unit: Unit {
      switch self {
      case .p50, .p90, .p95, .p99, .mean, .max, .queryTime, .loopLag, .taskTime: .seconds
      case .errorRate, .availability, .poolSaturation, .cacheHitRate, .taskFailures, .apdex: .share
      case .rate: .perSecond
      case .queriesPerRequest, .poolWaiting: .count
      case .memory: .bytes
      }
    }

    /// How a bound is written, on the side that is good.
    package var example: String {
      switch self {
      case .errorRate, .taskFailures: "<1%"
      case .poolSaturation: "<80%"
      case .availability: ">99.9%"
      case .apdex: ">0.9"
      case .poolWaiting: "<1"
      default: unit.example
      }
    }
  }

  /// What a bound is counted in.
  package enum Unit: String, Sendable {
    /// Written `200ms`, `1.5s`; a bare number is seconds.
    case seconds
    /// 0 to 1, written `90%` or `0.9`.
    case share
    /// Written `5` or `5/s`.
    case perSecond
    /// Written `10`, without a unit.
    case count
    /// Written `512MB`, never without a unit, which somebody would only forget; powers of 1024.
    case bytes

    /// What it is called in JSON.
    package var name: String {
      switch self {
      case .seconds: "seconds"
      case .share: "share"
      case .perSecond: "per_second"
      case .count: "count"
      case .bytes: "bytes"
      }
    }

    /// How a bound of the unit is written where no measure says on which side it is good.
    package var example: String {
      switch self {
      case .seconds: "<200ms"
      case .share: ">90%"
      case .perSecond: ">5/s"
      case .count: "<10"
      case .bytes: "<512MB"
      }
    }
  }

  /// On which side of the bound the value has to be.
  package enum Comparison: String, CaseIterable, Sendable {
    /// The bound itself misses the target.
    case below = "<"
    /// The bound itself meets the target.
    case atMost = "<="
    /// The bound itself misses the target.
    case above = ">"
    /// The bound itself meets the target.
    case atLeast = ">="

    /// Whether a value is where it has to be.
    package func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .below: value < bound
      case .atMost: value <= bound
      case .above: value > bound
      case .atLeast: value >= bound
      }
    }
  }

  /// Endpoint (`GET /users/{id}`), pool, cache, process or task it is about; `nil` for each of them.
  package var subject: DisplayText?
  /// What is compared.
  package var measure: Measure
  /// On which side of `bound` the value has to be.
  package var comparison: Comparison
  /// In the unit of the measure: seconds, a share from 0 to 1, per second, bytes.
  package var bound: Double
  /// The bound as it was written: `<200ms`.
  package var text: DisplayText

  /// The target of a measure's name and a text like `<200ms`.
  package init(
    subject: String? = nil, measure name: String, bound text: String
  ) throws(TargetError) {
    guard let measure = Measure(rawValue: name) else {
      throw TargetError(
        "there is no measure \"\(name)\"", isAboutMeasure: true,
        suggestion: Spelling.nearest(name, among: Measure.allCases.map(\.rawValue)))
    }
    let compact = text.filter { $0 != " " }
    guard
      let comparison = Comparison.allCases.filter({ compact.hasPrefix($0.rawValue) })
        .max(by: { $0.rawValue.count < $1.rawValue.count })
    else {
      throw TargetError(
        "\"\(text)\" does not compare; write \"\(measure.example)\" with <, <=, > or >=")
    }
    let number = String(compact.dropFirst(comparison.rawValue.count))
    guard let bound = measure.unit.value(of: number) else {
      throw TargetError(
        "\"\(number)\" is not a bound of \(name); write it like \"\(measure.example)\"")
    }
    self.subject = subject.map { DisplayText($0) }
    self.measure = measure
    self.comparison = comparison
    self.bound = bound
    self.text = DisplayText(compact)
  }

  /// Whether a value meets the target.
  package func isMet(by value: Double) -> Bool { comparison.holds(value, bound) }

  /// Its name as the configuration would have it: `cache_hit_rate`, `"GET /users/{id}".p95`.
  package var name: String {
    subject.map { "\"\($0)\".\(measure.rawValue)" } ?? measure.rawValue
  }
}

/// What is wrong with a target.
package struct TargetError: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
  /// Whether the name is wrong rather than the bound.
  package let isAboutMeasure: Bool
  /// The name that was probably meant.
  package let suggestion: String?

  init(_ description: String, isAboutMeasure: Bool = false, suggestion: String? = nil) {
    self.description = description
    self.isAboutMeasure = isAboutMeasure
    self.suggestion = suggestion
  }
}

extension Target.Unit {
  /// A number with its unit, as this unit counts; `nil` for any other unit, and below zero.
  package func value(of text: String) -> Double? {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = Double(number), value.isFinite else { return nil }
    let suffix = text.dropFirst(number.count).lowercased()
    switch self {
    case .seconds: return suffix.isEmpty ? value : Target.Unit.seconds(text)
    case .share:
      let share = suffix == "%" ? value / 100 : value
      return suffix.isEmpty || suffix == "%" ? (share <= 1 ? share : nil) : nil
    case .perSecond: return ["", "/s"].contains(suffix) ? value : nil
    case .count: return suffix.isEmpty ? value : nil
    case .bytes:
      return Target.Unit.byteUnits.first { $0.names.contains(suffix) }.map { value * $0.size }
    }
  }

  /// `500ms`, `1m30s`: every number has its unit.
  private static func seconds(_ text: String) -> Double? {
    let units = ["us": 0.000_001, "ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86_400]
    var rest = text[...]
    var total = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(number.count)
      let name = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(name.count)
      guard let value = Double(number), let unit = units[String(name)] else { return nil }
      total += value * unit
    }
    return total
  }

  private static let byteUnits: [(names: [String], size: Double)] = [
    (["b"], 1), (["kb", "kib", "k"], 1024), (["mb", "mib", "m"], 1_048_576),
    (["gb", "gib", "g"], 1_073_741_824), (["tb", "tib", "t"], 1_099_511_627_776),
  ]
}
