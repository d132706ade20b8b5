import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// Where the slowest calls of a statement are said to stand.
struct SlowestCallsTests {
  private static let text: DisplayText = "select pg_sleep(?)"

  /// A statement whose slowest call stands at a line of the first of some sources.
  private func model(_ sources: [SourceIdentity], line: UInt64) -> Model {
    var history = History(sources: sources)
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (ShopFixture.now - 60)...ShopFixture.now
    var delta = QueryDelta(
      id: 7, fingerprint: Self.text, time: ShopFixture.now - 10, calls: 1,
      latency: ShopFixture.latency(of: [4], layout: .logarithmic))
    delta.examples = [
      QueryExample(
        statement: Self.text, seconds: 4, time: ShopFixture.now - 10, line: line, source: 0)
    ]
    batch.queries = [delta]
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    model.path = [.overview, .query(7)]
    return model
  }

  private func log(_ name: DisplayText, _ location: DisplayText) -> SourceIdentity {
    SourceIdentity(name: name, kind: .log, location: location)
  }

  @Test func `names the file and the line, and the file alone where no line is known`() {
    let database = log("db", "/var/log/pg/postgresql.log")
    let table: [(sources: [SourceIdentity], line: UInt64, place: String)] = [
      ([database], 88_410, "postgresql.log:88410"), ([database], 0, "postgresql.log"),
      ([log("db", "slow.log")], 3, "slow.log:3"),
      ([log("a/app.log", "/a/app.log"), log("b/app.log", "/b/app.log")], 0, "a/app.log"),
      ([log("kubectl", "exec:kubectl logs -f deploy/db")], 12, "kubectl:12"),
      ([log("stdin", "-")], 12, "stdin:12"), ([log("logs", "/var/log/*.log")], 0, "logs"),
      (
        [SourceIdentity(name: "api", kind: .metrics, location: "http://127.0.0.1/a.json")], 0,
        "api"
      ),
    ]
    for (sources, line, place) in table {
      let screen = View(model(sources, line: line)).buffer.text
      #expect(screen.contains("  4.00 s  14:05:22  \(place)  select"), "\(screen)")
    }
  }

  @Test func `says of a moment of the past that they came later`() throws {
    var model = model([log("db", "postgresql.log")], line: 1)
    let row = try #require(model.figures.query(7))
    model.show(at: ShopFixture.now - 15)
    let lines = SlowestCalls.text(of: row, model).lines
    #expect(lines == [StyledText("those that are kept came later", style: model.theme[.muted])])
  }

  @Test func `statements stand under each other, whether the line is known or not`() {
    var model = model([log("db", "postgresql.log")], line: 88_410)
    var batch = Batch(source: 0, time: ShopFixture.now)
    var delta = QueryDelta(
      id: 7, fingerprint: Self.text, time: ShopFixture.now - 9, calls: 1,
      latency: ShopFixture.latency(of: [3], layout: .logarithmic))
    delta.examples = [
      QueryExample(
        statement: Self.text, seconds: 3, time: ShopFixture.now - 9, line: 0, source: 0)
    ]
    batch.queries = [delta]
    _ = model.update(.batch(batch))
    model.bringUpToDate()
    let lines = View(model).buffer.text.split(separator: "\n").filter { $0.contains(".00 s  14:") }
    #expect(lines.count == 2)
    let places = lines.map { line in line.prefix { $0 != "p" }.count }
    let ends = lines.map { line in line.split(separator: "select")[0].count }
    #expect(Set(places).count == 1 && Set(ends).count == 1, "\(lines)")
  }

  @Test func `of calls that took as long the newest stands first`() throws {
    let model = model([log("db", "postgresql.log")], line: 1)
    var row = try #require(model.figures.queries.first)
    let calls: [(seconds: Double, ago: Double, line: UInt64)] = [
      (3, 30, 1), (3, 20, 7), (3, 20, 8), (5, 50, 3),
    ]
    row.examples = calls.map { call in
      QueryExample(
        statement: Self.text, seconds: call.seconds, time: ShopFixture.now - call.ago,
        line: call.line, source: 0)
    }
    #expect(model.examples(of: row).map(\.line) == [3, 8, 7, 1])
    row.examples.reverse()
    #expect(model.examples(of: row).map(\.line) == [3, 8, 7, 1])
  }

  @Test func `says of how much of the window calls and rate are`() {
    let screen = View(model([log("db", "postgresql.log")], line: 1)).buffer.text
    #expect(screen.contains(" 1 in 60.0 s of 5m "), "\(screen)")
  }
}
