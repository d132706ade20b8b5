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
  func title(of model: Model) -> String { name(in: model) + scope(of: model) }

  /// All are then told from those that pass the filter in one word.
  func shortTitle(of model: Model) -> String? {
    (Subject(of: model) == .all && model.isNarrowed ? "all " : "") + name(in: model)
  }

  private func name(in model: Model) -> String {
    model.isZoomed && model.focus == id ? title : "errors/s"
  }

  /// Whose errors they are, where a filter might be thought to say so.
  private func scope(of model: Model) -> String {
    guard model.isNarrowed else { return "" }
    switch Subject(of: model) {
    case .all: return ", all endpoints"
    case .few(let names): return ", \(names.count) endpoint\(names.count == 1 ? "" : "s")"
    case .one: return ""
    }
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

  /// `nothing failed in 10m` with its frame and a blank on either side.
  var silentWidth: Int? { 26 }

  /// What is said in place of a chart that would be empty.
  private func silence(of model: Model) -> String? {
    let counts = statuses(of: model)
    guard counts[4] + counts.errors == 0 else { return nil }
    if Subject(of: model) == .few([]) { return EndpointsPane().absence(of: model) }
    let axis = ChartTime.axis(of: model, most: ChartTime.columnsToJudge)
    let points = points(of: model, in: axis.range, columns: axis.columns)
    guard points.allSatisfy({ $0.statuses[4] + $0.statuses.errors == 0 }) else { return nil }
    let period = ChartTime.short(axis.range.seconds)
    if points.allSatisfy({ $0.requests == 0 }) { return "no requests in \(period)" }
    return points.contains { $0.requests > 0 && !$0.statuses.isKnown }
      ? "how requests ended is not known" : "nothing failed in \(period)"
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    if let silence = silence(of: model) {
      buffer.fill(rect)
      TextBlock(silence, style: theme[.muted])
        .draw(into: &buffer, in: rect.inset(horizontally: 1, vertically: 0))
      return
    }
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - 9))
    let points = points(of: model, in: range, columns: columns)
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
}

extension ErrorsPane {
  /// Whose errors are shown.
  private enum Subject: Equatable {
    case all
    case one(EndpointName)
    /// Those that pass the filter, while they are few.
    case few([EndpointName])

    /// Endpoints whose courses are added up at most: each costs as much as a row of the table.
    static let mostAdded = 8

    init(of model: Model) {
      if case .endpoint(let name) = model.place {
        self = .one(name)
        return
      }
      let rows = model.figures.endpoints
      self = model.isNarrowed && rows.count <= Subject.mostAdded ? .few(rows.map(\.name)) : .all
    }
  }

  private func points(
    of model: Model, in range: TimeRange, columns: Int
  ) -> [TimelinePoint] {
    switch Subject(of: model) {
    case .all: return model.timeline(of: nil, in: range, columns: columns)
    case .one(let name): return model.timeline(of: name, in: range, columns: columns)
    case .few(let names):
      let courses = names.map { model.timeline(of: $0, in: range, columns: columns) }
      guard var points = courses.first else { return [] }
      for course in courses.dropFirst() {
        for (place, point) in course.enumerated() where points.indices.contains(place) {
          points[place].requests += point.requests
          points[place].statuses.merge(point.statuses)
        }
      }
      return points
    }
  }

  private func statuses(of model: Model) -> StatusCounts {
    switch Subject(of: model) {
    case .all: return model.figures.totals.statuses
    case .one(let name): return model.figures.endpoint(name)?.statuses ?? StatusCounts()
    case .few:
      let rows = model.figures.endpoints
      return rows.indices.reduce(into: StatusCounts()) { $0.merge(rows[$1].statuses) }
    }
  }
}

extension Model {
  /// Whether the filter leaves endpoints out of the tables of the overview.
  fileprivate var isNarrowed: Bool {
    filter != nil && place == .overview && figures.endpoints.count < figures.endpointCount
  }
}

extension ErrorsPane {
  /// All classes over time, and the endpoints that fail most, of those that pass the filter.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard case .overview = model.place, rect.height >= 16 else {
      return drawFramed(model, into: &buffer, in: rect)
    }
    let failing = model.figures.endpoints.filter { $0.statuses.errors + $0.statuses[4] > 0 }
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
