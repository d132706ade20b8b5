import TestSupport
import Testing

@testable import Telemetry

/// What the full views ask: heat, single series, sums of pools, lines of an endpoint.
struct HistoryViewsTests {
  private let history = ShopFixture.busy.history
  private let now = ShopFixture.now
  private let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
  private var range: TimeRange { TimeRange(from: now - 600, to: now + 1) }

  @Test func `counts every request of the range in the heat map`() throws {
    let heat = try #require(history.heat(of: feed, in: range, columns: 40, rows: 12, now: now))
    let counted = heat.counts.reduce(0) { $0 + $1.reduce(0, +) }
    let points = history.timeline(of: feed, in: range, columns: 40, now: now)
    #expect(abs(counted - Double(points.reduce(0) { $0 + $1.requests })) < 1e-6)
    #expect(heat.bounds == heat.bounds.sorted(by: >))
    for (row, point) in zip(heat.p95Rows, points) {
      guard let row, let p95 = point.p95 else { continue }
      #expect(p95 <= heat.bounds[row] * 1.000_001)
      #expect(row + 1 >= heat.bounds.count || p95 > heat.bounds[row + 1])
    }
  }

  @Test(arguments: [2, 5, 9, 12, 20, 40])
  func `wastes few rows of the heat map, and has powers of ten as bounds`(rows: Int) throws {
    let heat = try #require(history.heat(of: feed, in: range, columns: 40, rows: rows, now: now))
    let hit = heat.counts.indices.filter { heat.counts[$0].contains { $0 > 0 } }
    let (first, last) = try (#require(hit.first), #require(hit.last))
    #expect(
      rows < 4 || Double(last - first + 1) >= 0.6 * Double(rows), "\(first)...\(last) of \(rows)")
    let powers = heat.bounds.filter { bound in
      [0.001, 0.01, 0.1, 1, 10].contains { abs(bound / $0 - 1) < 1e-9 }
    }
    #expect(rows < 4 || !powers.isEmpty, "\(heat.bounds)")
  }

