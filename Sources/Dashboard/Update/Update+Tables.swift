import Telemetry
import TextUI

/// Sorting, searching and copying.
extension Model {
  /// How the rows of a pane are ordered.
  package func order(of pane: PaneID) -> RowOrder {
    orders[pane] ?? RowOrder(by: PaneCatalog.pane(pane).usualOrder)
  }

  /// The table that is ordered by keys: the one with the focus, else that of the endpoints; `nil` where
  /// neither is on the screen.
  var orderedPane: PaneID? { tableForKeys { !PaneCatalog.pane($0).orders.isEmpty } }

  /// The table with the focus, else that of the endpoints, if it is on the screen and one of those.
  func tableForKeys(_ isWanted: (PaneID) -> Bool) -> PaneID? {
    let table = PaneCatalog.pane(focus).opened(at: place)
    let visible = Layout.visiblePanes(of: self)
    return [table, .endpoints].first { visible.contains($0) && isWanted($0) }
  }

  /// Answers a key of order where there is no table for it.
  mutating func sayNothingToOrder() { say("there is no table to sort here") }

  mutating func sort(_ pane: PaneID, by column: SortColumn) {
    orders[pane] = RowOrder(by: column, isChosen: true)
    markRearranged()
  }

  /// Turns the order of a table round.
  mutating func reverseOrder(of pane: PaneID) {
    var order = order(of: pane)
    order.isDescending.toggle()
    order.isChosen = true
    orders[pane] = order
    markRearranged()
  }

  /// Sorts by the next of the columns, of endpoints and statements of those that are shown.
  mutating func cycleSort(by step: Int) {
    guard let pane = orderedPane else { return sayNothingToOrder() }
    let columns: [SortColumn] =
      switch pane {
      case .endpoints: settings.columns.compactMap(\.sort)
      // Their share of the time orders them in any case.
      case .queries:
        QueryColumn.inOrder(QueriesPane.chosenColumns(of: self) + [.share]).compactMap(\.sort)
      default: PaneCatalog.pane(pane).orders
      }
    guard !columns.isEmpty else { return }
    let now = columns.firstIndex(of: order(of: pane).column)
    sort(pane, by: columns[now.map { ($0 + step + columns.count) % columns.count } ?? 0])
  }

  /// Opens the prompt of `/`: the search in a log, else the filter.
  mutating func openFilter() {
    if focus == .logs {
      openPrompt(.search)
    } else {
      openPrompt(.filter, text: filter?.text ?? "")
    }
  }

  // MARK: Search

  /// Looks for a text: the newest line of a log, else the first row that has it.
  mutating func look(for text: String) {
    search = text
    guard !text.isEmpty else { return }
    let matches = matchingRows
    guard let row = focus == .logs ? matches.last : matches.first else { return }
    selection[place, default: [:]][focus] = row
  }

  /// Looks for a text in the rows at hand, else in the log, and says what came of it.
  mutating func lookAnywhere(for text: String) {
    look(for: text)
    guard !text.isEmpty else { return }
    _ = goToLogWithMatches()
    sayMatches()
  }

  /// Goes to the newest match in the log where the focused pane has none; `false` where it does not.
  private mutating func goToLogWithMatches() -> Bool {
    guard focus != .logs, matchingRows.isEmpty else { return false }
    let wanted = search.lowercased()
    guard everyLine.contains(where: { $0.text.string.lowercased().contains(wanted) }) else {
      return false
    }
    let (before, wasZoomed) = (focus, isZoomed)
    go(to: .logs)
    guard let row = matchingRows.last else {
      (focus, isZoomed) = (before, wasZoomed)
      return false
    }
    selection[place, default: [:]][.logs] = row
    return true
  }

  /// Says that there is no match, or, where nothing else on the screen does, how many there are.
  mutating func sayMatches() {
    let count = matchingRows.count
    if count == 0 { return say("\"\(search)\" is nowhere in here") }
    if focus != .logs { say("\(count) row\(count == 1 ? "" : "s") with \"\(search)\"; n N go on") }
  }

