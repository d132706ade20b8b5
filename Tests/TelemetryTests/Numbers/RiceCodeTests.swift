import TestSupport
import Testing

@testable import Telemetry

@Suite struct RiceCodeTests {
  /// The bytes that numbers take.
  private func bytes(_ values: [UInt64], low: Int, room: Int = 4096) -> [UInt8]? {
    withUnsafeTemporaryAllocation(byteCount: room, alignment: 1) { target in
      var writer = BitWriter(target, from: 0)
      for value in values { RiceCode.write(value, low: low, to: &writer) }
      return writer.finish().map { Array(target[..<$0]) }
    }
  }

  private func read(_ bytes: [UInt8], low: Int, count: Int) -> [UInt64] {
    bytes.withUnsafeBytes { bytes in
      var reader = BitReader(bytes, from: 0)
      return (0..<count).map { _ in
        reader.refill()
        return RiceCode.read(&reader, low: low)
      }
    }
  }

  @Test func `reads what was written, numbers of all sizes`() {
    var dice = Dice(41)
    for low in 0...RiceCode.mostLow {
      let values = (0..<200).map { _ in UInt64(dice.magnitude(1..<9e18)) - 1 } + [0, 1, 1 << 62]
      guard var bytes = bytes(values, low: low) else {
        Issue.record("they have room")
        continue
      }
      bytes += Array(repeating: 0, count: max(0, 8 - bytes.count))
      #expect(read(bytes, low: low, count: values.count) == values)
    }
  }

  @Test(arguments: [
    // 0 and 1 are `1` and `01` without low bits.
    ([0, 0, 0, 0, 0, 0, 0, 0], 0, 1), ([1, 1, 1, 1], 0, 1), ([5], 0, 1), ([8], 0, 2),
    ([7, 7], 3, 1), ([15, 15, 15, 15], 3, 3), ([95], 3, 2),
    // Twelve zeros, six bits of size and seven of the number.
    ([96], 3, 4), ([1 << 62], 0, 11),
  ])
  func `takes few bits for small numbers and some for any`(
    values: [UInt64], low: Int, expected: Int
  ) {
    #expect(bytes(values, low: low)?.count == expected)
  }

  @Test func `says where there is too little room`() {
    let values = [UInt64](repeating: 3, count: 100)
    for room in 0..<50 { #expect(bytes(values, low: 0, room: room) == nil) }
    #expect(bytes(values, low: 0, room: 50)?.count == 50)
  }

  @Test func `finds the low bits that take the fewest`() {
    var dice = Dice(42)
    for _ in 0..<200 {
      let most = Int(dice.magnitude(1..<3000)) + 1
      let values = (0..<(20 + dice.roll(200))).map { _ in UInt64(dice.roll(most)) }
      let sizes = (0...RiceCode.mostLow).compactMap { bytes(values, low: $0)?.count }
      let best = RiceCode.best(for: UInt64(values.count), sum: values.reduce(0, +))
      #expect(Double(sizes[best.low]) <= 1.1 * Double(sizes.min() ?? 0) + 1)
      #expect(Double(best.bits) / 8 < 1.3 * Double(sizes[best.low]) + 1)
    }
    #expect(RiceCode.best(for: 0, sum: 0).bits == 0)
  }
}
