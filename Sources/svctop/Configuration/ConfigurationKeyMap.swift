import Dashboard
import TextUI

/// Rebound keys.
extension ConfigurationSchema {
  static let columnNames = [
    "method", "route", "rate", "p50", "p95", "p99", "errors", "trend", "queries", "requests",
  ]
  static let usualColumns = columnNames

  /// What is wrong with the keys of a command; `nil` when nothing is.
  static func keyFault(
    _ command: String, _ keys: [String]
  ) -> (message: String, part: TOMLDocument.Part)? {
    nil
  }
}

extension Configuration {
  /// The key map with what `[keys]` says.
  var keyMap: KeyMap { .standard }

  /// What a person should know about the rebound keys: who has lost which.
  var keyWarnings: [String] { [] }
}
