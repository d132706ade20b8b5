import Testing

@testable import Telemetry

@Suite struct FoldOrderTests {
  /// What is expected of a source that told of rows, `-` where the row has to be looked up.
  private func picture(_ told: [Int], in order: inout FoldOrder, source: SourceID = 0) -> String {
    told.map { place in
      let expected = order.expected(from: source) { $0 == place }
      order.note(place, isExpected: expected != nil, from: source)
      return expected.map(String.init) ?? "-"
    }.joined(separator: " ")
  }

  @Test func `expects rows in the order in which they came before, but for some that are missing`()
  {
    var order = FoldOrder()
    #expect(picture([0, 1, 2, 3, 4], in: &order) == "- - - - -")
    #expect(picture([0, 1, 2, 3, 4], in: &order) == "- 1 2 3 4")
    #expect(picture([0, 1, 2, 3, 4], in: &order) == "0 1 2 3 4")
    #expect(picture([0, 2, 4], in: &order) == "0 2 4")
    #expect(picture([0, 4, 0], in: &order) == "0 - 0", "three are missing")
  }

  @Test func `tells sources apart`() {
    var order = FoldOrder()
    _ = picture([0, 1, 2, 0], in: &order)
    _ = picture([2, 1, 0, 2], in: &order, source: 1)
    #expect(picture([1, 2, 0], in: &order) == "1 2 0")
    #expect(picture([1, 0, 2], in: &order, source: 1) == "1 0 2")
  }
}
