import Telemetry
import TextUI

extension PaneID {
  /// See `SessionsPane`.
  package static let sessions = PaneID("sessions")
}

/// Sessions: who is here, how long people stay and how much they ask for.
struct SessionsPane: Pane {
  let id = PaneID.sessions
  let title = "sessions"
  let band = PaneBand.visitors

  func isFed(by model: Model) -> Bool { model.figures.sessions != nil }

  func absence(of model: Model) -> String {
    "no log says who asked; an access log with addresses, or with ids of users, would"
  }

  func caption(of model: Model) -> StyledText {
    guard let row = model.figures.sessions, row.count > 0 else { return "" }
    return StyledText(
      "\(SessionText.count(row.active, of: row)) active \(model.symbols.separator) "
        + SessionText.identity(row))
  }

  func contentHeight(of model: Model) -> Int { isSilent(model) ? 1 : 3 }

  func isSilent(_ model: Model) -> Bool { silence(of: model) != nil }

  /// What is said in place of figures that would tell nothing.
  private func silence(of model: Model) -> String? {
    guard let row = model.figures.sessions else { return nil }
    if row.count == 0 { return SessionText.absence(in: model.settings.window) }
    // Where hardly anybody asks twice, sessions have neither length nor requests to speak of.
    guard let durations = row.durations, let requests = row.requests, durations.p95 == 0,
      requests.p95 <= 1
    else { return nil }
    let visitors = "\(SessionText.count(row.count, of: row)) visitor\(row.count == 1 ? "" : "s")"
    return visitors + ", \(requests.max <= 1 ? "each" : "nearly all") with one request"
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard let silence = silence(of: model) else {
      return table(model).draw(into: &buffer, in: rect)
    }
    buffer.fill(rect)
    buffer.write(
      silence, at: rect.origin.moved(by: 1), style: model.theme[.muted], maxWidth: rect.width - 2)
  }

  /// The figures with what they rest on, and how many were active over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard let row = model.figures.sessions else {
      return drawFramed(model, into: &buffer, in: rect)
    }
    let isEmpty = row.count == 0
    let words = TextBlock(
      isEmpty
        ? SessionText.absence(in: model.settings.window) : SessionText.sentence(row),
      style: model.theme[.muted])
    let lines = words.height(width: max(1, rect.width - 4))
    let linesOfFigures = isEmpty ? 0 : 4
    let (top, charts) = ZoomedRoom.split(
      rect, tableLines: linesOfFigures + lines, charts: 1)
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    let (figures, below) = inner.splitting(top: min(inner.height, linesOfFigures))
    if !isEmpty { table(model).draw(into: &buffer, in: figures) }
    words.draw(into: &buffer, in: below.inset(horizontally: 1, vertically: 0))
    guard let room = charts.first else { return }
    let axis = TimePanel.axis(model, width: room.width)
    TimePanel(
      title: "active sessions",
      lines: [
        .init(
          word: "active", letter: "a", role: .accent,
          values: model.history.activeSessions(
            in: axis.range, columns: axis.columns, now: model.moment))
      ], range: axis.range, format: Units.axisRate,
      placeholder: "no log says who asked in this time"
    ).draw(model, into: &buffer, in: room)
  }

  private func table(_ model: Model) -> Table {
    let theme = model.theme
    let row = model.figures.sessions
    func fields(_ name: String, _ known: SessionQuantiles?, _ format: (Double) -> String)
      -> Table.Row
    {
      let values = [known?.mean, known?.p50, known?.p90, known?.p95, known?.p99, known?.max]
      return Table.Row(
        [Table.Field(name, style: theme[.muted])]
          + values.map { Table.Field($0.map(format) ?? "-") })
    }
    let heading = row.map { "\(SessionText.count($0.count, of: $0)) SESSIONS" } ?? ""
    return Table(
      [
        .names(heading, of: [heading], minWidth: 10), .number("MEAN", 7, priority: 5),
        .number("P50", 7, priority: 1), .number("P90", 7, priority: 6),
        .number("P95", 7, priority: 2), .number("P99", 7, priority: 4),
        .number("MAX", 7, priority: 3),
      ],
      rows: [
        fields("duration", row?.durations, Units.duration),
        fields("requests", row?.requests, SessionText.requests),
      ], theme: theme)
  }
}
