import Telemetry
import TextUI

/// One thing on screen: draws what `History` answers, and computes nothing of its own.
package protocol Pane: Sendable {
  /// Which pane of the catalogue it is.
  var id: PaneID { get }

  /// What a user calls it.
  var title: String { get }

  /// Where it stands on the overview.
  var band: PaneBand { get }

  /// Whether it belongs into the wider of two columns, as its band does unless it says otherwise.
  var isWide: Bool { get }

  /// Its part of the width of a row, where the parts of most are 2.
  var widthShare: Int { get }

  /// Whether it lists rows under a header.
  var listsRows: Bool { get }

  /// What its table can be ordered by; empty where the order is fixed.
  var orders: [SortColumn] { get }

  /// What it is ordered by unless a person chooses.
  var usualOrder: SortColumn { get }

  /// What its rows open at a place, row by row; empty where they open nothing.
  func places(_ model: Model, at place: Model.Place) -> [Model.Place]

  /// How many rows can be selected.
  func rowCount(_ model: Model) -> Int

  /// What its rows say, as they are copied and searched.
  func texts(_ model: Model) -> [String]

  /// The pane whose selected row Enter opens while this one has the focus.
  func opened(at place: Model.Place) -> PaneID

  /// Whether there is anything to show; a pane nobody feeds gives its room away.
  func isFed(by model: Model) -> Bool

  /// Whether it has nothing to list or to draw, so that alone on the screen it says so in one line.
  func isEmpty(_ model: Model) -> Bool

  /// What is said in place of rows: that nothing feeds it, and what would.
  func absence(of model: Model) -> String

  /// Whether it has nothing to show at the place at hand: it then says so in one line, which is all
  /// the room that it gets.
  func isSilent(_ model: Model) -> Bool

  /// Cells that are enough for that line, its frame included, where others stand beside it; `nil`
  /// where it keeps its part of the row.
  var silentWidth: Int? { get }

  /// What the frame says at the right: how the figures are known.
  func caption(of model: Model) -> StyledText

  /// What the frame says at the right where there is no room for `caption`.
  func shortCaption(of model: Model) -> StyledText

  /// What the frame is titled, when that depends on the model.
  func title(of model: Model) -> String

  /// What the frame is titled where that has no room beside any caption; `nil` for the same, cut.
  func shortTitle(of model: Model) -> String?

  /// Lines it could fill inside its frame.
  func contentHeight(of model: Model) -> Int

  /// Lines it could fill alone on a screen of a width, its frame included.
  func zoomedHeight(of model: Model, width: Int) -> Int

  /// Draws the pane alone on the screen, with more detail, its frame included.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect)

  /// Draws the inside of the frame.
  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect)

  /// The table whose rows can be clicked when the pane, its frame included, has `rect`.
  func clickable(_ model: Model, in rect: Rect) -> ClickableTable?
}

/// Where a table is on the screen, and how many rows it scrolls through.
package struct ClickableTable {
  var rect: Rect
  var rows: Int
  var showsHeader = true

  /// The row at a cell of the screen, as the table is scrolled to its selection.
  func row(at point: Point, selection: Int?) -> Int? {
    Table(
      columns: [Table.Column("")], rows: Array(repeating: Table.Row([]), count: rows),
      selection: selection, showsHeader: showsHeader
    ).layout(in: rect).row(at: point)
  }
}

/// Cells of a title that still tell what a pane is of.
private let leastTitleWidth = 16
/// Lines of a pane alone in a text that has no height: of its table, and of the charts below it.
private let (mostZoomedRows, linesOfCharts, leastZoomed) = (100, 22, 38)

