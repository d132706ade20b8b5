import Testing

@testable import Telemetry

/// Lines of PgBouncer 1.8, 1.18 and 1.21.
@Suite struct PgBouncerFormatTests {
  private let old =
    "WHEN 3394 LOG stats: 281 xacts/s, 1967 queries/s, in 118855 B/s, out 93433 B/s, xact 17057 us, query 2360 us, wait time 8672 us"
  private let new =
    "WHEN [10384] LOG stats: 4874 xacts/s, 7318 queries/s, 0 client parses/s, 0 server parses/s, 0 binds/s, in 1 B/s, out 2 B/s, xact 1392 us, query 820 us, wait 45079 us"

  private func readings(_ lines: [String]) -> [String] {
    var parser = PgBouncerFormat()
    var texts: [String] = []
    for (place, line) in lines.enumerated() {
      let stamp = "2026-11-21 05:5\(place):00.000 UTC"
      var text = line.replacing("WHEN", with: stamp)
      text.withUTF8 { utf8 in
        var record = LogRecord()
        #expect(parser.parse(Bytes(utf8), into: &record), "\(line)")
        guard record.hasReadings else { return }
        for reading in parser.readings { texts.append("\(reading.signal) \(reading.value)") }
      }
    }
    return texts
  }

  @Test func `takes the wait of old versions as that of all clients in a second`() {
    #expect(readings([old]) == ["poolAcquired 16860.0", "poolWaitSeconds \(8672 / 1e6 * 60)"])
  }

  @Test func `takes the wait of new versions as that of one transaction`() {
    #expect(
      readings([new]) == ["poolAcquired 292440.0", "poolWaitSeconds \(45079 / 1e6 * 292440)"])
    let start = "WHEN [1] LOG process up: PgBouncer 1.VERSION.0, libevent 2.1.12-stable (epoll)"
    #expect(
      readings([start.replacing("VERSION", with: "21"), new])
        == ["poolAcquired 292440.0", "poolWaitSeconds \(45079 / 1e6 * 60)"])
    #expect(
      readings([start.replacing("VERSION", with: "24"), new])
        == ["poolAcquired 292440.0", "poolWaitSeconds \(45079 / 1e6 * 292440)"])
  }

  @Test func `counts a timeout once, whichever of its lines are logged`() {
    let closing =
      "WHEN [4133] LOG C-0x1: a/b@127.0.0.1:42508 closing because: query_wait_timeout (age=3s)"
    let error = "WHEN [4133] WARNING C-0x1: a/b@127.0.0.1:42508 pooler error: query_wait_timeout"
    #expect(readings([closing, error]) == ["poolTimeouts 1.0"])
    #expect(readings([error, closing]) == ["poolTimeouts 1.0"])
    #expect(readings([error]) == ["poolTimeouts 1.0"])
    let capital = error.replacing("pooler error", with: "Pooler Error")
    #expect(readings([capital]) == ["poolTimeouts 1.0"])
    #expect(readings([closing, capital]) == ["poolTimeouts 1.0"])
    #expect(
      readings([closing, error.replacing("0x1", with: "0x2")]) == [
        "poolTimeouts 1.0", "poolTimeouts 1.0",
      ])
    #expect(
      readings([closing, error, closing, error]) == ["poolTimeouts 1.0", "poolTimeouts 1.0"])
  }

  @Test func `gives other lines their level`() {
    let line =
      "2026-11-21 05:49:15.487 UTC [4133] WARNING C-0x1: (nodb)/(nouser)@127.0.0.1:42574 pooler error: no more connections allowed (max_client_conn)"
    #expect(
      summary(of: line, as: PgBouncerFormat.self)
        == "message warning 2026-11-21T05:49:15.487Z pid=4133 | C-0x1: (nodb)/(nouser)@127.0.0.1:42574 pooler error: no more connections allowed (max_client_conn)"
    )
    for other in [
      "", "2026-11-21 05:49:15.487 UTC [4133] LOG:  duration: 1 ms",
      "2026-11-21 05:49:15 UTC [1] LOUD x", "x",
    ] {
      #expect(summary(of: other, as: PgBouncerFormat.self) == nil, "\(other)")
    }
  }
}
