/// The characters everything is drawn with; one set per kind of terminal.
///
/// Each symbol is one cell wide, so that a screen has the same layout in every set.
package struct Symbols: Hashable, Sendable {
  /// Lines of a frame and of a chart's axis.
  package struct Frame: Hashable, Sendable {
    /// `╭`, or `+` in ASCII.
    package var topLeft: Unicode.Scalar
    /// `╮`, or `+` in ASCII.
    package var topRight: Unicode.Scalar
    /// `╰`, or `+` in ASCII.
    package var bottomLeft: Unicode.Scalar
    /// `╯`, or `+` in ASCII.
    package var bottomRight: Unicode.Scalar
    /// Upper and lower edges; also the level drawn into a line chart.
    package var horizontal: Unicode.Scalar
    /// Left and right edges; also the vertical axis of a chart.
    package var vertical: Unicode.Scalar
    /// Where a label meets the axis to its right.
    package var tick: Unicode.Scalar
  }

  /// Whether what is not ASCII is drawn as a printable ASCII character.
  package var isASCII: Bool
  /// Whether line charts may use braille dots, eight to a cell.
  package var hasBraille: Bool
  /// Corners and lines of boxes.
  package var frame: Frame
  /// Eight heights of a column, the lowest first; none of them blank, blank means "not known".
  package var levels: [Unicode.Scalar]
  /// Widths of a bar's last cell in equal steps, the full cell last.
  package var barSteps: [Unicode.Scalar]
  /// From nothing to full, nothing being a blank.
  package var shades: [Unicode.Scalar]
  /// Fill of each layer of stacked columns, from the lowest up.
  package var layers: [Unicode.Scalar]
  /// Mark of what is worst.
  package var critical: Unicode.Scalar
  /// Mark of what is bad, but not the worst.
  package var high: Unicode.Scalar
  /// Mark of the lowest severity that has one.
  package var medium: Unicode.Scalar
  /// Mark of sources that work, and of what is on in a menu.
  package var ok: Unicode.Scalar
  /// Mark of sources nothing was heard of yet.
  package var unknown: Unicode.Scalar
  /// Before the row that has the selection.
  package var selected: Unicode.Scalar
  /// What a person has marked to find it again.
  package var marked: Unicode.Scalar
  /// In place of the end of a text that does not fit.
  package var ellipsis: Unicode.Scalar
  /// After the title of a column sorted from the largest.
  package var sortDown: Unicode.Scalar
  /// After the title of a column sorted from the smallest.
  package var sortUp: Unicode.Scalar
  /// Between the places of the trail.
  package var breadcrumb: Unicode.Scalar
  /// Between two facts of one line.
  package var separator: Unicode.Scalar
  /// A time nothing is known about.
  package var gap: Unicode.Scalar
  /// The limit within a bar.
  package var limit: Unicode.Scalar
  /// A line at the bottom of an empty cell of a map, along the upper edge of the shade below it.
  package var mapLine: Unicode.Scalar
  /// Total of the rows above.
  package var sum: Unicode.Scalar
  /// A figure that is greater than at the baseline; in ASCII its sign, which stands there anyway.
  package var risen: Unicode.Scalar
  /// A figure that is smaller than at the baseline.
  package var fallen: Unicode.Scalar
  private var superscripts: [Unicode.Scalar]

  /// The small number of a pane, as in `¹ endpoints`.
  package func superscript(_ number: Int) -> String {
    var text = String.UnicodeScalarView()
    for digit in String(max(0, number)).utf8 { text.append(superscripts[Int(digit - 0x30)]) }
    return String(text)
  }

  /// Everything a modern terminal with a UTF-8 locale shows.
  package static let unicode = Symbols(
    isASCII: false, hasBraille: true,
    frame: Frame(
      topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", horizontal: "─",
      vertical: "│", tick: "┤"),
    levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    barSteps: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    shades: [" ", "░", "▒", "▓", "█"], layers: ["▒", "█", "▓", "░"],
    critical: "✖", high: "▲", medium: "△", ok: "●", unknown: "?", selected: "▶", marked: "◆",
    ellipsis: "…", sortDown: "▼", sortUp: "▲", breadcrumb: "›", separator: "·", gap: " ",
    limit: "│", mapLine: "▁", sum: "Σ", risen: "↑", fallen: "↓",
    superscripts: ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"])

  /// As `unicode`, for fonts that lack braille: line charts use letters.
  package static let blocks: Symbols = {
    var symbols = unicode
    symbols.hasBraille = false
    return symbols
  }()

  /// The ASCII character that says most nearly the same as one that a terminal cannot show.
  func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "·", "–", "—", "─": "-"
    case "…": "~"
    case "›", "→": ">"
    case "×": "x"
    default: "?"
    }
  }

  /// For every other terminal: the 95 printable characters of ASCII.
  package static let ascii = Symbols(
    isASCII: true, hasBraille: false,
    frame: Frame(
      topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", horizontal: "-",
      vertical: "|", tick: "+"),
    levels: ["_", ".", ":", "-", "=", "+", "*", "#"], barSteps: ["#"],
    shades: [" ", ".", ":", "-", "=", "+", "*", "#"], layers: [":", "#", "=", "."],
    critical: "x", high: "!", medium: ":", ok: "o", unknown: "?", selected: ">", marked: "*",
    ellipsis: "~", sortDown: "v", sortUp: "^", breadcrumb: ">", separator: "-", gap: " ",
    limit: "|", mapLine: "_", sum: "+", risen: "+", fallen: "-",
    superscripts: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"])
}

/// What stands beside a thing that is wrong, right or marked by a person; never colour alone.
package enum Mark: Hashable, Sendable {
  /// Three severities from the worst, then what works and what nothing is known of.
  case critical, high, medium, ok, unknown
  /// What a person wants to find again.
  case marked

  /// The mark as a character of a set.
  package func scalar(in symbols: Symbols) -> Unicode.Scalar {
    switch self {
    case .critical: symbols.critical
    case .high: symbols.high
    case .medium: symbols.medium
    case .ok: symbols.ok
    case .unknown: symbols.unknown
    case .marked: symbols.marked
    }
  }
}
