import Testing

@testable import Telemetry

@Suite("Words sorted by their digits")
struct RadixSortTests {
  @Test(
    "are in the order that comparing gives",
    arguments: [
      ("none", 0, UInt64.max), ("few", 100, .max), ("of all bytes", 3000, .max),
      ("of the lowest byte", 3000, 0xFF), ("of some bytes in the middle", 3000, 0x00FF_0000_FF00),
      ("all alike", 3000, 0),
    ])
  func order(_ name: String, count: Int, mask: UInt64) {
    var state: UInt64 = 7
    let words = (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state & mask
    }
    #expect(words.sortedByRadix() == words.sorted())
  }
}
