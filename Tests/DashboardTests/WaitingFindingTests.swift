import Telemetry
import TestSupport
import Testing

@testable import Dashboard

/// Findings that an endpoint's page counts although they are about something else.
@Suite struct WaitingFindingTests {
  @Test func `a pool's time-outs are a finding of the endpoints that wait for them`() {
    let waiting = EndpointName("POST /generate")
    var cascade = Finding(
      .poolTimeoutCascade, .critical, of: .pool("poster", source: 0), summary: "time-outs")
    cascade.symptoms = [
      FindingSymptom(.waitsForTimeout, of: .endpoint(waiting), "POST /generate waits")
    ]
    var figures = Figures()
    figures.findings = [cascade]
    #expect(figures.findings(at: .endpoint(waiting)).map(\.id) == [cascade.id])
    #expect(figures.findings(at: .endpoint(EndpointName("GET /a"))).isEmpty)
  }
}
