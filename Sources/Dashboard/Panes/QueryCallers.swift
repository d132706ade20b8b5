import Telemetry
import TextUI

/// The endpoints that call a statement; in its detail one of them is selected and can be opened.
extension QueryDetail {
  static func drawCallers(
    _ row: QueryRow, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let count = row.callers.count
    var facts = row.callers.contains { $0.isGuess } ? ["~ tied by time"] : []
    if let rest = rest(of: row) { facts.append(rest) }
    if count > Box.inner(of: rect).height { facts.insert("\(count)", at: 0) }
    let isOpen = model.place == .query(row.id) && !model.isZoomed
    let inner = Panel(
      title: "called by", caption: StyledText(facts.joined(separator: " · ")),
      isFocused: isOpen && count > 0
    ).draw(model, into: &buffer, in: rect)
    let selection = isOpen ? model.selectedRow(of: .queries, count: count) : nil
    table(of: row, model, selection, height: inner.height).draw(into: &buffer, in: inner)
  }

  private static func table(
    of row: QueryRow, _ model: Model, _ selection: Int?, height: Int
  ) -> Table {
    let theme = model.theme
    let all = Double(row.calls)
    let hasHeader = hasHeader(height, row.callers.count)
    let rows = row.callers.map { caller in
      let requests = model.figures.endpoint(caller.endpoint)?.requests
      let perRequest = requests.map { $0 > 0 ? caller.calls / Double($0) : 0 }
      return Table.Row([
        Table.Field(
          Units.count(UInt64(max(0, caller.calls.rounded()))) + (hasHeader ? "" : " calls")),
        Table.Field(Units.wholePercent(all > 0 ? caller.calls / all : 0)),
        Table.Field(
          perRequest.map {
            Units.fixed($0, $0 < 9.95 ? 1 : 0) + (hasHeader ? "" : " per request")
          } ?? "-"),
        model.field(name(of: caller), of: .endpoint(caller.endpoint)),
      ])
    }
    return Table(
      columns: [
        .number("CALLS", 7, priority: 2), .number("SHARE", 5, priority: 3),
        .number("PER REQ", 7, priority: 4), Table.Column("ENDPOINT", minWidth: 10, flex: 1),
      ], rows: rows, selection: selection, showsHeader: hasHeader,
      placeholder: "could not be tied to an endpoint", headerStyle: theme[.header],
      selectionStyle: theme[.selection], noteStyle: theme[.muted])
  }

  /// The calls that no endpoint is known for; `nil` where these are hardly any, or all.
  private static func rest(of row: QueryRow) -> String? {
    let tied = row.callers.reduce(0) { $0 + $1.calls }
    let share = row.calls > 0 ? 1 - tied / Double(row.calls) : 0
    return tied > 0 && share >= 0.01 ? "\(Units.wholePercent(share)) by no known endpoint" : nil
  }

  /// Cells in which the names of all of them are whole beside their figures, the frame included.
  static func callerWidth(of row: QueryRow) -> Int {
    let longest = row.callers.reduce(0) { max($0, CellWidth.of(name(of: $1))) }
    // Gutter and frame, three numbers, and the sign of a row that was marked.
    return 4 + (7 + 1 + 5 + 1 + 7 + 1) + longest + 2
  }

  private static func name(of caller: QueryCaller) -> String {
    (caller.isGuess ? "~" : "") + caller.endpoint.description
  }

  /// Without room for one, the figures say what they are.
  private static func hasHeader(_ height: Int, _ callers: Int) -> Bool { height > callers }

  /// Whether the statement has callers that are on the screen, where it has the body.
  static func showsCallers(of id: UInt64, _ model: Model) -> Bool {
    callersInSight(of: id, model) != nil
  }

  /// The caller at a cell of the screen.
  static func caller(at point: Point, of id: UInt64, _ model: Model) -> Int? {
    guard let (row, room) = callersInSight(of: id, model) else { return nil }
    let count = row.callers.count
    return ClickableTable(rect: room, rows: count, showsHeader: hasHeader(room.height, count))
      .row(at: point, selection: model.selectedRow(of: .queries, count: count))
  }

  private static func callersInSight(
    of id: UInt64, _ model: Model
  ) -> (row: QueryRow, room: Rect)? {
    guard let row = model.figures.query(id), !row.callers.isEmpty else { return nil }
    let layout = QueryDetailLayout(of: row, model, in: Layout(of: model).body)
    let room = Box.inner(of: layout.callers)
    guard !room.isEmpty else { return nil }
    return (row, room)
  }
}
