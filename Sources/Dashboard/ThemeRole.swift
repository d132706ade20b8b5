/// What a colour on the screen means; themes give styles to roles, never to places.
///
/// The raw value is the name of the role in a theme file.
package enum ThemeRole: String, CaseIterable, Sendable {
  /// What is read: names, figures, lines of text; every other role follows from it.
  case text
  /// What is there to be found, not to be read first: labels, units, hints.
  case muted
  /// The one colour that is not a warning.
  case accent

  /// Frames of panes that have not the keyboard.
  case border
  /// The frame of the pane, menu or help that has the keyboard.
  case borderFocused = "border-focused"
  /// What stands on a frame, and the name of the program.
  case title
  /// The title of the pane, menu or help that has the keyboard.
  case titleFocused = "title-focused"
  /// Titles of columns, and headings of the help.
  case header
  /// The title of the column that is sorted by.
  case headerSorted = "header-sorted"
  /// The row that keys act on.
  case selection
  /// The first and the last line of the screen.
  case statusBar = "status-bar"
  /// A key that is named on the screen, and the prefix of a prompt.
  case keyHint = "key-hint"
  /// What is shown is not the present: paused, a moment of the past, the end of an old log.
  case banner
  /// The last place of the trail, where the user is.
  case crumb

  /// What works, and changes for the better.
  case ok
  /// What is worth a look: medium and high severities, changes for the worse.
  case high
  /// What is worst: critical severities, and what went wrong in the program.
  case critical
  /// Sources that nothing was heard of yet, and a score where nothing could be judged.
  case unknown

  /// The line of the median in latency charts.
  case p50
  /// The line of the 95th percentile, also over the heat map.
  case p95
  /// The line of the 99th percentile in latency charts.
  case p99
  /// The layer of refused requests in the chart of errors.
  case errors4xx = "errors-4xx"
  /// The layer of failed requests, calls and tasks.
  case errors5xx = "errors-5xx"
  /// Small columns in tables.
  case sparkline
  /// What is in use of a pool.
  case poolUsed = "pool-used"
  /// Those who wait for a pool.
  case poolWaiting = "pool-waiting"
  /// The line of a cache's hit rate.
  case cacheHit = "cache-hit"
  /// The memory of processes, and how large caches are.
  case memory
  /// Lines and labels of axes.
  case axis
  /// A target or a limit drawn into a chart.
  case threshold
  /// The palest step of the heat map: the fewest requests.
  case heat0 = "heat-0"
  /// A little more.
  case heat1 = "heat-1"
  /// The middle step.
  case heat2 = "heat-2"
  /// Next to the darkest.
  case heat3 = "heat-3"
  /// The darkest step: the most requests.
  case heat4 = "heat-4"

  /// Lines of errors and fatal errors in the log pane.
  case logError = "log-error"
  /// Lines of warnings in the log pane.
  case logWarning = "log-warning"
  /// All other lines in the log pane, those without a level included.
  case logInfo = "log-info"
  /// Lines of the levels debug and trace in the log pane.
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
