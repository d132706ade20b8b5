import Testing

@testable import Telemetry

/// Whether a slow endpoint is told as what it is: a finding, or a symptom of what it waits for.
@Suite struct WaitingEndpointTests {
  private static let chat = EndpointName("POST /chat")
  private static let search = EndpointName("GET search.example")

  /// Twenty requests, each with one call in it, tied by an id or by time alone.
  private func fixture(
    request: Double, call: Double, hasID: Bool = true, caller: EndpointName = chat
  ) -> FindingFixture {
    var fixture = FindingFixture(.log)
    for place in 0..<20 {
      let at = Double(place) * 20
      fixture.add(at: at, seconds: 10) { batch, from in
        batch.traffic = [
          TrafficDelta("POST /chat", at: from, took: [request]),
          TrafficDelta("GET /other", at: from, took: [0.02]),
          TrafficDelta("GET search.example", at: from, kind: .outbound, took: [call]),
        ]
        batch.spanEndpoints = [Self.chat, EndpointName("GET /other")]
        batch.outboundNames = [Self.search]
        func span(_ end: Double, _ seconds: Double) -> Span {
          var span = Span(
            end: Timestamp(seconds: from + end), seconds: seconds, uncertainty: 0.001)
          if hasID { span.requestID = UInt64(place + 1) }
          return span
        }
        var own = RequestSpan(endpoint: caller == Self.chat ? 0 : 1, span: span(8, request))
        if caller != Self.chat { own.span.end = Timestamp(seconds: from + 9) }
        batch.requestSpans = [own]
        batch.outboundSpans = [OutboundSpan(name: 0, span: span(7.99, call))]
      }
    }
    return fixture
  }

  @Test(arguments: [true, false])
  func `waiting for a slow call is a symptom of the call`(hasID: Bool) throws {
    let findings = fixture(request: 2, call: 1.5, hasID: hasID).findings()
    #expect(findings.map(\.subject) == [.outbound(Self.search)])
    let finding = try #require(findings.first)
    // As bad as the endpoint is.
    #expect(finding.severity == .critical)
    let symptom = try #require(finding.symptoms.first?.string)
    #expect(symptom.hasPrefix("POST /chat is slow: p95 2.0"), "\(symptom)")
    #expect(symptom.contains("it waits for this call 1.50 s of 2.00 s a request"), "\(symptom)")
    #expect(symptom.contains("as the times tell") == !hasID)
    #expect(finding.gain?.seconds == 10)
  }

  @Test func `a call that is not slow is no cause`() {
    let found = fixture(request: 1.2, call: 0.9)
    #expect(found.picture() == ["slow-endpoint critical"])
    let advice = found.findings().first?.advice.first?.string ?? ""
    #expect(advice.hasPrefix("About 75 % of its time it waits for GET search.example"), "\(advice)")
  }

  @Test func `a call that takes less than half of the time is not the cause`() {
    #expect(
      fixture(request: 4, call: 1.5).picture() == [
        "slow-endpoint critical", "outbound-slow medium",
      ])
  }

  @Test func `calls of another endpoint are not the cause`() {
    let other = EndpointName("GET /other")
    #expect(
      fixture(request: 2, call: 1.5, caller: other).picture()
        == ["slow-endpoint critical", "outbound-slow medium"])
  }

  @Test func `calls in a loop belong to the request around them, whose line has no id`() throws {
    var fixture = FindingFixture(.log, .log)
    for place in 0..<80 {
      let at = Double(place) * 30
      fixture.add(at: at, seconds: 10) { batch, from in
        batch.traffic = [TrafficDelta("POST /onboarding", at: from, took: [4])]
        batch.spanEndpoints = [EndpointName("POST /onboarding")]
        batch.requestSpans = [
          RequestSpan(
            endpoint: 0,
            span: Span(end: Timestamp(seconds: from + 8), seconds: 4, uncertainty: 1))
        ]
      }
      fixture.add(1, at: at, seconds: 10) { batch, from in
        batch.outboundNames = [Self.search]
        batch.traffic = [
          TrafficDelta(
            "GET search.example", at: from, kind: .outbound, took: Array(repeating: 0.3, count: 10))
        ]
        batch.outboundSpans = (0..<10).map { call in
          var span = Span(
            end: Timestamp(seconds: from + 4.8 + 0.34 * Double(call)), seconds: .nan,
            uncertainty: 0.001)
          span.requestID = UInt64(1000 + place)
          return OutboundSpan(name: 0, span: span)
        }
      }
    }
    let finding = try #require(fixture.findings().first)
    #expect(finding.kind == .outboundNPlusOne && fixture.findings().count == 1)
    #expect(finding.summary.string.hasPrefix("POST /onboarding calls GET search.example 10 times"))
    #expect(finding.symptoms.first?.string.hasPrefix("POST /onboarding is slow") == true)
    #expect(finding.certainty != .sure)
    // More of them than are remembered, and still counted from the first.
    #expect(finding.evidence.last?.value == 80)
    var history = fixture.history
    history.settleAll()
    let all = history.range(of: .all, now: Timestamp(seconds: fixture.end))
    let begun = try #require(
      history.bursts.summary(of: .outbound(Self.search), in: all)?.begun)
    #expect(abs(begun.seconds - FindingFixture.start - 4.8) < 0.01)
    // It was so since the first that is known, which may not be when it began.
    #expect(finding.since == nil)
    let hour = TimeRange(from: all.to - 600, to: all.to)
    let some = try #require(history.bursts.summary(of: .outbound(Self.search), in: hour))
    #expect(some.about(some.bursts).begun == begun)
  }

  /// Half of the endpoints are slow while a loop is blocked; one of them at other times as well.
  private func blocked(_ own: [Double], at moments: Set<Int>) -> [Finding] {
    var fixture = FindingFixture(.log)
    for slot in 0..<60 {
      let isBlocked = slot % 6 == 0
      fixture.add(at: Double(slot * 5)) { batch, from in
        let usual = [0.02, isBlocked ? 1.4 : 0.02]
        batch.traffic = [
          TrafficDelta("GET /a", at: from, took: usual),
          TrafficDelta("GET /b", at: from, took: usual),
          TrafficDelta("GET /c", at: from, took: moments.contains(slot % 6) ? own : [0.02, 0.02]),
        ]
        if isBlocked {
          batch.readings = [
            SignalReading(
              signal: .loopLagSeconds, subject: "", time: Timestamp(seconds: from + 2), value: 1.5)
          ]
        }
      }
    }
    return fixture.findings()
  }

  @Test func `a blocked loop explains what is slow while it is blocked, and nothing else`() {
    let table: [(own: [Double], at: Set<Int>, isSymptom: Bool)] = [
      ([0.02, 1.4], [0], true),
      // At other times.
      ([0.02, 1.4], [3, 4], false),
      // Longer than the loop is blocked.
      ([0.02, 3.5], [0], false),
      // Slow most of the time.
      ([0.8, 0.9], [0, 1, 2, 3, 4, 5], false),
    ]
    for (own, moments, isSymptom) in table {
      let findings = blocked(own, at: moments)
      let stall = findings.first { $0.kind == .eventLoopStall }
      #expect(stall?.symptoms.contains { $0.string.hasPrefix("GET /a is slow") } == true)
      #expect(
        stall?.symptoms.contains { $0.string.hasPrefix("GET /c is slow") } == isSymptom,
        "\(own) \(moments)")
      let isTold = findings.contains { $0.kind == .slowEndpoint }
      #expect(isTold == !isSymptom, "\(own) \(moments)")
    }
  }
}
