import Telemetry
import TextUI

extension PaneID {
  /// See `WorkPane`.
  package static let outbound = PaneID("outbound")
  /// See `WorkPane`.
  package static let tasks = PaneID("tasks")
}

/// Work that is no request of a caller: outbound calls, or tasks and their steps.
struct WorkPane: Pane {
  let id: PaneID
  let kind: TrafficKind
  let band = PaneBand.work
  let listsRows = true
  let orders = SortColumn.ofWork

  var title: String { kind == .task ? "tasks" : "outbound calls" }

  func places(_ model: Model, at place: Model.Place) -> [Model.Place] {
    place == .overview ? WorkPane.rows(kind, model).map { .work(kind, $0.name) } : []
  }

  /// The pane of outbound calls or of tasks.
  init(_ id: PaneID) {
    self.id = id
    kind = id == .tasks ? .task : .outbound
  }

  /// Columns of the sparkline.
  private static let sparkColumns = 20

  static func rows(_ kind: TrafficKind, _ model: Model) -> [EndpointRow] {
    kind == .task ? model.figures.tasks : model.figures.outbound
  }

  func isFed(by model: Model) -> Bool { !WorkPane.rows(kind, model).isEmpty }

  func absence(of model: Model) -> String {
    kind == .task
      ? "no tasks in this window; log lines of jobs or metrics of workers would feed this pane"
      : "no outbound calls in this window; lines of HTTP clients or their metrics would feed this pane"
  }

  func caption(of model: Model) -> StyledText {
    let isOne = WorkPane.rows(kind, model).count == 1
    return caption(
      of: model, rowNoun: (kind == .task ? " task" : " kind") + (isOne ? "" : "s"))
  }

  func shortCaption(of model: Model) -> StyledText { caption(of: model, rowNoun: "") }

  private func caption(of model: Model, rowNoun: String) -> StyledText {
    let rows = WorkPane.rows(kind, model)
    let waiting = kind == .task ? model.figures.queues.map(\.waiting) : []
    let queue = waiting.isEmpty ? "" : " · \(Units.number(waiting.reduce(0, +))) waiting"
    let count = rows.indices.reduce(0) { $0 + rows[$1].requests }
    let noun = kind == .task ? "run" : "call"
    return StyledText(
      "\(rows.count)\(rowNoun) · \(Units.count(count)) \(noun)\(count == 1 ? "" : "s")"
        + " in \(model.settings.window.name)" + queue
        + (model.orders[id].map { " · " + $0.caption(in: id) } ?? ""))
  }

  func contentHeight(of model: Model) -> Int { WorkPane.rows(kind, model).count + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let count = WorkPane.rows(kind, model).count
    let selection = model.focus == id ? model.selectedRow(of: id, count: count) : nil
    draw(model, selection, into: &buffer, in: rect)
  }

  /// The table, and the selected row over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let rows = WorkPane.rows(kind, model)
    let selection = model.selectedRow(of: id, count: rows.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: rows.count, charts: 2)
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    draw(model, selection, into: &buffer, in: inner)
    guard let selection else { return }
    for (place, room) in charts.enumerated() {
      place == 0
        ? WorkDetail.drawLatency(rows[selection].name, kind, model, into: &buffer, in: room)
        : WorkDetail.drawOutcomes(rows[selection].name, kind, model, into: &buffer, in: room)
    }
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    let count = WorkPane.rows(kind, model).count
    guard model.isZoomed else { return ClickableTable(rect: Box.inner(of: rect), rows: count) }
    return ZoomedRoom.clickable(in: rect, rows: count, charts: 2)
  }

  private func draw(
    _ model: Model, _ selection: Int?, into buffer: inout Buffer, in rect: Rect
  ) {
    let rows = WorkPane.rows(kind, model)
    let what = kind == .task ? "tasks" : "outbound calls"
    let shown = shown(rows, model)
    var table = Table(
      shown.map { column($0, rows, model, width: rect.width) }, rows: [], selection: selection,
      placeholder: "no \(what) in this window", theme: model.theme)
    table.fill(rows.count, in: rect) { place in
      let row = rows[place]
      let severity = model.severity(of: row, kind)
      return Table.Row(
        shown.map { field($0, of: row, severity, model) }, mark: severity.mark,
        markStyle: model.theme[severity.role])
    }
    table.draw(into: &buffer, in: rect)
  }
}

extension WorkPane {
  /// A column of the table, in the order in which they stand; `change` is that of the p95, or of the
  /// mean in its place.
  private enum Shown: CaseIterable {
    case name, count, rate, mean, p50, p95, change, p99, max, failed, changeOfFailed, trend

