import TextUI

/// Writes a document as plain text, no line wider than asked for where words allow it.
package enum PlainTextWriter {
  /// The document as text that ends with a line end; columns are measured in cells.
  package static func text(of document: Document, width: Int = 100) -> String {
    var parts = [
      document.title + "\n" + String(repeating: "=", count: CellWidth.of(document.title))
    ]
    for section in document.sections {
      if !section.title.isEmpty {
        let rule: Character = section.level == 2 ? "-" : "."
        parts.append(
          section.title + "\n" + String(repeating: rule, count: CellWidth.of(section.title)))
      }
      parts += section.blocks.map { text(of: $0, width: width) }
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func text(of block: Document.Block, width: Int) -> String {
    switch block {
    case .paragraph(let text): return wrapped(text.plain, width: width, first: "", rest: "")
    case .list(let items, let isNumbered):
      return items.enumerated().map { place, item in
        let bullet = isNumbered ? "\(place + 1). " : "- "
        let indent = String(repeating: " ", count: bullet.count)
        return wrapped(item.plain, width: width, first: bullet, rest: indent)
      }.joined(separator: "\n")
    case .table(let table): return text(of: table, width: width)
    case .chart(let chart):
      return chart.series.map {
        "\(chart.title), \($0.name)  "
          + TextSparkline.text(of: $0.values, highest: chart.highest)
          + "  highest \(chart.maximumText)"
      }.joined(separator: "\n")
    case .code(let lines):
      return lines.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        .joined(separator: "\n")
    }
  }

  /// Columns as wide as their widest cell; the widest column of words gives way where it must.
  private static func text(of table: Document.Table, width: Int) -> String {
    let cells = [table.columns.map(\.title)] + table.rows.map { $0.map(\.plain) }
    var widths = table.columns.indices.map { column in
      cells.map { column < $0.count ? CellWidth.of($0[column]) : 0 }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > 12
    {
      let cut = min(excess, max(1, widths[widest] - 12))
      widths[widest] -= cut
      excess -= cut
    }
    return cells.map { row in
      var line = ""
      for (column, cell) in row.enumerated() where column < widths.count {
        let alignment: Alignment = table.columns[column].isNumber ? .right : .left
        let text = cell.truncated(to: widths[column], symbols: .unicode)
        line += (column > 0 ? "  " : "") + text.padded(to: widths[column], alignment: alignment)
      }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  private static func wrapped(_ text: String, width: Int, first: String, rest: String) -> String {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty, CellWidth.of(line) + 1 + CellWidth.of(String(word)) > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    lines.append(line)
    return lines.joined(separator: "\n")
  }
}
