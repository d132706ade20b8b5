import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// A column that no row has anything for gives its room away, unless it was chosen.
struct EmptyColumnsTests {
  private func header(_ model: Model, _ title: String) -> String {
    View(model).buffer.text.split(separator: "\n").first { $0.contains(title) }.map(String.init)
      ?? ""
  }

  @Test func `of endpoints, statements per request`() {
    #expect(header(ShopFixture.troubled.model(), "ROUTE").contains("SQL/REQ"))
    var model = ShopFixture.logOnly.model()
    let shown = header(model, "ROUTE")
    #expect(shown.contains("P50") && shown.contains("REQUESTS") && !shown.contains("SQL/REQ"))
    model.settings.columns = [.method, .route, .p95, .queries]
    #expect(header(model, "ROUTE").contains("SQL/REQ"))
  }

  @Test func `stays where the filter leaves no row that has a value`() {
    var session = ScreenSession(.troubled)
    session.press(.character("/"))
    session.type("mates")
    session.press(.enter)
    #expect(session.model.figures.endpoints.allSatisfy { $0.queriesPerRequest == nil })
    #expect(session.line(with: "ROUTE").contains("SQL/REQ"))
  }

  @Test func `stays where rows are ordered by it`() {
    var model = ShopFixture.logOnly.model()
    model.settings.columns = EndpointColumn.usual
    for _ in 0..<EndpointColumn.usual.count {
      _ = model.update(.key(.character(">")))
      if model.order(of: .endpoints).column == .queries { break }
    }
    #expect(model.order(of: .endpoints).column == .queries)
    #expect(header(model, "ROUTE").contains("SQL/REQ ▼"))
  }

  /// Requests that were logged without their durations.
  @Test func `of endpoints, percentiles and their course`() {
    var history = History(sources: [
      SourceIdentity(name: "nginx", kind: .log, location: "access.log")
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (ShopFixture.now - 300)...ShopFixture.now
    var statuses = StatusCounts()
    statuses[2] = 30
    batch.traffic = [
      TrafficDelta(
        name: EndpointName("GET /a"), time: ShopFixture.now - 10, statuses: statuses)
    ]
    history.fold(batch)
    let model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    let shown = header(model, "ROUTE")
    #expect(shown.contains("P95 ▼") && !shown.contains("P50") && !shown.contains("P95, "))
  }

  /// Calls that were logged without their durations.
  @Test func `of calls, percentiles and their course`() {
    var history = History(sources: [
      SourceIdentity(name: "app", kind: .log, location: "app.log")
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (ShopFixture.now - 300)...ShopFixture.now
    var statuses = StatusCounts()
    statuses[2] = 30
    batch.traffic = [
      TrafficDelta(
        kind: .outbound, name: EndpointName("GET payments.example"), time: ShopFixture.now - 10,
        statuses: statuses)
    ]
    history.fold(batch)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    let shown = header(model, "CALLS")
    #expect(shown.contains("P95") && shown.contains("FAIL %"))
    #expect(["P50", "P99", "MAX", "P95, "].allSatisfy { !shown.contains($0) })
    model.orders[.outbound] = RowOrder(by: .max)
    #expect(header(model, "CALLS").contains("MAX ▼"))
  }

  @Test func `of statements, who calls them`() {
    #expect(header(ShopFixture.troubled.model(), "STATEMENT").contains(" FROM "))
    var history = History(sources: [
      SourceIdentity(name: "db", kind: .log, location: "postgresql.log")
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (ShopFixture.now - 300)...ShopFixture.now
    batch.queries = [
      QueryDelta(
        id: 7, fingerprint: "select 1", time: ShopFixture.now - 10, calls: 1,
        latency: ShopFixture.latency(of: [1], layout: .logarithmic))
    ]
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    let model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    let shown = header(model, "STATEMENT")
    #expect(shown.contains("P95") && !shown.contains("FROM"), "\(shown)")
  }
}
