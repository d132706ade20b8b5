import Telemetry
import TextUI

extension PaneID {
  /// See `QueriesPane`.
  package static let queries = PaneID("queries")
}

/// Statements by their share of the database time; at an endpoint, those that it runs.
///
/// In the detail of a statement, which has no panes, its rows are the endpoints that call it.
struct QueriesPane: Pane {
  let id = PaneID.queries
  let title = "queries"
  let band = PaneBand.statements
  let listsRows = true
  let widthShare = 3
  let orders = SortColumn.ofStatements

  func places(_ model: Model, at place: Model.Place) -> [Model.Place] {
    switch place {
    case .overview: model.figures.queries.map { .query($0.id) }
    case .endpoint(let name): model.tiedQueries(of: name).map { .query($0.row.id) }
    case .query(let id):
      model.figures.query(id)?.callers.map { Model.Place.endpoint($0.endpoint) } ?? []
    case .work, .finding: []
    }
  }

  func isFed(by model: Model) -> Bool {
    if case .endpoint = model.place { return !model.figures.everyQuery.isEmpty }
    return !model.figures.queries.isEmpty
  }

  func title(of model: Model) -> String {
    if case .endpoint = model.place { return "queries of this endpoint" }
    return "queries"
  }

  func caption(of model: Model) -> StyledText { caption(of: model, isWhole: true) }

  func shortCaption(of model: Model) -> StyledText { caption(of: model, isWhole: false) }

  /// `isWhole` also names what the figures are of.
  private func caption(of model: Model, isWhole: Bool) -> StyledText {
    let order = model.orders[id].map { " · " + $0.caption(in: id) } ?? ""
    switch model.place {
    case .endpoint(let name):
      let rows = model.tiedQueries(of: name)
      guard let request = Request(name, model), !rows.isEmpty else { return "" }
      let calls = rows.reduce(0) { $0 + $1.caller.calls } / request.count
      let guess = rows.contains { $0.caller.isGuess } ? "~ tied by time · " : ""
      let share = isWhole && request.totalSeconds != nil ? " · share of its time" : ""
      return StyledText(
        guess + "\(Units.fixed(calls, calls < 9.95 ? 1 : 0)) per request" + share + order)
    default:
      let seconds = model.figures.queries.reduce(0) { $0 + $1.totalSeconds }
      let count = model.figures.queries.count
      let noun = isWhole ? (count == 1 ? " statement" : " statements") : ""
      return StyledText(
        "\(count)\(noun) · \(Units.duration(seconds))\(isWhole ? " of SQL" : "") in "
          + model.settings.window.name + order)
    }
  }

  func contentHeight(of model: Model) -> Int { model.rowCount(of: .queries) + 1 }

  func isSilent(_ model: Model) -> Bool {
    if case .endpoint(let name) = model.place { model.tiedQueries(of: name).isEmpty } else { false }
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let tied = tied(of: model)
    let rows = tied == nil ? model.figures.queries : model.figures.everyQuery
    let count = tied?.count ?? rows.count
    let shown = shown(model)
    let request: Request? =
      if case .endpoint(let name) = model.place { Request(name, model) } else { nil }
    let selection = model.focus == id ? model.selectedRow(of: id, count: count) : nil
    var table = Table(
      columns: shown.map { column($0, of: model, width: rect.width) }, rows: [],
      selection: selection, gutter: 2,
      showsHeader: count > 0 || model.place == .overview,
      placeholder: StyledText(placeholder(of: model)),
      headerStyle: theme[.header], selectionStyle: theme[.selection], noteStyle: theme[.muted])
    table.fill(count, in: rect) { place in
      let entry = tied?[place]
      return row(entry?.row ?? rows[place], entry?.caller, of: request, shown, model)
    }
    table.draw(into: &buffer, in: rect)
  }

  /// The table, and the selected statement where it leaves room for that.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let (top, below) = split(rect, model)
    drawFramed(model, into: &buffer, in: top)
    guard !below.isEmpty else { return }
    let places = model.places(in: id, at: model.place)
    guard let row = model.selectedRow(of: id, count: places.count),
      case .query(let statement) = places[row]
    else { return buffer.fill(below) }
    QueryDetail.draw(statement, model, into: &buffer, in: below)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    let table = model.isZoomed ? split(rect, model).table : rect
    return ClickableTable(rect: Box.inner(of: table), rows: model.rowCount(of: id))
  }

  private func split(_ rect: Rect, _ model: Model) -> (table: Rect, below: Rect) {
    ZoomedRoom.split(rect, rows: model.rowCount(of: id), leastBelow: 18)
  }

  func absence(of model: Model) -> String {
    if model.figures.everyQuery.isEmpty {
      return "no statements seen yet; point svctop at the database's slow log"
    }
    return model.place == .overview
      ? "no statement passes the filter" : "no statement could be tied to this endpoint"
  }

  private func placeholder(of model: Model) -> String {
    guard !model.figures.everyQuery.isEmpty else { return absence(of: model) }
    return absence(of: model)
      + (model.place == .overview ? "; Esc clears it" : "; 7 on the overview has them all")
  }

  /// At an endpoint, the statements that it runs and the calls that fall to it.
  private func tied(of model: Model) -> [TiedQuery]? {
    guard case .endpoint(let name) = model.place else { return nil }
    return model.tiedQueries(of: name)
  }
}
