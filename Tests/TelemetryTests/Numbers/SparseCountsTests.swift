import Telemetry
import TestSupport
import Testing

@Suite struct SparseCountsTests {
  private func sparse(_ entries: [Int: UInt64]) -> SparseCounts {
    SparseCounts(
      sorted: entries.sorted { $0.key < $1.key }.map { (bucket: $0.key, count: $0.value) })
  }

  private func entries(_ counts: SparseCounts) -> [Int: UInt64] {
    var found: [Int: UInt64] = [:]
    var last = -1
    counts.forEach { bucket, count in
      #expect(bucket > last)
      last = bucket
      found[bucket] = count
    }
    return found
  }

  @Test func `merges like dense tables add`() {
    var dice = Dice(7)
    for size in [1, 2, 5, 40, 400] {
      for _ in 0..<100 {
        var dense: [Int: UInt64] = [:]
        var merged = SparseCounts()
        for _ in 0..<4 {
          var part: [Int: UInt64] = [:]
          for _ in 0..<Int.random(in: 0...size, using: &dice) {
            let count = UInt64(dice.magnitude(1..<1e12))
            part[Int.random(in: 0..<LogScale.count, using: &dice)] = count
          }
          dense.merge(part) { $0 + $1 }
          merged.merge(sparse(part))
        }
        #expect(entries(merged) == dense)
        #expect(merged == sparse(dense))
      }
    }
  }

  @Test func `keeps numbers on both sides of every length of varint`() {
    var counts: [UInt64] = [1, .max, .max - 1]
    for bits in stride(from: 7, to: 64, by: 7) {
      counts += [(1 << bits) - 1, 1 << bits, (1 << bits) + 1]
    }
    for (place, count) in counts.enumerated() {
      for bucket in [0, 1, 127, 128, 129, 2240, 16_383, 16_384, 1 << 40] {
        let one = sparse([bucket: count, bucket + 1 + place: 1])
        #expect(entries(one) == [bucket: count, bucket + 1 + place: 1])
      }
    }
  }

  @Test func `is empty until something is counted`() {
    var counts = SparseCounts()
    #expect(counts.isEmpty && counts.byteCount == 0)
    counts.merge(SparseCounts())
    #expect(counts.isEmpty)
    let one = sparse([3: 4])
    counts.merge(one)
    #expect(counts == one)
    counts.merge(SparseCounts())
    #expect(counts == one && !counts.isEmpty)
  }

  @Test func `leaves out buckets that were not hit`() {
    #expect(sparse([1: 0, 2: 5, 3: 0]) == sparse([2: 5]))
    #expect(sparse([1: 0]).isEmpty)
    let part = SparseCounts(most: 2) { append in
      append(2, 7)
      append(5, 8)
    }
    #expect(entries(part) == [2: 7, 5: 8])
    #expect(SparseCounts(most: 0) { _ in }.isEmpty)
  }

  @Test func `takes two bytes for a typical entry, and one for a bucket that was hit once`() {
    for (count, bytes) in [(1, 101), (2, 201), (100, 201)] {
      let entries = (0..<100).map { (bucket: 1000 + 60 * $0, count: UInt64(count)) }
      #expect(SparseCounts(sorted: entries).byteCount == bytes)
    }
  }

  @Test func `adds the same bucket again and again`() {
    var counts = SparseCounts()
    for _ in 0..<1000 { counts.merge(sparse([0: 3, 2240: UInt64(UInt32.max)])) }
    #expect(entries(counts) == [0: 3000, 2240: 1000 * UInt64(UInt32.max)])
  }
}
