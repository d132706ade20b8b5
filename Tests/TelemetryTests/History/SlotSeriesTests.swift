import TestSupport
import Testing

@testable import Telemetry

/// A number that is added up over slots.
struct SlotSum: PlainSlot {
  var value: Int

  mutating func merge(_ other: SlotSum) {
    value += other.value
  }
}

@Suite struct SlotSeriesTests {
  private func series(
    _ capacity: Int, _ policy: SlotSeries<SlotSum>.Policy
  ) -> SlotSeries<SlotSum> {
    SlotSeries(widthSeconds: 5, capacity: capacity, policy: policy)
  }

  /// `start: value` of each slot from `start` to `end`.
  private func picture(
    _ series: SlotSeries<SlotSum>, from start: Double = -1e6, to end: Double = 1e9
  ) -> String {
    var words: [String] = []
    series.forEach(from: Timestamp(seconds: start), to: Timestamp(seconds: end)) { time, slot in
      words.append("\(Int(time.start.seconds)):\(slot.value)")
    }
    return words.joined(separator: " ")
  }

  private func indexes(_ series: SlotSeries<SlotSum>) -> [Int64] {
    var indexes: [Int64] = []
    series.forEach { time, _ in indexes.append(time.column(ofSeconds: series.widthSeconds)) }
    return indexes
  }

  private func values(_ series: SlotSeries<SlotSum>) -> [Int] {
    var values: [Int] = []
    series.forEach { values.append($1.value) }
    return values
  }

  @Test func `adds what falls into one slot and sorts slots by time`() {
    var series = series(100, .sliding)
    for (time, value) in [(10, 1), (14.9, 2), (0, 4), (22, 8), (9.999_999, 16), (12, 32)] {
      series.merge(SlotSum(value: value), at: Timestamp(seconds: time))
    }
    #expect(picture(series) == "0:4 5:16 10:35 20:8")
    #expect(picture(series, from: 7, to: 20) == "5:16 10:35")
    #expect(picture(series, from: 5, to: 20.000_001) == "5:16 10:35 20:8")
    #expect(picture(series, from: 23) == "20:8")
    #expect(picture(series, from: 25).isEmpty && picture(series, to: 0).isEmpty)
  }

  @Test func `slides: forgets what is older than its capacity`() {
    var series = series(3, .sliding)
    for second in stride(from: 0.0, to: 30, by: 5) {
      series.merge(SlotSum(value: 1), at: Timestamp(seconds: second))
    }
    #expect(picture(series) == "15:1 20:1 25:1")
    let answers = [14.9, 15].map { series.merge(SlotSum(value: 1), at: Timestamp(seconds: $0)) }
    #expect(answers == [false, true])
    #expect(picture(series) == "15:2 20:1 25:1")
    series.merge(SlotSum(value: 7), at: Timestamp(seconds: 1000))
    #expect(picture(series) == "1000:7")
  }

  @Test func `remembers since when it has forgotten nothing`() {
    var series = series(3, .sliding)
    #expect(series.rememberedSince(now: Timestamp(seconds: 100)).seconds == 90)
    series.merge(SlotSum(value: 1), at: Timestamp(seconds: 101))
    #expect(series.rememberedSince(now: Timestamp(seconds: 50)).seconds == 90)
    #expect(series.rememberedSince(now: Timestamp(seconds: 111)).seconds == 100)
    let doubling = self.series(3, .doubling)
    #expect(doubling.rememberedSince(now: Timestamp(seconds: 100)) < Timestamp(seconds: -1e9))
  }

  @Test func `doubles: merges neighbours and keeps every total`() {
    var series = series(4, .doubling)
    for second in stride(from: 0.0, to: 20, by: 5) {
      series.merge(SlotSum(value: 1), at: Timestamp(seconds: second))
    }
    #expect(picture(series) == "0:1 5:1 10:1 15:1")
    series.merge(SlotSum(value: 10), at: Timestamp(seconds: 20))
    #expect(series.widthSeconds == 10 && picture(series) == "0:2 10:2 20:10")
    series.merge(SlotSum(value: 100), at: Timestamp(seconds: 159))
    #expect(series.widthSeconds == 40 && picture(series) == "0:14 120:100")
  }

  @Test func `doubles to the left, before 1970 too`() {
    var series = series(4, .doubling)
    series.merge(SlotSum(value: 1), at: Timestamp(seconds: 12))
    series.merge(SlotSum(value: 2), at: Timestamp(seconds: -1))
    #expect(picture(series) == "-5:2 10:1")
    series.merge(SlotSum(value: 4), at: Timestamp(seconds: -11))
    #expect(series.widthSeconds == 10 && picture(series) == "-20:4 -10:2 10:1")
  }

  @Test func `doubling equals a dictionary at the width it reached`() {
    var dice = Dice(20)
    for capacity in [2, 3, 8, 128] {
      for _ in 0..<30 {
        var series = series(capacity, .doubling)
        let span = dice.magnitude(10..<1e6)
        let parts = (0..<300).map { _ in
          (
            time: Timestamp(seconds: dice.number(-span..<span)),
            value: Int.random(in: 1...9, using: &dice)
          )
        }
        for part in parts { series.merge(SlotSum(value: part.value), at: part.time) }
        let width = series.widthSeconds * 1_000_000
        var sums: [Int64: Int] = [:]
        for part in parts {
          let start = (Double(part.time.microseconds) / Double(width)).rounded(.down)
          sums[Int64(start), default: 0] += part.value
        }
        #expect(indexes(series) == sums.keys.sorted())
        #expect(values(series) == sums.sorted { $0.key < $1.key }.map(\.value))
        let indexes = sums.keys
        #expect((indexes.max() ?? 0) - (indexes.min() ?? 0) < Int64(capacity))
      }
    }
  }

  @Test func `sliding equals a dictionary of what is new enough`() {
    var dice = Dice(21)
    for _ in 0..<50 {
      var series = series(20, .sliding)
      var sums: [Int64: Int] = [:]
      var newest = Int64.min
      var time = dice.number(-500..<500)
      for _ in 0..<200 {
        time += dice.number(-20..<25)
        let index = Int64((time / 5).rounded(.down))
        let isKnown = newest == .min || index > newest - 20
        let isKept = series.merge(SlotSum(value: 1), at: Timestamp(seconds: time))
        #expect(isKept == isKnown)
        guard isKnown else { continue }
        newest = max(newest, index)
        sums[index, default: 0] += 1
        sums = sums.filter { $0.key > newest - 20 }
      }
      #expect(indexes(series) == sums.keys.sorted())
      #expect(values(series) == sums.sorted { $0.key < $1.key }.map(\.value))
    }
  }

  @Test(arguments: [SlotSeries<SlotSum>.Policy.sliding, .doubling])
  func `survives the first and the last instant there are`(policy: SlotSeries<SlotSum>.Policy) {
    let ends = [
      Timestamp(microseconds: .max), Timestamp(microseconds: .min), Timestamp(seconds: 0),
    ]
    for first in ends {
      for second in ends {
        var series = series(4, policy)
        series.merge(SlotSum(value: 1), at: first)
        series.merge(SlotSum(value: 2), at: second)
        var total = 0
        var starts: [Timestamp] = []
        series.forEach(from: Timestamp(microseconds: .min), to: Timestamp(microseconds: .max)) {
          starts.append($0.start)
          total += $1.value
        }
        #expect(starts == starts.sorted())
        if policy == .doubling { #expect(total == 3) }
        _ = series.rememberedSince(now: first)
      }
    }
  }
}
