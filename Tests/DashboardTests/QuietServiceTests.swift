import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// A day of a service with few requests: its rates are numbers all the same, and no room goes to
/// maps of a few dots.
struct QuietServiceTests {
  /// So many endpoints with so many requests each, in a log of a day.
  private func model(
    endpoints: Int = 30, requests: Int, width: Int = 120, height: Int = 40
  ) -> Model {
    var history = History(sources: [
      SourceIdentity(name: "nginx", kind: .log, location: "/var/log/nginx/access.log")
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.vantage = "nginx"
    batch.covered = (ShopFixture.now - 86_400)...ShopFixture.now
    var statuses = StatusCounts()
    statuses[2] = UInt64(requests)
    let latency = ShopFixture.latency(
      of: Array(repeating: 0.2, count: requests), layout: .logarithmic)
    batch.traffic = (0..<endpoints).map { number in
      TrafficDelta(
        name: EndpointName("GET /route\(number)"), time: ShopFixture.now - 10, statuses: statuses,
        latency: latency)
    }
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    var settings = Settings()
    settings.window = .all
    return Model(
      history: history, settings: settings, theme: .default,
      size: Size(width: width, height: height), clock: ShopFixture.now)
  }

  private func line(_ model: Model, with text: String) -> String {
    View(model).buffer.text.split(separator: "\n").first { $0.contains(text) }.map(String.init)
      ?? ""
  }

  @Test(
    arguments: [
      (8, "RATE/h", " 0.3 ", "rate     0.3 /h"), (4320, "RATE/min", " 3.0 ", "rate   3.0 /min"),
      (17_280, "RATE/s", " 0.2 ", "rate     0.2 /s"),
    ])
  func `has its rates by the length of time in which they are numbers`(
    requests: Int, title: String, rate: String, detail: String
  ) {
    var model = model(requests: requests)
    #expect(line(model, with: "ROUTE").contains(" \(title) "))
    #expect(line(model, with: "/route0 ").contains(rate))
    _ = model.update(.key(.enter))
    #expect(line(model, with: "│ rate ").contains(detail))
  }

  @Test func `keeps the unit of its rates while a filter leaves the slowest`() {
    var model = model(requests: 4320)
    for key in [Key.character("/"), .character("z"), .character("z"), .enter] {
      _ = model.update(.key(key))
    }
    #expect(model.figures.endpoints.isEmpty)
    #expect(line(model, with: "ROUTE").contains(" RATE/min "))
  }

  @Test(arguments: [(8, false), (100, true)])
  func `has a heat map beside its tables where endpoints have requests for one`(
    requests: Int, isShown: Bool
  ) {
    var model = model(requests: requests, width: 200, height: 60)
    let placements = Layout(of: model).placements
    #expect(placements.contains { $0.pane == .heat } == isShown)
    _ = model.update(.key(.down))
    #expect(Layout(of: model).placements == placements, "whatever is selected")
  }

  @Test(arguments: [(120, 40), (200, 60)])
  func `has a few lines of a map for an endpoint of a few requests`(width: Int, height: Int) {
    func map(_ requests: Int) -> Int? {
      var model = model(requests: requests, width: width, height: height)
      _ = model.update(.key(.enter))
      return Layout(of: model).placements.first { $0.pane == .heat }?.rect.height
    }
    #expect(map(8) == 8)
    #expect(map(100).map { $0 > 8 } == true)
  }
}
