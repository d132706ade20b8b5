/// A line of text whose parts may look different.
package struct StyledText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A part with one style.
  package struct Run: Hashable, Sendable {
    /// May hold control characters; a buffer draws pictures of them.
    package var text: String
    /// What it leaves open is taken from what it is drawn over.
    package var style: Style

    /// A part with its style.
    package init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// From left to right; neighbours of one style need not be joined.
  package var runs: [Run]

  /// A line of one style.
  package init(_ text: String, style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text, style: style)]
  }

  /// A line of several parts.
  package init(_ runs: [Run]) {
    self.runs = runs
  }

  /// A line of one style.
  package init(stringLiteral text: String) {
    self.init(text)
  }

  /// Whether there is no character in any part.
  package var isEmpty: Bool { runs.allSatisfy { $0.text.isEmpty } }
  /// Cells the line takes.
  package var width: Int { runs.reduce(0) { $0 + CellWidth.of($1.text) } }
  /// The text without its styles.
  package var text: String { runs.map(\.text).joined() }

  /// One line after the other.
  package static func + (left: StyledText, right: StyledText) -> StyledText {
    StyledText(left.runs + right.runs)
  }

  /// Puts a line behind another.
  package static func += (left: inout StyledText, right: StyledText) {
    left.runs += right.runs
  }
}
