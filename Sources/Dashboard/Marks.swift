import Telemetry
import TextUI

extension Severity {
  /// The mark that stands beside what is wrong; `nil` when nothing is.
  var mark: Mark? {
    switch self {
    case .fine, .low: nil
    case .medium, .high: .high
    case .critical: .critical
    }
  }

  /// The role that colours it.
  var role: ThemeRole {
    switch self {
    case .fine, .low: .text
    case .medium, .high: .high
    case .critical: .critical
    }
  }
}
