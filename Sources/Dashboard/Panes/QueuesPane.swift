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
    drawTable(model, selection, into: &buffer, in: rect)
  }

  /// The queues, and the selected one over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let rows = model.figures.queues
    let selection = model.selectedRow(of: id, count: rows.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: rows.count, charts: 1)
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    drawTable(model, selection, into: &buffer, in: inner)
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
    ZoomedRoom.clickable(in: rect, rows: model.figures.queues.count, charts: 1)
  }

  private func key(of row: QueueRow, _ model: Model) -> SeriesKey {
    model.history.key(.taskBacklog, of: row.name, source: row.source)
  }

  /// Rows are made for those in sight alone: each asks for a trend.
  private func drawTable(
    _ model: Model, _ selection: Int?, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let queues = model.figures.queues
    let hasSources = Set(queues.map(\.source)).count > 1
    let names = Table.Column.names("QUEUE", of: queues.map(\.name.string))
    let window = model.settings.window
    let most = window == .all ? "MOST" : "MOST IN \(window.name.uppercased())"
    // Plain words where no name is cut for them; the gutter, the columns and a blank before each.
    let needed =
      (names.maxWidth ?? 0) + CellWidth.of(most) + (hasSources ? 30 : 13) + "GROWTH/min".count
    let isWide = needed <= rect.width
    var columns: [Table.Column] = [
      names, .number("WAITING", 7, priority: 1),
      .number(isWide ? most : "MOST", 7, priority: 3),
      .number(isWide ? "GROWTH/min" : "+/min", 6, priority: 2),
    ]
    if hasSources {
      columns.append(Table.Column("SOURCE", minWidth: 8, maxWidth: 16, priority: 4))
    }
    var table = Table(columns, rows: [], selection: selection, theme: theme)
    table.fill(queues.count, in: rect) { place in
      let row = queues[place]
      let severity = model.severity(of: row)
      var fields = [
        Table.Field(row.name.string),
        Table.Field(Units.number(row.waiting), style: theme[severity.role]),
        Table.Field(Units.number(row.mostWaiting)),
        Table.Field(growth(of: row, model)),
      ]
      if hasSources {
        let source = model.history.sources[row.source].identity.name.string
        fields.append(Table.Field(source, style: theme[.muted]))
      }
      return Table.Row(fields, mark: severity.mark, markStyle: theme[severity.role])
    }
    table.draw(into: &buffer, in: rect)
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
