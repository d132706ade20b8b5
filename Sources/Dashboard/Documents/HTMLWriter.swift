/// Writes a document as one HTML page that needs nothing else: its style and charts are inside.
package enum HTMLWriter {
  /// The page; readable in light and in dark, and on paper.
  package static func text(of document: Document) -> String {
    var body = "<h1>\(escaped(document.title))</h1>\n"
    for section in document.sections {
      if !section.title.isEmpty {
        body += "<h\(section.level)>\(escaped(section.title))</h\(section.level)>\n"
      }
      for block in section.blocks { body += text(of: block) + "\n" }
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(document.title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private static let style = """

    :root { color-scheme: light dark; --line: #8884; --dim: #777; --accent: #0a7ea4; }
    body { font: 15px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
    h1, h2 { line-height: 1.2; } h2 { margin-top: 2.2rem; border-bottom: 1px solid var(--line); }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    th { color: var(--dim); font-weight: 600; } .n { text-align: right; white-space: nowrap; }
    code, pre { font: 13px/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
    pre { padding: .6rem; border: 1px solid var(--line); white-space: pre-wrap; }
    figure { margin: 1rem 0; } figcaption { color: var(--dim); }
    svg { width: 100%; height: 9rem; border-bottom: 1px solid var(--line); }
    polyline { fill: none; stroke-width: 1.5; vector-effect: non-scaling-stroke; }

    """

  private static func text(of block: Document.Block) -> String {
    switch block {
    case .paragraph(let text): return "<p>\(inline(text))</p>"
    case .list(let items, let isNumbered):
      let tag = isNumbered ? "ol" : "ul"
      return "<\(tag)>" + items.map { "<li>\(inline($0))</li>" }.joined() + "</\(tag)>"
    case .table(let table): return text(of: table)
    case .chart(let chart): return SVGChart.figure(of: chart)
    case .code(let lines): return "<pre>\(escaped(lines))</pre>"
    }
  }

  private static func text(of table: Document.Table) -> String {
    func cell(_ tag: String, _ column: Int, _ content: String) -> String {
      let isNumber = column < table.columns.count && table.columns[column].isNumber
      return "<\(tag)\(isNumber ? " class=\"n\"" : "")>\(content)</\(tag)>"
    }
    let head = table.columns.enumerated().map { cell("th", $0, escaped($1.title)) }.joined()
    let rows = table.rows.map { row in
      "<tr>" + row.enumerated().map { cell("td", $0, inline($1)) }.joined() + "</tr>"
    }
    return "<table>\n<tr>\(head)</tr>\n\(rows.joined(separator: "\n"))\n</table>"
  }

  private static func inline(_ text: RichText) -> String {
    text.runs.reduce(into: "") { line, run in
      switch run {
      case .text(let words): line += escaped(words)
      case .code(let words): line += "<code>\(escaped(words))</code>"
      case .strong(let words): line += "<strong>\(escaped(words))</strong>"
      }
    }
  }

  /// Text that cannot become markup, in content or in an attribute.
  ///
  /// Scalar by scalar: one that is joined to a `<` makes another character of it, yet not for browsers.
  static func escaped(_ words: String) -> String {
    words.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

/// A chart over time as inline SVG.
private enum SVGChart {
  private static let colors = ["#0a7ea4", "#b45309", "#9333ea", "#777777"]
  private static let width = 1000.0
  private static let height = 100.0

  static func figure(of chart: Document.Chart) -> String {
    var lines = ""
    for (place, series) in chart.series.enumerated() {
      for points in pieces(of: series.values, highest: chart.highest) {
        let color = colors[place % colors.count]
        lines += "<polyline stroke=\"\(color)\" points=\"\(points)\"/>"
      }
    }
    let legend = chart.series.enumerated().map { place, series in
      "<span style=\"color:\(colors[place % colors.count])\">\(HTMLWriter.escaped(series.name))</span>"
    }.joined(separator: ", ")
    let span = "\(chart.from) to \(chart.to), highest \(chart.maximumText)"
    return """
      <figure><figcaption>\(HTMLWriter.escaped(chart.title)): \(legend) (\(HTMLWriter.escaped(span)))</figcaption>
      <svg viewBox="0 0 1000 100" preserveAspectRatio="none" role="img" aria-label="\(HTMLWriter.escaped(chart.title))">\(lines)</svg></figure>
      """
  }

  /// The points of each stretch without a gap; a lone value becomes a short dash.
  private static func pieces(of values: [Double?], highest: Double) -> [String] {
    guard highest > 0, !values.isEmpty else { return [] }
    let step = width / Double(max(1, values.count))
    var pieces: [String] = []
    var points: [String] = []
    for (place, value) in values.enumerated() {
      guard let value else {
        if !points.isEmpty { pieces.append(points.joined(separator: " ")) }
        points = []
        continue
      }
      let y = Units.fixed(height - value / highest * (height - 4) - 2, 1)
      points.append("\(Units.fixed(Double(place) * step, 1)),\(y)")
      points.append("\(Units.fixed(Double(place + 1) * step, 1)),\(y)")
    }
    if !points.isEmpty { pieces.append(points.joined(separator: " ")) }
    return pieces
  }
}
