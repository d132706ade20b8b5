import Telemetry
import TextUI

/// How the rows of a table are ordered.
package struct RowOrder: Hashable, Sendable {
  /// What they are ordered by.
  package var column: SortColumn
  /// Whether from large to small; names from the last to the first.
  package var isDescending: Bool
  /// Whether a person asked for it: rows then stand by their very figures.
  package var isChosen: Bool

  /// The order that a person expects who asks for a column; the usual one of a table unless it
  /// `isChosen`.
  package init(by column: SortColumn, isChosen: Bool = false) {
    self.column = column
    self.isChosen = isChosen
    isDescending = column != .route
  }

  /// What the direction is called, and what else decides in an order that nobody chose.
  var direction: String {
    if column == .route { return isDescending ? "z to a" : "a to z" }
    let direction = isDescending ? "largest first" : "smallest first"
    return isChosen || !column.isLatency ? direction : direction + ", few requests held back"
  }

  /// What a caption says of an order that a person has chosen, for its column may not be shown.
  func caption(in pane: PaneID) -> String {
    let isExpected = isDescending == RowOrder(by: column).isDescending
    return "by \(column.title(in: pane))" + (isExpected ? "" : ", \(direction)")
  }

  /// The rows in order; rows whose figure is not known come last, ties go by count and name.
  ///
  /// `limits` are those of requests, which an order that `isChosen` does not ask for; of a statement,
  /// a call or a task each run counts in full.
  func sorted<Row: OrderedRow>(_ rows: [Row], limits: Thresholds? = nil) -> [Row] {
    if column == .route {
      let sorted = rows.sorted { $0.orderedName < $1.orderedName }
      return isDescending ? sorted.reversed() : sorted
    }
    let limits = isChosen ? nil : limits
    // Rows are large to move: their places are sorted.
    let keyed = rows.indices.map { (place: $0, key: key(of: rows[$0], limits)) }
    return keyed.sorted { left, right in
      switch (left.key, right.key) {
      case (let a?, let b?) where a != b: return isDescending ? a > b : a < b
      case (.some, nil): return true
      case (nil, .some): return false
      default:
        let counts = (rows[left.place].orderedCount, rows[right.place].orderedCount)
        return counts.0 != counts.1
          ? counts.0 > counts.1
          : rows[left.place].orderedName < rows[right.place].orderedName
      }
    }.map { rows[$0.place] }
  }

  /// The figure as far as it counts, and then the whole figure.
  ///
  /// Where `limits` count, the latencies of fewer requests than are judged stand for no more than the
  /// limit: one slow request does not go before what is slow all the time.
  private func key<Row: OrderedRow>(of row: Row, _ limits: Thresholds?) -> (Double, Double)? {
    guard let figure = row.figure(of: column) else { return nil }
    guard let limits, row.orderedCount < limits.fewestRequests else { return (figure, figure) }
    return column.isLatency ? (min(figure, limits.slowSeconds), figure) : (figure, figure)
  }
}

/// A row that tables put in order by its figures.
protocol OrderedRow {
  /// What rows are ordered by that are alike otherwise.
  associatedtype Name: Comparable
  var orderedName: Name { get }
  /// Requests, calls or runs of the window.
  var orderedCount: UInt64 { get }
  /// Durations in seconds, rates per second; `nil` where it is not known or the row has none.
  func figure(of column: SortColumn) -> Double?
}

extension LatencySummary {
  /// In seconds; where a percentile is not known, what is nearest to it.
  fileprivate func figure(of column: SortColumn) -> Double? {
    switch column {
    case .p50: p50?.seconds
    case .p90: p90?.seconds
    case .p95: p95?.seconds ?? meanSeconds
    case .p99: p99?.seconds ?? maxSeconds
    case .mean: meanSeconds
    case .max: maxSeconds
    case .route, .rate, .errors, .time, .queries, .requests, .rows: nil
    }
  }
}

extension EndpointRow: OrderedRow {
  var orderedName: EndpointName { name }
  var orderedCount: UInt64 { requests }

  func figure(of column: SortColumn) -> Double? {
    switch column {
    case .route, .rows: nil
    case .rate: rate ?? Double(requests)
    case .p50, .p90, .p95, .p99, .mean, .max: latency?.figure(of: column)
    case .errors: errorRate
    case .time: totalSeconds
    case .queries: queriesPerRequest
    case .requests: Double(requests)
    }
  }
}

extension QueryRow: OrderedRow {
  var orderedName: String { fingerprint.string }
  var orderedCount: UInt64 { calls }

  func figure(of column: SortColumn) -> Double? {
    switch column {
    case .route, .errors, .queries: nil
    case .rate: rate
    case .p50, .p90, .p95, .p99, .mean, .max: latency?.figure(of: column)
    case .time: totalSeconds
    case .requests: Double(calls)
    case .rows: rowsSentPerCall
    }
  }
}

/// A statement with the part of its calls that falls to an endpoint.
struct TiedQuery: OrderedRow {
  var row: QueryRow
  var caller: QueryCaller

  var orderedName: String { row.orderedName }
  var orderedCount: UInt64 { row.orderedCount }

  func figure(of column: SortColumn) -> Double? {
    switch column {
    case .requests: caller.calls
    case .time: row.calls > 0 ? row.totalSeconds / Double(row.calls) * caller.calls : nil
    default: row.figure(of: column)
    }
  }
}

extension Table.Column {
  /// The column, with an arrow where the table is ordered by what it shows.
  func showing(_ order: RowOrder?, ifBy column: SortColumn) -> Table.Column {
    guard let order, order.column == column else { return self }
    var shown = self
    shown.sorted = order.isDescending ? .descending : .ascending
    return shown
  }
}
