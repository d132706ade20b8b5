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
    if let names = columns["queries"] {
      preferences.queryColumns = names.compactMap(QueryColumn.init(rawValue:))
    }
    if options?.display.title.isEmpty == true {
      preferences.title = DisplayText(title ?? "").string
    }
    return preferences
  }

  /// What only counts from the start, as it is in force with this file, by how a person is told of it.
  ///
  /// What is written as it is anyway is the same as what is left out.
  var startUp: [String: String] {
    [
      "sources": "\(sources)",
      "filter": filter?.text ?? "",
      "window": "\((window ?? Settings().window).seconds)",
      "interval": "\(intervalSeconds ?? CommonOptions.usualInterval)",
      "timeout": "\(timeoutSeconds ?? CommonOptions.usualTimeout)",
      "color": color ?? "auto",
      "glyphs": glyphs ?? "auto",
      "mouse": "\(mouse == true)",
      "[sessions]": "\(sessionGapSeconds)",
      "[retention]": "\(retention)",
      "[routes]": "\(routeRules)",
      "[formats]": "\(layouts.sorted { $0.key < $1.key })",
      "[[mapping]]": "\(mappings)",
    ]
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
