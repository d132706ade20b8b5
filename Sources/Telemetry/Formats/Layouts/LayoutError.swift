/// Why a text describes no layout of log lines, and where.
package struct LayoutError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in half a sentence.
  package let message: String
  /// Characters before the place that is wrong, in the text as the user gave it.
  package let column: Int
  /// How to mend it, if that is known.
  package let hint: String?

  /// An error at a place of the text, counted in characters from 0.
  package init(_ message: String, column: Int, hint: String? = nil) {
    self.message = message
    self.column = column
    self.hint = hint
  }

  /// One line with the column counted from 1.
  ///
  /// For example ``column 12: `$` without a name, write $remote_addr``
  package var description: String {
    "column \(column + 1): \(message)\(hint.map { ", \($0)" } ?? "")"
  }
}
