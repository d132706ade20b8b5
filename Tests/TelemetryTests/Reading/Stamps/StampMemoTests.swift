import TestSupport
import Testing

@testable import Telemetry

@Suite struct StampMemoTests {
  @Test func `says what the scanner says, whatever came before`() {
    let stamps = [
      "2026-11-21 02:25:43.829 UTC [1] LOG:  duration", "2026-11-21 02:25:59.001 UTC [1] LOG:  dur",
      "2026-11-21 02:25:43.829 CET [1] LOG:  duration",
      "2026-11-21 02:25:43.829 UTCX 1 LOG:  duration",
      "2026-11-21 02:25:43 UTC [1] LOG:  duration: 1 ms",
      "2026-11-21 02:25:43.829 [1] LOG:  duration",
      "2026-11-21T02:25:43.829476Z [1] LOG:  duration",
      "2026-11-21T02:25:44.829476+01:00 [1] LOG: d",
      "2026-11-21T02:25:44.829476+01:30 [1] LOG: d",
      "2026-11-21T02:25:44.8294761Z [1] LOG: duration",
      "2026-11-21T02:25:61.829476Z [1] LOG:  duration",
      "2026-11-21T02:25:4x.829476Z [1] LOG:  duration",
      "2026-11-21 02:25:43.82 UTC [1] LOG:  duration:",
      "2026-11-21 02:25:43,829 UTC [1] LOG:  duration",
      "2026-11-21 02:25:43.829 UTC:10.0.0.1:u@d:[1]:LOG:",
      "2026-11-21 02:25:43.829 -03 [1] LOG:  durat",
      "2026-11-21 02:25:43.829 -0330 [1] LOG:  duration", "2026-11-21 02:25:43.829 UTC",
      "1790000000.5 x",
    ]
    var dice = Dice(5)
    for context in [StampContext(), StampContext(offsetSeconds: 7200)] {
      var memo = StampMemo()
      memo.stamps.context = context
      var plain = StampScanner()
      plain.context = context
      for _ in 0..<2000 {
        var text = stamps[Int.random(in: 0..<stamps.count, using: &dice)]
        text.withUTF8 { utf8 in
          var mine = ByteScanner(Bytes(utf8))
          var other = ByteScanner(Bytes(utf8))
          #expect(
            memo.stamp(&mine) == plain.stamp(&other), "\(String(decoding: utf8, as: UTF8.self))")
          #expect(mine.position == other.position)
        }
      }
    }
  }
}
