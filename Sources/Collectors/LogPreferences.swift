import Telemetry

/// What a user says about how logs are to be read; nothing needs to be said.
package struct LogPreferences: Sendable {
  /// The format of all logs; found out when `nil`.
  package var format: (any LogFormat)?
  /// Formats that are tried before those that svctop knows.
  package var own: [any LogFormat] = []
  /// Route templates that go before everything that is guessed.
  package var routeRules = RouteRules()
  /// Pause of a visitor that ends a session, in seconds.
  package var sessionGapSeconds = SessionRules.gapSeconds
  /// Whether other sources may have statements to tie to the requests of a log.
  ///
  /// Remembering requests one by one takes time, which is for nothing where no statement comes.
  package var expectsStatements = true

  /// Everything as svctop thinks best.
  package init() {}
}
