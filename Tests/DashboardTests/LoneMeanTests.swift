import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// Work of which a source tells how long it took on average, and no percentiles.
struct LoneMeanTests {
  /// Four runs or requests of each name, in one bucket without bounds or as single durations.
  private func model(
    _ kind: TrafficKind, means: [String], percentiles: [String] = [], width: Int = 120
  ) -> Model {
    var history = History(sources: [
      SourceIdentity(name: "app", kind: .metrics, location: "http://127.0.0.1:1/")
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.vantage = "app"
    batch.covered = (ShopFixture.now - 300)...ShopFixture.now
    var statuses = StatusCounts()
    statuses[2] = 4
    let mean = LatencyDelta(
      layout: .explicit([]), counts: SparseCounts(sorted: [(0, 4)]), count: 4, sumSeconds: 16)
    let single = ShopFixture.latency(of: [1, 1, 1, 2], layout: .logarithmic)
    batch.traffic = (means.map { ($0, mean) } + percentiles.map { ($0, single) }).map {
      name, latency in
      TrafficDelta(
        kind: kind, name: EndpointName(name), time: ShopFixture.now - 10, statuses: statuses,
        latency: latency)
    }
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    return Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: width, height: 40), clock: ShopFixture.now)
  }

  private func picture(_ pane: PaneID, _ model: Model, _ width: Int) -> [String] {
    var buffer = Buffer(size: Size(width: width, height: 6))
    PaneCatalog.pane(pane).drawFramed(model, into: &buffer, in: buffer.bounds)
    return buffer.text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [40, 60, 120])
  func `of tasks stands under its own title, in the place of percentiles`(width: Int) {
    let lines = picture(.tasks, model(.task, means: ["web_search"]), width)
    #expect(lines[1].contains("   MEAN ") && !lines[1].contains("P95"), "\(lines)")
    #expect(lines[2].contains("web_search") && lines[2].contains(" 4.00 s "), "\(lines)")
    #expect(!lines[1].contains("P95, "))
  }

  @Test func `of tasks stands beside percentiles that others have`() {
    let model = model(.task, means: ["web_search"], percentiles: ["send_mail"])
    let lines = picture(.tasks, model, 120)
    #expect(lines[1].contains("   MEAN     P50     P95     P99 "), "\(lines)")
    #expect(lines[2].contains("web_search") && lines[2].contains("  4.00 s       -       -  "))
    #expect(lines[3].contains("send_mail") && lines[3].contains("  1.25 s "), "\(lines)")
    let single = self.model(.task, means: [], percentiles: ["send_mail"])
    #expect(!picture(.tasks, single, 120)[1].contains("MEAN"))
  }

  @Test(arguments: [40, 80, 120])
  func `of endpoints does as well, and is what they are ordered by`(width: Int) {
    let model = model(.endpoint, means: ["GET /a", "GET /b"])
    let lines = picture(.endpoints, model, width)
    #expect(lines[1].contains(" MEAN ▼") && !lines[1].contains("P95"), "\(lines)")
    #expect(lines[2].contains(" 4.00 s"), "\(lines)")
  }

  @Test func `is said to be a mean in details, and nothing beside it to be known`() {
    var model = model(.task, means: ["web_search"])
    model.path = [.overview, .work(.task, EndpointName("web_search"))]
    let task = View(model).buffer.text
    #expect(task.contains("mean       4.00 s  no percentiles known  16.0 s in all"), "\(task)")
    #expect(task.contains("no distribution: only the mean of 4.00 s is known"))
    #expect(task.contains("only the mean is known, no percentiles"))
    model.size = Size(width: 40, height: 10)
    #expect(View(model).buffer.text.contains("mean       4.00 s"))
    var requests = self.model(.endpoint, means: ["GET /a"])
    requests.path = [.overview, .endpoint(EndpointName(method: "GET", route: "/a"))]
    requests.size = Size(width: 40, height: 12)
    #expect(View(requests).buffer.text.contains("mean     4.00 s"))
  }
}
