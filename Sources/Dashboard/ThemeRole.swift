/// What a colour on the screen means; themes give styles to roles, never to places.
///
/// The raw value is the name of the role in a theme file.
package enum ThemeRole: String, CaseIterable, Sendable {
  case text
  /// What is there to be found, not to be read first: labels, units, hints.
  case muted
  /// The one colour that is not a warning.
  case accent

  case border
  case borderFocused = "border-focused"
  case title
  case titleFocused = "title-focused"
  case header
  case headerSorted = "header-sorted"
  case selection
  case statusBar = "status-bar"
  case keyHint = "key-hint"
  /// Paused, replaying, disconnected.
  case banner
  case crumb

  case ok
  case high
  case critical
  case unknown

  case p50
  case p95
  case p99
  case errors4xx = "errors-4xx"
  case errors5xx = "errors-5xx"
  case sparkline
  case poolUsed = "pool-used"
  case poolWaiting = "pool-waiting"
  case cacheHit = "cache-hit"
  case memory
  case axis
  /// A target or a limit drawn into a chart.
  case threshold
  case heat0 = "heat-0"
  case heat1 = "heat-1"
  case heat2 = "heat-2"
  case heat3 = "heat-3"
  case heat4 = "heat-4"

  case logError = "log-error"
  case logWarning = "log-warning"
  case logInfo = "log-info"
  case logDebug = "log-debug"
  /// What a search found.
  case match
  /// A word of SQL.
  case keyword

  /// The role whose style this one has where a theme says nothing.
  package var parent: ThemeRole? {
    switch self {
    case .text: nil
    case .muted, .accent, .title, .selection, .ok, .high, .critical, .banner, .statusBar,
      .logInfo:
      .text
    case .border, .header, .unknown, .axis, .threshold, .crumb, .logDebug, .p50, .heat0:
      .muted
    case .borderFocused, .keyHint, .p95, .sparkline, .poolUsed, .cacheHit, .memory, .keyword,
      .match, .heat1:
      .accent
    case .titleFocused: .title
    case .headerSorted: .header
    case .p99: .p95
    case .errors4xx, .poolWaiting, .logWarning: .high
    case .errors5xx, .logError: .critical
    case .heat2: .heat1
    case .heat3: .heat2
    case .heat4: .heat3
    }
  }
}
