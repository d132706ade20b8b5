/// What a key of an endpoint's record is about, judged by its words.
enum JSONRecordField: Hashable, Sendable {
  case name, method
  case count, errors, successes
  /// A share of failures; `percent` where the key says so.
  case errorRate(percent: Bool)
  case mean, sum, max
  case quantile(Double)
  /// An object of counts by status code, or a count of one class.
  case statuses
  case statusClass(Int)
  /// An object of further figures about durations.
  case durations

  private static let names: Set<String> = [
    "endpoint", "path", "route", "url", "uri", "handler", "name", "view", "operation", "key",
    "endpoint name", "route path", "task", "task name", "job", "function", "tool",
  ]
  private static let counts: Set<String> = [
    "count", "requests", "total requests", "request count", "requests total", "hits", "calls",
    "total calls", "call count", "total count", "num requests", "total", "n", "runs",
    "total runs", "invocations", "executions", "num calls", "requests count", "total executions",
  ]
  private static let durationWords: Set<String> = [
    "duration", "durations", "latency", "latencies", "time", "times", "elapsed", "response",
    "percentiles", "quantiles", "timing", "timings",
  ]
  private static let otherThings: Set<String> = [
    "memory", "mem", "size", "bytes", "cpu", "mb", "kb", "rss", "queries", "query", "rows", "db",
    "tokens", "last", "first", "message", "timestamp", "start", "uptime", "threshold", "limit",
    "interval", "ttl", "timeout", "window",
  ]
  private static let failures: Set<String> = [
    "error", "errors", "failure", "failures", "failed", "exceptions", "fails",
  ]

  /// The meaning of a key; `nil` for one that says nothing about a record.
  init?(_ key: JSONKey) {
    let joined = key.joined
    if JSONRecordField.names.contains(joined) {
      self = .name
    } else if ["method", "verb", "http method", "request method"].contains(joined) {
      self = .method
    } else if let quantile = JSONRecordField.quantile(key.words) {
      self = .quantile(quantile)
    } else if let statusClass = JSONRecordField.statusClass(key.words) {
      self = .statusClass(statusClass)
    } else if key.has("status") || key.has("statuses") || joined == "codes" {
      self = .statuses
    } else if key.hasAny(JSONRecordField.otherThings) {
      return nil
    } else if key.hasAny(JSONRecordField.failures) {
      let isPercent = key.hasAny(["percent", "percentage", "pct"])
      self = isPercent || key.hasAny(["rate", "ratio"]) ? .errorRate(percent: isPercent) : .errors
    } else if key.hasAny(["success", "successes", "succeeded", "successful"]) {
      guard !key.hasAny(["rate", "ratio", "percent", "pct"]) else { return nil }
      self = .successes
    } else if key.hasAny(["avg", "average", "mean"]) {
      self = .mean
    } else if key.hasAny(["max", "maximum", "slowest", "longest"]) {
      self = .max
    } else if key.hasAny(["min", "minimum", "fastest", "rate", "stddev", "std"]) {
      return nil
    } else if JSONRecordField.counts.contains(joined) {
      self = .count
    } else {
      let isSum = key.hasAny(["sum", "total", "cumulative"])
      let isDuration = key.hasAny(JSONRecordField.durationWords) || key.secondsPerUnit != nil
      if isSum, isDuration || joined == "sum" {
        self = .sum
      } else if isDuration {
        self = .durations
      } else {
        return nil
      }
    }
  }

  /// 0.95 of `p95`, `p95_ms`, `95th`, `median`; 0.999 of `p999`.
  private static func quantile(_ words: [String]) -> Double? {
    for word in words {
      if word == "median" { return 0.5 }
      let digits =
        word.hasPrefix("p") ? word.dropFirst() : word.hasSuffix("th") ? word.dropLast(2) : ""
      guard (1...4).contains(digits.count), let value = Double(digits), value > 0,
        digits.allSatisfy({ ("0"..."9").contains($0) })
      else { continue }
      return quantile(digits: value)
    }
    return nil
  }

  /// 0.95 of 95, 0.999 of 999 and 99.9, 0.5 of 0.5.
  static func quantile(digits value: Double) -> Double {
    if value <= 1 { return value }
    if value < 100 { return value / 100 }
    return value < 1000 ? value / 1000 : value / 10_000
  }

  /// 5 of `5xx`, `http_5xx`, `status_5xx`.
  private static func statusClass(_ words: [String]) -> Int? {
    for word in words where word.count == 3 && word.hasSuffix("xx") {
      if let digit = word.first?.wholeNumberValue, (1...5).contains(digit) { return digit }
    }
    return nil
  }
}