  @Test(arguments: [(0.15, 0.2, 5), (0.2, 0.206, 2), (0.02, 0.16, 7)])
  func `has fine rows where latency is steady, and one above each p95`(
    fastest: Double, slowest: Double, fewestHit: Int
  ) throws {
    let steady = ShopFixture.history(seconds: 600) { second in
      fastest + (slowest - fastest) * Double(second % 11) / 10
    }
    let orders = EndpointName(method: "GET", route: "/api/orders")
    let heat = try #require(
      steady.heat(of: orders, in: range, columns: 40, rows: 9, now: now))
    let hit = heat.counts.indices.filter { heat.counts[$0].contains { $0 > 0 } }
    #expect(hit.count >= fewestHit, "\(heat.bounds)")
    #expect(heat.bounds[0] / heat.bounds[8] < 1.5 * max(slowest / fastest, 1.2))
    #expect(heat.p95Rows.compactMap { $0 }.allSatisfy { $0 >= 1 })
    #expect(heat.bounds[0] >= slowest)
  }

  @Test func `has no heat of an endpoint that nobody knows`() {
    let nobody = EndpointName(method: "GET", route: "/nowhere")
    #expect(history.heat(of: nobody, in: range, columns: 40, rows: 12, now: now) == nil)
    #expect(history.heat(of: feed, in: range, columns: 0, rows: 12, now: now) == nil)
  }

  @Test func `adds the pools of one source, each figure only where all know it`() {
    let sums = history.poolSums(history.poolRows(.last(300), now: now))
    #expect(sums.count == 1)
    #expect(sums[0].name == "shop-api" && sums[0].count == 3)
    #expect(sums[0].row.inUse == 26 && sums[0].row.limit == 30)
    #expect(sums[0].row.waiting == 4)
  }

  @Test func `tells databases apart by the names of pools`() {
    let rows = ["shop-db/main", "shop-db/jobs", "audit-db/main", "other"].map { name in
      var row = PoolRow(name: DisplayText(name), source: 0)
      row.inUse = 1
      return row
    }
    let sums = history.poolSums(rows)
    #expect(sums.map(\.name) == ["shop-db"])
    #expect(sums[0].row.inUse == 2 && sums[0].row.limit == nil)
  }

  @Test func `divides the wait for connections by the connections handed out`() throws {
    let pool = try #require(
      history.poolRows(.last(300), now: now).first { $0.name == "loader" })
    let wait = try #require(pool.meanWaitSeconds)
    #expect(abs(wait - 4.2 / 12) < 1e-9)
  }

  @Test func `finds the lines of an endpoint by method and path`() {
    let orders = EndpointName(method: "GET", route: "/api/orders/{id}")
    #expect(history.lines(of: orders, most: 10).count == 2)
    #expect(history.lines(of: orders, most: 1).map(\.level) == [.warning])
    let post = EndpointName(method: "POST", route: "/api/orders")
    #expect(history.lines(of: post, most: 10).count == 1)
    let nobody = EndpointName(method: "DELETE", route: "/api/orders/{id}")
    #expect(history.lines(of: nobody, most: 10).isEmpty)
  }

  @Test func `fills the columns between two scrapes and leaves longer silences open`() {
    let values: [Double?] = [1, nil, 3, nil, 5, nil, nil, nil, nil, nil, 9, nil]
    #expect(values.bridged == [1, 2, 3, 4, 5, nil, nil, nil, nil, nil, 9, nil])
    let none: [Double?] = [nil, nil]
    #expect(none.bridged == none)
  }

  @Test func `knows what a source brings per second`() throws {
    let intake = try #require(history.sources[0].intake(now: now))
    #expect(abs(intake.bytesPerSecond - 14_200 / 5) < 300)
    #expect(ShopFixture.empty.history.sources[0].intake(now: now) == nil)
  }

  @Test func `finds the time that statements take of a request`() throws {
    let queries = history.queryRows(.last(300), now: now)
    let row = try #require(
      history.endpointRows(.last(300), now: now).first { $0.name == feed })
    let spent = try #require(history.timeSpent(in: row, feed, among: queries))
    #expect(abs(spent.callsPerRequest - 6) < 0.1)
    #expect(spent.sqlSeconds > 0.02 && spent.sqlSeconds < 0.03)
    #expect(!spent.isGuess)
  }

  @Test func `says when sources disagree by more than chance and buckets explain`() {
    func view(_ requests: UInt64, errors: UInt64, p95: Quantile) -> (DisplayText, EndpointRow) {
      var statuses = StatusCounts()
      statuses[2] = requests - errors
      statuses[5] = errors
      var latency = LatencySummary(LatencyHistogram())
      latency.p95 = p95
      return (
        "",
        EndpointRow(
          name: feed, requests: requests, statuses: statuses, latency: latency, sources: [])
      )
    }
    func found(
      _ one: (DisplayText, EndpointRow), _ two: (DisplayText, EndpointRow)
    ) -> [SourceDisagreement.Figure] {
      SourceDisagreement.among([(vantage: one.0, row: one.1), (vantage: two.0, row: two.1)])
        .map(\.figure)
    }
    let exact = view(1000, errors: 5, p95: Quantile(seconds: 0.3))
    let bucket = Quantile(seconds: 0.4, range: 0.25...0.5)
    #expect(found(exact, view(990, errors: 6, p95: bucket)) == [])
    #expect(found(exact, view(500, errors: 5, p95: bucket)) == [.requests])
    #expect(found(exact, view(1000, errors: 90, p95: bucket)) == [.errors])
    #expect(found(exact, view(1000, errors: 5, p95: Quantile(seconds: 0.1))) == [.p95])
    let beyond = Quantile(seconds: 1, isBeyondLastBound: true)
    #expect(
      found(view(1000, errors: 5, p95: Quantile(seconds: 3)), view(1000, errors: 5, p95: beyond))
        == [])
    #expect(found(view(10, errors: 0, p95: bucket), view(1, errors: 0, p95: bucket)) == [])
  }
}
