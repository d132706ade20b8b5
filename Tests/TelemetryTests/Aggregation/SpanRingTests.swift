import Testing

@testable import Telemetry

@Suite struct SpanRingTests {
  @Test func `keeps the last elements in order`() {
    for capacity in [1, 2, 3, 7] {
      for count in 0...20 {
        var ring = SpanRing<Int>(capacity: capacity)
        for number in 0..<count { ring.append(number) }
        #expect(ring.take() == Array((0..<count).suffix(capacity)), "\(count) in \(capacity)")
        #expect(ring.take().isEmpty)
      }
    }
  }

  @Test func `starts anew after it was emptied`() {
    var ring = SpanRing<Int>(capacity: 3)
    for number in 0..<5 { ring.append(number) }
    _ = ring.take()
    ring.append(10)
    ring.append(11)
    #expect(ring.take() == [10, 11])
    for number in 20..<24 { ring.append(number) }
    #expect(ring.take() == [21, 22, 23])
  }

  @Test func `remembers nothing when there is no room`() {
    var ring = SpanRing<Int>(capacity: 0)
    ring.append(1)
    #expect(ring.take().isEmpty)
  }
}
