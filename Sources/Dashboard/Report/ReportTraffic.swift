import Telemetry
import TextUI

extension Report {
  /// Endpoints by p95, with how many requests stand behind it.
  var slowestEndpoints: [Document.Block] {
    let rows = RowOrder(by: .p95).sorted(figures.endpoints, limits: limits)
      .filter { $0.latency != nil }.prefix(Report.rowsShown)
    guard !rows.isEmpty else { return [] }
    let all = figures.endpoints.reduce(0) { $0 + ($1.totalSeconds ?? 0) }
    let lookups = EndpointLookups(history, model.settings.window, now: model.moment)
    return [
      .table(
        Document.Table(
          [
            .words("Endpoint"), .number("Requests"), .number("Mean"), .number("p50"),
            .number("p95"), .number("p99"), .number("Max"), .number("Time spent"),
            .number("SQL/req"), .number("Calls/req"), .number("Cache look-ups"),
            .words("Limit"),
          ],
          rows.map { row in
            let severity = limits.latency(of: row)
            let spent = row.totalSeconds.map { all > 0 ? $0 / all : 0 }
            return [
              "\(code: row.name)", "\(Units.count(row.requests))",
              RichText(row.latency?.meanSeconds.map(Units.duration) ?? "-"),
              "\(Units.quantile(row.latency?.p50))", "\(Units.quantile(row.latency?.p95))",
              "\(Units.quantile(row.latency?.p99))",
              RichText(row.latency?.maxSeconds.map(Units.duration) ?? "-"),
              RichText(spent.map(Units.wholePercent) ?? "-"),
              RichText(row.queriesPerRequest.map { Units.fixed($0, 1) } ?? "-"),
              RichText(calls(of: row)), RichText(lookups.row(of: row).map(Self.lookups) ?? "-"),
              RichText(severity == .fine ? "met" : severity.name),
            ]
          }))
    ]
  }

  /// Calls to other services for one request.
  private func calls(of row: EndpointRow) -> String {
    let spent = history.timeSpent(in: row, row.name, among: [], outbound: figures.outbound)
    guard let spent else { return "-" }
    return (spent.isOutboundGuess ? "~" : "") + Units.fixed(spent.outboundCallsPerRequest, 1)
  }

  /// Look-ups for one request, and how many of them hit.
  private static func lookups(_ row: LookupRow) -> String {
    (row.link == .time ? "~" : "") + "\(Units.fixed(row.perRequest, 1)), "
      + "\(Units.wholePercent(row.hitRate)) hit"
  }

  /// Endpoints that fail, the worst share first; refused requests beside them.
  var errorHotSpots: [Document.Block] {
    let rows = RowOrder(by: .errors).sorted(figures.endpoints, limits: limits)
      .filter { $0.statuses.errors > 0 || $0.statuses[4] > 0 }.prefix(Report.rowsShown)
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words("Endpoint"), .number("Requests"), .number("Failed (5xx)"), .number("Share"),
            .number("Refused (4xx)"), .words("Limit"),
          ],
          rows.map { row in
            let severity = limits.errors(of: row)
            return [
              "\(code: row.name)", "\(Units.count(row.requests))",
              "\(Units.count(row.statuses.errors))", "\(Units.percent(row.errorRate)) %",
              "\(Units.count(row.statuses[4]))",
              RichText(severity == .fine ? "met" : severity.name),
            ]
          }))
    ]
  }

  /// Statements by the time they take in all.
  var statements: [Document.Block] {
    let rows = figures.queries.prefix(Report.rowsShown)
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .number("Share"), .number("Calls"), .number("p50"), .number("p95"), .number("Rows"),
            .words("From"), .words("Statement"), .words("Id"),
          ],
          rows.map { row in
            let caller = row.callers.first.map { ($0.isGuess ? "~" : "") + $0.endpoint.description }
            return [
              "\(Units.wholePercent(row.share))", "\(Units.count(row.calls))",
              "\(Units.quantile(row.latency?.p50))", "\(Units.quantile(row.latency?.p95))",
              "\(Units.number(row.rowsSentPerCall))", RichText(caller ?? "-"),
              "\(code: row.fingerprint.string.truncated(to: 160))", "\(row.hexID)",
            ]
          }))
    ]
  }

  /// Requests that the service made.
  var outbound: [Document.Block] {
    work(figures.outbound, named: "Call", count: "Calls")
  }

  /// Jobs and their steps.
  var tasks: [Document.Block] {
    work(figures.tasks, named: "Task", count: "Runs")
  }

  private func work(_ rows: [EndpointRow], named: String, count: String) -> [Document.Block] {
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words(named), .number(count), .number("Failed"), .number("p50"), .number("p95"),
            .number("Max"), .number("In all"),
          ],
          rows.prefix(Report.rowsShown).map { row in
            [
              "\(code: row.name)", "\(Units.count(row.requests))",
              "\(Units.percent(row.errorRate)) %", "\(Units.quantile(row.latency?.p50))",
              "\(Units.quantile(row.latency?.p95))",
              RichText(row.latency?.maxSeconds.map(Units.duration) ?? "-"),
              RichText(row.totalSeconds.map(Units.duration) ?? "-"),
            ]
          }))
    ]
  }
}
