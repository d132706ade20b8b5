import Telemetry

/// The text of an `InspectReport`: aligned columns, no line longer than `width`.
///
/// A table that is too wide gives its widest columns less, and their words go on below:
///
///       family                used as                     labels            unit
///      prometheus-fastapi-instrumentator
///       http_request_seconds  not counted: describes the  endpoint=handler  s
///                             same requests               method=method
///
/// Only a word that is longer than a line makes a longer line: it is to be copied whole.
struct InspectText {
  static let width = 100
  /// Columns are not made narrower than this.
  private static let narrowest = 12

  /// The whole report.
  static func of(_ report: InspectReport) -> String {
    var text = ""
    let keyWidth = report.facts.map { $0.key.count }.max() ?? 0
    for fact in report.facts {
      text += hanging(padded(fact.key, keyWidth) + "  ", fact.value.string)
    }
    for section in report.sections {
      if section.rows.isEmpty {
        if let empty = section.empty { text += "\n\(section.title)\n" + hanging("  ", empty) }
        continue
      }
      text += "\n\(section.title)\n"
      text += section.columns.count == 1 ? list(section) : table(section)
    }
    if !report.advice.isEmpty {
      text += "\nto see more\n"
      for line in report.advice { text += hanging("  - ", line.string) }
    }
    return text
  }

  /// One column of names stands side by side: a long list is not to push the rest off the screen.
  private static func list(_ section: InspectReport.Section) -> String {
    hanging("  ", section.rows.compactMap { $0.first?.string }.joined(separator: ", "))
  }

  /// A table; rows of one preset (or shape), where that is the last column, stand below its name.
  private static func table(_ section: InspectReport.Section) -> String {
    var rows = [section.columns] + section.rows.map { $0.map(\.string) }
    let isGrouped = ["preset", "shape"].contains(section.columns.last)
    let groups = isGrouped ? rows.map { $0.last ?? "" } : []
    if isGrouped { rows = rows.map { Array($0.dropLast()) } }
    let lines = lines(rows, columns: section.columns.count - (isGrouped ? 1 : 0))
    guard isGrouped else { return lines.joined() }
    var text = lines.first ?? ""
    var names: [String] = []
    for name in groups.dropFirst() where !names.contains(name) { names.append(name) }
    for name in names {
      text += " \(name)\n"
      for place in lines.indices.dropFirst() where groups[place] == name { text += lines[place] }
    }
    return text
  }

  /// Each row as one or more lines, all columns equally wide.
  private static func lines(_ rows: [[String]], columns count: Int) -> [String] {
    var widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    // The longest word of a column is the least that it can do with.
    let least = (0..<count).map { column in
      let words = rows.flatMap { column < $0.count ? $0[column].split(separator: " ") : [] }
      return max(narrowest, words.map(\.count).max() ?? 0)
    }
    while widths.reduce(2 * count, +) > width {
      let wide = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return rows.map { row in
      let cells = row.indices.map { wrapped(row[$0], widths[$0]) }
      let height = cells.map(\.count).max() ?? 0
      return (0..<height).map { line in
        let parts = cells.indices.map { column in
          padded(line < cells[column].count ? cells[column][line] : "", widths[column])
        }
        return trimmed("  " + parts.joined(separator: "  ")) + "\n"
      }.joined()
    }
  }

  /// Text behind a mark, whose further lines begin below its first word.
  private static func hanging(_ mark: String, _ text: String) -> String {
    let blank = String(repeating: " ", count: mark.count)
    let lines = wrapped(text, width - mark.count)
    return lines.enumerated().map { trimmed(($0 == 0 ? mark : blank) + $1) + "\n" }.joined()
  }

  /// Text in lines of at most `width`, broken at blanks.
  static func wrapped(_ text: String, _ width: Int) -> [String] {
    guard text.count > width else { return [text] }
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
