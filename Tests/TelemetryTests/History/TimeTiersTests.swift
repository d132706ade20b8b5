import TestSupport
import Testing

@testable import Telemetry

private struct Count: PlainSlot {
  var value = 1

  mutating func merge(_ other: Count) {
    value += other.value
  }
}

@Suite struct TimeTiersTests {
  /// A slot each second from 0 to `seconds`.
  private func tiers(_ seconds: Int, from start: Int = 0) -> TimeTiers<Count> {
    var tiers = TimeTiers<Count>()
    for second in start...seconds { tiers.merge(Count(), at: Timestamp(seconds: Double(second))) }
    return tiers
  }

  private func count(_ tiers: TimeTiers<Count>, from start: Double, now: Double) -> Int {
    var count = 0
    let range = TimeRange(
      from: Timestamp(seconds: start), to: Timestamp(seconds: now) + 0.000_001)
    tiers.forEach(in: range, now: Timestamp(seconds: now)) { count += $1.value }
    return count
  }

  @Test(arguments: [
    // A day of seconds: the archive's slots are 1280 s wide.
    (86_400, 86_400 - 300, 5), (86_400, 86_400 - 900, 5), (86_400, 86_400 - 901, 20),
    (86_400, 86_400 - 3600, 20), (86_400, 86_400 - 3601, 1280), (86_400, 0, 1280),
    // Half an hour: the hour knows all of it.
    (1800, 1800 - 900, 5), (1800, 1800 - 901, 20), (1800, 0, 20),
    // Of ten minutes nothing was forgotten yet.
    (600, 0, 5), (600, -100_000, 5),
  ])
  func `answers from the finest tier that knows the whole range`(
    seconds: Int, start: Int, width: Int64
  ) {
    let now = Timestamp(seconds: Double(seconds))
    let range = TimeRange(from: Timestamp(seconds: Double(start)), to: now)
    var widths: [Int64] = []
    tiers(seconds).forEach(in: range, now: now) { time, _ in widths.append(time.seconds) }
    // What is newer than the archive is finer.
    #expect(widths.first == width && widths.max() == width)
  }

  @Test func `counts every second of an aligned range once`() {
    let tiers = tiers(86_400)
    for (start, now) in [(86_100, 86_400), (85_500, 86_400), (82_800, 86_400), (0, 86_400)] {
      #expect(count(tiers, from: Double(start), now: Double(now)) == now - start + 1)
    }
  }

  @Test func `adds late data to every tier that still knows its time`() {
    var tiers = tiers(86_400)
    for back in [1.0, 800, 3000, 80_000] {
      tiers.merge(Count(value: 1000), at: Timestamp(seconds: 86_400 - back))
    }
    #expect(count(tiers, from: 86_100, now: 86_400) == 301 + 1000)
    #expect(count(tiers, from: 85_500, now: 86_400) == 901 + 2000)
    #expect(count(tiers, from: 82_800, now: 86_400) == 3601 + 3000)
    #expect(count(tiers, from: 0, now: 86_400) == 86_401 + 4000)
  }

  @Test func `forgets nothing for the time before the first slot`() {
    #expect(count(tiers(86_400, from: 86_000), from: -1e6, now: 86_400) == 401)
  }

  /// Seconds from 0 to 86,400 that were told in order, the last of them `last`.
  @Test(arguments: [86_400, 86_000, 70_000, 100])
  func `remembers of what ends at a known time what it would of what may go on`(last: Int) {
    var dice = Dice(UInt64(last))
    let end = Timestamp(seconds: 86_400)
    var open = TimeTiers<Count>()
    var known = TimeTiers<Count>()
    for second in stride(from: 0, through: last, by: 7) where dice.roll(3) > 0 {
      let time = Timestamp(seconds: Double(second))
      open.merge(Count(value: second), at: time)
      known.merge(Count(value: second), at: time, end: end)
    }
    for back in [60.0, 900, 905, 1000, 3600, 86_400] {
      let start = (86_400 - back).rounded(.down)
      #expect(
        count(known, from: start, now: 86_400) == count(open, from: start, now: 86_400),
        "\(back) s")
    }
    #expect(count(known, from: -1, now: 86_400) == count(open, from: -1, now: 86_400))
  }

  @Test func `remembers what another subject had forgotten in part, and it never saw`() {
    var late = tiers(86_400, from: 86_000)
    late.absorb(tiers(86_400))
    for (start, all) in [(0, 86_401), (82_800, 3601), (86_100, 301)] {
      #expect(count(late, from: Double(start), now: 86_400) == all + min(401, 86_401 - start))
    }
  }

  @Test func `adds up two subjects to what one would be that had seen both`() {
    var dice = Dice(12)
    for _ in 0..<20 {
      var parts = [TimeTiers<Count>(), TimeTiers<Count>()]
      var one = TimeTiers<Count>()
      for _ in 0..<600 {
        let time = Timestamp(seconds: 100_000 - dice.magnitude(1..<50_000))
        let count = Count(value: dice.roll(100))
        parts[dice.roll(2)].merge(count, at: time)
        one.merge(count, at: time)
      }
      parts[0].absorb(parts[1])
      for start in [0.0, 96_400, 99_100] {
        #expect(count(parts[0], from: start, now: 100_000) == count(one, from: start, now: 100_000))
      }
      var (sum, expected) = (0, 0)
      parts[0].forEach { sum += $1.value }
      one.forEach { expected += $1.value }
      #expect(sum == expected)
    }
  }

  @Test func `sums up any range by minutes to what its slots add up to`() {
    var dice = Dice(11)
    var tiers = TimeTiers<Count>()
    for _ in 0..<4000 {
      tiers.merge(
        Count(value: dice.roll(100)), at: Timestamp(seconds: Double(80_000 + dice.roll(2000))))
    }
    var fewer = 0
    for _ in 0..<2000 {
      let from = Timestamp(microseconds: Int64(79_900 + dice.roll(2200)) * 1_000_000)
      let range = TimeRange(
        from: from, to: from + Double(dice.roll(1000)) + 0.000_001 * Double(dice.roll(3)))
      let now = Timestamp(seconds: Double(81_000 + dice.roll(1200)))
      var (slots, sum, summands, summed) = (0, 0, 0, 0)
      tiers.forEach(in: range, now: now) {
        slots += 1
        sum += $1.value
      }
      tiers.forEachSummand(in: range, now: now) {
        summands += 1
        summed += $0.value
      }
      #expect(sum == summed, "\(range) at \(now)")
      if summands < slots { fewer += 1 }
    }
    #expect(fewer > 100)
  }
}
