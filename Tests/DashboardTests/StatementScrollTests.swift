import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// A statement that is longer than its frame says so, and can be read to its end.
struct StatementScrollTests {
  private static let tables = (1...12).map { "table_of_things_\($0)" }

  private func session() throws -> ScreenSession {
    let joins = Self.tables.map { "join \($0) on \($0).id = orders.\($0)_id" }
    let text = "select orders.id from orders \(joins.joined(separator: " ")) where orders.state = ?"
    var history = History(sources: [SourceIdentity(name: "db", kind: .log, location: "db.log")])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (ShopFixture.now - 60)...ShopFixture.now
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: DisplayText(text), time: ShopFixture.now - 10, calls: 3,
        latency: ShopFixture.latency(of: [3, 4, 5], layout: .logarithmic))
    ]
    history.fold(batch)
    var session = ScreenSession(.empty, width: 80, height: 24)
    session.model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 80, height: 24), clock: ShopFixture.now)
    session.model.path = [.overview, .query(7)]
    try #require(session.model.figures.query(7) != nil)
    return session
  }

  @Test func `says how much is out of sight, and which keys show it`() throws {
    var session = try session()
    #expect(session.line(with: " lines ─╯").contains("─ +"))
    #expect(session.lines.last?.contains("scroll") == true)
    session.press(.end)
    #expect(!session.screen.contains(" lines ─╯"))
    #expect(session.line(with: "where ").contains("orders.state = ?"))
    session.press(.home)
    #expect(session.screen.contains("select orders.id"))
  }

  @Test(arguments: [Key.down, .pageDown])
  func `shows every clause on the way to its end`(key: Key) throws {
    var session = try session()
    var seen = ""
    for _ in 0..<40 {
      seen += session.screen
      session.press(key)
    }
    for table in Self.tables { #expect(seen.contains("join \(table) "), "\(table)") }
    #expect(session.screen.contains("orders.state = ?"))
  }
}
