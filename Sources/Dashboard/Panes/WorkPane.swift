import Telemetry
import TextUI

/// Work that is no request of a caller: outbound calls, or tasks and their steps.
struct WorkPane: Pane {
  let id: PaneID
  let kind: TrafficKind

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

  func caption(of model: Model) -> StyledText {
    let rows = WorkPane.rows(kind, model)
    let waiting =
      kind == .task
      ? model.history.backlogs(model.settings.window, now: model.moment).map { $0.jobs } : []
    let queue = waiting.isEmpty ? "" : " · \(Units.number(waiting.reduce(0, +))) waiting"
    let count = rows.indices.reduce(0) { $0 + rows[$1].requests }
    let noun = kind == .task ? "run" : "call"
    return StyledText(
      "\(rows.count) · \(Units.count(count)) \(noun)\(count == 1 ? "" : "s")"
        + " in \(model.settings.window.name)" + queue)
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
    var table = Table(
      columns(rows, model, width: rect.width), rows: [], selection: selection,
      placeholder: "no \(what) in this window", theme: model.theme)
    table.fill(rows.count, in: rect) { row(rows[$0], model) }
    table.draw(into: &buffer, in: rect)
  }

  private func columns(_ rows: [EndpointRow], _ model: Model, width: Int) -> [Table.Column] {
    let period = Units.age(ChartTime.seconds(of: model)).uppercased()
    let isTask = kind == .task
    var columns = [
      .names(
        isTask ? "TASK" : "CALL", of: rows.map(\.name.description), minWidth: width < 60 ? 18 : 20),
      .number(isTask ? "RUNS" : "CALLS", 6, priority: 3), .number("RATE/s", 6, priority: 6),
      .number("P50", 7, priority: 5), .number("P95", 7, priority: 1),
      .number("P99", 7, priority: 7), .number("MAX", 7, priority: 8),
      .number("FAIL %", 6, priority: 2),
      Table.Column(
        "LAST \(period)", minWidth: WorkPane.sparkColumns, maxWidth: WorkPane.sparkColumns,
        priority: 9),
    ]
    if model.baseline != nil {
      // From the right, so that places stay what they are.
      for (place, priority) in WorkPane.changes.reversed() {
        columns.insert(.change(priority: priority), at: place)
      }
    }
    return columns
  }

  /// Where changes since the baseline stand, behind the p95 and the share that failed, and how much
  /// they matter.
  private static let changes = [(place: 5, priority: 2), (place: 8, priority: 4)]

  private func row(_ row: EndpointRow, _ model: Model) -> Table.Row {
    let theme = model.theme
    let severity = model.severity(of: row, kind)
    let axis = ChartTime.axis(of: model, most: WorkPane.sparkColumns)
    let trend = model.timeline(
      of: row.name, kind: kind, in: axis.range, columns: axis.columns)
    var fields = [
      Table.Field(model.marking(row.name.description, .work(kind, row.name))),
      Table.Field(Units.count(row.requests)), Table.Field(Units.rate(row.rate)),
      Table.Field(Units.quantile(row.latency?.p50)),
      Table.Field(Units.quantile(row.latency?.p95)),
      Table.Field(Units.quantile(row.latency?.p99)),
      Table.Field(row.latency?.maxSeconds.map(Units.duration) ?? "-"),
      Table.Field(Units.percent(row.errorRate), style: theme[severity.role]),
      Table.Field(.sparkline(Sparkline(unusual: trend.map(\.p95), style: theme[.sparkline]))),
    ]
    let changes = [
      model.changeOfErrors(of: row, kind), model.change(of: row, kind) { $0.latency?.p95?.seconds },
    ]
    for (place, change) in zip(WorkPane.changes.reversed(), changes) {
      if let change { fields.insert(change.field(theme), at: place.place) }
    }
    return Table.Row(fields, mark: severity.mark, markStyle: theme[severity.role])
  }
}
