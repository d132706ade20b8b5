import Telemetry

/// What is selected, told by what the rows show: rows move when tables are ordered anew, and when
/// lines of logs come and go.
struct SelectedRows: Sendable {
  fileprivate var rows: [Model.Place: [PaneID: Int]]
  fileprivate var targets: [SelectedTarget]
  fileprivate var lines: [SelectedLine]
}

/// What a row of a table is of, wherever it stands.
enum RowSubject: Hashable, Sendable {
  /// It opens the detail of something.
  case place(Model.Place)
  /// Something that has no detail of its own, as a pool or a breaker.
  case subject(FindingSubject)
  /// A target of the user, held against what is named.
  case target(Target, of: DisplayText?)
}

/// A selected row of a table, by what it is of.
struct SelectedTarget: Sendable {
  fileprivate var place: Model.Place
  fileprivate var pane: PaneID
  fileprivate var target: RowSubject
  /// Rows of the same that stand before it, as targets about two pools of one name have.
  fileprivate var alike: Int
}

/// A selected line of the log.
struct SelectedLine: Sendable {
  fileprivate var place: Model.Place
  fileprivate var line: LogLine
  /// Lines just like it that stand before it.
  fileprivate var alike: Int
}

extension Model {
  /// The selected row of a pane at the current place, kept inside `count` rows.
  ///
  /// Before the user moves that is the first row, in a log the newest line.
  package func selectedRow(of pane: PaneID, count: Int) -> Int? {
    guard count > 0 else { return nil }
    return min(max(0, selection[place]?[pane] ?? (pane == .logs ? count - 1 : 0)), count - 1)
  }

  /// The lines of the log pane at the current place, up to the moment shown, oldest first: those of
  /// all logs, at an endpoint those that speak of it.
  ///
  /// Costs a look into each kept line at an endpoint, once for what was read.
  package var logLines: ArraySlice<LogLine> { logLines(at: place) }

  /// The lines of all logs up to the moment shown, oldest first.
  var everyLine: ArraySlice<LogLine> { logLines(at: .overview) }

  private func logLines(at place: Place) -> ArraySlice<LogLine> {
    let end = showsPast ? heldAt : nil
    if case .endpoint(let name) = place {
      return lines(of: name, until: end)[...]
    }
    let lines = history.tail
    guard let end else { return lines[...] }
    return pastLog.lines(until: end)
      ?? lines[..<(lines.lastIndex { $0.time <= end }.map { $0 + 1 } ?? 0)]
  }

  /// The places that the rows of a pane open, row by row.
  package func places(in pane: PaneID, at place: Place) -> [Place] {
    PaneCatalog.pane(pane).places(self, at: place)
  }

  /// The statements that an endpoint runs, in the order of their table.
  func queries(of name: EndpointName) -> [(row: QueryRow, caller: QueryCaller)] {
    let tied = history.queries(of: name, among: figures.everyQuery)
    guard let order = orders[.queries] else { return tied }
    return order.sorted(tied.map(TiedQuery.init)).map { ($0.row, $0.caller) }
  }

  // MARK: What is selected, whatever its row

  /// All that is selected, to be selected again when it stands elsewhere.
  var selectedRows: SelectedRows {
    SelectedRows(rows: selection, targets: selectedTargets, lines: selectedLines)
  }

  /// Selects what was selected; the row of what is gone stays the same.
  mutating func select(_ selected: SelectedRows) {
    selection = selected.rows
    select(selected.targets)
    select(selected.lines)
  }

  /// What the rows of a pane are of, row by row; empty where nothing tells them from each other.
  func rowSubjects(in pane: PaneID, at place: Place) -> [RowSubject] {
    if pane == .targets { return targetsInOrder.map { .target($0.target, of: $0.subject) } }
    let places = places(in: pane, at: place)
    guard places.isEmpty else { return places.map { .place($0) } }
    return subjects(in: pane).map { .subject($0) }
  }

  /// What the selected rows of tables are of.
  var selectedTargets: [SelectedTarget] {
    selection.flatMap { place, rows in
      rows.compactMap { pane, row in
        let targets = rowSubjects(in: pane, at: place)
        guard targets.indices.contains(row) else { return nil }
        let alike = targets.prefix(row).count { $0 == targets[row] }
        return SelectedTarget(place: place, pane: pane, target: targets[row], alike: alike)
      }
    }
  }

  /// Selects the rows of what was selected.
  mutating func select(_ selected: [SelectedTarget]) {
    for one in selected {
      let targets = rowSubjects(in: one.pane, at: one.place)
      let rows = targets.indices.lazy.filter { targets[$0] == one.target }
      guard let row = rows.dropFirst(one.alike).first ?? rows.last else { continue }
      selection[one.place]?[one.pane] = row
    }
  }

  /// The selected lines of the log; none where its end is followed.
  var selectedLines: [SelectedLine] {
    selection.compactMap { place, rows in
      guard let row = rows[.logs] else { return nil }
      let lines = logLines(at: place)
      guard let line = lines.dropFirst(row).first ?? lines.last else { return nil }
      let alike = lines.prefix(row).count { $0 == line }
      return SelectedLine(place: place, line: line, alike: alike)
    }
  }

  /// Selects the lines that were selected; in place of one that is not there, the last before it: the
  /// oldest for one that was dropped, the newest, whichever that is, for one of later than is shown.
  mutating func select(_ selected: [SelectedLine]) {
    for one in selected {
      let lines = logLines(at: one.place)
      let rows = lines.indices.filter { lines[$0] == one.line }
      if let row = rows.dropFirst(one.alike).first ?? rows.last {
        selection[one.place]?[.logs] = row
      } else if let last = lines.last, last.time > one.line.time {
        selection[one.place]?[.logs] = lines.lastIndex { $0.time <= one.line.time } ?? 0
      } else {
        selection[one.place]?[.logs] = nil
      }
    }
  }
}
