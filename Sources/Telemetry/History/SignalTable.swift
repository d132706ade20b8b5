/// Identifies one number over time: what it is, whose it is, who said so.
package struct SeriesKey: Hashable, Sendable {
  /// What the number is about.
  package var signal: Signal
  /// The pool, cache or process; empty for the source as a whole.
  package var subject: DisplayText
  /// Who said so.
  package var source: SourceID

  /// The key of one signal of one subject.
  package init(signal: Signal, subject: DisplayText, source: SourceID) {
    self.signal = signal
    self.subject = subject
    self.source = source
  }
}

/// The last reading of a gauge in one slot.
struct GaugeSlot: PlainSlot {
  var last: Double

  mutating func merge(_ other: GaugeSlot) {
    last = other.last
  }
}

/// The increase of a counter in one slot.
struct IncreaseSlot: PlainSlot {
  var increase: Double

  mutating func merge(_ other: IncreaseSlot) {
    increase += other.increase
  }
}

/// All signals of all sources over time, in fixed memory.
struct SignalTable: Sendable {
  private struct Gauge: Sendable {
    var tiers = TimeTiers<GaugeSlot>()
    var last: Double
    var lastTime: Timestamp
    /// When its source ceased to tell it; `nil` while it does.
    var end: Timestamp?
  }

  private struct Counter: Sendable {
    var tiers = TimeTiers<IncreaseSlot>()
    var total = 0.0
    var lastTime: Timestamp
  }

  private var gauges: [SeriesKey: Gauge] = [:]
  private var counters: [SeriesKey: Counter] = [:]
  /// The series that have a reading, in the order they came.
  private(set) var keys: [SeriesKey] = []
  private let capacity: Int
  /// Readings of series that came when the table was full.
  private(set) var dropped: UInt64 = 0

  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func fold(_ reading: SignalReading, source: SourceID) {
    guard reading.value.isFinite else { return }
    let key = SeriesKey(signal: reading.signal, subject: reading.subject, source: source)
    let isKnown = gauges[key] != nil || counters[key] != nil
    if !isKnown {
      guard keys.count < capacity else {
        dropped &+= 1
        return
      }
      keys.append(key)
    }
    if reading.signal.isCounter {
      counters[key, default: Counter(lastTime: reading.time)].total += reading.value
      counters[key]?.lastTime = reading.time
      counters[key]?.tiers.merge(IncreaseSlot(increase: reading.value), at: reading.time)
    } else {
      let fresh = Gauge(last: reading.value, lastTime: reading.time)
      gauges[key, default: fresh].tiers.merge(GaugeSlot(last: reading.value), at: reading.time)
      if let known = gauges[key]?.lastTime, reading.time >= known {
        gauges[key]?.last = reading.value
        gauges[key]?.lastTime = reading.time
        gauges[key]?.end = nil
      }
    }
  }

  /// Notes that a gauge is told no longer; a later reading takes that back.
  mutating func end(_ ended: EndedGauge, source: SourceID, at time: Timestamp) {
    let key = SeriesKey(signal: ended.signal, subject: ended.subject, source: source)
    gauges[key]?.end = time
  }

  /// The last reading of a gauge at or before the end of `range`; `nil` when none lies inside, or
  /// when the gauge had ended by then.
  func last(_ key: SeriesKey, in range: TimeRange, now: Timestamp) -> Double? {
    guard let gauge = gauges[key] else { return nil }
    if let end = gauge.end, end < range.to { return nil }
    if gauge.lastTime >= range.from, gauge.lastTime < range.to { return gauge.last }
    var found: Double?
    gauge.tiers.forEach(in: range, now: now) { _, slot in found = slot.last }
    return found
  }

  /// The increase of a counter in `range`; `nil` when it was not read there.
  func increase(_ key: SeriesKey, in range: TimeRange, now: Timestamp) -> Double? {
    guard let counter = counters[key] else { return nil }
    var sum: Double?
    counter.tiers.forEach(in: range, now: now) { _, slot in sum = (sum ?? 0) + slot.increase }
    return sum
  }

  /// Readings over time: the last of each slot for gauges, the increase for counters.
  func points(_ key: SeriesKey, in range: TimeRange, now: Timestamp) -> [(Timestamp, Double)] {
    var points: [(Timestamp, Double)] = []
    gauges[key]?.tiers.forEach(in: range, now: now) { points.append(($0.start, $1.last)) }
    counters[key]?.tiers.forEach(in: range, now: now) { points.append(($0.start, $1.increase)) }
    return points
  }
}
