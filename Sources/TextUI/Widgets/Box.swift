/// A frame with a title on its upper edge, at the right end of which a caption may stand.
///
///     ╭─ ¹ endpoints ───────── 24 · by p95 ▼ ─╮
///     │                                       │
///     ╰───────────────────────────────────────╯
package struct Box: Widget {
  /// Cut at the right where the upper edge is too short for it.
  package var title: StyledText
  /// The pane's number, shown raised before the title.
  package var number: Int?
  /// Left out whole where it does not fit beside the title; empty for none.
  package var caption: StyledText
  /// Whether the looks of a pane that has the keyboard are used.
  package var isFocused: Bool
  /// The frame of a pane without the keyboard.
  package var border: Style
  /// The frame of a pane that has the keyboard.
  package var focusedBorder: Style
  /// Lies under the styles of the title.
  package var titleStyle: Style
  /// In place of `titleStyle` while the pane has the keyboard.
  package var focusedTitleStyle: Style
  /// Lies under the styles of the caption.
  package var captionStyle: Style

  /// A frame; parts of title and caption without a style of their own take the one given.
  package init(
    title: StyledText = "", number: Int? = nil, caption: StyledText = "", isFocused: Bool = false,
    border: Style = .plain, focusedBorder: Style? = nil, titleStyle: Style = .plain,
    focusedTitleStyle: Style? = nil, captionStyle: Style? = nil
  ) {
    self.title = title
    self.number = number
    self.caption = caption
    self.isFocused = isFocused
    self.border = border
    self.focusedBorder = focusedBorder ?? border
    self.titleStyle = titleStyle
    self.focusedTitleStyle = focusedTitleStyle ?? titleStyle
    self.captionStyle = captionStyle ?? border
  }

  /// The room inside of the frame.
  package func inner(of rect: Rect) -> Rect { Box.inner(of: rect) }

  /// The room inside of any frame; a rectangle too small for one has none.
  package static func inner(of rect: Rect) -> Rect {
    guard rect.width > 2, rect.height > 2 else {
      return Rect(x: rect.x, y: rect.y, width: 0, height: 0)
    }
    return rect.inset(by: 1)
  }

  /// Draws the frame and blanks what is inside of it.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    guard rect.width >= 2, rect.height >= 2 else { return }
    drawFrame(into: &buffer, in: rect)
    drawEdgeTexts(into: &buffer, in: rect)
  }

  private func drawFrame(into buffer: inout Buffer, in rect: Rect) {
    let frame = buffer.symbols.frame
    let style = isFocused ? focusedBorder : border
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    for y in [rect.y, bottom] {
      buffer.fill(
        Rect(x: rect.x, y: y, width: rect.width, height: 1), with: frame.horizontal, style: style)
    }
    for x in [rect.x, right] {
      buffer.fill(
        Rect(x: x, y: rect.y, width: 1, height: rect.height), with: frame.vertical, style: style)
    }
    buffer.put(frame.topLeft, at: Point(x: rect.x, y: rect.y), style: style)
    buffer.put(frame.topRight, at: Point(x: right, y: rect.y), style: style)
    buffer.put(frame.bottomLeft, at: Point(x: rect.x, y: bottom), style: style)
    buffer.put(frame.bottomRight, at: Point(x: right, y: bottom), style: style)
  }

  /// Writes the title, and the caption if at least one line segment is left between them.
  private func drawEdgeTexts(into buffer: inout Buffer, in rect: Rect) {
    let style = isFocused ? focusedTitleStyle : titleStyle
    var heading = title
    if let number {
      heading = StyledText(buffer.symbols.superscript(number) + (title.isEmpty ? "" : " ")) + title
    }
    // Corner, line and blank on either side: `╭─ ` and ` ─╮`.
    let room = rect.width - 6
    guard room > 0 else { return }
    var used = 0
    if !heading.isEmpty {
      let width = min(room, heading.width)
      buffer.fill(Rect(x: rect.x + 2, y: rect.y, width: width + 2, height: 1), style: style)
      buffer.write(
        heading, at: Point(x: rect.x + 3, y: rect.y), style: style, maxWidth: width)
      used = width + 3
    }
    let width = caption.width
    guard width > 0, used + width <= room else { return }
    let x = rect.maxX - 3 - width
    buffer.fill(Rect(x: x - 1, y: rect.y, width: width + 2, height: 1), style: captionStyle)
    buffer.write(caption, at: Point(x: x, y: rect.y), style: captionStyle)
  }
}
