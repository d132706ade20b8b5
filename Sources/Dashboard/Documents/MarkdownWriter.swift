/// Writes a document as Markdown with the tables of GitHub, fit to be pasted into an issue.
///
/// What comes from outside cannot become markup: https://github.github.com/gfm/#backslash-escapes
package enum MarkdownWriter {
  /// The document as text that ends with a line end.
  package static func text(of document: Document) -> String {
    var parts = ["# " + escaped(document.title)]
    for section in document.sections {
      if !section.title.isEmpty {
        parts.append(String(repeating: "#", count: section.level) + " " + escaped(section.title))
      }
      parts += section.blocks.map(text)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func text(of block: Document.Block) -> String {
    switch block {
    case .paragraph(let text): return inline(text, isCell: false)
    case .list(let items, let isNumbered):
      return items.enumerated().map { place, item in
        (isNumbered ? "\(place + 1). " : "- ") + inline(item, isCell: false)
      }.joined(separator: "\n")
    case .table(let table): return text(of: table)
    case .chart(let chart):
      return chart.series.map { series in
        "\(escaped(chart.title)), \(escaped(series.name)): "
          + code(TextSparkline.text(of: series.values, highest: chart.highest), isCell: false)
          + " (\(escaped(chart.from)) to \(escaped(chart.to)), highest \(escaped(chart.maximumText)))"
      }.joined(separator: "\n\n")
    case .code(let lines):
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: lines) + 1))
      return fence + "\n" + lines + "\n" + fence
    }
  }

  private static func text(of table: Document.Table) -> String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    var lines = [line(table.columns.map { escaped($0.title) })]
    lines.append("|" + table.columns.map { $0.isNumber ? "--:|" : "---|" }.joined())
    lines += table.rows.map { row in line(row.map { inline($0, isCell: true) }) }
    return lines.joined(separator: "\n")
  }

  private static func inline(_ text: RichText, isCell: Bool) -> String {
    text.runs.reduce(into: "") { line, run in
      switch run {
      case .text(let words): line += escaped(words)
      case .strong(let words): line += words.isEmpty ? "" : "**" + escaped(words) + "**"
      case .code(let words): line += code(words, isCell: isCell)
      }
    }
  }

  /// A code span; one that holds backticks is fenced by more of them.
  private static func code(_ words: String, isCell: Bool) -> String {
    guard !words.isEmpty else { return "" }
    let longest = longestRun(of: "`", in: words)
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 ? " " : ""
    // A bar ends a cell even inside of code: https://github.github.com/gfm/#example-200
    let content = isCell ? escaping("|", in: words) : words
    return fence + pad + content + pad + fence
  }

  private static let special: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "&", "!",
  ]

  // Scalar by scalar: one that is joined to a `|` makes another character of it, yet not for Markdown.

  static func escaped(_ words: String) -> String {
    words.unicodeScalars.reduce(into: "") { text, scalar in
      if special.contains(scalar) { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
  }

  private static func escaping(_ scalar: Unicode.Scalar, in words: String) -> String {
    words.unicodeScalars.reduce(into: "") { text, next in
      if next == scalar { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(next)
    }
  }

  private static func longestRun(of scalar: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var run = 0
    for next in text.unicodeScalars {
      run = next == scalar ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// Values over time as one line of blocks, for where no chart can be drawn.
enum TextSparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A block for each value, from zero to the highest; a blank where there is none.
  static func text(of values: [Double?], highest: Double) -> String {
    String(
      values.map { value -> Character in
        guard let value else { return " " }
        guard highest > 0 else { return blocks[0] }
        return blocks[min(7, max(0, Int((value / highest * 8).rounded(.up)) - 1))]
      })
  }
}
