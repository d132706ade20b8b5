import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// Nothing that an endpoint's detail has is out of reach, and what is out of sight is counted.
struct EndpointRoomTests {
  /// The detail of an endpoint with a finding.
  private func session(
    _ width: Int, _ height: Int, symbols: Symbols = .unicode
  ) -> ScreenSession {
    var session = ScreenSession(.busy, width: width, height: height, symbols: symbols)
    session.model.show(ShopFixture.findings)
    session.press(.down, .enter)
    return session
  }

  @Test(arguments: [(80, 24), (60, 20), (40, 12), (40, 10), (120, 30)])
  func `Tab walks through all of its parts, each in sight`(width: Int, height: Int) {
    var session = session(width, height)
    var visited: [PaneID] = []
    for _ in 0..<5 {
      session.press(.tab)
      visited.append(session.model.focus)
      let placements = Layout(of: session.model).placements
      #expect(placements.contains { $0.pane == session.model.focus }, "\(session.screen)")
      #expect(!session.model.isZoomed)
      let title = PaneCatalog.pane(session.model.focus).title(of: session.model)
      #expect(session.screen.contains(title), "\(session.screen)")
    }
    #expect(visited == [.findings, .latency, .errors, .heat, .queries])
    session.press(.backTab)
    #expect(session.model.focus == .heat)
  }

  @Test func `says how many are out of sight, and which key leads there`() {
    let session = session(80, 24)
    #expect(Layout.hiddenPanes(of: session.model) == [.heat, .findings])
    #expect(session.lines.last?.hasPrefix(" tab +2 more  / filter") == true)
    let tall = self.session(120, 50)
    #expect(Layout.hiddenPanes(of: tall.model).isEmpty)
    #expect(tall.lines.last?.contains(" more") == false)
    var zoomed = session
    zoomed.press(.character("z"))
    #expect(Layout.hiddenPanes(of: zoomed.model).isEmpty)
  }

  @Test func `a digit or a view gives its part room, or the screen`() {
    var session = session(80, 24)
    session.press(.character(":"))
    session.type("view heat")
    session.press(.enter)
    #expect(session.model.isZoomed && session.model.focus == .heat)
    session.press(.escape)
    #expect(Layout(of: session.model).placements.contains { $0.pane == .heat })
    session.press(.character("3"))
    #expect(session.model.focus == .errors && !session.model.isZoomed)
    #expect(Layout(of: session.model).placements.contains { $0.pane == .errors })
  }

  @Test(
    arguments: [
      (80, 24, ["p50", "p90", "p95", "p99", "p99.9", "max"]),
      (100, 30, ["p50", "p90", "p95", "p99", "p99.9", "max"]),
      (120, 40, ["p50", "p90", "p95", "p99", "p99.9", "max"]),
      (200, 60, ["p50", "p75", "p90", "p95", "p99", "p99.9", "max"]),
    ])
  func `has its percentiles in a table that is never cut`(
    width: Int, height: Int, names: [String]
  ) throws {
    for symbols in [Symbols.unicode, .ascii] {
      let session = session(width, height, symbols: symbols)
      let summary = Layout(of: session.model).summary
      let lines = session.lines[summary.y..<summary.maxY]
      let top = try #require(lines.first)
      let start = try #require(top.firstRange(of: " percentiles ")?.lowerBound)
      let column = top.distance(from: top.startIndex, to: start)
      let told = lines.dropFirst(2).dropLast().map { line in
        String(line.dropFirst(column).prefix { $0 != " " })
      }
      #expect(told == names, "\(session.screen)")
      #expect(!lines.joined().contains("more below"))
      #expect(lines.dropFirst().first?.contains("SLOWER") == true)
    }
  }

  @Test func `percentiles that decide are the last to leave`() {
    let session = session(80, 16)
    let told = session.lines[3..<7].joined()
    for name in ["p50", "p95", "p99"] {
      #expect(told.occurrences(of: "│ \(name) ") == 2, "\(session.screen)")
    }
  }

  @Test func `tells one number of requests, whatever was read since the figures`() {
    var session = session(120, 40)
    let before = session.line(with: "─ requests ─")
    #expect(before.contains(" 1,281 in 5m "), "\(before)")
    session.model.isReckonedBeside = true
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.vantage = "nginx"
    batch.covered = (ShopFixture.now - 5)...ShopFixture.now
    var statuses = StatusCounts()
    statuses[2] = 3
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/api/users/{id}/feed"),
        time: ShopFixture.now - 1, statuses: statuses,
        latency: ShopFixture.latency(of: [0.1, 0.1, 0.1], layout: .logarithmic))
    ]
    _ = session.model.update(.batch(batch))
    #expect(session.line(with: "─ requests ─").contains(" 1,284 in 5m "), "\(session.screen)")
    let mean = session.line(with: "│ max ")
    #expect(mean.contains("mean 1") && !mean.contains(" of 1,"), "\(mean)")
  }
}
