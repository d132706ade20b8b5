import Testing

@testable import Telemetry

struct JSONMappingTests {
  private static func body(_ count: Int) -> String {
    """
    {"svc": {"things": {"checkout": {"n1": \(count), "bad": 1, "t": 500}},
     "pools": [{"label": "main", "held": 4, "room": 8}], "odd": {"kb": 2}}}
    """
  }

  private static func rule(_ path: String, _ meaning: String, subject: String, unit: String = "")
    throws -> JSONMapping.Rule
  {
    JSONMapping.Rule(
      path: path, meaning: try #require(JSONMapping.Meaning(meaning)), subject: subject, unit: unit)
  }

  @Test func `rules say what is what`() throws {
    let mapping = JSONMapping(rules: [
      try Self.rule("svc.things.*.n1", "requests", subject: "*1"),
      try Self.rule("svc.things.*.bad", "errors", subject: "*1"),
      try Self.rule("$.svc.things.*.t", "duration_sum", subject: "*1", unit: "ms"),
      try Self.rule("svc.pools[].held", "poolInUse", subject: ".label"),
      try Self.rule("svc.pools[].room", "poolLimit", subject: ".label"),
      try Self.rule("svc.odd.kb", "residentBytes", subject: ""),
    ])
    var service = JSONPoll(mapping: mapping)
    let first = service.poll(Self.body(5))
    #expect(
      first.readingsPicture == "poolInUse [main] 4\npoolLimit [main] 8\nresidentBytes 2048")
    #expect(first.recognised == ["mapping"])
    let second = service.poll(Self.body(9).replacing("\"t\": 500", with: "\"t\": 900"))
    #expect(second.trafficPicture == "checkout 2xx:4 n:4 sum:0.4")
  }

  @Test func `a limit that a rule points at is not what is open at least`() throws {
    let rule = try Self.rule("pool.ceiling", "poolLimit", subject: "")
    var service = JSONPoll(mapping: JSONMapping(rules: [rule]))
    let batch = service.poll(
      #"{"pool": {"size": 5, "checked_out": 9, "checked_in": 0, "ceiling": 15}}"#)
    #expect(batch.readings(of: .poolLimit, .poolLeastLimit) == "poolLimit 15")
  }

  @Test func `what a rule takes is no longer said to be unknown`() throws {
    let root = try Array(Self.body(5).utf8).withUnsafeBytes { try JSONNode($0) }
    let rules = [
      try Self.rule("svc.pools[].held", "poolInUse", subject: ".label"),
      try Self.rule("$.svc.things.*.n1", "requests", subject: "*1"),
    ]
    func unknown(_ rules: [JSONMapping.Rule]) -> Set<String> {
      var findings = JSONFindings()
      for path in ["svc.pools[].held", "svc.pools[].room", "svc.things.checkout.n1"] {
        findings.addUnknown(path)
      }
      JSONMapping(rules: rules).apply(to: root, location: "/stats", into: &findings)
      #expect(findings.unknownCount == findings.unknown.count)
      return Set(findings.unknown.map(\.string))
    }
    #expect(unknown([]).count == 3)
    #expect(unknown(rules) == ["svc.pools[].room"])
  }

  @Test func `a rule for another address is left alone`() throws {
    var rule = try Self.rule("svc.odd.kb", "residentBytes", subject: "")
    rule.location = "/other"
    var service = JSONPoll(mapping: JSONMapping(rules: [rule]))
    #expect(service.poll(Self.body(1)).readings.isEmpty)
  }

  @Test func `a meaning nobody knows is none`() {
    #expect(JSONMapping.Meaning("latency") == nil)
    #expect(JSONMapping.Meaning("p99") == .quantile(0.99))
    #expect(JSONMapping.Meaning("p999") == .quantile(0.999))
    #expect(JSONMapping.Meaning("heapBytes") == .signal(.heapBytes))
  }
}
