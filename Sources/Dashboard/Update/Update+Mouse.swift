import TextUI

/// Clicks and the wheel.
extension Model {
  private static let wheelRows = 3

  /// Answers a click or a turn of the wheel: the wheel scrolls what is under it, a click focuses and
  /// selects, a click on what is selected opens it.
  mutating func answer(_ event: MouseEvent) -> [Effect] {
    if showsHelp { return answerInHelp(event) }
    if menu != nil { return answerInMenu(event) }
    guard prompt == nil else { return [] }
    if event.action == .press, case .query(let id) = place, !isZoomed,
      let row = QueryDetail.caller(at: event.point, of: id, self)
    {
      if selectedRow(of: focus, count: rowCount(of: focus)) == row {
        open()
      } else {
        selection[place, default: [:]][focus] = row
      }
      return []
    }
    if lastDetailOffset > 0 {
      switch event.action {
      case .scrollUp: move { row, _ in row - Model.wheelRows }
      case .scrollDown: move { row, _ in row + Model.wheelRows }
      case .press: break
      }
      return []
    }
    guard
      let placement = Layout(of: self).placements.first(where: { $0.rect.contains(event.point) })
    else { return [] }
    let wasFocused = focus == placement.pane
    let row = row(at: event.point, in: placement, isFocused: wasFocused)
    focus = placement.pane
    switch event.action {
    case .scrollUp: move { row, _ in row - Model.wheelRows }
    case .scrollDown:
      move { row, _ in row + Model.wheelRows }
      if focus == .logs, selection[place]?[.logs] == logLines.count - 1 {
        selection[place]?[.logs] = nil
      }
    case .press:
      guard let row else { return [] }
      let isSelected = wasFocused && selectedRow(of: focus, count: rowCount(of: focus)) == row
      if isSelected {
        open()
      } else {
        selection[place, default: [:]][focus] = row
      }
    }
    return []
  }

  private mutating func answerInHelp(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .press: perform(.help)
    case .scrollUp: HelpPane.lastOffset(of: self) > 0 ? perform(.up) : []
    case .scrollDown: HelpPane.lastOffset(of: self) > 0 ? perform(.down) : []
    }
  }

  private mutating func answerInMenu(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .scrollUp: return choose(.up)
    case .scrollDown: return choose(.down)
    case .press:
      guard let row = MenuPane.row(at: event.point, of: self) else { return choose(.escape) }
      menu?.row = row
      pick()
      return []
    }
  }

  /// The row of a pane at a cell of the screen.
  private func row(
    at point: Point, in placement: Layout.Placement, isFocused: Bool
  ) -> Int? {
    let count = rowCount(of: placement.pane)
    if placement.pane == .logs {
      let room = LogPane.split(placement.rect, self)?.lines ?? placement.rect
      return LogPane.row(at: point, of: self, in: Box.inner(of: room))
    }
    // Beside others, gauges have no rows to select.
    let isTable = isZoomed || !places(in: placement.pane, at: place).isEmpty
    guard isTable, count > 0,
      let table = PaneCatalog.pane(placement.pane).clickable(self, in: placement.rect)
    else { return nil }
    // Tables scroll to their selection, which all but the endpoints show only with the focus.
    let selection =
      isFocused || placement.pane == .endpoints
      ? selectedRow(of: placement.pane, count: count) : nil
    // Below its rows a table may have sums, which nobody selects.
    return table.row(at: point, selection: selection).flatMap { $0 < count ? $0 : nil }
  }
}
