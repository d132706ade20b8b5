import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// The endpoints that call a statement can be selected in its detail, and opened.
struct QueryCallersTests {
  private static let callers = ["GET /a", "GET /b", "GET /c"].map { EndpointName($0) }

  /// A statement that three endpoints call, the first of them most.
  private func session(
    _ text: String = "select * from posts", width: Int = 120, height: Int = 40
  ) throws -> ScreenSession {
    var history = History(sources: [
      SourceIdentity(name: "db", kind: .log, location: "db.log")
    ])
    let end = ShopFixture.now - 60
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.vantage = "postgresql"
    batch.covered = (ShopFixture.now - 300)...ShopFixture.now
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: DisplayText(text), time: end, calls: 6,
        latency: ShopFixture.latency(of: [1, 1, 1, 1, 1, 1], layout: .logarithmic))
    ]
    batch.spanEndpoints = Self.callers
    for (place, count) in [3, 2, 1].enumerated() {
      batch.querySpans += (0..<count).map { _ in
        QuerySpan(
          query: 7, endpoint: place, span: Span(end: end, seconds: 1, uncertainty: 0.001))
      }
    }
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    var session = ScreenSession(.empty)
    session.model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: width, height: height), clock: ShopFixture.now)
    session.model = try session.model.showing(.query("0000000000000007")).get()
    let row = try #require(session.model.figures.query(7))
    try #require(row.callers.map(\.endpoint) == Self.callers)
    return session
  }

  @Test func `one is selected, opened with Enter, and left with Esc`() throws {
    var session = try session()
    #expect(session.line(with: "▶").contains(" GET /a "))
    session.press(.up, .down)
    #expect(session.line(with: "▶").contains(" GET /b "))
    session.press(.enter)
    #expect(session.model.place == .endpoint(Self.callers[1]))
    session.press(.escape)
    #expect(session.model.place == .query(7))
    #expect(session.line(with: "▶").contains(" GET /b "))
    session.press(.end, .enter)
    #expect(session.model.place == .endpoint(Self.callers[2]))
  }

  @Test(arguments: [Key.tab, .character("9"), .character("z")])
  func `can still be chosen after other keys`(key: Key) throws {
    var session = try session()
    session.press(key)
    if session.model.isZoomed { session.press(.escape) }
    session.press(.down, .enter)
    #expect(session.model.place == .endpoint(Self.callers[1]))
  }

  @Test func `are chosen with a click, and opened with another`() throws {
    var session = try session()
    let y = try #require(session.lines.firstIndex { $0.contains(" GET /b ") })
    let click = Key.mouse(MouseEvent(action: .press, point: Point(x: 10, y: y)))
    session.press(click)
    #expect(session.model.place == .query(7))
    #expect(session.line(with: "▶").contains(" GET /b "))
    session.press(click)
    #expect(session.model.place == .endpoint(Self.callers[1]))
  }

  @Test func `are chosen with arrows while pages scroll a long statement`() throws {
    let joins = (1...12).map { "join table_\($0) on table_\($0).id = orders.table_\($0)_id" }
    var session = try session(
      "select orders.id from orders \(joins.joined(separator: " "))", width: 80, height: 24)
    #expect(session.line(with: "▶").contains(" GET /a "))
    #expect(session.lines.last?.contains("pgdn scroll") == true)
    session.press(.down)
    #expect(session.line(with: "▶").contains(" GET /b "))
    #expect(session.screen.contains("select orders.id"))
    session.press(.pageDown)
    #expect(session.line(with: "▶").contains(" GET /b "))
    #expect(!session.screen.contains("select orders.id"))
  }

  @Test func `have shares of all calls, and the rest is nobody's`() throws {
    var history = History(sources: [
      SourceIdentity(name: "db", kind: .log, location: "db.log")
    ])
    let start = ShopFixture.now - 700
    func span(_ second: Double, _ seconds: Double) -> Span {
      Span(end: start + second, seconds: seconds, uncertainty: 0.001)
    }
    // A request every ten seconds with a call in it, and a third as many calls without one.
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = start...ShopFixture.now
    batch.spanEndpoints = [Self.callers[0]]
    batch.requestSpans = (0..<60).map { place in
      RequestSpan(endpoint: 0, span: span(Double(place) * 10 + 5, 0.5))
    }
    batch.querySpans = (0..<60).map { place in
      QuerySpan(query: 7, endpoint: nil, span: span(Double(place) * 10 + 4.9, 0.2))
    }
    batch.querySpans += (0..<20).map { place in
      QuerySpan(query: 7, endpoint: nil, span: span(Double(place) * 10 + 8, 0.2))
    }
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: "select * from posts", time: ShopFixture.now - 60, calls: 80,
        latency: ShopFixture.latency(
          of: [Double](repeating: 0.2, count: 80), layout: .logarithmic))
    ]
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 200, height: 60), clock: ShopFixture.now)
    model = try model.showing(.query("0000000000000007")).get()
    let screen = View(model).buffer.text
    #expect(screen.contains("25 % by no known endpoint"), "\(screen)")
    #expect(screen.contains("75 %") && screen.contains("~GET /a"))
  }

  @Test func `are not opened where they are not on the screen`() throws {
    var session = try session(width: 40, height: 12)
    #expect(!session.screen.contains("called by"))
    #expect(!session.model.isUseful(.open))
    session.press(.enter)
    #expect(session.model.place == .query(7))
  }
}
