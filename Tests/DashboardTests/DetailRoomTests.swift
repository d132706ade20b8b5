import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// Nothing that a pane or a detail has to say is out of reach on a small screen.
struct DetailRoomTests {
  @Test func `what the selected source says is in sight`() {
    let identities = (0..<10).map {
      SourceIdentity(
        name: DisplayText("api-\($0)"), kind: .metrics,
        location: DisplayText("http://host-\($0):8000/metrics"))
    }
    var history = History(sources: identities)
    for source in identities.indices {
      var batch = Batch(source: source, time: ShopFixture.now)
      batch.health = .failing(DisplayText("reason number \(source) of them"))
      history.fold(batch)
    }
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 80, height: 24), clock: ShopFixture.now)
    _ = model.update(.key(.character("9")))
    for source in identities.indices {
      #expect(View(model).buffer.text.contains("reason number \(source) of them"))
      _ = model.update(.key(.down))
    }
  }

  private func longFinding() -> Finding {
    var finding = Finding(.poolSaturation, .high, of: .service, summary: "much is to be done")
    finding.since = ShopFixture.now - 60
    finding.advice = (1...40).map { DisplayText("step \($0).") }
    return finding
  }

  @Test func `a finding longer than the screen is scrolled`() {
    var session = ScreenSession(.troubled, width: 80, height: 24)
    session.model.show([longFinding()])
    session.press(.character(":"))
    session.type("view findings")
    session.press(.enter)
    if !session.model.isZoomed { session.press(.character("z")) }
    #expect(session.screen.contains("lines, ⏎ opens"))
    session.press(.enter)
    #expect(session.model.place == .finding(longFinding().id))
    #expect(session.screen.contains("much is to be done"))
    #expect(
      session.screen.contains("lines, ↓ ↑ scroll") || session.screen.contains("lines, ↑ ↓ scroll"))
    session.press(.down)
    #expect(session.model.detailOffset == 1)
    session.press(.end)
    #expect(session.screen.contains("step 40.") && !session.screen.contains("much is to be done"))
    session.press(.pageUp, .home)
    #expect(session.screen.contains("much is to be done"))
    session.press(
      .mouse(MouseEvent(action: .scrollDown, point: Point(x: 5, y: 5))))
    #expect(session.model.detailOffset == 3)
    session.press(.escape)
    #expect(session.model.detailOffset == 0 && session.model.place == .overview)
  }

  @Test func `processes that have no room are counted, and findings mark theirs`() {
    var history = History(sources: ShopFixture.troubled.identities)
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.readings = (1...5).map {
      SignalReading(
        signal: .residentBytes, subject: DisplayText("worker-\($0)"), time: ShopFixture.now,
        value: Double($0) * 1e8)
    }
    history.fold(batch)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    let worst = model.figures.memory[1]
    model.show([
      Finding(
        .memoryHigh, .critical, of: .process(worst.name, source: worst.source), summary: "high")
    ])
    var buffer = Buffer(size: Size(width: 40, height: 5), fill: Cell("x"))
    PaneCatalog.pane(.memory).drawFramed(model, into: &buffer, in: buffer.bounds)
    let lines = buffer.text.split(separator: "\n")
    #expect(lines[2].hasPrefix("│✖\(worst.name)"))
    #expect(lines[3].hasPrefix("│ 3 more "))
  }

  @Test(arguments: [(3, "✖ 50.0 %"), (1, " 2.1 %")])
  func `an error rate over its limit has a mark`(row: Int, figure: String) {
    var session = ScreenSession(.troubled)
    for _ in 0..<row { session.press(.down) }
    session.press(.enter)
    let line = session.lines.first { $0.hasPrefix("│ errors ") } ?? ""
    #expect(line.contains(figure) && line.contains("✖") == figure.contains("✖"))
  }

  @Test func `a statement has no calls from after the moment shown`() {
    var session = ScreenSession(.troubled)
    session.press(.character("t"))
    session.type("-10m")
    session.press(.enter)
    let model = session.model
    #expect(model.showsPast && !model.figures.queries.isEmpty)
    for row in model.figures.queries {
      #expect(row.lastSeen > model.moment && model.lastSeen(row) == nil)
      #expect(model.examples(of: row).allSatisfy { $0.time <= model.moment })
      var detail = session
      detail.model.path = [.overview, .query(row.id)]
      #expect(detail.screen.contains("last seen        ~13:5"))
      #expect(!detail.screen.contains("14:0"))
    }
  }

  @Test func `a finding began when it is said to have begun`() throws {
    var session = ScreenSession(.troubled)
    session.model.watchForFindings()
    _ = session.model.update(.tick(ShopFixture.now))
    let count = session.model.figures.findings.count
    #expect(count > 0)
    for _ in 0..<count {
      session.press(.character("f"))
      guard let said = session.lines.last?.firstMatch(of: /since (..:..:..)/)?.1 else { continue }
      let shown = try #require(session.lines.dropLast().joined().firstMatch(of: /since (..:..:..)/))
      #expect(shown.1 == said)
    }
  }

  @Test func `a table alone on the screen has what is selected below it where there is room`() {
    var session = ScreenSession(.troubled, width: 120, height: 50)
    session.press(.character("z"), .down)
    #expect(session.line(with: "latency heat map").contains("  GET /api/users/"))
    session.press(.mouse(MouseEvent(action: .press, point: Point(x: 10, y: 5))))
    #expect(session.model.selection[.overview]?[.endpoints] == 2)
    session.press(.escape, .character("7"), .character("z"), .down)
    #expect(session.screen.contains("╭─ statement "))
    #expect(session.screen.contains("called by"))
    var low = ScreenSession(.troubled, width: 80, height: 16)
    low.press(.character("z"))
    #expect(!low.screen.contains("heat map"))
  }

  @Test func `names of gauges go before the length of their bars`() {
    let rows = [
      GaugeRow(
        name: "request_deduplication", fraction: 0.1, severity: .fine, figure: "10.0 %"),
      GaugeRow(name: "main", fraction: 0.9, severity: .fine, figure: "90.0 %"),
    ]
    var buffer = Buffer(size: Size(width: 38, height: 2))
    GaugeRow.draw(
      rows, theme: .default, barRole: .cacheHit, into: &buffer, in: buffer.bounds)
    #expect(buffer.text.contains(" request_deduplication "))
    #expect(buffer.text.contains("█"))
  }
}
