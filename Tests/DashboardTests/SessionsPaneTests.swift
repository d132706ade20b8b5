import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Sessions on the screen, in JSON and in reports.
struct SessionsPaneTests {
  /// Visitors of the ten minutes that ended `ago` seconds ago: number N came N quarters of a minute
  /// before that and asked N times.
  private func model(
    width: Int = 120, height: Int = 40, kind: SessionIdentity = .user, exponent: UInt8 = 0,
    of fixture: ShopFixture = .logOnly, ago: Double = 0
  ) -> Model {
    let end = ShopFixture.now - ago
    let source = fixture.identities.count > 1 ? 1 : 0
    var batch = Batch(source: source, time: ShopFixture.now)
    batch.vantage = "nginx"
    var runs = (1...40).map { number in
      var run = SessionRun(
        identity: UInt64(number) << 8, kind: kind, time: end - Double(number) * 15)
      run.last = end - Double(number % 20) * 10
      if run.last < run.first { run.last = run.first }
      run.requests = UInt32(number)
      run.exponent = exponent
      return run
    }
    runs.sort { $0.identity < $1.identity }
    batch.sessions = SessionRuns(runs)
    var history = fixture.history
    history.fold(batch)
    var settings = Settings()
    settings.window = .last(300)
    return Model(
      history: history, settings: settings, theme: .default, symbols: .unicode,
      size: Size(width: width, height: height), clock: ShopFixture.now)
  }

  private func picture(_ model: Model, _ width: Int, _ height: Int, isZoomed: Bool = false)
    -> String
  {
    var buffer = Buffer(size: Size(width: width, height: height), fill: Cell("x"))
    let pane = PaneCatalog.pane(.sessions)
    if isZoomed {
      pane.drawZoomed(model, into: &buffer, in: buffer.bounds)
    } else {
      pane.drawFramed(model, into: &buffer, in: buffer.bounds)
    }
    return buffer.text
  }

