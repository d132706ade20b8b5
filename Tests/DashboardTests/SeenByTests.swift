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
    #expect(screen.contains("watched for different lengths of time"))
    #expect(!screen.contains("disagree"))
  }

  @Test func `tells of sources that watched equally long and say otherwise`() {
    #expect(detail(metricsSeconds: 290, requests: 120).contains("app has 120 requests, not 600"))
    #expect(detail(metricsSeconds: 290, requests: 590).contains("sources agree"))
  }

  @Test func `claims nothing where one has too few requests to tell`() {
    let screen = detail(metricsSeconds: 290, requests: 12)
    #expect(screen.contains("figures from the first"))
    #expect(!screen.contains("agree"))
  }

  @Test func `calls no views alike whose figures are not`() {
    func view(
      _ requests: UInt64 = 600, rate: Double = 2, p50: Double = 0.1, p95: Double = 0.5
    ) -> (vantage: DisplayText, row: EndpointRow) {
      var latency = LatencySummary(count: requests)
      latency.p50 = Quantile(seconds: p50)
      latency.p95 = Quantile(seconds: p95)
      var statuses = StatusCounts()
      statuses[2] = requests
      return (
        "",
        EndpointRow(
          name: EndpointName("GET /a"), requests: requests, rate: rate, statuses: statuses,
          latency: latency, sources: [])
      )
    }
    let table: [(other: (vantage: DisplayText, row: EndpointRow), isAlike: Bool)] = [
      (view(), true), (view(580, rate: 1.9, p50: 0.11, p95: 0.55), true), (view(19), false),
      (view(300), false), (view(rate: 1.2), false), (view(p50: 0.2), false),
      (view(p95: 0.9), false),
    ]
    for (other, isAlike) in table {
      #expect(SourceDisagreement.isNone(among: [view(), other]) == isAlike, "\(other.row)")
    }
    #expect(!SourceDisagreement.isNone(among: [view()]))
    #expect(!SourceDisagreement.isNone(among: [view(3), view(3)]))
  }
}
