import TestSupport
import Testing

@testable import Telemetry

@Suite struct LeadMemoTests {
  @Test func `knows a lead by all of its bytes`() {
    var dice = Dice(5)
    var memo = LeadMemo()
    for length in 1...40 {
      let lead = (0..<length).map { _ in UInt8.random(in: 0x20..<0x7F, using: &dice) }
      let before = Int.random(in: 0..<4, using: &dice)
      var text = [UInt8](repeating: 0x31, count: before) + lead + Array("and what follows".utf8)
      text.withUnsafeBytes {
        let key = Bytes(rebasing: $0[(before + length / 3)..<(before + length / 2 + 1)])
        memo.learn(
          3, in: $0, from: before, to: before + length, key: key, opensString: true,
          FieldMeaning(field: .message))
      }
      func found() -> Bool {
        text.withUnsafeBytes { bytes in
          guard let known = memo.lead(3, in: bytes, at: before) else { return false }
          #expect(known.length == length)
          return known.key(in: bytes, at: before)
            .elementsEqual(lead[(length / 3)..<(length / 2 + 1)])
        }
      }
      #expect(found() == (8...32).contains(length))
      for place in before..<before + length {
        text[place] ^= 1
        #expect(!found(), "length \(length), byte \(place - before)")
        text[place] ^= 1
      }
      let isCut = text.withUnsafeBytes { bytes in
        memo.lead(3, in: Bytes(rebasing: bytes[..<(before + length - 1)]), at: before) == nil
      }
      #expect(isCut)
    }
  }

  @Test func `reads each line as if it were the first`() {
    var dice = Dice(8)
    let keys = [
      "time", "method", "uri", "request", "status", "duration_ms", "request_time_us", "msg",
      "level", "id",
      "user_agent", "remote_addr", "a", "a key with a \\\" and many more letters than a lead has",
      "",
    ]
    let values = [
      "\"2026-01-01T10:00:00Z\"", "\"GET\"", "\"/users/42\"", "200", "\"-\"", "\"\"", "null",
      "true",
      "0.125", "12", "\"a \\\"quoted\\\" text\"", "[1,{\"b\":2}]",
      "{\"method\":\"GET\",\"uri\":\"/x\",\"id\":\"r1\"}", "{}",
    ]
    let broken = ["\"unclosed", "+", "", "{"]
    func value() -> String {
      (dice.number(0..<1) < 0.01 ? broken : values).randomElement(using: &dice) ?? ""
    }
    var shape: [(key: String, value: String)] = []
    var learned = JSONAccessFormat()
    var understood = 0
    for _ in 0..<4000 {
      if shape.isEmpty || dice.number(0..<1) < 0.1 {
        shape = (0..<Int.random(in: 1...12, using: &dice)).map { _ in
          (keys.randomElement(using: &dice) ?? "", value())
        }
      }
      for place in shape.indices where dice.number(0..<1) < 0.15 {
        shape[place].value = value()
      }
      let colon = dice.number(0..<1) < 0.1 ? ": " : ":"
      let line = "{" + shape.map { "\"\($0.key)\"\(colon)\($0.value)" }.joined(separator: ",") + "}"
      var fresh = JSONAccessFormat()
      let expected = summary(of: line, by: &fresh)
      #expect(summary(of: line, by: &learned) == expected, "\(line)")
      if expected != nil { understood += 1 }
    }
    #expect(understood > 400)
  }
}