  @Test func `draws how many are active, how long they stay and how much they ask for`() {
    #expect(
      picture(model(), 62, 5) == """
        ╭─ sessions ─────────────────────────── 40 active · by user ─╮
        │  40 SESSIONS      MEAN     P50     P95     P99     MAX     │
        │  duration        213 s   300 s   390 s  10 min  10 min     │
        │  requests         20.5      20      38      40      40     │
        ╰────────────────────────────────────────────────────────────╯
        """)
    #expect(
      picture(model(kind: .addressAndAgent, exponent: 5), 40, 5) == """
        ╭─ sessions ─── ~1,280 active · guess ─╮
        │  ~1,280 SESSIONS       P50     P95   │
        │  duration            300 s   390 s   │
        │  requests               20      38   │
        ╰──────────────────────────────────────╯
        """)
  }

  @Test func `says in the zoomed pane what the figures rest on`() {
    #expect(
      picture(model(kind: .addressAndAgent, exponent: 5), 80, 20, isZoomed: true) == """
        ╭─ sessions ─────────────────────────────────────────── ~1,280 active · guess ─╮
        │  ~1,280 SESSIONS      MEAN     P50     P90     P95     P99     MAX           │
        │  duration            213 s   300 s   380 s   390 s  10 min  10 min           │
        │  requests             20.5      20      36      38      40      40           │
        │                                                                              │
        │ ~1,280 sessions, ~1,280 of them active in the last 5 min; a session ends     │
        │ after 30 min without a request. Visitors are told apart by address and       │
        │ agent, which is a guess: log a user or session id to know. Estimated from 40 │
        │ sessions, chosen by hash.                                                    │
        ╰──────────────────────────────────────────────────────────────────────────────╯
        ╭─ active sessions ───────────────────────────────────────────────── ─ active ─╮
        │        │                                                                     │
        │  1,500 ┤                                                                   ⣀ │
        │        │                                                     ⣀⣀⣀⡠⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉  │
        │  1,000 ┤                                       ⣀⣀⣀⡠⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉                │
        │        │                         ⣀⣀⣀⡠⠤⠤⠤⠒⠒⠒⠊⠉⠉⠉                              │
        │    500 ┤           ⢀⣀⣀⣀⠤⠤⠤⠔⠒⠒⠒⠉⠉⠉                                            │
        │        │⣀⠤⠤⠤⠔⠒⠒⠒⠉⠉⠉⠁                                                         │
        │      0 ┤-10m                             -5m                             now │
        ╰──────────────────────────────────────────────────────────────────────────────╯
        """)
  }

  @Test func `says in one sentence that there was no session in the window`() {
    #expect(
      picture(model(ago: 400), 40, 3) == """
        ╭─ sessions ───────────────────────────╮
        │ no session in the last 5m            │
        ╰──────────────────────────────────────╯
        """)
    #expect(PaneCatalog.pane(.sessions).contentHeight(of: model(ago: 400)) == 1)
    let zoomed = picture(model(ago: 400), 80, 20, isZoomed: true)
    #expect(zoomed.contains("│ no session in the last 5m ") && !zoomed.contains("SESSIONS"))
    #expect(zoomed.contains("─ active sessions ─") && !zoomed.contains("0 sessions"))
    var all = model(ago: 400)
    all.settings.window = .all
    all.refresh()
    #expect(picture(all, 62, 5).contains("40 SESSIONS"))
  }

  /// Forty visitors, all but one of whom asked once.
  private func fleeting(width: Int = 120, height: Int = 40) -> Model {
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.vantage = "nginx"
    batch.sessions = SessionRuns(
      (1...40).map { number in
        var run = SessionRun(
          identity: UInt64(number) << 8, kind: .user, time: ShopFixture.now - Double(number))
        run.requests = number == 7 ? 2 : 1
        return run
      })
    var history = ShopFixture.busy.history
    history.fold(batch)
    return Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: width, height: height), clock: ShopFixture.now)
  }

  @Test func `has one line where nearly everybody asks once, and stands beside nothing`() {
    #expect(
      picture(fleeting(), 62, 3) == """
        ╭─ sessions ─────────────────────────── 40 active · by user ─╮
        │ 40 visitors, nearly all with one request                   │
        ╰────────────────────────────────────────────────────────────╯
        """)
    #expect(picture(fleeting(), 62, 30, isZoomed: true).contains("│  40 SESSIONS "))
    let sessions = Layout(of: fleeting(height: 80)).placements.first { $0.pane == .sessions }
    #expect(sessions?.rect.size == Size(width: 120, height: 3))
    let usual = Layout.visiblePanes(of: ShopFixture.busy.model())
    #expect(Layout.visiblePanes(of: fleeting()) == usual)
  }

  @Test func `gives its room away when nobody feeds it`() {
    #expect(!Layout.visiblePanes(of: ShopFixture.logOnly.model(height: 60)).contains(.sessions))
    #expect(Layout.visiblePanes(of: model(height: 60)).contains(.sessions))
  }

  @Test func `goes first where there is no room for all`() {
    let rows: [(Int, Int, Bool)] = [(80, 24, false), (120, 40, true), (200, 60, true)]
    for (width, height, isShown) in rows {
      let shown = Layout.visiblePanes(of: model(width: width, height: height))
      #expect(shown.contains(.sessions) == isShown, "\(width)x\(height)")
      #expect(shown.contains(.logs))
    }
    let busy = Layout(of: model(of: .busy)).placements.map(\.pane)
    #expect(busy.filter { $0 != .sessions } == Layout.visiblePanes(of: ShopFixture.busy.model()))
  }

  @Test func `draws inside of any rectangle, however small`() {
    let model = model(kind: .address, exponent: 3)
    for width in [0, 1, 2, 7, 12, 25, 41] {
      for height in [0, 1, 2, 3, 6, 16] {
        var buffer = Buffer(size: Size(width: width + 2, height: height + 2), fill: Cell("x"))
        let place = Rect(x: 1, y: 1, width: width, height: height)
        PaneCatalog.pane(.sessions).drawFramed(model, into: &buffer, in: place)
        PaneCatalog.pane(.sessions).drawZoomed(model, into: &buffer, in: place)
        for x in 0..<width + 2 { #expect(buffer[Point(x: x, y: 0)] == Cell("x")) }
        for y in 0..<height + 2 { #expect(buffer[Point(x: 0, y: y)] == Cell("x")) }
      }
    }
  }

  @Test func `is written as JSON`() throws {
    let document = try #require(ParsedJSON(model().snapshotJSON().text))
    let sessions = try #require(document["sessions"])
    #expect(
      sessions.keys == [
        "active", "count", "duration_ms", "requests_per_session", "requests", "identified_by",
        "guess", "estimate", "sampled", "gap_ms", "active_ms",
      ])
    #expect(sessions["active"] == .number(40) && sessions["count"] == .number(40))
    #expect(sessions["duration_ms"]?["count"] == .number(40))
    #expect(sessions["duration_ms"]?["p50"] == .number(300_000))
    #expect(sessions["duration_ms"]?["max"] == .number(600_000))
    #expect(sessions["requests_per_session"] == .number(20.5))
    #expect(sessions["requests"]?["p90"] == .number(36))
    #expect(sessions["identified_by"] == .string("user") && sessions["guess"] == .bool(false))
    #expect(sessions["estimate"] == .bool(false) && sessions["gap_ms"] == .number(1_800_000))
    let without = try #require(ParsedJSON(ShopFixture.logOnly.model().snapshotJSON().text))
    #expect(without["sessions"] == .null)
  }

  @Test func `has a section in the report and in Markdown`() {
    let text = MarkdownWriter.text(of: Report(of: model()).document)
    let table = """
      | Of a session | Mean | p50 | p90 | p95 | p99 | Max |
      |---|--:|--:|--:|--:|--:|--:|
      | Duration |
      """
    #expect(text.contains("## Sessions\n") && text.contains(table))
    #expect(text.contains("Visitors are told apart by user."))
    #expect(model().snapshotMarkdown().contains(table))
    #expect(
      !MarkdownWriter.text(of: Report(of: ShopFixture.logOnly.model()).document)
        .contains("Sessions"))
  }
}
