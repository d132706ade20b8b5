import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Snapshots in every output and of every view.
@Suite struct SnapshotOutputTests {
  /// Every view that a model has: all panes, its first endpoints and statements.
  private static func views(of model: Model) -> [SnapshotView] {
    [.overview] + PaneID.allCases.map(SnapshotView.pane)
      + model.figures.everyEndpoint.prefix(3).map { .endpoint($0.name.description) }
      + model.figures.queries.prefix(3).map { .query($0.hexID) }
      + model.figures.outbound.prefix(2).map { .outbound($0.name.description) }
      + model.figures.tasks.prefix(2).map { .task($0.name.description) } + [.help]
  }

  private func shown(_ model: Model, _ view: SnapshotView) throws -> Model {
    try model.showing(view).get()
  }

  @Test func `tells in Markdown what is wrong before all tables`() throws {
    var model = ShopFixture.troubled.model()
    #expect(!model.snapshotMarkdown().contains("## Findings"), "nobody watches")
    model.watchForFindings()
    model.finish(at: ShopFixture.now)
    let markdown = model.snapshotMarkdown()
    let findings = try #require(markdown.firstRange(of: "## Findings"))
    let endpoints = try #require(markdown.firstRange(of: "## Endpoints"))
    #expect(findings.lowerBound < endpoints.lowerBound)
  }

  @Test(arguments: ShopFixture.all)
  func `holds no control character and no line over the width, in any view`(
    fixture: ShopFixture
  ) throws {
    let model = fixture.model()
    for view in Self.views(of: model) {
      let shown = try shown(model, view)
      for width in [40, 100] {
        let text = shown.snapshotText(width: width, height: nil)
        #expect(text.split(separator: "\n").allSatisfy { CellWidth.of(String($0)) <= width })
        #expect(text == shown.snapshotText(width: width, height: nil))
      }
      let markdown = shown.snapshotMarkdown()
      #expect(markdown == shown.snapshotMarkdown())
      for scalar in (shown.snapshotText(width: 100, height: nil) + markdown).unicodeScalars
      where scalar != "\n" {
        #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
      }
    }
  }

  @Test(arguments: ShopFixture.all)
  func `is the text with colours around it`(fixture: ShopFixture) throws {
    let model = fixture.model()
    for depth in [ColorDepth.none, .ansi8, .ansi16, .indexed256, .truecolor] {
      let ansi = model.snapshotANSI(width: 100, height: 40, depth: depth)
      #expect(ansi.contains("\u{1B}[") == (depth > .none && ansi.contains("\u{1B}")))
      if depth == .none { #expect(!ansi.contains("\u{1B}")) }
      let plain = ansi.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        String(line.reversed().drop { $0 == " " }.reversed())
      }
      #expect(lines.joined(separator: "\n") == model.snapshotText(width: 100, height: 40))
    }
  }

  @Test(arguments: ShopFixture.all)
  func `has as many cells in each row of a Markdown table as in its head`(
    fixture: ShopFixture
  ) throws {
    let model = fixture.model()
    for view in Self.views(of: model) {
      var columns: Int?
      var isCode = false
      let markdown = try shown(model, view).snapshotMarkdown()
      for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isCode.toggle() }
        guard !isCode, line.hasPrefix("|") else {
          columns = nil
          continue
        }
        let bars = line.replacing("\\\\", with: "").replacing("\\|", with: "")
          .filter { $0 == "|" }.count
        #expect(columns ?? bars == bars, "\(line)")
        columns = bars
      }
    }
  }

  @Test func `shows no literal and no value of a query string in any output`() throws {
    var model = ShopFixture.troubled.model()
    var batch = Batch(source: 1, time: model.clock)
    batch.lines = [
      LogLine(
        time: model.clock, level: .info, text: "GET /search?q=sesame&page=77123 HTTP/1.1",
        source: 1),
      LogLine(
        time: model.clock, level: .error,
        text: "ERROR: select * from users where mail = 'sesame' and id = 77123", source: 1),
      LogLine(
        time: model.clock, level: .error, text: "postgres://ann:sesame@db/shop refused", source: 1),
    ]
    batch.tally.unparsed = 1
    batch.tally.unparsedExample = "GET /x?key=sesame"
    batch.notes = ["one of them: statement: select 77123"]
    batch.health = .failing("http://127.0.0.1/metrics?key=sesame: 404")
    model.history.fold(batch)
    model.refresh()
    for view in Self.views(of: model) {
      let shown = try shown(model, view)
      let outputs = [
        shown.snapshotText(width: 200, height: 60), shown.snapshotMarkdown(),
        shown.snapshotANSI(width: 200, height: 60, depth: .truecolor), shown.snapshotJSON().text,
      ]
      for output in outputs {
        for secret in ["sesame", "77123", "4711", "curious"] {
          #expect(!output.contains(secret), "\(view) tells \(secret)")
        }
      }
    }
    model.settings.showsLiterals = true
    let logs = try shown(model, .pane(.logs))
    #expect(logs.snapshotText(width: 200, height: 60).contains("sesame"))
    #expect(logs.snapshotMarkdown().contains("sesame"))
    #expect(logs.snapshotJSON().text.contains("sesame"))
  }

  @Test func `finds endpoints by their names and statements by the beginning of their ids`() throws
  {
    let model = ShopFixture.troubled.model()
    let named = try shown(model, .endpoint("GET /api/orders/{order_id}"))
    #expect(
      named.place == .endpoint(EndpointName(method: "GET", route: "/api/orders/{id}")))
    let id = try #require(model.figures.queries.first?.hexID)
    #expect(try shown(model, .query(String(id.prefix(8)))).place == shown(model, .query(id)).place)
    for (view, message) in [
      (SnapshotView.endpoint("POST /api/order"), "did you mean \"POST /api/orders\"?"),
      (.endpoint("/api/search"), "did you mean \"GET /api/search\"?"),
      (.endpoint("GET /orders"), "\"POST /api/orders\""),
      (.endpoint("/xyzzy"), "no endpoint \"/xyzzy\" in the window; there are endpoints as \""),
      (.query("zz"), "there is no statement with the id \"zz\" in the window"),
      (.query(""), "there is no statement"),
    ] {
      guard case .failure(let failure) = model.showing(view) else {
        Issue.record("\(view) was found")
        continue
      }
      #expect(failure.message.string.contains(message))
    }
  }

  @Test func `knows its views by name`() {
    #expect(SnapshotView(name: "overview") == .overview)
    #expect(SnapshotView(name: "pools") == .pane(.pools))
    #expect(SnapshotView(name: "endpoint:GET /x") == .endpoint("GET /x"))
    #expect(SnapshotView(name: "query:ab") == .query("ab"))
    #expect(SnapshotView(name: "outbound:POST api:443") == .outbound("POST api:443"))
    #expect(SnapshotView(name: "task:nightly") == .task("nightly"))
    #expect(SnapshotView(name: "finding:slow-query:ab") == .finding("slow-query:ab"))
    #expect(SnapshotView(name: "help") == .help)
    #expect(SnapshotView(name: "pool") == nil && SnapshotView(name: "pool:main") == nil)
  }
}
