import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// On small screens the figures that decide are the last to leave, and none is cut.
struct NarrowDetailTests {
  private func screen(
    _ place: Model.Place, _ width: Int, _ height: Int, _ symbols: Symbols = .unicode
  ) -> ScreenSession {
    var session = ScreenSession(.busy, width: width, height: height, symbols: symbols)
    session.model.path = [.overview, place]
    return session
  }

  private static let endpoint = EndpointName(method: "POST", route: "/api/posts/generate")

  @Test(arguments: [(40, 12), (40, 10), (60, 14), (80, 16), (80, 24), (120, 40)])
  func `an endpoint has its p95 with its mark`(width: Int, height: Int) {
    for symbols in [Symbols.unicode, .ascii] {
      let session = screen(.endpoint(Self.endpoint), width, height, symbols)
      let line = session.lines.first { $0.dropFirst().hasPrefix(" p95   ") } ?? ""
      #expect(line.contains("9.46 s"), "\(session.screen)")
      #expect(line.contains(String(symbols.critical)), "\(session.screen)")
    }
  }

  @Test func `an endpoint has its other figures beside the p95 where lines are few`() {
    let session = screen(.endpoint(Self.endpoint), 40, 12)
    #expect(session.lines[3].contains("p95      9.46 s ✖ errors    0.0 %"), "\(session.screen)")
    #expect(session.lines[4].contains("p99 ") && session.lines[4].contains("p50 "))
  }

  @Test(arguments: [(40, 10), (40, 12), (50, 14), (80, 24), (120, 40)])
  func `a statement has its p95, p99 and p50`(width: Int, height: Int) throws {
    let row = try #require(ShopFixture.busy.model().figures.queries.first)
    let session = screen(.query(row.id), width, height)
    let p95 = session.line(with: " p95    ")
    #expect(p95.contains("1.30 s"), "\(session.screen)")
    guard height > 10 else { return }
    #expect(session.line(with: " p99    ").contains(" s "), "\(session.screen)")
    #expect(session.line(with: " p50    ").contains(" ms "), "\(session.screen)")
  }

  @Test(arguments: [(40, 10), (40, 12), (50, 14), (80, 24)])
  func `a statement is there with its beginning, and says how much is out of sight`(
    width: Int, height: Int
  ) throws {
    let row = try #require(ShopFixture.busy.model().figures.queries.first)
    let session = screen(.query(row.id), width, height)
    #expect(session.lines[3].contains("│ \(row.fingerprint.string.prefix(20))"))
    guard width < 80 else { return }
    #expect(session.screen.contains(/─ \+\d+ lines? ─╯/), "\(session.screen)")
  }

  @Test(arguments: [Symbols.unicode, .ascii])
  func `the trail ends in the name of what is shown`(symbols: Symbols) throws {
    let row = try #require(ShopFixture.busy.model().figures.queries.first)
    var session = screen(.endpoint(Self.endpoint), 40, 12, symbols)
    let (arrow, ellipsis) = (String(symbols.breadcrumb), String(symbols.ellipsis))
    #expect(session.lines[1].hasPrefix(" \(ellipsis) \(arrow) POST /api/posts/generate "))
    session.model.path.append(.query(row.id))
    #expect(session.lines[1].hasPrefix(" \(ellipsis) \(arrow) query \(row.hexID) "))
    session.model.size = Size(width: 120, height: 12)
    let whole = ["endpoints", "POST /api/posts/generate", "query \(row.hexID) "]
    #expect(session.lines[1].hasPrefix(" " + whole.joined(separator: " \(arrow) ")))
  }

  @Test func `the table of findings has most of its room for what is wrong`() {
    var session = ScreenSession(.busy, width: 40, height: 12)
    session.model.show(ShopFixture.findings)
    _ = session.model.perform(.focus(.findings))
    for finding in session.model.figures.findings.prefix(4) {
      #expect(session.screen.contains(finding.summary.string.prefix(30)), "\(session.screen)")
    }
  }

  @Test func `statements have their share beside their p95`() {
    var session = ScreenSession(.troubled, width: 40, height: 12)
    session.press(.character("7"))
    if !session.model.isZoomed { session.press(.character("z")) }
    #expect(session.line(with: " STATEMENT ").contains(" SHARE     P95 STATEMENT"))
  }

