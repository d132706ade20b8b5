import TestSupport
import Testing

@testable import Telemetry

@Suite struct KeyMemoTests {
  @Test func `knows a key by all of its bytes, and asks for every other`() {
    var dice = Dice(3)
    var memo = KeyMemo()
    var asked = 0
    let letters = Array("ab_".utf8)
    var lines: [[[UInt8]]] = []
    for _ in 0..<300 {
      lines.append(
        (0..<40).map { _ in
          (0..<Int.random(in: 0...18, using: &dice)).map { _ in
            letters[Int.random(in: 0..<3, using: &dice)]
          }
        })
      lines.append(lines[lines.count - 1])
    }
    for line in lines {
      for (place, key) in line.enumerated() {
        // The rank stands for the key: its hash.
        let expected = UInt8(truncatingIfNeeded: key.reduce(7) { $0 &* 31 &+ Int($1) })
        let meaning = key.withUnsafeBytes { bytes in
          memo.meaning(of: bytes, at: place) { _ in
            asked += 1
            return FieldMeaning(field: .message, rank: expected)
          }
        }
        #expect(meaning.rank == expected)
      }
    }
    let all = lines.count * 40
    #expect(asked < all * 3 / 4 && asked >= all / 2)
  }
}
