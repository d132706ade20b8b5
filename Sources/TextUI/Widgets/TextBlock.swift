/// Lines of text, broken between words where they are wider than the rectangle.
package struct TextBlock: Widget {
  /// Before they are broken; an empty one is a blank row.
  package var lines: [StyledText]
  /// Lies under the styles of the lines.
  package var style: Style
  /// Broken lines left out at the top.
  package var offset: Int
  /// Blanks before the continuation of a broken line.
  package var hangingIndent: Int

  /// Several lines, each with its own styles.
  package init(
    lines: [StyledText], style: Style = .plain, offset: Int = 0, hangingIndent: Int = 0
  ) {
    self.lines = lines
    self.style = style
    self.offset = offset
    self.hangingIndent = hangingIndent
  }

  /// A text of one style; a newline ends a line.
  package init(_ text: String, style: Style = .plain) {
    self.init(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false).map {
        StyledText(String($0))
      }, style: style)
  }

  /// Rows needed for the whole text at a width.
  package func height(width: Int) -> Int { broken(to: width).count }

  /// Draws what fits and blanks the rest of the rectangle.
  package func draw(into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect, style: style)
    guard !rect.isEmpty else { return }
    let visible = broken(to: rect.width).dropFirst(max(0, offset)).prefix(rect.height)
    for (row, line) in visible.enumerated() {
      buffer.write(
        line, at: Point(x: rect.x, y: rect.y + row), style: style, maxWidth: rect.width,
        ellipsis: false)
    }
  }

  /// The lines, none wider than the given number of cells.
  package func broken(to width: Int) -> [StyledText] {
    guard width > 0 else { return [] }
    return lines.flatMap { LineBreaker(width: width, indent: hangingIndent).lines(of: $0) }
  }
}

/// Breaks one line: after the last blank that fits, else in the middle of a long word.
private struct LineBreaker {
  let width: Int
  let indent: Int

  func lines(of line: StyledText) -> [StyledText] {
    guard line.width > width else { return [line] }
    let letters = line.runs.flatMap { run in
      run.text.unicodeScalars.map { (scalar: $0, style: run.style) }
    }
    let scalars = letters.map(\.scalar)
    let indent = indent < width / 2 ? indent : 0
    var lines: [StyledText] = []
    var start = 0
    while start < letters.count {
      let room = lines.isEmpty ? width : width - indent
      let end = breakIndex(scalars, from: start, room: room)
      let margin = StyledText(lines.isEmpty ? "" : String(repeating: " ", count: indent))
      lines.append(margin + StyledText(joining: letters[start..<end]))
      start = end
      while start < letters.count, letters[start].scalar == " " { start += 1 }
    }
    return lines
  }

  private func breakIndex(_ letters: [Unicode.Scalar], from start: Int, room: Int) -> Int {
    var used = 0
    var lastBlank: Int?
    var hasWord = false
    for index in start..<letters.count {
      used += CellWidth.of(letters[index])
      if used > room {
        return letters[index] == " " && hasWord ? index : lastBlank ?? max(index, start + 1)
      }
      if letters[index] != " " {
        hasWord = true
      } else if hasWord {
        lastBlank = index
      }
    }
    return letters.count
  }
}

extension StyledText {
  /// A line of single letters, neighbours of one style joined.
  fileprivate init(joining letters: ArraySlice<(scalar: Unicode.Scalar, style: Style)>) {
    var runs: [Run] = []
    for (scalar, style) in letters {
      if runs.last?.style == style {
        runs[runs.count - 1].text.unicodeScalars.append(scalar)
      } else {
        runs.append(Run(String(scalar), style: style))
      }
    }
    self.init(runs)
  }
}
