import TestSupport
import Testing

@testable import Telemetry

@Suite struct SparseSumTests {
  @Test(arguments: [0, 1, 2, 7, 8, 9, 15, 16, 17, 100])
  func `amounts to what was added`(number: Int) {
    var dice = Dice(UInt64(number) + 1)
    var sum = SparseSum()
    var expected: [Int: UInt64] = [:]
    for _ in 0..<number {
      let counts = Dictionary(
        (0..<5).map { _ in
          (Int.random(in: 0..<40, using: &dice), UInt64.random(in: 1..<300, using: &dice))
        }, uniquingKeysWith: { $1 })
      for (bucket, count) in counts { expected[bucket, default: 0] += count }
      sum.add(
        SparseCounts(sorted: counts.sorted { $0.key < $1.key }.map { (bucket: $0, count: $1) }))
    }
    var whole = SparseSum()
    whole.add(sum)
    for one in [sum, whole] {
      var found: [Int: UInt64] = [:]
      one.forEachPart { part in part.forEach { found[$0, default: 0] += $1 } }
      #expect(found == expected)
    }
  }
}
