import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

struct LayoutTests {
  private static let sizes = [
    (40, 10), (50, 14), (60, 20), (72, 24), (80, 24), (90, 30), (100, 30), (120, 40), (132, 50),
    (159, 45), (160, 45), (200, 60), (240, 70),
  ]

  /// Every place that a fixture has, with and without a zoomed pane.
  private func models(_ fixture: ShopFixture, _ width: Int, _ height: Int) -> [Model] {
    var session = ScreenSession(fixture, width: width, height: height)
    var models = [session.model]
    session.press(.enter)
    models.append(session.model)
    session.press(.enter)
    models.append(session.model)
    session.press(.character("9"))
    models.append(session.model)
    return models
  }

  @Test(arguments: sizes)
  func `fills the body with panes that do not overlap`(width: Int, height: Int) {
    for fixture in ShopFixture.all {
      for model in models(fixture, width, height) {
        let layout = Layout(of: model)
        #expect(
          layout.header.height + layout.trail.height + layout.body.height
            + layout.bottom.height == height)
        var covered = 0
        for (place, placement) in layout.placements.enumerated() {
          #expect(placement.rect.intersection(layout.body) == placement.rect)
          covered += placement.rect.width * placement.rect.height
          for other in layout.placements.dropFirst(place + 1) {
            #expect(placement.rect.intersection(other.rect).isEmpty, "\(placement) \(other)")
          }
        }
        guard model.place == .overview || model.isZoomed else { continue }
        #expect(covered == layout.body.width * layout.body.height, "\(fixture)")
      }
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func `gives the room of the endpoints to the statements where no requests are seen`(
    width: Int, height: Int
  ) {
    let model = ShopFixture.databaseOnly.model(width: width, height: height)
    let placements = Layout(of: model).placements
    #expect(!placements.contains { $0.pane == .endpoints })
    #expect(placements.first?.pane == .queries)
    #expect(placements.first?.rect.y == 1)
    #expect(model.focus == .queries)
    let other = ShopFixture.logOnly.model(width: width, height: height)
    #expect(Layout(of: other).placements.first?.pane == .endpoints)
    #expect(ShopFixture.empty.model(width: width, height: height).focus == .endpoints)
  }

  @Test func `gives the focus back when the first requests come after the first statements`() {
    var model = ShopFixture.empty.model()
    for batch in ShopFixture.databaseOnly.batches { _ = model.update(.batch(batch)) }
    model.bringUpToDate()
    #expect(model.focus == .queries)
    var chosen = model
    _ = chosen.update(.key(.down))
    for batch in ShopFixture.troubled.batches {
      _ = model.update(.batch(batch))
      _ = chosen.update(.batch(batch))
    }
    model.bringUpToDate()
    chosen.bringUpToDate()
    #expect(model.focus == .endpoints)
    #expect(chosen.focus == .queries)
    _ = model.update(.key(.enter))
    guard case .endpoint = model.place else {
      Issue.record("Enter opened \(model.place)")
      return
    }
  }

  @Test(arguments: [(60, 40), (120, 60), (200, 60)])
  func `puts the panes that a person named in their order`(width: Int, height: Int) {
    let order: [PaneID] = [.queries, .memory, .caches, .endpoints, .errors, .sources]
    var model = ShopFixture.busy.model(width: width, height: height)
    var preferences = Preferences()
    preferences.layout.shown = order
    model.configure(preferences)
    let panes = Layout.visiblePanes(of: model)
    let places = Layout(of: model).placements
    if width < 160 {
      #expect(panes == order)
      for (pane, next) in zip(places, places.dropFirst()) {
        let isBelow = next.rect.y >= pane.rect.maxY
        let isBeside = next.rect.y == pane.rect.y && next.rect.x == pane.rect.maxX
        #expect(isBelow || (isBeside && width >= 80))
      }
    } else {
      #expect(panes == [.queries, .endpoints, .errors, .memory, .caches, .sources])
    }
    // Two that go together share a band, and none is left out at the right.
    let covered = places.reduce(0) { $0 + $1.rect.width * $1.rect.height }
    #expect(covered == width * (height - 2))
    #expect(model.focus == .endpoints)
  }

  @Test(arguments: sizes)
  func `makes no pane smaller than it can be read`(width: Int, height: Int) {
    for fixture in ShopFixture.all {
      let model = fixture.model(width: width, height: height)
      for placement in Layout(of: model).placements {
        let least: (width: Int, height: Int) =
          switch placement.pane {
          case .endpoints: (40, 6)
          case .queries:
            // A single statement under its header needs no more.
            (40, min(5, model.rowCount(of: .queries) + 3))
          case .latency, .errors: (24, 7)
          case .pools, .caches, .memory, .outbound, .tasks, .breakers, .queues, .sessions: (20, 3)
          case .logs, .sources: (30, 5)
          case .heat: (24, 8)
          default: (30, 3)
          }
        #expect(
          placement.rect.width >= least.width && placement.rect.height >= least.height,
          "\(placement) of \(fixture)")
      }
    }
  }

