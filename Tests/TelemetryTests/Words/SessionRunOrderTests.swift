import TestSupport
import Testing

@testable import Telemetry

@Suite struct SessionRunOrderTests {
  private func runs(_ count: Int, of identities: Int, _ dice: inout Dice, _ low: UInt64)
    -> [SessionRun]
  {
    let known = (0..<identities).map { _ in UInt64.random(in: low...UInt64.max, using: &dice) }
    return (0..<count).map { _ in
      let time = Timestamp(microseconds: Int64.random(in: 0...1_000_000, using: &dice))
      return SessionRun(
        identity: known.randomElement(using: &dice) ?? 0, kind: .address, time: time)
    }
  }

  /// Where identities begin: hashes of all values, and those of a sample, whose high bits are one.
  @Test(arguments: [0, UInt64.max << 58, UInt64.max << 8] as [UInt64])
  func `sorts by identity and beginning`(low: UInt64) {
    var dice = Dice(12)
    for count in [0, 1, 2, 64, 65, 500, 3072] {
      for identities in [1, 3, 3072] {
        let runs = runs(count, of: identities, &dice, low)
        var sorted = runs
        sorted.sortByIdentity()
        let expected = runs.sorted { ($0.identity, $0.first) < ($1.identity, $1.first) }
        #expect(sorted.map(\.identity) == expected.map(\.identity))
        #expect(sorted.map(\.first) == expected.map(\.first))
      }
    }
  }
}
