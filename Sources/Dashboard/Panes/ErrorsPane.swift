import Telemetry
import TextUI

extension PaneID {
  /// See `ErrorsPane`.
  package static let errors = PaneID("errors")
}

/// Answers of the classes 4xx and 5xx per second over time.
struct ErrorsPane: Pane {
  let id = PaneID.errors
  let title = "errors per second"
  let band = PaneBand.charts

  func opened(at place: Model.Place) -> PaneID { place == .overview ? id : .queries }

  /// Beside other panes the legend and its counts need the room of the words.
  func title(of model: Model) -> String {
    model.isZoomed && model.focus == id ? title : "errors/s"
  }

  /// The counts are those of the window, which may be shorter than the axis.
  func caption(of model: Model) -> StyledText {
    let counts = statuses(of: model)
    func figure(_ count: UInt64) -> String {
      counts.total > 0 && !counts.isKnown ? "-" : Units.count(count)
    }
    let window = model.settings.window == .all ? "" : " in \(model.settings.window.name)"
    return legend(
      " 4xx \(figure(counts[4]))  ", " 5xx \(figure(counts.errors))\(window)", model)
  }

  func shortCaption(of model: Model) -> StyledText { legend("4xx ", "5xx", model) }

  private func legend(_ of4xx: String, _ of5xx: String, _ model: Model) -> StyledText {
    let fills = model.symbols.layers.map { String($0) }
    return StyledText(fills[0], style: model.theme[.errors4xx]) + StyledText(of4xx)
      + StyledText(fills[1], style: model.theme[.errors5xx]) + StyledText(of5xx)
  }

  func isFed(by model: Model) -> Bool { !model.figures.everyEndpoint.isEmpty }

  func absence(of model: Model) -> String {
    isFed(by: model) ? "nothing failed" : EndpointsPane().absence(of: model)
  }

  func contentHeight(of model: Model) -> Int { 8 }

  func isSilent(_ model: Model) -> Bool { silence(of: model) != nil }

  /// What is said in place of an endpoint's chart where it would be empty.
  private func silence(of model: Model) -> String? {
    guard let name = subject(of: model) else { return nil }
    let counts = statuses(of: model)
    guard counts[4] + counts.errors == 0 else { return nil }
    let axis = ChartTime.axis(of: model, most: ChartTime.columnsToJudge)
    let points = model.timeline(of: name, in: axis.range, columns: axis.columns)
    guard points.allSatisfy({ $0.statuses[4] + $0.statuses.errors == 0 }) else { return nil }
    let period = ChartTime.short(axis.range.seconds)
    if points.allSatisfy({ $0.requests == 0 }) { return "no requests in the last \(period)" }
    return points.contains { $0.requests > 0 && !$0.statuses.isKnown }
      ? "how requests ended is not known" : "nothing failed in the last \(period)"
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    if let silence = silence(of: model) {
      buffer.fill(rect)
      buffer.write(
        silence, at: rect.origin.moved(by: 1), style: theme[.muted], maxWidth: rect.width - 2)
      return
    }
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - 9))
    let points = model.timeline(
      of: subject(of: model), in: range, columns: columns)
    let width = range.seconds / Double(columns)
    func perSecond(_ count: (StatusCounts) -> UInt64) -> [Double?] {
      points.map { point in
        guard point.requests > 0 else { return nil }
        // The newest column is still being filled.
        let seconds = min(width, max(5, model.moment - point.start))
        return Double(count(point.statuses)) / seconds
      }
    }
    StackedColumns(
      layers: [
        StackedColumns.Layer(values: perSecond { $0[4] }, style: theme[.errors4xx]),
        StackedColumns.Layer(values: perSecond { $0.errors }, style: theme[.errors5xx]),
      ],
      axes: Axes(
        timeLabels: ChartTime.labels(of: range, model: model), labelWidth: 5,
        style: theme[.axis], format: Units.axisRate)
    ).draw(into: &buffer, in: rect)
  }

  private func subject(of model: Model) -> EndpointName? {
    if case .endpoint(let name) = model.place { return name }
    return nil
  }

  private func statuses(of model: Model) -> StatusCounts {
    guard let name = subject(of: model) else { return model.figures.totals.statuses }
    return model.figures.endpoint(name)?.statuses ?? StatusCounts()
  }
}

extension ErrorsPane {
  /// All classes over time, and the endpoints that fail most.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard case .overview = model.place, rect.height >= 16 else {
      return drawFramed(model, into: &buffer, in: rect)
    }
    let failing = model.figures.everyEndpoint.filter { $0.statuses.errors + $0.statuses[4] > 0 }
      .sorted {
        ($1.statuses.errors, $1.statuses[4], $0.name)
          < ($0.statuses.errors, $0.statuses[4], $1.name)
      }
    let (top, bottom) = rect.splitting(
      top: max(8, rect.height - min(failing.count + 3, rect.height / 2)))
    drawFramed(model, into: &buffer, in: top)
    let inner = Panel(
      title: "answers by class", caption: StyledText("in \(model.settings.window.name)")
    ).draw(model, into: &buffer, in: bottom)
    let theme = model.theme
    // What never happens says nothing, and takes the room of the names.
    let classes = (2...5).filter { statusClass in
      statusClass != 3 || failing.contains { $0.statuses[3] > 0 }
    }
    let hasLost = failing.contains { $0.statuses.noAnswer > 0 }
    let rows = failing.map { row in
      let severity = model.settings.thresholds.errors(of: row)
      return Table.Row(
        [Table.Field(row.name.description), Table.Field(Units.count(row.requests))]
          + classes.map { Table.Field(Units.count(row.statuses[$0])) }
          + (hasLost ? [Table.Field(Units.count(row.statuses.noAnswer))] : [])
          + [
            Table.Field(Units.percent(row.errorRate), style: theme[severity.role])
          ], mark: severity.mark, markStyle: theme[severity.role])
    }
    Table(
      [
        .names("ENDPOINT", of: failing.map(\.name.description), minWidth: 24),
        .number("REQUESTS", 8, priority: 4),
      ]
        + classes.map { .number("\($0)XX", 7, priority: [2: 6, 3: 7, 4: 3][$0] ?? 1) }
        + (hasLost ? [.number("NO ANSWER", 9, priority: 5)] : [])
        + [.number("ERR %", 6, priority: 2)],
      rows: rows, placeholder: "nothing failed", theme: theme
    ).draw(into: &buffer, in: inner)
  }
}
