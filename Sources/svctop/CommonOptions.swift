import ArgumentParser
import Collectors
import Dashboard
import Telemetry

/// Options that every command with sources shares.
struct CommonOptions: ParsableArguments {
  @Argument(help: "Metrics URLs, log files, globs in quotes, - for stdin, or NAME=SOURCE.")
  var sources: [String] = []

  @OptionGroup var display: DisplayOptions

  @Option(
    help: ArgumentHelp(
      "Log format by name, or its layout as the server has it; recognised by itself if left out.",
      valueName: "name|layout"))
  var format: String?

  @Option(
    name: .customLong("preset"),
    help: ArgumentHelp(
      "Read endpoints by this preset alone; found out by itself if left out. May be repeated.",
      valueName: "name"))
  var presets: [String] = []

  @Option(name: .customLong("header"), help: "Header of every request, 'Name: value'.")
  var headers: [String] = []

  @Option(help: "File that holds a bearer token.")
  var bearerFile: String?

  @Option(help: "Environment variable that holds a bearer token.")
  var bearerEnv: String?

  @Option(help: "User and the file that holds the password, as NAME:FILE; or NAME alone.")
  var user: String?

  @Option(help: "Environment variable that holds the password of --user NAME.")
  var passwordEnv: String?

  @Option(help: "Certificates to trust, as a PEM file.")
  var cacert: String?

  @Option(help: "Client certificate, as a PEM file.")
  var cert: String?

  @Option(help: "Key of the client certificate, as a PEM file.")
  var key: String?

  @Flag(help: "Do not check the certificates of servers.")
  var insecure = false

  @Option(parsing: .unconditional, help: "Longest wait for an answer; 5s unless configured.")
  var timeout: String?

  /// What is said about logs on the command line and in the configuration.
  func logPreferences(_ configuration: Configuration) throws -> LogPreferences {
    var preferences = LogPreferences()
    preferences.own = configuration.formats
    preferences.routeRules = configuration.routeRules
    preferences.sessionGapSeconds = configuration.sessionGapSeconds
    preferences.format = try logFormat(configuration.formats)
    return preferences
  }

  /// The format named by `--format`: one of the user's own, a known one, or a layout.
  func logFormat(_ own: [any LogFormat]) throws -> (any LogFormat)? {
    guard let format else { return nil }
    if let known = own.first(where: { $0.label.string == format }) { return known }
    switch FormatDetection.lookUp(name: format) {
    case .found(let found): return found
    case .wrongLayout(let error):
      throw Failure.usage("--format '\(DisplayText(format))': \(error)")
    case .unknown(let suggestions):
      throw Failure.usage(
        "--format \(DisplayText(format)): no such format; "
          + "try \(suggestions.joined(separator: ", "))")
    }
  }

  /// What `--preset` names, else all that there is.
  func presetSelection() throws -> PresetSelection {
    do {
      return try PresetSelection(named: presets)
    } catch {
      throw Failure.usage("--preset \(DisplayText(error.name)): \(error)")
    }
  }

  /// A window: a duration or `all`.
  static func window(_ text: String) throws -> Window {
    if text == "all" { return .all }
    let seconds = try duration(text, option: "--window")
    guard Window.lengths.contains(seconds) else {
      throw Failure.usage("--window \(DisplayText(text)): from 5s to 1d, or all")
    }
    return .last(seconds)
  }

  /// Bounds of the time between two scrapes, in seconds.
  static let intervals = 0.1...3600.0

  /// Seconds between two scrapes, and until one is given up, where nobody says.
  static let (usualInterval, usualTimeout) = (2.0, 5.0)

  /// A year: clocks count what is much longer in no number that they have.
  private static let longestSeconds = 365.0 * 86_400

  /// Seconds of `500ms`, `10s`, `5m`, `1h30m`; a bare number is seconds.
  static func duration(_ text: String, option: String) throws -> Double {
    guard let seconds = DurationText.seconds(of: text) else {
      throw Failure.usage(
        "\(option) \(DisplayText(text)): not a duration; write 500ms, 10s, 5m or 1h")
    }
    guard seconds > 0 else {
      throw Failure.usage("\(option) \(DisplayText(text)): must be longer than 0")
    }
    guard seconds <= longestSeconds else {
      throw Failure.usage("\(option) \(DisplayText(text)): longer than 365d, which is the most")
    }
    return seconds
  }
}
