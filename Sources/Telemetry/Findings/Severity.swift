/// How bad something is.
package enum Severity: Int, Comparable, Sendable {
  case fine, low, medium, high, critical

  package static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
