import Telemetry
import TestSupport
import Testing

@Suite struct StatusCountsTests {
  @Test func `counts each class by itself and what is no class as other`() {
    var counts = StatusCounts()
    for (statusClass, count) in [(1, 1), (2, 20), (3, 300), (4, 4000), (5, 50_000)] {
      counts[statusClass] = UInt64(count)
    }
    counts[0] += 7
    counts[6] += 70
    counts[-1] += 700
    counts[Int.max] += 7000
    #expect((1...5).map { counts[$0] } == [1, 20, 300, 4000, 50_000])
    #expect(counts.other == 7777)
    #expect(counts.noAnswer == 0)
    #expect(counts.total == 54_321 + 7777)
    #expect(counts.errors == 50_000)
  }

  @Test func `counts a request without an answer as an error and as other`() {
    var counts = StatusCounts()
    counts.noAnswer = 3
    counts[4] = 10
    #expect((counts.errors, counts.other, counts.total) == (3, 3, 13))
  }

  @Test func `adds lane by lane and survives any number`() {
    var dice = Dice(3)
    var merged = StatusCounts()
    var lanes = [UInt64](repeating: 0, count: 7)
    for _ in 0..<100 {
      var counts = StatusCounts()
      for lane in 0...6 {
        let count = UInt64.random(in: 0...1_000_000, using: &dice)
        lanes[lane] += count
        if lane == 6 { counts.noAnswer = count } else { counts[lane] = count }
      }
      merged.merge(counts)
    }
    #expect((1...5).map { merged[$0] } == Array(lanes[1...5]))
    #expect((merged.noAnswer, merged[0], merged.other) == (lanes[6], lanes[0], lanes[0] + lanes[6]))
    #expect(merged.total == lanes.reduce(0, +))
    merged[2] = .max
    merged.merge(merged)
    #expect(merged[2] == UInt64.max - 1)
  }
}
