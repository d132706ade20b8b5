import Testing

@testable import Telemetry

@Suite struct KeyValueScannerTests {
  @Test(arguments: [
    ("rt=0.151 uct=\"0.000, 1\" urt=-", "rt:0.151 uct:0.000, 1 urt:-"),
    ("user=app,db=shop,app=psql client=[local]", "user:app db:shop app:psql client:[local"),
    ("msg=\"it is \\\"so\\\"\" level=info", "msg:it is \\\"so\\\" level:info"),
    ("hello [req=1] (trace.id=2)", "req:1 trace.id:2"),
    ("a== b=\"open c=", "a:= b:open c:"), ("", ""), ("===", ""), ("no pairs", ""),
  ])
  func `walks over pairs`(text: String, expected: String) {
    let pairs = withBytes(text) { bytes in
      var scanner = KeyValueScanner(bytes)
      var pairs: [String] = []
      while let (key, value) = scanner.next() {
        pairs.append(
          String(decoding: key, as: UTF8.self) + ":" + String(decoding: value, as: UTF8.self))
      }
      return pairs.joined(separator: " ")
    }
    #expect(pairs == expected)
  }

  @Test(arguments: [
    ("180ms", 0.18), ("0.5 s", 0.5), ("31µs", 3.1e-5), ("1m2.5s", 62.5), ("1h2m3s", 3723),
    ("1.2 seconds", 1.2), ("340 msec", 0.34), ("12 ns", 1.2e-8), ("68 micros", 6.8e-5),
    ("2 minutes", 120), ("7", 7),
  ])
  func `reads durations with their units`(text: String, seconds: Double) {
    let read = withBytes(text) { DurationScanner.seconds($0, plainUnit: 1) } ?? .nan
    #expect(abs(read - seconds) < 1e-12)
  }

  @Test func `refuses durations with unknown units`() {
    for text in ["", "s", "5 apples", "1.2.3", "5s x", "-3s"] {
      #expect(withBytes(text) { DurationScanner.seconds($0, plainUnit: 1) } == nil, "\(text)")
    }
  }

  @Test func `adds the times of an upstream list`() {
    #expect(withBytes("1.000, 0.250, -, 0.5") { DurationScanner.listSum($0) } == 1.75)
    #expect(withBytes("0.1 : 0.2") { DurationScanner.listSum($0) ?? 0 } > 0.29)
    #expect(withBytes("-") { DurationScanner.listSum($0) } == nil)
    #expect(withBytes("0.1, 0.2") { DurationScanner.listSum($0, plainUnit: 0.5) ?? 0 } > 0.149)
    #expect(withBytes("12ms") { DurationScanner.listSum($0, plainUnit: 1) } == 0.012)
    #expect(withBytes("0.657 \"-\" \"curl/8.5.0\"") { DurationScanner.listSum($0) } == nil)
  }

  @Test(arguments: [
    ("request_time", LogField.seconds, 1.0), ("requestTime", .seconds, 1),
    ("duration_ms", .seconds, 1e-3), ("Duration", .seconds, 1e-9), ("duration", .seconds, 0),
    ("responseTime", .seconds, 1e-3), ("response_time", .seconds, 1),
    ("OriginDuration", .upstreamSeconds, 1e-9), ("@timestamp", .time, 0),
    ("X-Request-Id", .requestID, 0),
    ("http.response.status_code", .status, 0), ("whatever", .none, 0), ("", .none, 0),
  ])
  func `knows the aliases of fields`(key: String, field: LogField, unit: Double) {
    let meaning = withBytes(key) { FieldAliases.meaning(of: $0) }
    #expect(meaning.field == field)
    #expect(meaning.unit == unit)
  }
}
