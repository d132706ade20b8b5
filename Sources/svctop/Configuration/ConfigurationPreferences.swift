import Dashboard
import Telemetry

extension Configuration {
  /// What the dashboard takes over; what the command line says goes before it.
  func preferences(besides options: CommonOptions?) -> Preferences {
    var preferences = Preferences()
    preferences.thresholds = thresholds
    preferences.targets = targets
    preferences.windows = windows ?? Settings.windows
    preferences.layout = layout
    preferences.keyMap = keyMap
    if let names = columns["endpoints"] {
      preferences.columns = names.compactMap(EndpointColumn.init(rawValue:))
    }
    if options?.title.isEmpty == true { preferences.title = title.map { DisplayText($0).string } }
    return preferences
  }
}

extension CommonOptions {
  /// The options with the configured wait for an answer where the command line names none.
  func completed(by configuration: Configuration) -> CommonOptions {
    var options = self
    options.timeout = timeout ?? configuration.timeoutSeconds.map { "\($0)s" }
    return options
  }
}

extension ScreenOptions {
  /// The options with what the configuration says where the command line says nothing.
  ///
  /// The theme stays that of the command line: a configured one may change while svctop runs.
  func completed(by configuration: Configuration) -> ScreenOptions {
    var options = self
    if color == "auto", let configured = configuration.color { options.color = configured }
    if glyphs == nil, !ascii { options.glyphs = configuration.glyphs }
    options.mouse = mouse || configuration.mouse == true
    return options
  }
}
