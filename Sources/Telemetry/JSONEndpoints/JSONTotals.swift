/// What the totals of one process have said so far, to measure what they have grown by.
struct JSONTotals: Sendable {
  /// What one record said last.
  private struct Entry: Sendable {
    var requests: Double
    /// `nil` where they could not be told.
    var errors: Double?
    /// The part of a failure that shares of failures have added up to so far.
    var startedErrors = 0.0
    var statuses: [Int: Double]
    /// The count and the sum from which the next time is measured; the sum may wait for more.
    var timedRequests: Double
    var sumSeconds: Double
    /// How far that sum may be off.
    var sumUncertainty = 0.0
    var poll: Int
  }

  /// Polls after which a silent record is forgotten, and records kept.
  private static let patience = 20
  private static let limit = 5_000
  /// A derived sum counts once it is known this well (relative).
  private static let tolerance = 0.1

  private var entries: [String: Entry] = [:]
  private var counters: [JSONSignal: Double] = [:]
  private var gauges: Set<JSONSignal> = []
  private var leastLimits = LeastLimits()
  private var poll = 0
  private var startsAtZero: Bool
  private var falls = 0
  private var hasFallen = false
  /// Counts that fell a little, by the names of their records: totals of one process do not.
  private(set) var fallen: [String: JSONFallingCount] = [:]
  /// Whether means that are rounded too coarsely stood for those of intervals.
  private(set) var usesCoarseMeans = false

  /// Totals of a process of which nothing is known; one that just started counts from zero.
  init(startsAtZero: Bool = false) {
    self.startsAtZero = startsAtZero
  }

  /// Whether totals fell in many polls, which no single process does.
  var fallsOften: Bool { falls >= 3 && falls * 4 >= poll }

  /// Whether counts go up and down between a few that grow, as those of several processes do.
  var takesTurns: Bool {
    let turns = fallen.values.count { $0.takesTurns }
    return turns > 0 && turns * 2 >= fallen.values.count { $0.isJudged }
  }

  mutating func endPoll() {
    poll += 1
    if hasFallen { falls += 1 }
    hasFallen = false
    guard poll % JSONTotals.patience == 0 else { return }
    entries = entries.filter { poll - $0.value.poll <= JSONTotals.patience }
  }

  /// What a record has grown by; nothing at its first sight in the first poll.
  ///
  /// A record that is new in a later poll began at zero. A total that falls to less than half
  /// began anew; one that falls a little is not counted any more: it counts recent work only, or
  /// is that of another process. The sum of several processes falls a little when one of them
  /// begins anew: what was done in that interval is not known.
  mutating func growth(of traffic: JSONTraffic) -> JSONGrowth {
    guard let requests = traffic.requests, !traffic.isRecentOnly else { return JSONGrowth() }
    let key = traffic.key
    let shown = traffic.route ?? "(all)"
    if fallen[shown] != nil {
      fallen[shown]?.add(requests)
      return JSONGrowth()
    }
    let isFirst = poll == 0 && !startsAtZero
    var before = entries[key]
    var isRestart = false
    if let known = before, requests < known.requests {
      let isPart = requests * 2 > known.requests
      if isPart, requests > 10, !traffic.isOfProcesses, fallen.count < 100 {
        fallen[shown] = JSONFallingCount(known.requests, requests)
        entries[key] = nil
        return JSONGrowth()
      }
      hasFallen = true
      if isPart, traffic.isOfProcesses { isRestart = true }
      before = nil
    }
    let isUnknown = before == nil && (isFirst || isRestart)
    let origin =
      before
      ?? Entry(
        requests: isUnknown ? requests : 0, errors: isUnknown ? traffic.errors : 0,
        statuses: isUnknown ? traffic.statuses : [:], timedRequests: isUnknown ? requests : 0,
        sumSeconds: isUnknown ? traffic.sumSeconds ?? .nan : 0, poll: poll)
    var growth = JSONGrowth()
    growth.requests = requests - origin.requests
    for (lane, count) in traffic.statuses {
      growth.statuses[lane] = max(0, count - (origin.statuses[lane] ?? 0))
    }
    var next = origin
    next.requests = requests
    next.errors = traffic.errors
    JSONTotals.countErrors(traffic, origin, &next, &growth)
    next.statuses = traffic.statuses
    next.poll = poll
    if let sum = traffic.sumSeconds {
      measure(sum, traffic, requests, origin, &next, &growth)
    }
    if entries[key] != nil || entries.count < JSONTotals.limit { entries[key] = next }
    return growth
  }

  /// Failures as the difference of totals, else the share that the application tells of them.
  private static func countErrors(
    _ traffic: JSONTraffic, _ origin: Entry, _ next: inout Entry, _ growth: inout JSONGrowth
  ) {
    if let errors = traffic.errors, let before = origin.errors {
      growth.errors = max(0, errors - before)
    } else if let rate = traffic.errorRate {
      let errors = origin.startedErrors + rate * growth.requests
      // A sum of many small shares falls short of the whole by less than this.
      let whole = (errors + 1e-9).rounded(.down)
      growth.errors = whole
      next.startedErrors = max(0, errors - whole)
    } else if let errors = traffic.errors {
      growth.errors = max(0, errors - (origin.errors ?? 0))
    }
  }

