import TestSupport
import Testing

@testable import Telemetry

@Suite struct RisingNumbersTests {
  private func bytes(_ numbers: [UInt64], low: Int, room: Int = 8192) -> [UInt8]? {
    withUnsafeTemporaryAllocation(byteCount: room, alignment: 1) { target in
      RisingNumbers.write(count: numbers.count, low: low, to: target, from: 0) { append in
        for number in numbers { append(number) }
      }
      .map { Array(target[..<$0]) }
    }
  }

  private func read(_ bytes: [UInt8], low: Int, count: Int) -> [UInt64] {
    var numbers: [UInt64] = []
    let padded = bytes + Array(repeating: 0, count: max(0, 8 - bytes.count))
    padded.withUnsafeBytes {
      RisingNumbers.forEach(in: $0, from: 0, count: count, low: low) {
        numbers.append(UInt64($0))
      }
    }
    return numbers
  }

  private func numbers(_ count: Int, upTo most: Int, _ dice: inout Dice) -> [UInt64] {
    (0..<count).map { _ in UInt64(dice.roll(most)) }.sorted()
  }

  @Test(arguments: 0...RisingNumbers.mostLow)
  func `reads what was written, the same number several times too`(low: Int) {
    var dice = Dice(49)
    for count in [0, 1, 7, 8, 9, 64, 200] {
      for most in [1, 2, 40, 3000, 20_000] {
        let numbers = numbers(count, upTo: most, &dice)
        guard let bytes = bytes(numbers, low: low) else {
          Issue.record("they have room")
          continue
        }
        #expect(read(bytes, low: low, count: count) == numbers)
      }
    }
  }

  @Test func `finds the low bits that take the fewest`() {
    var dice = Dice(50)
    for _ in 0..<200 {
      let numbers = numbers(
        1 + dice.roll(200), upTo: Int(dice.magnitude(1..<20_000)) + 1, &dice)
      let sizes = (0...RisingNumbers.mostLow).compactMap { bytes(numbers, low: $0)?.count }
      let best = RisingNumbers.best(for: UInt64(numbers.count), last: numbers.last ?? 0)
      #expect(sizes[best.low] <= (sizes.min() ?? 0) + 1)
      #expect((Int(best.bits) + 7) / 8 <= sizes[best.low])
      #expect(sizes[best.low] <= (Int(best.bits) + 7) / 8 + 1)
    }
  }

  @Test func `says where there is too little room`() {
    let numbers = (0..<100).map { UInt64(4 * $0) }
    let needed = bytes(numbers, low: 2)?.count ?? 0
    for room in 0..<needed { #expect(bytes(numbers, low: 2, room: room) == nil) }
    #expect(needed == 25 + 25 && bytes(numbers, low: 2, room: needed) != nil)
  }
}
