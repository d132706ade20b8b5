import Telemetry

/// A JSON snapshot as it is read back: what a comparison needs of schema 1.
///
/// Keys that are missing or `null` are not known; keys that a later version added are ignored.
package struct SnapshotRecord: Decodable, Sendable {
  /// The version of the format; whoever compares has to refuse others than 1.
  package var schema: Int
  var window: WindowRecord?
  var totals: Traffic?
  var endpoints: [Traffic]?
  var queries: [Query]?
  var pools: [Pool]?
  var caches: [Cache]?
  var memory: [Memory]?
  var outbound: [Traffic]?
  var tasks: [Traffic]?
  var findings: [FindingRecord]?
  var score: Score?
  var sessions: Sessions?

  enum CodingKeys: String, CodingKey {
    case schema, window, totals, endpoints, queries, pools, caches, memory, outbound, tasks
    case findings, score, sessions
  }

  struct WindowRecord: Decodable, Sendable {
    var from: DisplayText?
    var to: DisplayText?
    var seconds: Double?
  }

  /// Requests of an endpoint, calls of an outbound name or runs of a task.
  struct Traffic: Decodable, Sendable {
    var endpoint: DisplayText?
    var name: DisplayText?
    var requests: Double?
    var runs: Double?
    var rate: Double?
    var errorRate: Double?
    var failures: Double?
    var latency: Latency?
    var queriesPerRequest: Double?

    enum CodingKeys: String, CodingKey {
      case endpoint, name, requests, runs, rate, failures
      case errorRate = "error_rate"
      case latency = "latency_ms"
      case queriesPerRequest = "queries_per_request"
    }

    var title: String { (endpoint ?? name)?.string ?? "all" }
    var count: Double { requests ?? runs ?? 0 }
    /// Failures as a count, from the share where only that is given.
    var failed: Double? { failures ?? errorRate.map { ($0 * count).rounded() } }
  }

  struct Latency: Decodable, Sendable {
    var count: Double?
    var mean: Double?
    var p50: Double?
    var p95: Double?
    var p99: Double?
    var confidence: [String: [Double]]?

    enum CodingKeys: String, CodingKey {
      case count, mean, p50, p95, p99
      case confidence = "ci95"
    }

    /// A figure with the range it lies in with 95 % confidence, in milliseconds.
    func measured(_ name: String) -> (value: Double, range: ClosedRange<Double>?)? {
      guard let value = ["p50": p50, "p95": p95, "p99": p99, "mean": mean][name] ?? nil else {
        return nil
      }
      guard let bounds = confidence?[name], bounds.count == 2, bounds[0] <= bounds[1] else {
        return (value, nil)
      }
      return (value, bounds[0]...bounds[1])
    }
  }

  struct Query: Decodable, Sendable {
    var id: DisplayText
    var fingerprint: DisplayText?
    var calls: Double?
    var rate: Double?
    var latency: Latency?

    enum CodingKeys: String, CodingKey {
      case id, fingerprint, calls, rate
      case latency = "latency_ms"
    }
  }

  struct Pool: SourcedRow, Decodable, Sendable {
    var name: DisplayText
    var source: DisplayText?
    var saturation: Double?
    var waiting: Double?
  }

  struct Cache: SourcedRow, Decodable, Sendable {
    var name: DisplayText
    var source: DisplayText?
    var hits: Double?
    var misses: Double?
  }

  struct Memory: SourcedRow, Decodable, Sendable {
    var name: DisplayText
    var source: DisplayText?
    var residentBytes: Double?

    enum CodingKeys: String, CodingKey {
      case name, source
      case residentBytes = "resident_bytes"
    }
  }

  struct Sessions: Decodable, Sendable {
    var active: Double?
    var count: Double?
    var duration: Latency?
    var requests: Latency?
    var gapMilliseconds: Double?

    enum CodingKeys: String, CodingKey {
      case active, count, requests
      case duration = "duration_ms"
      case gapMilliseconds = "gap_ms"
    }
  }

  struct FindingRecord: Decodable, Hashable, Sendable {
    var id: DisplayText
    var severity: DisplayText?
    var subject: DisplayText?
    var summary: DisplayText?
  }

  struct Score: Decodable, Sendable {
    var value: Double?
    var grade: DisplayText?
  }
}

/// A row of which several sources may show one of the same name.
protocol SourcedRow {
  var name: DisplayText { get }
  var source: DisplayText? { get }
}

/// Text of a file is text from outside: it becomes display-safe as it is read.
extension DisplayText: Decodable {
  /// Reads a string, and makes it safe to be shown.
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }
}
