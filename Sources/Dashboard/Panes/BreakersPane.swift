import Telemetry
import TextUI

extension PaneID {
  /// See `BreakersPane`.
  package static let breakers = PaneID("breakers")
}

/// Circuit breakers: which calls the service has given up for the moment, those that are open first.
struct BreakersPane: Pane {
  let id = PaneID.breakers
  let title = "breakers"
  let band = PaneBand.work

  func rowCount(_ model: Model) -> Int { model.figures.breakers.count }

  func isFed(by model: Model) -> Bool { !model.figures.breakers.isEmpty }

  func absence(of model: Model) -> String {
    "nothing feeds this pane; metrics of circuit breakers would (resilience4j, Polly, Envoy)"
  }

  func caption(of model: Model) -> StyledText {
    let open = model.figures.breakers.filter { $0.state >= 1 }.count
    return StyledText(open == 0 ? "none open" : "\(open) open")
  }

  func contentHeight(of model: Model) -> Int { model.figures.breakers.count + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let selection =
      model.focus == id
      ? model.selectedRow(of: id, count: model.figures.breakers.count) : nil
    table(model, selection).draw(into: &buffer, in: rect)
  }

  /// The breakers, and the selected one over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let rows = model.figures.breakersByState
    let selection = model.selectedRow(of: id, count: rows.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: rows.count, charts: 1)
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    table(model, selection).draw(into: &buffer, in: inner)
    guard let selection, let room = charts.first else { return }
    let row = rows[selection]
    let axis = TimePanel.axis(model, width: room.width)
    func readings(_ signal: Signal) -> [Double?] {
      model.history.columns(
        of: model.history.key(signal, of: row.name, source: row.source), in: axis.range,
        count: axis.columns, now: model.moment)
    }
    TimePanel(
      title: StyledText("state  \(row.name)"),
      lines: [
        .init(
          word: "open", letter: "o", role: .critical,
          values: BreakersPane.steps(readings(.breakerState))),
        .init(word: "failures", letter: "*", role: .accent, values: readings(.breakerFailureRate)),
      ], range: axis.range, maximum: 1, format: Units.wholePercent,
      placeholder: "its state was not read in this time"
    ).draw(model, into: &buffer, in: room)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    ZoomedRoom.clickable(in: rect, rows: model.figures.breakers.count, charts: 1)
  }

  private func table(_ model: Model, _ selection: Int?) -> Table {
    let theme = model.theme
    let breakers = model.figures.breakersByState
    let rows = breakers.map { row in
      let severity = model.severity(of: row)
      return Table.Row(
        [
          Table.Field(row.name.string),
          Table.Field(BreakersPane.word(for: row.state), style: theme[severity.role]),
          Table.Field(Units.percent(row.failureRate)),
        ], mark: severity.mark, markStyle: theme[severity.role])
    }
    return Table(
      [
        .names("BREAKER", of: breakers.map(\.name.string), minWidth: 8),
        Table.Column("STATE", minWidth: 9), .number("FAIL %", 6, priority: 2),
      ], rows: rows, selection: selection, theme: theme)
  }

  /// What a state is called; readings between the three come from several processes.
  static func word(for state: Double) -> String {
    state >= 1 ? "open" : state > 0 ? "half open" : "closed"
  }

  /// One of the three states, whatever lies between them.
  static func step(_ state: Double) -> Double { state >= 1 ? 1 : state > 0 ? 0.5 : 0 }

  /// States for a chart of lines: each several times, for a breaker opens at once and a line from one
  /// state to the next would look as if it went there little by little.
  static func steps(_ states: [Double?]) -> [Double?] {
    var last: Double?
    var steps: [Double?] = []
    for (known, bridged) in zip(states, states.bridged) {
      last = known.map(step) ?? last
      // Between two scrapes it is still as it was last.
      steps += [Double?](repeating: bridged == nil ? nil : last, count: timesEach)
    }
    return steps
  }

  /// So many values are more than a chart has dots across: a step takes one or two of them.
  private static let timesEach = 8
}
