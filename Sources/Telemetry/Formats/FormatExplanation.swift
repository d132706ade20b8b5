/// Says why lines are not understood: an example, and the format that comes nearest to it.
enum FormatExplanation {
  /// Share of lines below which too little is understood to say nothing.
  private static let enough = 0.1

  /// Lines that were looked at, and what became of them.
  struct Findings {
    /// Lines in all, and those that some format understood.
    var lines: Int
    var understood: Int
    /// Lines that speak of HTTP, and whether a single line was read as something that happened.
    var httpLines: Int
    var hasEvents: Bool
    /// Whether there were more lines than were looked at.
    var isCut: Bool
  }

  /// The sentence for the sources pane; `nil` when enough was understood.
  ///
  /// Lines that speak of HTTP and are understood as mere messages are not understood either.
  static func text(
    _ findings: Findings, example: [UInt8], formats: [any LogFormat]
  ) -> DisplayText? {
    let lines = findings.lines
    let isTooLittle = Double(findings.understood) < Double(lines) * enough
    let isWebLog = !findings.hasEvents && findings.httpLines * 2 >= lines
    guard lines > 0, isTooLittle || isWebLog else { return nil }
    return example.withUnsafeBytes { line in
      var text = "\(isTooLittle ? findings.understood : 0) of "
      text += "\(findings.isCut ? "the first " : "")\(grouped(lines)) lines understood"
      if !isTooLittle { text += " as requests" }
      text += ", for example: \(DisplayText(line, limit: 200))"
      if let closest = closest(to: line, formats) {
        text += "; closest: \(closest.name), differs at column \(closest.column): "
        text += "expected \(closest.expected)"
      }
      return DisplayText(text)
    }
  }

  /// The format whose layout fits the line furthest, at least up to a field of a certain shape.
  ///
  /// Of several that end at the same place the one wins that fits best beyond it.
  private static func closest(
    to line: Bytes, _ formats: [any LogFormat]
  ) -> (name: DisplayText, column: Int, expected: DisplayText)? {
    var best: (name: DisplayText, pattern: LayoutPattern, found: LayoutPattern.Difference)?
    var bestScore: (Int, Int, Int) = (-1, -1, -1)
    // Formats of a single layout first: for equals it is theirs that users know.
    let single = formats.filter { !($0 is any LaidOutFormat) }
    for format in single + formats.filter({ $0 is any LaidOutFormat }) {
      for pattern in patterns(of: format) {
        guard let found = pattern.difference(in: line),
          found.typedFields > 0 || formats.count == 1
        else { continue }
        let score = (found.typedFields, found.place, pattern.reach(in: line, past: found))
        guard score > bestScore else { continue }
        bestScore = score
        best = (format.label, pattern, found)
      }
    }
    return best.map { name, pattern, found in
      (name, LayoutPattern.column(of: found.place, in: line), pattern.expectation(at: found))
    }
  }

  private static func patterns(of format: any LogFormat) -> [LayoutPattern] {
    if let format = format as? any LaidOutFormat { return format.patterns }
    guard let layout = type(of: format).layout,
      let pattern = try? NginxLayout.pattern(LayoutSource(layout))
    else { return [] }
    return [pattern]
  }

  /// A count with its thousands apart: `1,204`.
  private static func grouped(_ count: Int) -> String {
    let digits = String(count)
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
