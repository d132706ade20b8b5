import TestSupport
import Testing

@testable import Telemetry

@Suite struct CodedCountsTests {
  /// The bytes of counts and what is read from them: bucket by bucket, then part by part.
  private func coded(
    _ counts: [Int: UInt64]
  ) -> (bytes: Int, whole: [Int: UInt64], parts: [Int: UInt64], isSorted: Bool)? {
    let sparse = SparseCounts(
      sorted: counts.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) })
    return sparse.withPacked { packed in
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { target in
        guard let plan = CodedCounts.Plan(packed),
          let end = plan.write(packed, to: target, from: 3)
        else { return nil }
        let coded = CodedCounts(
          bytes: UnsafeRawBufferPointer(rebasing: target[..<max(8, end)]), start: 3,
          first: plan.first, number: plan.number, shape: plan.shape)
        var whole: [Int: UInt64] = [:]
        var order: [Int] = []
        coded.forEach {
          whole[$0] = $1
          order.append($0)
        }
        var parts: [Int: UInt64] = [:]
        coded.forEachPart { parts[$0, default: 0] += $1 }
        return (end - 3, whole, parts, order == order.sorted() && order.count == whole.count)
      }
    }
  }

  @Test func `tells the counts that were written`() {
    var dice = Dice(43)
    for _ in 0..<500 {
      var counts: [Int: UInt64] = [:]
      let buckets = dice.roll(3) == 1 ? 12 : LogScale.count
      let most = dice.magnitude(2..<1e15)
      for _ in 0...dice.roll(150) {
        counts[dice.roll(buckets), default: 0] += UInt64(dice.magnitude(1..<most))
      }
      let found = coded(counts)
      #expect(found?.whole == counts)
      #expect(found?.parts == counts)
      #expect(found?.isSorted == true)
    }
  }

  @Test func `leaves alone what it cannot tell`() {
    #expect(coded([:]) == nil)
    #expect(coded([3: 1 << 62]) == nil)
    #expect(coded([3: .max, 4: .max]) == nil)
    #expect(coded([3: 1 << 61])?.whole == [3: 1 << 61])
  }

  @Test(arguments: [
    // 25 single values over four octaves, 100 values in 70 buckets, and ten wide buckets; a byte or two
    // for each bucket where they are packed.
    (25, 11, 1, 16), (70, 4, 3, 44), (10, 1, 200, 13),
  ])
  func `takes half a byte for a bucket that was hit once or twice`(
    buckets: Int, distance: Int, most: UInt64, bytes: Int
  ) throws {
    var dice = Dice(44)
    var counts: [Int: UInt64] = [:]
    var bucket = 800
    for _ in 0..<buckets {
      bucket += 1 + dice.roll(2 * distance - 1)
      counts[bucket] = 1 + UInt64(dice.magnitude(1..<Double(most + 1))) / 2
    }
    let found = try #require(coded(counts))
    #expect(found.bytes <= bytes)
  }
}
