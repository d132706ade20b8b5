import Telemetry
import TextUI

extension PaneID {
  /// See `QueuesPane`.
  package static let queues = PaneID("queues")
}

/// Jobs, messages and offsets that wait to be worked off, the longest queue first.
struct QueuesPane: Pane {
  let id = PaneID.queues
  let title = "queues"
  let band = PaneBand.work

  func rowCount(_ model: Model) -> Int { model.figures.queues.count }

  func isFed(by model: Model) -> Bool { !model.figures.queues.isEmpty }

  func absence(of model: Model) -> String {
    "nothing feeds this pane; metrics of queues would (Celery, Sidekiq, RabbitMQ)"
  }

  func caption(of model: Model) -> StyledText {
    let waiting = model.figures.queues.reduce(0) { $0 + $1.waiting }
    return StyledText("\(model.figures.queues.count) · \(Units.number(waiting)) waiting")
  }

  func contentHeight(of model: Model) -> Int { model.figures.queues.count + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let selection =
      model.focus == id ? model.selectedRow(of: id, count: model.figures.queues.count) : nil
    table(model, selection).draw(into: &buffer, in: rect)
  }

  /// The queues, and the selected one over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let rows = model.figures.queues
    let selection = model.selectedRow(of: id, count: rows.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: rows.count, charts: 1)
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    table(model, selection).draw(into: &buffer, in: inner)
    guard let selection, let room = charts.first else { return }
    let row = rows[selection]
    let axis = TimePanel.axis(model, width: room.width)
    let values = model.history.columns(
      of: key(of: row, model), in: axis.range, count: axis.columns, now: model.moment)
    TimePanel(
      title: StyledText("waiting  \(row.name)"),
      lines: [.init(word: "waiting", letter: "w", role: .accent, values: values)],
      range: axis.range, format: Units.axisRate, placeholder: "it was not read in this time"
    ).draw(model, into: &buffer, in: room)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    let count = model.figures.queues.count
    guard model.isZoomed else { return ClickableTable(rect: Box.inner(of: rect), rows: count) }
    return ZoomedRoom.clickable(in: rect, rows: count, charts: 1)
  }

  private func key(of row: QueueRow, _ model: Model) -> SeriesKey {
    model.history.key(.taskBacklog, of: row.name, source: row.source)
  }

  private func table(_ model: Model, _ selection: Int?) -> Table {
    let theme = model.theme
    let queues = model.figures.queues
    let rows = queues.map { row in
      let severity = model.severity(of: row)
      return Table.Row(
        [
          Table.Field(row.name.string),
          Table.Field(Units.number(row.waiting), style: theme[severity.role]),
          Table.Field(Units.number(row.mostWaiting)),
          Table.Field(growth(of: row, model)),
          Table.Field(
            model.history.sources[row.source].identity.name.string, style: theme[.muted]),
        ], mark: severity.mark, markStyle: theme[severity.role])
    }
    return Table(
      [
        .names("QUEUE", of: queues.map(\.name.string)), .number("WAITING", 7, priority: 1),
        .number("MOST", 7, priority: 3), .number("GROWTH/min", 10, priority: 2),
        Table.Column("SOURCE", minWidth: 8, maxWidth: 16, priority: 4),
      ], rows: rows, selection: selection, theme: theme)
  }

  /// What it gains a minute where its readings rise or fall, more than by chance.
  private func growth(of row: QueueRow, _ model: Model) -> String {
    let range = ChartTime.axis(of: model, most: 60).range
    guard
      let trend = model.history.trend(of: key(of: row, model), in: range, now: model.moment)
    else { return "-" }
    guard trend.isRising || trend.isFalling else { return "steady" }
    let perMinute = trend.slope * 60
    return (perMinute > 0 ? "+" : "") + Units.number(perMinute.rounded())
  }
}
