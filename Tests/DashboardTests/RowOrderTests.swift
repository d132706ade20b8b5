import Testing

@testable import Dashboard
@testable import Telemetry

struct RowOrderTests {
  private func row(
    _ route: DisplayText, requests: UInt64 = 10, p95: Double? = nil, mean: Double? = nil,
    errors: UInt64 = 0
  ) -> EndpointRow {
    var statuses = StatusCounts()
    statuses[2] = requests - errors
    statuses[5] = errors
    var latency = LatencySummary(count: requests, meanSeconds: mean)
    latency.p50 = p95.map { Quantile(seconds: $0 / 2) }
    latency.p95 = p95.map { Quantile(seconds: $0) }
    latency.p99 = p95.map { Quantile(seconds: $0 * 2) }
    return EndpointRow(
      name: EndpointName(method: "GET", route: route), requests: requests,
      rate: Double(requests) / 10, statuses: statuses,
      latency: p95 == nil && mean == nil ? nil : latency, sources: [])
  }

  private func order(_ column: SortColumn, _ rows: [EndpointRow], descending: Bool = true)
    -> String
  {
    var order = RowOrder(by: column)
    order.isDescending = descending
    return order.sorted(rows, limits: Thresholds()).map(\.name.route.string)
      .joined(separator: " ")
  }

  @Test(arguments: [SortColumn.p50, .p95, .p99])
  func `puts what is not known last whatever the direction`(column: SortColumn) {
    let rows = [row("/none"), row("/slow", p95: 2), row("/fast", p95: 1)]
    #expect(order(column, rows) == "/slow /fast /none")
    #expect(order(column, rows, descending: false) == "/fast /slow /none")
  }

  @Test func `breaks ties by requests and then by name`() {
    let rows = [
      row("/b", requests: 5, p95: 1), row("/a", requests: 5, p95: 1),
      row("/c", requests: 9, p95: 1),
    ]
    #expect(order(.p95, rows) == "/c /a /b")
    #expect(order(.p95, rows, descending: false) == "/c /a /b")
  }

  @Test func `lets a few slow requests not go before what is slow all the time`() {
    let rows = [
      row("/once", requests: 1, p95: 9), row("/twice", requests: 2, p95: 30),
      row("/slow", requests: 900, p95: 0.6), row("/fine", requests: 900, p95: 0.4),
      row("/few", requests: 4, p95: 0.1), row("/none"),
    ]
    #expect(order(.p95, rows) == "/slow /twice /once /fine /few /none")
    // With p99 above the limit, what is fine by its p95 goes before them too.
    #expect(order(.p99, rows) == "/slow /fine /twice /once /few /none")
    #expect(order(.p95, rows, descending: false) == "/few /fine /once /twice /slow /none")
    var limits = Thresholds()
    limits.fewestRequests = 1
    let literal = RowOrder(by: .p95).sorted(rows, limits: limits)
    #expect(literal.first?.name.route == "/twice")
  }

  @Test func `sorts by the very figure where a person asked for an order`() {
    let rows = [
      row("/once", requests: 1, p95: 9, mean: 9), row("/twice", requests: 2, p95: 30, mean: 0.6),
      row("/slow", requests: 900, p95: 0.6, mean: 1), row("/fine", requests: 900, p95: 0.4),
    ]
    func chosen(_ column: SortColumn) -> String {
      RowOrder(by: column, isChosen: true).sorted(rows, limits: Thresholds())
        .map(\.name.route.string).joined(separator: " ")
    }
    #expect(chosen(.p95) == "/twice /once /slow /fine")
    #expect(chosen(.mean) == "/once /slow /twice /fine")
    #expect(order(.mean, rows) == "/slow /once /twice /fine")
    #expect(RowOrder(by: .p95).direction == "largest first, few requests held back")
    #expect(RowOrder(by: .p95, isChosen: true).direction == "largest first")
    #expect(RowOrder(by: .time).direction == "largest first")
  }

  @Test func `counts each run of a statement or a task in full`() {
    let rows = [row("/nightly", requests: 1, p95: 3000), row("/often", requests: 900, p95: 1)]
    #expect(RowOrder(by: .p95).sorted(rows).first?.name.route == "/nightly")
    #expect(order(.p95, rows) == "/often /nightly")
  }

  @Test func `says which way round an order is that nobody expects`() {
    var order = RowOrder(by: .mean, isChosen: true)
    #expect(order.caption(in: .queries) == "by mean")
    order.isDescending = false
    #expect(order.caption(in: .queries) == "by mean, smallest first")
    order = RowOrder(by: .route)
    #expect(order.direction == "a to z" && order.caption(in: .tasks) == "by name")
  }

  @Test func `sorts by name, rate and share of errors`() {
    let rows = [
      row("/b", requests: 4, errors: 2), row("/a", requests: 9, errors: 1),
      row("/c", requests: 2, errors: 2),
    ]
    #expect(order(.route, rows, descending: false) == "/a /b /c")
    #expect(order(.route, rows) == "/c /b /a")
    #expect(order(.rate, rows) == "/a /b /c")
    #expect(order(.errors, rows) == "/c /b /a")
  }

  @Test func `takes the mean where no quantile is known`() {
    let rows = [row("/q", p95: 1), row("/mean", mean: 3), row("/none")]
    #expect(order(.p95, rows) == "/mean /q /none")
  }

  @Test func `starts with the large figures and with the first names`() {
    for column in SortColumn.allCases {
      #expect(RowOrder(by: column).isDescending == (column != .route))
    }
  }
}
