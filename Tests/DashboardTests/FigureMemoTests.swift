import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct FigureMemoTests {
  private func subject(_ columns: Int, _ route: DisplayText? = nil) -> FigureSubject {
    FigureSubject(
      name: route.map { EndpointName(method: "GET", route: $0) }, kind: .endpoint,
      range: TimeRange(from: ShopFixture.now - 600, to: ShopFixture.now), columns: columns,
      moment: ShopFixture.now)
  }

  @Test func `works a course out once, and each subject for itself`() {
    let memo = FigureMemo<FigureSubject, [TimelinePoint]>(most: 512)
    var asked = 0
    func points(_ subject: FigureSubject) -> Int {
      memo.value(of: subject) {
        asked += 1
        return (0..<subject.columns).map {
          TimelinePoint(
            start: subject.range.from, requests: UInt64($0), statuses: StatusCounts())
        }
      }.count
    }
    for _ in 0..<3 {
      #expect(points(subject(3)) == 3)
      #expect(points(subject(5)) == 5)
      #expect(points(subject(3, "/a")) == 3)
    }
    #expect(asked == 3)
    // However many are asked for, the memory stays bounded, and so every one is right.
    for columns in 1...2000 { #expect(points(subject(columns)) == columns) }
  }

  @Test func `draws what a new batch brings`() {
    var model = ShopFixture.logOnly.model()
    let range = TimeRange(from: ShopFixture.now - 300, to: ShopFixture.now + 5)
    func requests() -> UInt64 {
      model.timeline(of: nil, in: range, columns: 1).first?.requests ?? 0
    }
    let before = requests()
    var batch = Batch(source: 0, time: ShopFixture.now)
    var statuses = StatusCounts()
    statuses[2] = 7
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/new"), time: ShopFixture.now - 10,
        statuses: statuses)
    ]
    model.take(batch)
    model.bringUpToDate()
    #expect(before > 0 && requests() == before + 7)
  }

  @Test func `looks for the lines of an endpoint once, and again when something was read`() {
    var model = ShopFixture.troubled.model()
    let name = EndpointName(method: "POST", route: "/api/posts/generate")
    func storage() -> UnsafeRawPointer? {
      model.lines(of: name, until: nil).withUnsafeBytes { $0.baseAddress }
    }
    let first = storage()
    #expect(first != nil && storage() == first)
    let count = model.lines(of: name, until: nil).count
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.lines = [
      LogLine(
        time: ShopFixture.now, level: .info, text: "POST /api/posts/generate 200", source: 1)
    ]
    model.take(batch)
    #expect(model.lines(of: name, until: nil).count == count + 1)
  }

  @Test func `finds the statements of an endpoint once for each order`() throws {
    var model = ShopFixture.troubled.model()
    let found = model.figures.everyEndpoint.map(\.name).first { model.queries(of: $0).count > 1 }
    let name = try #require(found)
    func storage() -> UnsafeRawPointer? {
      model.tiedQueries(of: name).withUnsafeBytes { $0.baseAddress }
    }
    let orders: [RowOrder?] = [nil, RowOrder(by: .route), RowOrder(by: .requests)]
    for order in orders {
      model.orders[.queries] = order
      let tied = model.tiedQueries(of: name)
      #expect(tied.map(\.row.id) == model.queries(of: name).map(\.row.id))
      let first = storage()
      #expect(first != nil && storage() == first)
    }
  }

  @Test func `counts the lines of a statement once for a picture`() throws {
    var model = ShopFixture.troubled.model()
    let row = try #require(model.figures.everyQuery.first)
    model.path = [.overview, .query(row.id)]
    _ = View(model)
    let width = Layout(of: model).body.width
    let subject = StatementSubject(
      id: row.id, width: width, showsLiterals: model.settings.showsLiterals,
      moment: model.moment, version: model.history.version)
    var asked = 0
    _ = model.figures.details.wishes.value(of: subject) {
      asked += 1
      return QueryDetailLayout.Wish(row, QueryDetailContent(of: row, model), width: width)
    }
    #expect(asked == 0)
  }
}
