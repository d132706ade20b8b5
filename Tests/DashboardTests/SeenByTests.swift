import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// What the detail of an endpoint says of sources that tell of the same requests.
struct SeenByTests {
  /// The detail of an endpoint in a log of five minutes, and in metrics of the last seconds.
  private func detail(metricsSeconds: Double, requests: UInt64) -> String {
    var history = History(sources: [
      SourceIdentity(name: "nginx", kind: .log, location: "access.log"),
      SourceIdentity(name: "app", kind: .metrics, location: "http://127.0.0.1:1/"),
    ])
    let parts: [(vantage: DisplayText, seconds: Double, requests: UInt64)] = [
      ("nginx", 300, 600), ("app", metricsSeconds, requests),
    ]
    for (source, part) in parts.enumerated() {
      var batch = Batch(source: source, time: ShopFixture.now)
      batch.vantage = part.vantage
      batch.covered = (ShopFixture.now - part.seconds)...ShopFixture.now
      var statuses = StatusCounts()
      statuses[2] = part.requests
      batch.traffic = [
        TrafficDelta(
          name: EndpointName(method: "GET", route: "/a"), time: ShopFixture.now - 10,
          statuses: statuses)
      ]
      history.fold(batch)
    }
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    _ = model.update(.key(.enter))
    return View(model).buffer.text
  }

  @Test func `blames nobody for having watched for less time`() {
    let screen = detail(metricsSeconds: 60, requests: 120)
    #expect(screen.contains("not watched equally long"))
    #expect(!screen.contains("disagree"))
  }

  @Test func `tells of sources that watched equally long and say otherwise`() {
    #expect(detail(metricsSeconds: 290, requests: 120).contains("app has 120 requests, not 600"))
    #expect(detail(metricsSeconds: 290, requests: 590).contains("sources agree"))
  }
}