    /// What the table is ordered by with it.
    var sort: SortColumn? {
      switch self {
      case .name: .route
      case .count: .requests
      case .rate: .rate
      case .mean: .mean
      case .p50: .p50
      case .p95: .p95
      case .p99: .p99
      case .max: .max
      case .failed: .errors
      case .change, .changeOfFailed, .trend: nil
      }
    }
  }

  /// The mean where it is all that is known of a row; what is known of none gives its room to the
  /// names, but for the p95, which then says that no durations are known.
  private func shown(_ rows: [EndpointRow], _ model: Model) -> [Shown] {
    func isKnown(_ figure: (LatencySummary) -> Bool) -> Bool {
      rows.indices.contains { rows[$0].latency.map(figure) == true }
    }
    let hasMeans = isKnown { $0.loneMean != nil }
    let hasPercentiles = rows.isEmpty || isKnown(\.hasPercentiles)
    let order = model.orders[id]?.column
    return Shown.allCases.filter { column in
      switch column {
      case .mean: hasMeans
      case .p95: hasPercentiles || !hasMeans
      case .p50, .p99: hasPercentiles || column.sort == order
      case .trend: hasPercentiles
      case .max: rows.isEmpty || column.sort == order || isKnown { $0.maxSeconds != nil }
      case .change: model.baseline != nil && (hasPercentiles || hasMeans)
      case .changeOfFailed: model.baseline != nil
      case .name, .count, .rate, .failed: true
      }
    }
  }

  private func column(
    _ shown: Shown, _ rows: [EndpointRow], _ model: Model, width: Int
  ) -> Table.Column {
    let isTask = kind == .task
    let column: Table.Column
    switch shown {
    case .name:
      column = .names(
        isTask ? "TASK" : "CALL", of: rows.map(\.name.description), minWidth: width < 60 ? 18 : 20)
    case .count: column = .number(isTask ? "RUNS" : "CALLS", 6, priority: 3)
    case .rate: column = .number("RATE/s", 6, priority: 6)
    case .mean: column = .number("MEAN", 7, priority: 1)
    case .p50: column = .number("P50", 7, priority: 5)
    case .p95: column = .number("P95", 7, priority: 1)
    case .change: column = .change(priority: 2)
    case .p99: column = .number("P99", 7, priority: 7)
    case .max: column = .number("MAX", 7, priority: 8)
    case .failed: column = .number("FAIL %", 6, priority: 2)
    case .changeOfFailed: column = .change(priority: 4)
    case .trend:
      let period = Units.age(ChartTime.seconds(of: model)).uppercased()
      column = Table.Column(
        "P95, \(period)", minWidth: WorkPane.sparkColumns, maxWidth: WorkPane.sparkColumns,
        priority: 9)
    }
    guard let sort = shown.sort else { return column }
    return column.showing(model.orders[id], ifBy: sort)
  }

  private func field(
    _ shown: Shown, of row: EndpointRow, _ severity: Severity, _ model: Model
  ) -> Table.Field {
    let theme = model.theme
    switch shown {
    case .name: return model.field(row.name.description, of: .work(kind, row.name))
    case .count: return Table.Field(Units.count(row.requests))
    case .rate: return Table.Field(Units.rate(row.rate))
    case .mean: return Table.Field(row.latency?.meanSeconds.map(Units.duration) ?? "-")
    case .p50: return Table.Field(Units.quantile(row.latency?.p50))
    case .p95: return Table.Field(Units.quantile(row.latency?.p95))
    case .change:
      let change = model.change(of: row, kind) { $0.latency?.p95?.seconds ?? $0.latency?.loneMean }
      return change?.field(theme) ?? Table.Field("")
    case .p99: return Table.Field(Units.quantile(row.latency?.p99))
    case .max: return Table.Field(row.latency?.maxSeconds.map(Units.duration) ?? "-")
    case .failed: return Table.Field(Units.percent(row.errorRate), style: theme[severity.role])
    case .changeOfFailed:
      return model.changeOfErrors(of: row, kind)?.field(theme) ?? Table.Field("")
    case .trend:
      let axis = ChartTime.axis(of: model, most: WorkPane.sparkColumns)
      let trend = model.timeline(
        of: row.name, kind: kind, in: axis.range, columns: axis.columns)
      return Table.Field(
        .sparkline(Sparkline(unusual: trend.map(\.p95), style: theme[.sparkline])))
    }
  }
}
