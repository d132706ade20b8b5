import Telemetry
import TextUI

/// Moving between rows, panes and places.
extension Model {
  /// Rows, or lines of the detail on the screen, that a page has.
  private var page: Int {
    guard case .query(let id) = place, !isZoomed else { return 10 }
    return QueryDetail.scrolling(of: id, self).page
  }

  /// Carries out a command that moves; `false` when it is another one.
  mutating func performMove(_ command: Command) -> Bool {
    switch command {
    case .up: moveRow(by: -1)
    case .down: moveRow(by: 1)
    case .pageUp:
      let page = self.page
      move { row, _ in row - page }
    case .pageDown:
      let page = self.page
      move { row, _ in row + page }
    case .top: move { _, _ in 0 }
    case .bottom:
      // Where there are no rows the end is that of time.
      if rowCount(of: focus) == 0, lastDetailOffset == 0, heldAt != nil { goLive() }
      move { _, count in count - 1 }
      // The end of a log is followed as it grows.
      if focus == .logs { selection[place]?[.logs] = nil }
    case .open: open()
    case .back: back()
    case .nextPane: cyclePane(by: 1)
    case .previousPane: cyclePane(by: -1)
    case .focus(let pane): go(to: pane)
    case .zoom:
      if isZoomed || !Layout.visiblePanes(of: self).isEmpty { isZoomed.toggle() }
      keepFocusInSight()
    default: return false
    }
    return true
  }

  mutating func move(_ change: (_ row: Int, _ count: Int) -> Int) {
    let last = lastDetailOffset
    guard last == 0 else {
      detailOffset = min(max(0, change(min(detailOffset, last), last + 1)), last)
      return
    }
    moveSelection(change)
  }

  private mutating func moveSelection(_ change: (_ row: Int, _ count: Int) -> Int) {
    let count = rowCount(of: focus)
    guard let row = selectedRow(of: focus, count: count) else { return }
    selection[place, default: [:]][focus] = min(max(0, change(row, count)), count - 1)
  }

  private mutating func moveRow(by rows: Int) {
    if choosesCaller {
      moveSelection { row, _ in row + rows }
    } else {
      move { row, _ in row + rows }
    }
  }

  /// Whether rows are those of the callers of a statement, among which there is a choice: its text,
  /// where it is too long, is then scrolled by pages alone.
  var choosesCaller: Bool {
    guard case .query(let id) = place, !isZoomed else { return false }
    return rowCount(of: focus) > 1 && QueryDetail.showsCallers(of: id, self)
  }

  /// How far the detail on the screen can be scrolled.
  var lastDetailOffset: Int {
    guard !isZoomed else { return 0 }
    return switch place {
    case .finding(let id): FindingDetail.lastOffset(of: id, self)
    case .query(let id): QueryDetail.scrolling(of: id, self).lastOffset
    default: 0
    }
  }

  /// How many rows can be selected in a pane at the current place.
  package func rowCount(of pane: PaneID) -> Int { PaneCatalog.pane(pane).rowCount(self) }

  /// The table whose selected row `open` opens; `nil` where nothing can be opened.
  var openedTable: PaneID? {
    if case .query(let id) = place, !QueryDetail.showsCallers(of: id, self) { return nil }
    let table = PaneCatalog.pane(focus).opened(at: place)
    return places(in: table, at: place).isEmpty ? nil : table
  }

  /// Whether the focused pane, where there is no `openedTable`, is opened by being shown alone; the
  /// detail of a statement has no panes, so there `openedTable` decides.
  var opensAlone: Bool {
    guard !isZoomed, Layout.visiblePanes(of: self).contains(focus) else { return false }
    return rowCount(of: focus) > 0 || !PaneCatalog.pane(focus).listsRows
  }

  mutating func open() {
    if focus == .logs, !logLines.isEmpty, Layout.visiblePanes(of: self).contains(.logs) {
      // A line that is too long for the pane is read in full beside the others.
      isZoomed = true
      if selection[place]?[.logs] == nil {
        selection[place, default: [:]][.logs] = logLines.count - 1
      }
      return
    }
    if case .finding(let id) = place, !isZoomed { return openSubject(of: id) }
    guard let table = openedTable else {
      if opensAlone { isZoomed = true }
      return
    }
    let places = places(in: table, at: place)
    guard let row = selectedRow(of: table, count: places.count) else { return }
    path.append(places[row])
    focus = .queries
    isZoomed = false
    keepFocusInSight()
  }

  /// Goes to a pane; `false` when nothing feeds it.
  ///
  /// Here, or at the nearest place on the way back that has it; alone where there is no room for it
  /// beside the others.
  @discardableResult
  mutating func go(to pane: PaneID) -> Bool {
    let isAnywhere = pane == .sources || pane == .logs
    guard isAnywhere || Layout.panes(of: self).contains(pane) else { return false }
    while !isAnywhere, path.count > 1, !Layout.panes(at: place).contains(pane) {
      leave()
    }
    focus = pane
    if !Layout.visiblePanes(of: self).contains(pane) { isZoomed = true }
    return true
  }

  /// Goes to the overview with all its panes.
  mutating func goHome() {
    isZoomed = false
    path = [.overview]
    focus = firstFocus
  }

  /// Leaves the last place of the path.
  @discardableResult
  private mutating func leave() -> Place {
    let left = path.removeLast()
    // A statement leads back to the endpoint that it was reached from, which is still open.
    if !path.contains(left) { selection[left] = nil }
    return left
  }

  mutating func back() {
    if isZoomed {
      isZoomed = false
      keepFocusInSight()
    } else if path.count > 1 {
      let left = leave()
      focus = focusOnReturn(from: left)
      // A list that was opened alone comes back alone.
      let isList = [.outbound, .tasks, .findings].contains(focus)
      if isList, !Layout.visiblePanes(of: self).contains(focus) { isZoomed = true }
    } else if !search.isEmpty, focus == .logs {
      search = ""
    } else if filter != nil {
      filter = nil
      markRearranged()
    }
  }

  /// Takes the focus from a pane that is not on the screen, where no key would do anything.
  mutating func keepFocusInSight() {
    // A screen too small for anything soon is another.
    guard size.width >= Layout.smallest.width, size.height >= Layout.smallest.height else { return }
    let panes = Layout.visiblePanes(of: self)
    // The rows of a statement's detail, which has no panes, are those of its callers.
    if panes.isEmpty, case .query = place { focus = .queries }
    guard !isZoomed, !panes.isEmpty, !panes.contains(focus) else { return }
    focus =
      place == .overview
      ? firstFocus : panes.first { !places(in: $0, at: place).isEmpty } ?? panes[0]
  }

  /// The pane that has the focus on the overview unless another was chosen.
  var firstFocus: PaneID {
    if EndpointsPane().isFed(by: self) { return .endpoints }
    let panes = Layout.visiblePanes(of: self)
    // Where there is a choice, one whose rows open something.
    return panes.first { !places(in: $0, at: .overview).isEmpty } ?? panes.first ?? .endpoints
  }

  private func focusOnReturn(from left: Place) -> PaneID {
    switch left {
    case .query: return .queries
    case .work(let kind, _): return kind == .task ? .tasks : .outbound
    case .finding: return .findings
    default: break
    }
    return place == .overview ? firstFocus : .queries
  }

  private mutating func cyclePane(by step: Int) {
    let panes = Layout.visiblePanes(of: self)
    guard !panes.isEmpty else { return }
    guard let now = panes.firstIndex(of: focus) else {
      focus = panes[0]
      return
    }
    focus = panes[(now + step + panes.count) % panes.count]
  }
}
