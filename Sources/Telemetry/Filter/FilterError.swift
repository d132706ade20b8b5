/// Why a text is no filter, and where.
package struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in half a sentence.
  package let message: String
  /// Characters before the place that is wrong.
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
  /// For example ``column 5: unknown column `p96`, did you mean `p95`?``
  package var description: String {
    let ending = hint.map { ", \($0)" } ?? ""
    return "column \(column + 1): \(message)\(ending)"
  }
}
