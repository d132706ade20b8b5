import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// The columns of the table of statements: what is chosen is shown, of the usual ones what is known.
struct QueryColumnsTests {
  private func lines(_ model: Model, width: Int = 100) -> [String] {
    var buffer = Buffer(size: Size(width: width, height: 8))
    PaneCatalog.pane(.queries).drawFramed(model, into: &buffer, in: buffer.bounds)
    return buffer.text.split(separator: "\n").map(String.init)
  }

  private static let titles: [QueryColumn: String] = [
    .share: "SHARE", .time: "TIME", .calls: "CALLS", .rate: "RATE/s", .mean: "MEAN", .p50: "P50",
    .p90: "P90", .p95: "P95", .p99: "P99", .max: "MAX", .rows: "ROWS", .read: "READ/ROW",
    .from: "FROM", .statement: "STATEMENT",
  ]

  private func titles(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init).filter { $0 != "│" && $0 != "+/-" }
  }

  @Test(arguments: QueryColumn.allCases)
  func `is alone beside the statement where it alone is chosen`(column: QueryColumn) throws {
    var model = ShopFixture.troubled.model()
    model.settings.queryColumns = QueryColumn.inOrder([column])
    let shown = lines(model)
    let wanted = column == .statement ? [column] : [column, .statement]
    #expect(titles(shown[1]) == wanted.compactMap { Self.titles[$0] })
    // Nothing tells how many rows were looked at.
    if column == .read { return #expect(shown[2].contains(" - select ")) }
    let statement = try #require(shown[2].firstRange(of: "select"))
    let figure = shown[2][..<statement.lowerBound]
    #expect(column == .statement || !figure.contains(" - "), "\(shown[2])")
    #expect(!column.explanation.isEmpty)
  }

  @Test func `stand in one order, the usual ones among all`() {
    #expect(QueryColumn.inOrder(QueryColumn.usual.reversed()) == QueryColumn.usual)
    #expect(QueryColumn.inOrder([]) == [.statement])
    #expect(Set(Self.titles.keys) == Set(QueryColumn.allCases))
  }

  @Test func `at an endpoint are of the calls that fall to it`() {
    var model = ShopFixture.troubled.model()
    model.settings.queryColumns = [.time, .calls, .rate, .from, .statement]
    model.path = [
      .overview, .endpoint(EndpointName(method: "GET", route: "/api/users/{id}/feed")),
    ]
    let shown = lines(model)
    #expect(titles(shown[1]) == ["TIME", "CALLS", "RATE/s", "STATEMENT"])
    #expect(shown[2].contains(" 6,405 "), "\(shown[2])")
  }

  @Test func `that are chosen stay where no statement has anything for them`() {
    var model = ShopFixture.databaseOnly.model()
    model.settings.queryColumns = [.read, .from, .statement]
    #expect(titles(lines(model)[1]) == ["READ/ROW", "FROM", "STATEMENT"])
  }

  @Test func `that have changed since the baseline have the change behind them`() {
    var session = ScreenSession(.busy, width: 200, height: 60)
    session.press(.character("b"))
    session.model.settings.queryColumns = [.calls, .p50, .p95, .statement]
    #expect(lines(session.model)[1].contains(" CALLS      +/-     P50     P95      +/- STATEMENT"))
    session.model.settings.queryColumns = [.p99, .statement]
    #expect(!lines(session.model)[1].contains("+/-"))
  }

  @Test func `the change beside the mean is its own`() throws {
    var session = ScreenSession(.troubled, width: 200, height: 60)
    session.press(.character("t"))
    session.type("-11m")
    session.press(.enter, .character("b"))
    let before = session.model.figures.everyQuery
    session.press(.character("0"))
    let now = session.model.figures.everyQuery
    func changes(_ value: (QueryRow) -> Double?) -> [String] {
      now.indices.map { place in
        let then = before.indices.first { before[$0].id == now[place].id }
        return BaselineChange.relative(
          value(now[place]), since: then.flatMap { value(before[$0]) }, .unicode
        ).text
      }
    }
    let means = changes { $0.latency?.meanSeconds }
    let percentiles = changes { $0.latency?.p95?.seconds }
    let place = try #require(means.indices.first { means[$0] != percentiles[$0] })
    session.model.settings.queryColumns = [.mean, .statement]
    let name = now[place].fingerprint.string.prefix(30)
    let line = try #require(lines(session.model, width: 160).first { $0.contains(name) })
    #expect(line.contains(" \(means[place]) "), "\(line)")
  }

  @Test func `the chooser begins with what is shown`() throws {
    var model = ShopFixture.databaseOnly.model()
    let shown = titles(lines(model)[1])
    let choices = model.columnChoices(of: .queries)
    let chosen = QueryColumn.allCases.filter { column in
      choices.contains { $0.name == column.rawValue && $0.isShown }
    }
    #expect(chosen.compactMap { Self.titles[$0] } == shown)
    #expect(model.chooseColumns(by: "+max", of: .queries) == nil)
    let place = try #require(shown.firstIndex(of: "ROWS") ?? shown.firstIndex(of: "STATEMENT"))
    var wanted = shown
    wanted.insert("MAX", at: place)
    #expect(titles(lines(model)[1]) == wanted)
  }
}
