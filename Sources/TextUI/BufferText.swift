extension Buffer {
  /// The characters, a line per row, without blanks at the ends of lines.
  package var text: String {
    (0..<size.height).map { y in
      var line = String.UnicodeScalarView()
      for cell in row(y) where cell.width > 0 { line.append(cell.scalar) }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  /// As `text`, with every run of a style named by the legend written `{name:run}`.
  ///
  /// Plain runs, and those the legend returns nil for, stand as they are.
  package func markup(_ legend: (Style) -> String?) -> String {
    (0..<size.height).map { markupLine(row($0), legend) }.joined(separator: "\n")
  }

  /// As `text`, with every run of a style in the legend written `{name:run}`, else `{?:run}`.
  package func markup(_ legend: [Style: String]) -> String {
    markup { $0 == .plain ? nil : legend[$0] ?? "?" }
  }

  private func markupLine(_ row: ArraySlice<Cell>, _ legend: (Style) -> String?) -> String {
    var line = ""
    var name: String?
    for cell in row where cell.width > 0 {
      let next = legend(cell.style)
      if next != name {
        if name != nil { line += "}" }
        if let next { line += "{\(next):" }
        name = next
      }
      line.unicodeScalars.append(cell.scalar)
    }
    if name != nil { return line + "}" }
    while line.unicodeScalars.last == " " { line.unicodeScalars.removeLast() }
    return line
  }
}
