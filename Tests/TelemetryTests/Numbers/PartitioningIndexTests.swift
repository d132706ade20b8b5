import Testing

@testable import Telemetry

@Suite struct `The place where an order turns` {
  @Test(arguments: 0..<9) func `is that of the first that belongs later`(count: Int) {
    let numbers = (0..<count).map { $0 * 2 }
    for limit in -1...(2 * count) {
      let place = numbers.partitioningIndex { $0 >= limit }
      #expect(place == numbers.firstIndex { $0 >= limit } ?? count, "\(limit) of \(numbers)")
    }
  }

  @Test func `is a place of a slice`() {
    #expect([9, 1, 2, 3, 9][1..<4].partitioningIndex { $0 > 1 } == 2)
  }
}
