import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// A part of an endpoint's detail that has nothing to show says so in one line, and gives the room
/// of the others to the others.
struct EmptyPartsTests {
  private func height(of pane: PaneID, _ model: Model) -> Int? {
    Layout(of: model).placements.first { $0.pane == pane }?.rect.height
  }

  /// Two endpoints, of which only the other one has latencies, or both; nothing fails.
  private func session(width: Int, hasLatencies: Bool) -> ScreenSession {
    var history = History(sources: [
      SourceIdentity(name: "nginx", kind: .log, location: "access.log")
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.vantage = "nginx"
    batch.covered = (ShopFixture.now - 300)...ShopFixture.now
    var statuses = StatusCounts()
    statuses[2] = 4
    let latency = ShopFixture.latency(of: [1, 1, 1, 2], layout: .logarithmic)
    batch.traffic = ["GET /this", "GET /other"].map { name in
      TrafficDelta(
        name: EndpointName(name), time: ShopFixture.now - 10, statuses: statuses,
        latency: hasLatencies || name != "GET /this" ? latency : nil)
    }
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    var session = ScreenSession(.empty)
    session.model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: width, height: 40), clock: ShopFixture.now)
    session.model.path = [.overview, .endpoint(EndpointName("GET /this"))]
    return session
  }

  @Test(arguments: [(80, 30), (120, 40), (200, 60)])
  func `statements that there are none of have one line`(width: Int, height: Int) {
    var session = ScreenSession(.troubled, width: width, height: height)
    let mates = EndpointName(method: "GET", route: "/agents/{id}/mates")
    session.model.path = [.overview, .endpoint(mates)]
    #expect(self.height(of: .queries, session.model) == 3)
    #expect(session.screen.contains("no statement could be tied to this endpoint"))
    #expect(!session.screen.contains("STATEMENT"))
    let layout = Layout(of: session.model)
    let covered = layout.placements.reduce(0) { $0 + $1.rect.width * $1.rect.height }
    #expect(covered == width * (layout.body.height - layout.summary.height))
  }

  @Test func `errors that there are none of have one line where they stand alone`() {
    let narrow = session(width: 60, hasLatencies: true)
    #expect(height(of: .errors, narrow.model) == 3)
    #expect(narrow.screen.contains("nothing failed in 10m"))
    let wide = session(width: 120, hasLatencies: true)
    let beside = height(of: .errors, wide.model)
    #expect(beside == height(of: .latency, wide.model) && beside != 3)
    #expect(wide.screen.contains("nothing failed in 10m"))
  }

  @Test(arguments: [60, 120, 200])
  func `latencies that there are none of have one line, and no map`(width: Int) {
    let session = session(width: width, hasLatencies: false)
    #expect(height(of: .latency, session.model) == 3, "\(session.screen)")
    #expect(height(of: .heat, session.model) == nil)
    #expect(session.screen.contains("no latencies of this endpoint in the last 10m"))
  }

  @Test func `a small part has what a large one, which has no room, leaves`() {
    func row(
      _ pane: PaneID, _ least: Int, _ importance: Int, isSilent: Bool = false
    ) -> LayoutRow {
      LayoutRow(
        panes: [pane],
        room: PaneBand.Room(least: least, wanted: least, importance: importance),
        isSilent: isSilent)
    }
    let rows = [
      row(.latency, 7, 60), row(.heat, 8, 55), row(.queries, 3, 10, isSilent: true),
      row(.logs, 5, 40),
    ]
    let table: [(height: Int, shown: [PaneID], heights: [Int])] = [
      (24, [.latency, .heat, .queries, .logs], [7, 8, 3, 6]),
      (22, [.latency, .heat, .logs], [7, 8, 7]), (18, [.latency, .heat, .queries], [7, 8, 3]),
      (19, [.latency, .heat, .queries], [7, 9, 3]), (12, [.latency, .logs], [7, 5]),
      (11, [.latency, .queries], [8, 3]), (5, [.logs], [5]), (4, [.queries], [3]),
      (2, [.latency], [2]),
    ]
    for (height, shown, heights) in table {
      let fitting = rows.fitting(into: height, refills: true)
      #expect(fitting.flatMap(\.panes) == shown, "\(height)")
      #expect(fitting.heights(filling: height) == heights, "\(height)")
    }
    #expect(rows.fitting(into: 12, refills: false).flatMap(\.panes) == [.latency])
  }
}
