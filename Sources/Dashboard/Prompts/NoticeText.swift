import TextUI

/// A word of the program, fitted into the room there is for it.
///
/// What went wrong is told whole, over the lines above if need be: its end says how to mend it.
/// Anything else has one line. There the middles of names are cut, then the middle of the text: it
/// begins with what was done, and ends with what to do.
enum NoticeText {
  /// Lines that trouble takes at most.
  private static let mostLines = 3
  /// Cells that tell a long name from others.
  private static let leastName = 16

  /// Trouble as lines of at most so many cells.
  static func lines(of trouble: String, width: Int, symbols: Symbols) -> [String] {
    var room = width * mostLines
    while true {
      let text = fitted(trouble, to: room, symbols: symbols)
      let lines = TextBlock(text).broken(to: width).map(\.text)
      // Lines end with words, so the room is never filled to its last cell.
      if lines.count <= mostLines || room <= width { return Array(lines.prefix(mostLines)) }
      room -= leastName / 2
    }
  }

  /// A text in at most so many cells.
  static func fitted(_ text: String, to width: Int, symbols: Symbols) -> String {
    var names = parts(of: text)
    var excess = CellWidth.of(text) - width
    while excess > 0,
      let (place, longest) = names.map(CellWidth.of).enumerated().max(by: { $0.1 < $1.1 }),
      longest > leastName
    {
      names[place] = cut(names[place], to: max(leastName, longest - excess), symbols: symbols)
      excess -= longest - CellWidth.of(names[place])
    }
    // Two cuts in one text would be read as one.
    return excess > 0
      ? cut(text, to: width, symbols: symbols) : names.joined(separator: " ")
  }

  /// The parts of a text between blanks; what stands in quotes is one of them.
  private static func parts(of text: String) -> [String] {
    var isQuoted = false
    return text.split(omittingEmptySubsequences: false) { character in
      if character == "\"" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }.map(String.init)
  }

  /// A text without its middle where it is wider than that.
  private static func cut(_ text: String, to width: Int, symbols: Symbols) -> String {
    guard CellWidth.of(text) > width else { return text }
    // With the ellipsis that `truncated` adds.
    let head = text.truncated(to: (width + 1) / 2, symbols: symbols)
    var room = width - CellWidth.of(head)
    let tail = text.unicodeScalars.reversed().prefix { scalar in
      room -= CellWidth.of(scalar)
      return room >= 0
    }
    return head + String(String.UnicodeScalarView(tail.reversed()))
  }
}