extension Pane {
  package var isWide: Bool { band.isWide }
  package var widthShare: Int { 2 }
  package var listsRows: Bool { false }
  package var orders: [SortColumn] { [] }
  package var usualOrder: SortColumn { .time }
  package func places(_ model: Model, at place: Model.Place) -> [Model.Place] { [] }
  package func rowCount(_ model: Model) -> Int { places(model, at: model.place).count }
  package func texts(_ model: Model) -> [String] {
    places(model, at: model.place).map(model.text)
  }
  package func opened(at place: Model.Place) -> PaneID { id }
  package func isFed(by model: Model) -> Bool { true }
  package func caption(of model: Model) -> StyledText { "" }
  package func shortCaption(of model: Model) -> StyledText { "" }
  package func title(of model: Model) -> String { title }
  package func shortTitle(of model: Model) -> String? { nil }
  package func contentHeight(of model: Model) -> Int { 6 }

  package func isEmpty(_ model: Model) -> Bool {
    // A table keeps its header while somebody types what leaves no row of it.
    model.filter == nil && (!isFed(by: model) || listsRows && rowCount(model) == 0)
  }

  package func absence(of model: Model) -> String { "nothing feeds this pane" }
  package func isSilent(_ model: Model) -> Bool { false }
  package var silentWidth: Int? { nil }

  package func zoomedHeight(of model: Model, width: Int) -> Int {
    guard !isEmpty(model) else { return absenceText(model).height(width: max(1, width - 4)) + 2 }
    return max(leastZoomed, min(mostZoomedRows, contentHeight(of: model)) + linesOfCharts)
  }

  private func absenceText(_ model: Model) -> TextBlock {
    TextBlock(absence(of: model), style: model.theme[.muted])
  }

  /// Draws the pane alone on the screen: with more detail, or a frame around what it lacks.
  func drawAlone(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard isEmpty(model) else { return drawZoomed(model, into: &buffer, in: rect) }
    let text = absenceText(model)
    let (top, rest) = rect.splitting(top: text.height(width: max(1, rect.width - 4)) + 2)
    buffer.fill(rest)
    let inner = drawFrame(model, caption: "", into: &buffer, in: top)
    text.draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
  }

  package func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    ClickableTable(rect: Box.inner(of: rect), rows: model.rowCount(of: id))
  }

  package func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    drawFramed(model, into: &buffer, in: rect)
  }

  /// Draws frame and inside.
  func drawFramed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: rect)
    guard !inner.isEmpty else { return }
    draw(model, into: &buffer, in: inner)
    drawHiddenCount(model, into: &buffer, in: rect)
  }

  /// Says on the lower edge how many rows are out of sight, where the table has no line to spare for it.
  private func drawHiddenCount(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard listsRows else { return }
    let count = model.rowCount(of: id)
    let lines = rect.height - 2 - (count > 1 ? 1 : 0)
    guard lines < Table.leastLinesWithNote, count > lines else { return }
    buffer.writeHidden("+\(count - lines) more", onEdgeOf: rect, model.theme)
  }

  /// Draws the frame with its title and what is said at its right, and returns the room inside.
  func drawFrame(
    _ model: Model, caption: StyledText, into buffer: inout Buffer, in rect: Rect
  ) -> Rect {
    let theme = model.theme
    var title = title(of: model)
    // Corners, lines and blanks at both ends, a line between the texts, and the number of the pane.
    let room = rect.width - (id.digit == nil ? 9 : 11)
    let captions = [caption, shortCaption(of: model)].filter { !$0.isEmpty }
    var shown = captions.first { CellWidth.of(title) + $0.width <= room }
    if shown == nil, !captions.isEmpty || CellWidth.of(title) > room,
      let short = shortTitle(of: model)
    {
      title = short
      shown = captions.first { CellWidth.of(short) + $0.width <= room }
    }
    // A legend is needed more than the end of the name of a long subject.
    if shown == nil, title != self.title, let last = captions.last,
      room - last.width >= leastTitleWidth
    {
      title = title.truncated(to: room - last.width)
      shown = last
    }
    Box(
      title: StyledText(title), number: id.digit, caption: shown ?? "",
      isFocused: model.focus == id, border: theme[.border], focusedBorder: theme[.borderFocused],
      titleStyle: theme[.title], focusedTitleStyle: theme[.titleFocused],
      captionStyle: theme[.muted]
    ).draw(into: &buffer, in: rect)
    return Box.inner(of: rect)
  }
}
