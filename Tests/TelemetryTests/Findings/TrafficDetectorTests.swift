import Testing

@testable import Telemetry

@Suite struct TrafficDetectorTests {
  @Test func `calls an endpoint slow from five requests and a p95 over the limit`() {
    let table: [(took: [Double], says: [String])] = [
      (Array(repeating: 0.4, count: 20), []),
      (Array(repeating: 0.52, count: 20), ["slow-endpoint high"]),
      (Array(repeating: 1.1, count: 20), ["slow-endpoint critical"]),
      (Array(repeating: 1.1, count: 5), ["slow-endpoint critical"]),
      (Array(repeating: 1.1, count: 4), []),
      // One unlucky request among few says nothing.
      ([0.1, 0.1, 0.1, 0.1, 3], []),
      (
        Array(repeating: 0.1, count: 300) + Array(repeating: 0.8, count: 30), ["slow-endpoint high"]
      ),
      (Array(repeating: 0.1, count: 300) + Array(repeating: 0.8, count: 10), []),
    ]
    for (took, says) in table {
      var fixture = FindingFixture(.log)
      fixture.requests("GET /a", at: 0, took: took)
      #expect(fixture.picture() == says, "\(took.count) \(took.last ?? 0)")
    }
  }

  @Test func `says p95, requests and limit in one sentence, and since when`() throws {
    var fixture = FindingFixture(.log)
    for slot in 0..<12 {
      fixture.requests(
        "GET /a", at: Double(slot * 5), took: Array(repeating: slot < 6 ? 0.1 : 0.8, count: 10))
    }
    let finding = try #require(fixture.findings().first { $0.kind == .slowEndpoint })
    #expect(
      finding.summary.string.hasPrefix("GET /a is slow: p95 80"), "\(finding.summary)")
    #expect(finding.summary.string.hasSuffix("over 120 requests, limit 500 ms"))
    #expect(abs((finding.since?.seconds ?? 0) - FindingFixture.start - 30) < 0.01)
    #expect(finding.evidence.first?.threshold == 0.5)
    #expect(!finding.advice.isEmpty)
    // That it was faster before is part of the same finding.
    #expect(
      finding.symptoms.contains { $0.string.contains("slower") } || fixture.findings().count == 1)
  }

  @Test(arguments: [(0.8, Severity.high), (1.1, .critical)])
  func `names one limit, however far over it an endpoint is`(
    seconds: Double, severity: Severity
  ) throws {
    var fixture = FindingFixture(.log)
    fixture.requests("GET /a", at: 0, took: Array(repeating: seconds, count: 20))
    let finding = try #require(fixture.findings().first)
    #expect(finding.severity == severity)
    #expect(finding.summary.string.hasSuffix("limit 500 ms"))
    #expect(finding.evidence.first?.threshold == 0.5)
  }

  @Test func `asks for a log of statements where there is none, else for what ties them`() throws {
    let table: [(isLogged: Bool, isTied: Bool, says: String)] = [
      (false, false, "Give svctop the log of its database"),
      (true, false, "No statement in the logs could be tied to GET /a: an id of the request"),
      (true, true, "Log the time of each step of GET /a: none of the statements in the logs"),
    ]
    for (isLogged, isTied, says) in table {
      var fixture = FindingFixture(.log, .log)
      fixture.requests("GET /a", at: 0, took: Array(repeating: 0.8, count: 20))
      if isLogged {
        fixture.calls(
          "SELECT a FROM t WHERE b = 1", at: 0, took: Array(repeating: 0.01, count: 9), source: 1)
      }
      if isTied {
        fixture.add(1, at: 0) { batch, from in
          batch.spanEndpoints = [EndpointName("GET /b")]
          let span = Span(end: Timestamp(seconds: from), seconds: 0.01, uncertainty: 0.001)
          batch.querySpans = [QuerySpan(query: 7, endpoint: 0, span: span)]
        }
      }
      let finding = try #require(fixture.findings().first { $0.kind == .slowEndpoint })
      #expect(finding.advice.first?.string.hasPrefix(says) == true, "\(finding.advice)")
    }
  }

  @Test func `counts errors from 5, 10 and 25 percent, beyond chance`() {
    let table: [(requests: Int, errors: Int, says: [String])] = [
      (100, 5, []), (100, 6, ["error-rate medium"]), (100, 11, ["error-rate high"]),
      (100, 26, ["error-rate critical"]), (10, 1, []), (10, 2, ["error-rate high"]),
      (10, 3, ["error-rate critical"]), (5, 1, []), (4, 4, []), (12, 6, ["error-rate critical"]),
    ]
    for (requests, errors, says) in table {
      var fixture = FindingFixture(.log)
      fixture.requests(
        "GET /a", at: 0, took: Array(repeating: 0.01, count: requests), errors: errors)
      #expect(fixture.picture() == says, "\(errors) of \(requests)")
    }
  }

  @Test func `keeps silent about the moment of a restart`() {
    var fixture = FindingFixture(.log)
    for slot in 0..<60 {
      for name in ["GET /a", "GET /b", "GET /c"] {
        fixture.requests(
          name, at: Double(slot * 5), took: Array(repeating: 0.02, count: 4),
          errors: slot == 30 || slot == 31 ? 4 : 0)
      }
    }
    #expect(fixture.picture(.last(300)).isEmpty)
    for name in ["GET /a", "GET /b"] {
      fixture.requests(name, at: 299, took: Array(repeating: 0.02, count: 20), errors: 12)
    }
    #expect(fixture.picture(.last(300)).contains("error-rate medium"))
  }

  @Test func `sees an endpoint become slower than it was`() {
    for (late, says) in [
      (0.05, [String]()), (0.07, []), (0.2, ["latency-regression high"]),
      (0.13, ["latency-regression medium"]),
    ] {
      var fixture = FindingFixture(.log)
      for slot in 0..<48 {
        let base = slot < 36 ? 0.05 : late
        let took = (0..<20).map { base * (1 + Double(($0 * 7 + slot) % 10) / 50) }
        fixture.requests("GET /a", at: Double(slot * 5), took: took)
      }
      #expect(fixture.picture() == says, "\(late)")
    }
  }

  @Test func `names the gateway that a rate limit counts`() {
    for (client, count, says) in [
      ("172.18.0.1", 6, ["rate-limit-gateway high"]), ("172.18.0.1", 4, []),
      ("203.0.113.9", 20, []), ("10.0.0.7", 20, ["rate-limit-gateway high"]), ("", 20, []),
      ("172.32.0.1", 20, []),
    ] as [(String, UInt64, [String])] {
      var fixture = FindingFixture(.log)
      fixture.add(at: 0) { batch, from in
        batch.refusals = [
          RefusalDelta(
            status: 429, endpoint: EndpointName("GET /a"), client: DisplayText(client),
            count: count, last: Timestamp(seconds: from + 1), line: 8)
        ]
      }
      #expect(fixture.picture() == says, "\(client) \(count)")
    }
  }

  @Test func `does not blame a gateway for 429s of many addresses`() {
    var fixture = FindingFixture(.log)
    fixture.add(at: 0) { batch, from in
      batch.refusals = (1...10).map {
        RefusalDelta(
          status: 429, endpoint: EndpointName("GET /a"), client: DisplayText("10.0.0.\($0)"),
          count: 3, last: Timestamp(seconds: from + 1))
      }
    }
    #expect(fixture.picture().isEmpty)
  }

  @Test func `tells of bodies that are too large`() throws {
    for (count, says) in [(2, [String]()), (3, ["payload-limit medium"])] as [(UInt64, [String])] {
      var fixture = FindingFixture(.log)
      fixture.requests("POST /a", at: 0, took: Array(repeating: 0.01, count: 20))
      fixture.add(at: 0) { batch, from in
        batch.refusals = [
          RefusalDelta(
            status: 413, endpoint: EndpointName("POST /a"), client: "10.0.0.1", count: count,
            last: Timestamp(seconds: from + 1), line: 4)
        ]
      }
      #expect(fixture.picture() == says)
    }
  }

  @Test func `sees slow calls to other services`() {
    for (seconds, count, says) in [
      (0.9, 20, [String]()), (1.2, 20, ["outbound-slow medium"]),
      (4.28, 20, ["outbound-slow high"]),
      (4.28, 4, []),
    ] {
      var fixture = FindingFixture(.log)
      fixture.requests(
        "GET search.example", at: 0, took: Array(repeating: seconds, count: count), kind: .outbound)
      #expect(fixture.picture() == says, "\(seconds)")
    }
  }

  @Test func `sees one request ask another service a dozen times`() throws {
    var fixture = FindingFixture(.log)
    fixture.requests("POST /onboarding", at: 0, took: Array(repeating: 14, count: 1))
    fixture.requests(
      "GET graph.example", at: 0, took: Array(repeating: 1.1, count: 12), kind: .outbound)
    fixture.add(at: 0, seconds: 20) { batch, from in
      batch.outboundNames = [EndpointName("GET graph.example")]
      batch.outboundSpans = (0..<12).map { place in
        OutboundSpan(
          name: 0,
          span: Span(
            end: Timestamp(seconds: from + 1.2 * Double(place + 1)), seconds: 1.1,
            uncertainty: 0.001))
      }
      batch.spanEndpoints = [EndpointName("POST /onboarding")]
      batch.requestSpans = [
        RequestSpan(
          endpoint: 0,
          span: Span(end: Timestamp(seconds: from + 14.6), seconds: 14.6, uncertainty: 0.001))
      ]
    }
    let finding = try #require(fixture.findings().first { $0.kind == .outboundNPlusOne })
    #expect(finding.severity == .critical)
    #expect(
      finding.summary.string.hasPrefix("POST /onboarding calls GET graph.example 12 times"),
      "\(finding.summary)")
  }

  @Test func `shows the limit that a job has passed`() {
    let table: [(took: [Double], errors: Int, threshold: Double)] = [
      ([70, 80], 0, 60), ([354, 340], 0, 120), (Array(repeating: 1, count: 100), 7, 0.05),
      (Array(repeating: 1, count: 100), 15, 0.1), (Array(repeating: 1, count: 100), 40, 0.25),
    ]
    for (took, errors, threshold) in table {
      var fixture = FindingFixture(.log)
      fixture.requests("mail", at: 0, took: took, errors: errors, kind: .task)
      #expect(fixture.findings().first?.evidence.first?.threshold == threshold, "\(threshold)")
    }
  }

  @Test func `sees jobs that are slow, fail or pile up`() {
    var slow = FindingFixture(.log)
    slow.requests("generate", at: 0, took: [354, 340], kind: .task)
    #expect(slow.picture() == ["task-slow high"])
    var quick = FindingFixture(.log)
    quick.requests("generate", at: 0, took: [45, 25], kind: .task)
    #expect(quick.picture().isEmpty)
    var failing = FindingFixture(.log)
    failing.requests("mail", at: 0, took: Array(repeating: 1, count: 20), errors: 3, kind: .task)
    #expect(failing.picture() == ["task-failures high"])
    var piling = FindingFixture(.metrics)
    for step in 0..<40 {
      piling.readings(at: Double(step * 5), (.taskBacklog, "mails", 10 + 3 * Double(step)))
    }
    #expect(piling.picture() == ["task-backlog high"])
    var steady = FindingFixture(.metrics)
    for step in 0..<40 {
      steady.readings(at: Double(step * 5), (.taskBacklog, "mails", 30 + Double(step * 7 % 11)))
    }
    #expect(steady.picture().isEmpty)
  }
}