  /// Goes to the next row that has the text looked for, from the last one to the first.
  mutating func goToMatch(by step: Int) {
    guard !search.isEmpty else { return say("nothing to search for yet; / in a log, or :search") }
    if goToLogWithMatches() { return }
    let matches = matchingRows
    guard let first = matches.first, let last = matches.last else {
      return say("\"\(search)\" is nowhere in here")
    }
    let row = selectedRow(of: focus, count: rowCount(of: focus)) ?? 0
    let next = step > 0 ? matches.first { $0 > row } : matches.last { $0 < row }
    if next == nil, matches.count > 1 {
      say(step > 0 ? "went on from the first" : "went on from the last")
    }
    selection[place, default: [:]][focus] = next ?? (step > 0 ? first : last)
  }

  /// Rows of the focused pane that have the text looked for.
  package var matchingRows: [Int] {
    guard !search.isEmpty else { return [] }
    let wanted = search.lowercased()
    return texts(of: focus).enumerated().filter { $0.element.lowercased().contains(wanted) }
      .map(\.offset)
  }

  /// What the rows of a pane say, as they are copied and searched.
  private func texts(of pane: PaneID) -> [String] {
    PaneCatalog.pane(pane).texts(self)
  }

  /// What a place is about, in words.
  func text(of place: Place) -> String {
    switch place {
    case .overview: ""
    case .endpoint(let name), .work(_, let name): name.description
    case .finding(let id): figures.findings.first { $0.id == id }?.summary.string ?? ""
    case .query(let id): figures.query(id)?.fingerprint.string ?? ""
    }
  }

  // MARK: Marks

  /// What a mark would be put on: the selected row, in a detail without a table what it is about.
  private var markable: Place? {
    let rows = places(in: focus, at: place)
    if Layout.visiblePanes(of: self).contains(focus),
      let row = selectedRow(of: focus, count: rows.count)
    {
      return rows[row]
    }
    return place == .overview ? nil : place
  }

  mutating func toggleMark() {
    guard let place = markable else { return say("there is nothing to mark here") }
    let name = text(of: place)
    if marked.remove(place) == nil {
      marked.insert(place)
      say("marked: \(name)")
    } else {
      say("not marked any more: \(name)")
    }
  }

  mutating func goToNextMark() {
    let rows = places(in: focus, at: place)
    let marks = rows.indices.filter { marked.contains(rows[$0]) }
    guard let first = marks.first else { return say("nothing is marked here; m marks a row") }
    let row = selectedRow(of: focus, count: rows.count) ?? 0
    selection[place, default: [:]][focus] = marks.first { $0 > row } ?? first
  }

  /// The name of a row, at the end of its column the mark that a person has put on it, if any.
  func field(_ name: String, of place: Place) -> Table.Field {
    Table.Field(
      name, mark: marked.contains(place) ? .marked : nil, markStyle: theme[.accent])
  }

  // MARK: Clipboard

  /// Copies what is selected; in a detail without a table what the detail is about.
  ///
  /// A marked row stands for all that are marked beside it.
  mutating func copySelected() -> [Effect] {
    let rows = texts(of: focus)
    let pane = Layout.visiblePanes(of: self).contains(focus)
    let text = text(of: place)
    if pane, let row = selectedRow(of: focus, count: rows.count) {
      let places = places(in: focus, at: place)
      let isMarked = places.map(marked.contains)
      guard isMarked.indices.contains(row), isMarked[row], isMarked.count(where: { $0 }) > 1 else {
        let text = focus == .logs ? entry(ofLine: row) : rows[row]
        return copy(text, saying: String(text.prefix { $0 != "\n" }))
      }
      let chosen = zip(rows, isMarked).filter(\.1).map(\.0)
      return copy(chosen.joined(separator: "\n"), saying: "\(chosen.count) marked rows")
    }
    return copy(text, saying: text)
  }

  /// All lines of the entry that a line of the log is of.
  private func entry(ofLine row: Int) -> String {
    let lines = Array(logLines)
    guard lines.indices.contains(row) else { return "" }
    var (first, last) = (row, row)
    while first > 0, lines[first].goesOn(after: lines[first - 1]) { first -= 1 }
    while last + 1 < lines.count, lines[last + 1].goesOn(after: lines[last]) { last += 1 }
    return lines[first...last].map(\.text.string).joined(separator: "\n")
  }

  private mutating func copy(_ text: String, saying words: String) -> [Effect] {
    guard !text.isEmpty else {
      say("there is nothing to copy here")
      return []
    }
    say("copied: \(words)")
    return [.copy(text)]
  }
}