  @Test(arguments: sizes)
  func `keeps endpoints whatever must go`(width: Int, height: Int) {
    for fixture in ShopFixture.all {
      let model = fixture.model(width: width, height: height)
      let first = fixture.history.hasEndpoints || fixture.batches.isEmpty
      #expect(Layout.visiblePanes(of: model).first == (first ? .endpoints : .queries))
    }
  }

  @Test func `lets the least important rows of panes go first`() {
    let rows: [(Int, String)] = [
      (10, "endpoints"), (17, "endpoints queries"),
      (22, "endpoints pools caches memory queries"),
      (30, "endpoints latency errors pools caches memory queries"),
      (40, "endpoints latency errors pools caches memory queries logs"),
    ]
    for (height, panes) in rows {
      let model = ShopFixture.troubled.model(width: 80, height: height)
      let shown = Layout.visiblePanes(of: model).map { "\($0)" }.joined(separator: " ")
      #expect(shown == panes, "\(height)")
    }
  }

  @Test func `gives what is critical room before what nothing is wrong with`() {
    func panes(_ severity: Severity?) -> [PaneID] {
      var model = ShopFixture.busy.model(width: 80, height: 24)
      let findings = severity.map {
        Finding(.breakerOpen, $0, of: .breaker("openai", source: 0), summary: "it is open")
      }
      model.show([findings].compactMap { $0 })
      return Layout.visiblePanes(of: model)
    }
    let usual = panes(nil)
    #expect(!usual.contains(.breakers) && usual.contains(.pools))
    #expect(panes(.high) == usual)
    #expect(panes(.critical).prefix(2) == [.endpoints, .queries])
    #expect(panes(.critical).contains(.breakers) && !panes(.critical).contains(.pools))
  }

  @Test func `gives the list of what is found room before what nothing is wrong with`() throws {
    let usual = ShopFixture.busy.model(width: 80, height: 24)
    let slowest = try #require(usual.figures.queries.first)
    func panes(_ severity: Severity) -> [PaneID] {
      var model = usual
      model.show([
        Finding(.poolSaturation, severity, of: .pool("loader", source: 0), summary: "it is full"),
        Finding(.slowQuery, severity, of: .query(slowest.id), summary: "it is slow"),
      ])
      return Layout.visiblePanes(of: model)
    }
    #expect(panes(.high) == Layout.visiblePanes(of: usual))
    #expect(panes(.critical) == [.endpoints, .queries, .findings])
  }

  @Test func `gives the room of panes that nobody feeds to the others`() {
    #expect(Layout.visiblePanes(of: ShopFixture.empty.model()) == [.endpoints, .sources])
    #expect(
      Layout.visiblePanes(of: ShopFixture.metricsOnly.model()) == [
        .endpoints, .latency, .errors, .pools, .caches, .memory,
      ])
  }

  @Test func `stands gauges beside the tables and the log on wide screens`() {
    let placements = Layout(of: ShopFixture.troubled.model(width: 200, height: 60)).placements
    let left = placements.filter { $0.rect.x < 124 }.map(\.pane)
    let right = placements.filter { $0.rect.x >= 124 }.map(\.pane)
    #expect(left == [.endpoints, .latency, .errors, .queries, .logs])
    #expect(right == [.pools, .caches, .memory, .heat])
  }

  @Test(arguments: [(79, [79, 79, 79, 79]), (100, [50, 50, 50, 50]), (120, [60, 60, 60, 60])])
  func `stands four panes of one kind two by two`(width: Int, widths: [Int]) {
    let model = ShopFixture.busy.model(width: width, height: 80)
    let work = Layout(of: model).placements.filter {
      PaneCatalog.pane($0.pane).band == .work
    }
    #expect(work.map(\.pane) == [.outbound, .tasks, .breakers, .queues])
    #expect(work.map(\.rect.width) == widths)
    #expect(Set(work.map(\.rect.y)).count == (width < 80 ? 4 : 2))
  }

  @Test func `says what it needs on a screen that is too small`() {
    #expect(
      ScreenSession(.troubled, width: 39, height: 10).lines.prefix(2) == [
        "svctop needs 40x10,", "this is 39x10",
      ])
  }
}