  @Test func `lines of a log begin with what happened, and Enter shows one whole`() {
    var session = ScreenSession(.troubled, width: 40, height: 12)
    var batch = Batch(source: 2, time: ShopFixture.now)
    batch.lines = [
      LogLine(
        time: ShopFixture.now, level: .info,
        text: "2026-01-01 14:05:32.000 UTC [2164] LOG:  checkpoint complete: wrote 12 buffers",
        source: 2)
    ]
    _ = session.model.update(.batch(batch))
    session.press(.character("8"))
    #expect(session.line(with: "checkpoint").contains("[2164] LOG:  checkpoint"))
    #expect(!session.screen.contains("14:05:32.000"))
    session.press(.enter)
    #expect(session.screen.contains("╭─ line ─"))
    #expect(session.screen.contains("2026-01-01 14:05:32.000 UTC"))
    #expect(session.screen.contains("buffers"))
  }

  @Test func `the help has room for what keys do`() {
    var session = ScreenSession(.troubled, width: 40, height: 12)
    session.press(.character("?"))
    #expect(session.line(with: "back; clears the").contains(" esc "), "\(session.screen)")
    #expect(!session.screen.contains("backspace"))
  }

  @Test func `pools that begin alike can be told apart beside their notes`() {
    let rows = [
      GaugeRow(name: "auto-post pool", fraction: 1, severity: .critical, figure: "12/12"),
      GaugeRow(
        name: "auto-post", fraction: nil, severity: .critical, figure: " -/12",
        note: "77 timed out"),
    ]
    var buffer = Buffer(size: Size(width: 38, height: 2))
    GaugeRow.draw(
      rows, theme: .default, barRole: .poolUsed, noteRoom: 12, into: &buffer,
      in: buffer.bounds)
    let lines = buffer.text.split(separator: "\n")
    #expect(lines[0].contains("auto-post pool █"), "\(buffer.text)")
    #expect(lines[1].contains("auto-post ") && lines[1].contains("77 timed out"))
  }

  @Test(arguments: [(40, 10), (40, 12), (80, 24), (120, 40)])
  func `a task has its p95`(width: Int, height: Int) {
    let name = EndpointName(method: "", route: "generate_image")
    let session = screen(.work(.task, name), width, height)
    #expect(session.line(with: " p95   ").contains(" s "), "\(session.screen)")
  }

  @Test(arguments: [80, 100, 120, 160, 200])
  func `an endpoint has its answers by class, whole`(width: Int) {
    let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    let line = screen(.endpoint(feed), width, 40).line(with: "│ rate ")
    #expect(line.contains("5xx 2") && line.contains("4xx ") && line.contains("2xx 9"), "\(line)")
    #expect(!line.contains("…"), "\(line)")
  }

  @Test func `answers by class take fewer words before they are left out`() {
    var statuses = StatusCounts()
    (statuses[5], statuses[4], statuses[3], statuses[2]) = (21, 1, 2, 976)
    let table: [(width: Int, text: String)] = [
      (80, "5xx 2.1 %  4xx 0.1 %  3xx 0.2 %  2xx 97.6 %"),
      (43, "5xx 2.1 %  4xx 0.1 %  3xx 0.2 %  2xx 97.6 %"),
      (42, "5xx 2.1 4xx 0.1 3xx 0.2 2xx 97.6 %"), (34, "5xx 2.1 4xx 0.1 3xx 0.2 2xx 97.6 %"),
      (33, "5xx 2 4xx <1 3xx <1 2xx 98 %"), (28, "5xx 2 4xx <1 3xx <1 2xx 98 %"),
      (27, "5xx 2 4xx <1 3xx <1 %"), (20, "5xx 2 4xx <1 %"), (7, "5xx 2 %"), (6, ""), (0, ""),
      (-9, ""),
    ]
    for (width, text) in table {
      #expect(StatusShares.text(of: statuses, width: width) == text, "\(width)")
    }
    var fine = StatusCounts()
    fine[2] = 10
    #expect(StatusShares.text(of: fine, width: 20) == "2xx 100 %")
    #expect(StatusShares.text(of: StatusCounts(), width: 20) == "")
  }
}
