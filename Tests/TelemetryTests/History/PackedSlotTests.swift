import TestSupport
import Testing

@testable import Telemetry

@Suite struct PackedSlotTests {
  /// What a slot says when it is asked, in plain numbers.
  private struct Plain: Equatable {
    var statuses = StatusCounts()
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    var minSeconds: Double?
    var maxSeconds: Double?
    var counts: [Int: UInt64] = [:]

    mutating func add(_ delta: TrafficDelta) {
      statuses.merge(delta.statuses)
      guard let latency = delta.latency else { return }
      timed += latency.count
      sumSeconds += latency.sumSeconds
      // Extremes are kept in single precision.
      if latency.minSeconds.isFinite {
        minSeconds = min(minSeconds ?? .infinity, Double(Float(latency.minSeconds)))
        maxSeconds = max(maxSeconds ?? 0, Double(Float(latency.maxSeconds)))
      }
      latency.counts.forEach { counts[$0, default: 0] += $1 }
    }
  }

  private func plain(_ view: TrafficSlot.View) -> Plain {
    let latency = view.latency
    var plain = Plain(
      statuses: view.statuses, timed: latency.timed, sumSeconds: latency.sumSeconds,
      minSeconds: latency.minSeconds.isNaN ? nil : latency.minSeconds,
      maxSeconds: latency.maxSeconds.isNaN ? nil : latency.maxSeconds)
    latency.counts.forEach { plain.counts[$0] = $1 }
    return plain
  }

  private func delta(_ dice: inout Dice, at time: Timestamp) -> TrafficDelta {
    var statuses = StatusCounts()
    for statusClass in 0...5 where dice.roll(3) == 1 {
      statuses[statusClass] = UInt64(dice.magnitude(1..<1e12))
    }
    if dice.roll(4) == 1 { statuses.noAnswer = UInt64(dice.roll(300)) }
    var latency: LatencyDelta?
    if dice.roll(4) > 1 {
      var counts: [Int: UInt64] = [:]
      for _ in 0..<dice.roll(40) {
        counts[dice.roll(LogScale.count)] = UInt64(dice.magnitude(1..<1e6))
      }
      let extremes = dice.roll(2) == 1 ? (0.25, dice.number(1..<9)) : (.nan, .nan)
      latency = LatencyDelta(
        layout: .logarithmic,
        counts: SparseCounts(
          sorted: counts.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) }),
        count: counts.values.reduce(0, +), sumSeconds: Double(dice.roll(1000)),
        minSeconds: extremes.0, maxSeconds: extremes.1)
    }
    return TrafficDelta(
      kind: .endpoint, name: EndpointName(method: "GET", route: "/"), time: time,
      statuses: statuses, latency: latency)
  }

  @Test func `says of traffic what was put in, whatever was added in whatever order`() {
    var dice = Dice(31)
    for _ in 0..<200 {
      var series = SlotSeries<TrafficSlot>(widthSeconds: 5, capacity: 40, policy: .sliding)
      var expected: [Int: Plain] = [:]
      for _ in 0..<60 {
        let column = dice.roll(40)
        let delta = delta(&dice, at: Timestamp(seconds: Double(5 * column)))
        series.merge(TrafficSlot(delta), at: delta.time)
        expected[column, default: Plain()].add(delta)
      }
      var found: [Int: Plain] = [:]
      series.forEach { found[Int($0.start.seconds) / 5] = plain($1) }
      #expect(found == expected)
    }
  }

  @Test func `takes a few bytes for what happens in five seconds`() {
    var statuses = StatusCounts()
    statuses[2] = 24
    statuses[5] = 1
    let buckets = (0..<25).map { (bucket: 900 + 11 * $0, count: UInt64(1)) }
    let slot = TrafficSlot(
      TrafficDelta(
        kind: .endpoint, name: EndpointName(method: "GET", route: "/"),
        time: Timestamp(seconds: 0), statuses: statuses,
        latency: LatencyDelta(
          layout: .logarithmic, counts: SparseCounts(sorted: buckets), count: 25, sumSeconds: 3,
          minSeconds: 0.01, maxSeconds: 0.9)))
    // Marks, two counts, the count of durations, their sum, two extremes, and the buckets, of which
    // the first one is a long way from zero.
    let bytes: Int = 1 + 2 + 1 + 8 + 8 + 26
    #expect(slot.withPacked(\.count) == bytes)
  }
}
