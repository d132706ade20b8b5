import TestSupport
import Testing

@testable import Telemetry

@Suite struct OpenSlotTests {
  private func entries(_ latency: LatencyDelta?) -> [Int: UInt64] {
    var found: [Int: UInt64] = [:]
    latency?.counts.forEach { found[$0] = $1 }
    return found
  }

  @Test func `counts random durations of many ids like a dictionary`() {
    var dice = Dice(11)
    var slot = OpenSlot()
    // The second round shows that nothing of the first is left.
    for _ in 0..<2 {
      var buckets: [Int: [Int: UInt64]] = [:]
      var statuses: [Int: StatusCounts] = [:]
      var durations: [Int: [Double]] = [:]
      for _ in 0..<20_000 {
        let id = Int(dice.magnitude(1..<1000)) - 1
        let seconds = dice.number(0..<1) < 0.1 ? 0 : dice.magnitude(1e-8..<1e5)
        let status = [200, 301, 404, 503, 0, 99, 700, -5].randomElement(using: &dice) ?? 0
        slot.add(id: id, status: status, hasAnswer: true, seconds: seconds)
        buckets[id, default: [:]][LogScale.index(of: seconds), default: 0] += 1
        durations[id, default: []].append(seconds)
        statuses[id, default: StatusCounts()][(1...5).contains(status / 100) ? status / 100 : 0] +=
          1
      }
      #expect(Set(slot.touched) == Set(buckets.keys) && slot.touched.count == buckets.count)
      for (id, expected) in buckets {
        let latency = slot.latency(of: id)
        #expect(entries(latency) == expected)
        #expect(slot.row(id).statuses == statuses[id])
        #expect(latency?.count == UInt64(durations[id]?.count ?? 0))
        #expect(latency?.sumSeconds == durations[id]?.reduce(0, +))
        #expect(latency?.minSeconds == durations[id]?.min())
        #expect(latency?.maxSeconds == durations[id]?.max())
      }
      slot.clear()
      #expect(slot.touched.isEmpty)
    }
  }

  @Test(arguments: [0, 1, 14, 15, 16, 17, 31, 32, 33, 499, 999, 1000])
  func `keeps neighbours apart`(id: Int) {
    var slot = OpenSlot()
    for (other, seconds) in [(id, 1.0), (id + 1, 2.0), (max(0, id - 1), 4.0)] {
      slot.add(id: other, status: 200, hasAnswer: true, seconds: seconds)
      slot.add(id: other, status: 200, hasAnswer: true, seconds: 16_384)
      slot.add(id: other, status: 200, hasAnswer: true, seconds: 0)
    }
    #expect(entries(slot.latency(of: id + 1)) == [0: 1, LogScale.index(of: 2): 1, 2240: 1])
    #expect(entries(slot.latency(of: id))[LogScale.index(of: 1)] == 1)
    slot.clear()
    slot.add(id: id, status: 200, hasAnswer: true, seconds: 8)
    #expect(entries(slot.latency(of: id)) == [LogScale.index(of: 8): 1])
  }

  @Test func `counts outcomes whose duration is not known`() {
    var slot = OpenSlot()
    slot.add(id: 2, status: 0, hasAnswer: false, seconds: .nan)
    slot.add(id: 2, status: 500, hasAnswer: true, seconds: -1)
    slot.add(id: 2, status: 201, hasAnswer: true, seconds: .nan)
    #expect(slot.latency(of: 2) == nil)
    let statuses = slot.row(2).statuses
    #expect((statuses.total, statuses.noAnswer, statuses[5], statuses[2]) == (3, 1, 1, 1))
    #expect(slot.touched == [2])
    slot.clear()
    #expect(slot.row(2).statuses.total == 0)
  }
}
