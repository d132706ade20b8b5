import Telemetry

/// What a user says about how logs are to be read; nothing needs to be said.
package struct LogPreferences: Sendable {
  /// The format of all logs; found out when `nil`.
  package var format: (any LogFormat)?
  /// Formats that are tried before those that svctop knows.
  package var own: [any LogFormat] = []
  /// Route templates that go before everything that is guessed.
  package var routeRules = RouteRules()
  /// Whether requests are remembered one by one for a while, to tie statements to them.
  ///
  /// It costs a tenth of the time; without any source of statements it is for nothing.
  package var keepsRequests = true

  /// Everything as svctop thinks best.
  package init() {}
}
