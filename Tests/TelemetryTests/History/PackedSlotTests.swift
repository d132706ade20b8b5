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

  /// A slot of so many requests that took whole units of time from 10 to 300 ms.
  private func requests(
    _ count: Int, unit: Double, at time: Double, _ dice: inout Dice
  ) -> TrafficDelta {
    var statuses = StatusCounts()
    statuses[2] = UInt64(count)
    var counts: [Int: UInt64] = [:]
    var durations: [Double] = []
    for _ in 0..<count {
      let exact = dice.magnitude(0.01..<0.3)
      let seconds = unit > 0 ? (exact / unit).rounded(.up) * unit : exact
      durations.append(seconds)
      counts[LogScale.index(of: seconds), default: 0] += 1
    }
    return TrafficDelta(
      kind: .endpoint, name: EndpointName(method: "GET", route: "/"),
      time: Timestamp(seconds: time), statuses: statuses,
      latency: LatencyDelta(
        layout: .logarithmic,
        counts: SparseCounts(
          sorted: counts.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) }),
        count: UInt64(count), sumSeconds: durations.reduce(0, +),
        minSeconds: durations.min() ?? .nan, maxSeconds: durations.max() ?? .nan))
  }

  @Test(arguments: [
    // Requests; the share of the bytes that is left in milliseconds, in microseconds, in no unit.
    (1, [0.5, 0.55, 0.85]), (5, [0.55, 0.7, 0.85]), (25, [0.6, 0.7, 0.8]),
    (100, [0.5, 0.5, 0.55]),
  ])
  func `takes half of the bytes once nothing is added any more`(
    requests count: Int, most: [Double]
  ) {
    var dice = Dice(46)
    for (unit, most) in zip([0.001, 0.000_001, 0], most) {
      var (openBytes, sealedBytes) = (0, 0)
      for _ in 0..<8 {
        TrafficSlot(requests(count, unit: unit, at: 0, &dice)).withPacked { open in
          openBytes += open.count
          withUnsafeTemporaryAllocation(byteCount: open.count, alignment: 1) {
            sealedBytes += TrafficSlot.seal(open, into: $0)
          }
        }
      }
      let share = Double(sealedBytes) / Double(openBytes)
      #expect(share > 0 && share <= most)
    }
  }

  @Test func `says the same sealed as open, but for sums, which are 2^-30 off at most`() {
    var dice = Dice(47)
    for unit in [0.001, 0.000_001, 0] {
      for _ in 0..<30 {
        let delta = requests(1 + dice.roll(120), unit: unit, at: 0, &dice)
        TrafficSlot(delta).withPacked { open in
          withUnsafeTemporaryAllocation(byteCount: open.count, alignment: 1) { target in
            let count = TrafficSlot.seal(open, into: target)
            let sealed = UnsafeRawBufferPointer(rebasing: target[..<count])
            var found = plain(TrafficSlot.view(of: sealed))
            let expected = plain(TrafficSlot.view(of: open))
            #expect(
              (found.sumSeconds - expected.sumSeconds).magnitude
                <= expected.sumSeconds * 0x1p-30)
            found.sumSeconds = expected.sumSeconds
            #expect(found == expected)
            #expect(TrafficSlot.seal(sealed, into: target) == 0)
          }
        }
      }
    }
  }

  @Test func `seals every slot but the newest, and opens one that is added to`() {
    var dice = Dice(51)
    var series = SlotSeries<TrafficSlot>(widthSeconds: 5, capacity: 40, policy: .sliding)
    /// A letter for each slot: open or sealed.
    func forms() -> String {
      var forms = ""
      series.forEach { _, slot in
        if case .coded = slot.latency.counts { forms += "s" } else { forms += "o" }
      }
      return forms
    }
    var pictures: [[String]] = [[], []]
    for slot in [0, 1, 1, 4, 1, 5, 2, 50] {
      let delta = requests(9, unit: 0.001, at: Double(5 * slot), &dice)
      series.merge(TrafficSlot(delta), at: delta.time)
      pictures[0].append(forms())
      series.seal()
      pictures[1].append(forms())
    }
    #expect(pictures[0] == ["o", "oo", "so", "soo", "soo", "ssoo", "ssoso", "o"])
    #expect(pictures[1] == ["o", "so", "so", "sso", "sso", "ssso", "sssso", "o"])
  }

  @Test func `holds no more than an eighth to spare, and gives back what a rush took`() {
    var dice = Dice(52)
    var series = SlotSeries<TrafficSlot>(widthSeconds: 5, capacity: 40, policy: .sliding)
    func take() -> Int {
      var bytes = 0
      series.forEachPacked { bytes += $1.count }
      return bytes
    }
    for slot in 0..<120 {
      let count = slot < 60 ? 100 : 1
      let delta = requests(count, unit: 0.001, at: Double(5 * slot), &dice)
      series.merge(TrafficSlot(delta), at: delta.time)
      if slot < 60 { #expect(series.bytesHeld <= take() * 9 / 8 + 200) }
    }
    #expect(series.bytesHeld <= 2 * take() + 256)
  }

  @Test func `keeps sums to a millionth however often slots are added to and widened`() {
    var dice = Dice(48)
    var series = SlotSeries<TrafficSlot>(widthSeconds: 5, capacity: 128, policy: .doubling)
    var expected = 0.0
    for step in 0..<3_000 {
      // Back and forth, so that slots are opened and sealed again each time.
      let back = Double(dice.roll(300))
      let delta = requests(1 + dice.roll(3), unit: 0, at: Double(step * 5) - back, &dice)
      expected += delta.latency?.sumSeconds ?? 0
      series.merge(TrafficSlot(delta), at: delta.time)
      series.seal()
    }
    var sum = 0.0
    series.forEach { sum += $1.latency.sumSeconds }
    #expect((sum - expected).magnitude < 1e-6 * expected)
  }

  @Test(arguments: [Double.nan, .infinity, -3, 0, 1e300, 1e-300])
  func `keeps sums that are odd`(sum: Double) {
    let delta = TrafficDelta(
      kind: .endpoint, name: EndpointName(method: "GET", route: "/"), time: Timestamp(seconds: 0),
      statuses: StatusCounts(),
      latency: LatencyDelta(
        layout: .explicit([0.1, 1]),
        counts: SparseCounts(sorted: [(bucket: 0, count: 9_000), (1, 70_000), (2, 3)]),
        count: 79_003, sumSeconds: sum))
    var series = SlotSeries<TrafficSlot>(widthSeconds: 5, capacity: 40, policy: .sliding)
    for slot in 0..<3 {
      series.merge(TrafficSlot(delta), at: Timestamp(seconds: Double(slot * 5)))
    }
    series.seal()
    var sums: [Double] = []
    series.forEach { sums.append($1.latency.sumSeconds) }
    for found in sums {
      let isClose = (found - sum).magnitude <= sum.magnitude * 0x1p-30
      #expect(found == sum || (found.isNaN && sum.isNaN) || isClose)
    }
  }
}
