import Testing

@testable import Telemetry

@Suite struct HashPlacesTests {
  @Test func `numbers hashes in the order they come, however many there are`() {
    var places = HashPlaces(expecting: 10)
    // Hashes that differ in their upper bits only, and ones that follow each other.
    let hashes = (1...3000).map { UInt64($0) << 40 } + (1...3000).map { UInt64($0) }
    for (place, hash) in hashes.enumerated() { #expect(places.place(of: hash) == place) }
    for (place, hash) in hashes.enumerated() { #expect(places.known(hash) == place) }
    #expect(places.count == hashes.count)
  }

  @Test func `knows nothing that was not entered`() {
    var places = HashPlaces(expecting: 10)
    #expect(places.known(7) == nil)
    #expect(places.known(0) == nil)
    #expect(places.place(of: 0) == 0)
    #expect(places.place(of: 1) == 0)
    #expect(places.known(7) == nil)
  }
}
