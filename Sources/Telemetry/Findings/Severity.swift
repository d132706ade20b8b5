/// How bad something is.
package enum Severity: Int, Comparable, Sendable {
  /// Rising; `fine` is no finding.
  case fine, low, medium, high, critical

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
