import Telemetry
import Testing

struct HostileJSONTests {
  private static let bodies: [String] = [
    "", " ", "{", "[", "{}", "[]", "null", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":1}}", "[1,2",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]",
    #"{"count": 1e999, "path": "/a", "avg_ms": -1e999}"#, #"{"pool": {"active": NaN, "idle": 1}}"#,
    #"{"a": 1, "a": {"a": [1, {"a": 2}]}}"#, "{\"\u{1B}[31m\": {\"rss_mb\": 99999999999999999999}}",
    #"[{"path": "/a", "count": 99999999999999999999999, "total_ms": -5}]"#,
    #"[{"path": "/a", "count": -5, "error_rate": 500, "avg_ms": 1}]"#,
    #"{"endpoints": {"\ud800": {"count": 1, "p": 3, "p0": 1, "p99999999999": 3}}}"#,
    #"{"slow_queries": [{"statement": "", "duration": 1e300, "timestamp": 1e300}]}"#,
    "Active connections: x\nserver accepts handled requests\n", "Active connections: requests",
  ]

  @Test func `no body crashes the reader`() {
    for body in Self.bodies {
      var service = JSONPoll()
      service.poll(body)
      let batch = service.poll(body)
      #expect(batch.readings.allSatisfy { $0.value.isFinite }, "\(body)")
      #expect(batch.readings.allSatisfy { !$0.subject.string.contains("\u{1B}") }, "\(body)")
    }
  }

  @Test func `no change of one body into another crashes the reader`() {
    var service = JSONPoll()
    for first in Self.bodies {
      for second in Self.bodies {
        service.poll(first)
        service.poll(second)
      }
    }
    #expect(service.polls == 2 * Self.bodies.count * Self.bodies.count)
  }

  @Test func `every cut of a body is read without a crash`() {
    let body = Array(
      #"{"endpoints": {"GET /a": {"count": 1.5e3, "p95_ms": 2}}, "pool": {"active": 1, "max": 2}}"#
        .utf8)
    for length in 0...body.count {
      var service = JSONPoll()
      service.poll(String(decoding: body[..<length], as: UTF8.self))
    }
  }

  @Test func `nesting without end is cut off, and the rest is read`() throws {
    let depth = 100_000
    let deep = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    var service = JSONPoll()
    let batch = service.poll("{\"deep\": \(deep), \"rss_mb\": 1}")
    #expect(batch.readingsPicture == "residentBytes 1048576")
  }

  @Test func `a body over the limit is refused`() {
    let body = [UInt8](repeating: 0x20, count: JSONNode.bodyLimit) + Array("{}".utf8)
    #expect(throws: JSONFault.tooLarge(limit: 16 << 20)) {
      try JSONSession.look(JSONBody(location: "/", bytes: Array("{".utf8) + body))
    }
  }

  @Test func `broken JSON says so`() {
    var service = JSONPoll()
    #expect(
      service.poll(#"{"a": "#).health
        == .failing("not readable: /stats: broken JSON (cut off, or not JSON at all)"))
  }

  @Test func `the last of equal keys counts`() {
    var service = JSONPoll()
    #expect(
      service.poll(#"{"memory": {"heap_used_mb": 1}, "memory": {"heap_used_mb": 2}}"#)
        .readingsPicture == "heapBytes 1048576")
    let members = try? JSONNode.parsed(#"{"a": 1, "a": 2}"#)["a"]?.number
    #expect(members == 2)
  }

  @Test func `totals that fall again and again are told`() {
    var service = JSONPoll()
    var notes = ""
    var processNote: DisplayText?
    for count in [1000, 10, 1003, 12, 1005, 14, 1009] {
      let batch = service.poll(#"[{"path": "/a", "count": \#(count), "p95_ms": 3}]"#)
      notes = batch.notesPicture
      processNote = batch.processNote
    }
    #expect(notes.contains("several processes answer in turn"))
    #expect(processNote?.string.contains("several processes answer in turn") == true)
  }
}

extension JSONNode {
  /// The node of a text.
  fileprivate static func parsed(_ text: String) throws -> JSONNode {
    let bytes = Array(text.utf8)
    return try bytes.withUnsafeBytes { try JSONNode($0) }
  }
}