  /// Takes the time of the requests of an interval, from a sum or from a mean of all so far.
  ///
  /// A mean of so many requests that rounding hides what the last ones took stands for them itself.
  private mutating func measure(
    _ sum: Double, _ traffic: JSONTraffic, _ requests: Double, _ origin: Entry,
    _ next: inout Entry, _ growth: inout JSONGrowth
  ) {
    let grown = sum - origin.sumSeconds
    let timed = requests - origin.timedRequests
    let rounding = traffic.sumUncertainty + origin.sumUncertainty
    let isSure = timed > 0 && grown >= 0 && rounding <= grown * JSONTotals.tolerance
    if let mean = traffic.meanSeconds, growth.requests > 0 {
      if !isSure, !grown.isNaN { usesCoarseMeans = true }
      growth.timed = growth.requests
      growth.sumSeconds = (isSure ? grown / timed : mean) * growth.requests
    } else if isSure {
      growth.timed = timed
      growth.sumSeconds = grown
    }
    // A sum that falls by more than rounding explains is one of other requests.
    if isSure || origin.sumSeconds.isNaN || grown < -rounding {
      (next.timedRequests, next.sumSeconds) = (requests, sum)
      next.sumUncertainty = traffic.sumUncertainty
    }
  }

  /// A reading as it goes into a batch: gauges as they are, counters as their increase.
  mutating func value(of reading: LogReading) -> Double? {
    guard reading.signal.isCounter else { return reading.value }
    let key = JSONSignal(reading)
    let before = counters[key]
    if before != nil || counters.count < JSONTotals.limit { counters[key] = reading.value }
    guard let before else { return poll == 0 && !startsAtZero ? nil : reading.value }
    guard reading.value < before else { return reading.value - before }
    hasFallen = true
    // A sum of several processes of which one began anew: what it grew by is not known.
    return reading.value * 2 > before ? nil : max(0, reading.value)
  }

  /// The readings of a body, each signal of a subject once; what limits are at least is the most so
  /// far.
  mutating func readings(of findings: JSONFindings) -> [LogReading] {
    var seen: Set<JSONSignal> = []
    var readings: [LogReading] = []
    for reading in findings.readings where seen.insert(JSONSignal(reading)).inserted {
      readings.append(settled(reading, findings))
    }
    return readings
  }

  private mutating func settled(_ reading: LogReading, _ findings: JSONFindings) -> LogReading {
    guard reading.signal == .poolLimit || reading.signal == .poolLeastLimit,
      let size = findings.sizes[reading.subject]
    else { return reading }
    let limit = leastLimits.limit(
      of: reading.subject, configuration: size, open: reading.value)
    return LogReading(
      limit > size ? .poolLeastLimit : .poolLimit, limit, subject: reading.subject)
  }

  /// Gauges that the poll before told of and this one does not: what they said holds no longer.
  mutating func ended(telling readings: [LogReading]) -> Set<JSONSignal> {
    let told = Set(readings.lazy.filter { !$0.signal.isCounter }.map { JSONSignal($0) })
    defer { gauges = told }
    return fallsOften ? [] : gauges.subtracting(told)
  }

  /// A record as if everything happened since the start.
  static func lifetime(_ traffic: JSONTraffic) -> JSONGrowth {
    guard let requests = traffic.requests, !traffic.isRecentOnly else { return JSONGrowth() }
    var growth = JSONGrowth()
    growth.requests = requests
    growth.errors = traffic.errors ?? traffic.errorRate.map { ($0 * requests).rounded() }
    growth.statuses = traffic.statuses
    // However a mean is rounded: it is all that is known of the time since the start.
    if let sum = traffic.sumSeconds {
      growth.timed = requests
      growth.sumSeconds = sum
    }
    return growth
  }
}

/// A signal of a subject: two bodies that tell it tell the same.
struct JSONSignal: Hashable, Sendable {
  var signal: Signal
  var subject: DisplayText

  init(_ reading: LogReading) {
    signal = reading.signal
    subject = reading.subject
  }
}

/// What one record has grown by.
struct JSONGrowth: Sendable {
  var requests = 0.0
  /// `nil` when the body does not tell failures.
  var errors: Double?
  var statuses: [Int: Double] = [:]
  /// Requests that `sumSeconds` is the time of.
  var timed = 0.0
  var sumSeconds = 0.0

  /// The delta for a batch; `nil` when there is no news.
  func traffic(_ traffic: JSONTraffic, name: EndpointName, time: Timestamp) -> TrafficDelta? {
    var counts = StatusCounts()
    var rest = requests
    for (lane, count) in statuses.sorted(by: { $0.key < $1.key }) {
      counts[lane] &+= JSONGrowth.whole(count)
      rest -= count
    }
    if let errors, statuses.isEmpty {
      // Which class an answer had is not told; an error rate must know failures from the rest, as
      // where a label says no more than "success" or "failed" (`StatusWord`).
      counts[5] = JSONGrowth.whole(min(errors, requests))
      rest -= min(errors, requests)
      counts[2] = JSONGrowth.whole(rest)
    } else {
      counts[0] &+= JSONGrowth.whole(rest)
    }
    let latency = timed > 0 ? JSONGrowth.bare(JSONGrowth.whole(timed), sumSeconds) : nil
    let hasFigures = !traffic.reported.isEmpty || traffic.maxSeconds.isFinite
    guard counts.total > 0 || latency != nil || hasFigures else { return nil }
    return TrafficDelta(
      kind: traffic.kind, name: name, time: time, statuses: counts, latency: latency,
      reported: traffic.reported.sorted { $0.quantile < $1.quantile },
      reportedMaxSeconds: traffic.maxSeconds)
  }

  /// A count and a sum without any distribution: one bucket that holds everything.
  static func bare(_ count: UInt64, _ sumSeconds: Double) -> LatencyDelta {
    LatencyDelta(
      layout: .explicit([]), counts: SparseCounts(sorted: [(0, count)]), count: count,
      sumSeconds: sumSeconds)
  }

  private static func whole(_ value: Double) -> UInt64 {
    guard value > 0 else { return 0 }
    return UInt64(exactly: value.rounded()) ?? .max >> 8
  }
}
