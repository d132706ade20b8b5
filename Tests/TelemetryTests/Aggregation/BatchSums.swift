import Telemetry

/// What batches amount to, added up without regard to how they were cut into deltas.
///
/// Sums of seconds are exact, and so comparable, when all durations are multiples of 2^-10.
struct BatchSums: Equatable {
  struct Work: Equatable {
    var statuses = StatusCounts()
    var buckets: [Int: UInt64] = [:]
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    var minSeconds = Double.infinity
    var maxSeconds = -Double.infinity
    var rowsSent: UInt64 = 0
    var rowsSentCalls: UInt64 = 0

    mutating func add(_ latency: LatencyDelta?) {
      guard let latency else { return }
      latency.counts.forEach { buckets[$0, default: 0] += $1 }
      timed += latency.count
      sumSeconds += latency.sumSeconds
      minSeconds = min(minSeconds, latency.minSeconds)
      maxSeconds = max(maxSeconds, latency.maxSeconds)
    }
  }

  /// By kind and name, without regard to time.
  var work: [String: Work] = [:]
  /// Calls and requests by start of the slot in seconds.
  var slots: [Double: UInt64] = [:]
  var queries: [UInt64: Work] = [:]
  var bytes: UInt64 = 0
  var lines: UInt64 = 0
  var parsed: UInt64 = 0
  var unparsed: UInt64 = 0
  var earliest = Timestamp(microseconds: .max)
  var latest = Timestamp(microseconds: .min)
  var requestSpans = 0
  var querySpans = 0

  init(_ batches: [Batch]) {
    for batch in batches { add(batch) }
  }

  private mutating func add(_ batch: Batch) {
    for delta in batch.traffic {
      let key = "\(delta.kind) \(delta.name)"
      work[key, default: Work()].statuses.merge(delta.statuses)
      work[key]?.add(delta.latency)
      slots[delta.time.seconds, default: 0] += delta.statuses.total
    }
    for delta in batch.queries {
      queries[delta.id, default: Work()].statuses[2] += delta.calls
      queries[delta.id]?.add(delta.latency)
      queries[delta.id]?.rowsSent += delta.rowsSent
      queries[delta.id]?.rowsSentCalls += delta.rowsSentCalls
      slots[delta.time.seconds, default: 0] += delta.calls
    }
    bytes += batch.tally.bytes
    lines += batch.tally.lines
    parsed += batch.tally.parsed
    unparsed += batch.tally.unparsed
    requestSpans += batch.requestSpans.count
    querySpans += batch.querySpans.count
    guard let covered = batch.covered else { return }
    earliest = min(earliest, covered.lowerBound)
    latest = max(latest, covered.upperBound)
  }
}

extension Batch {
  /// Requests of a name in this batch.
  func requests(_ name: String) -> UInt64 {
    traffic.filter { $0.name.description == name }.reduce(0) { $0 + $1.statuses.total }
  }
}
