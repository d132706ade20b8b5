import TestSupport
import Testing

@testable import Telemetry

@Suite struct SlotLengthsTests {
  /// Lengths that were set one after the other, from both ends.
  private func lengths(_ values: [Int]) -> SlotLengths {
    var lengths = SlotLengths()
    let middle = values.count / 2
    lengths.append(none: values.count - middle)
    for place in middle..<values.count { lengths[place - middle] = values[place] }
    lengths.prepend(none: middle)
    for place in 0..<middle { lengths[place] = values[place] }
    return lengths
  }

  @Test(arguments: [0xFFFF, 0x10000, 1_000_000])
  func `holds short and long ones`(longest: Int) {
    var dice = Dice(45)
    for long in [0, 50, 99] {
      var values = (0..<100).map { _ in dice.roll(300) }
      values[long] = longest
      var lengths = lengths(values)
      #expect((0..<100).map { lengths[$0] } == values)
      #expect(lengths.sum(20..<80) == values[20..<80].reduce(0, +))
      #expect(lengths.sum(0..<100) == values.reduce(0, +) && lengths.sum(7..<7) == 0)
      lengths.removeFirst(30)
      #expect(lengths.count == 70 && (0..<70).map { lengths[$0] } == Array(values[30...]))
      lengths.removeFirst(70)
      #expect(lengths.isEmpty)
      lengths.append(none: 2)
      #expect(lengths.count == 2 && lengths[1] == 0)
    }
  }
}
