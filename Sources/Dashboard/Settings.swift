import Telemetry

/// What the user chose on the command line and with keys; says nothing about the data.
package struct Settings: Sendable {
  /// Stretch of the past that numbers are about.
  package var window = Window.last(300)
  /// Name of the service as shown in the header; empty shows none.
  package var title = ""
  package var layout = PaneChoice()
  package var targets: [Target] = []
  package var thresholds = Thresholds()
  /// Whether example statements show their literals.
  package var showsLiterals = false
  /// The windows that `+` and `-` walk through, the shortest first.
  package var windows = Settings.windows

  /// The windows that `+` and `-` walk through.
  package static let windows: [Window] = [.last(60), .last(300), .last(900), .last(3600), .all]

  /// The usual settings.
  package init() {}
}
