import Dashboard
import Telemetry

/// What `svctop.toml` says; `ConfigurationSchema` has every setting.
struct Configuration: Sendable {
  /// The file it was read from; `nil` when there is none.
  var file: String?
  /// Whether it is the user's own file, in which commands may stand.
  var isOwn = false
  /// Where a file may come to while svctop runs, as long as there is none.
  var places: [Place] = []
  /// What a person should know of the places where it was looked for.
  var notice: String?
  /// Sources to watch when the command line names none.
  var sources: [String] = []
  var title: String?
  var filter: FilterExpression?
  var window: Window?
  var windows: [Window]?
  var intervalSeconds: Double?
  var timeoutSeconds: Double?
  var theme: String?
  /// Where the theme is named: an error without words.
  var themePlace: ConfigurationError?
  var color: String?
  var glyphs: String?
  var mouse: Bool?
  var layout = PaneChoice()
  /// Names of columns, by the table that has them.
  var columns: [String: [String]] = [:]
  /// Names of keys, by the command they are for.
  var keys: [String: [String]] = [:]
  /// Where each key of a command is named, and the command itself under an empty name: errors without
  /// words.
  var keyPlaces: [String: [String: ConfigurationError]] = [:]
  var thresholds = Thresholds()
  var targets: [Target] = []
  /// How much is remembered.
  var retention = History.Configuration()
  var routeRules = RouteRules()
  /// Pause of a visitor that ends a session.
  var sessionGapSeconds = SessionRules.gapSeconds
  /// Log formats that the user described, by their names.
  var formats: [any LogFormat] = []
  /// What the user wrote of each of these formats, by its name.
  var layouts: [String: String] = [:]
  /// What values of JSON endpoints mean that nobody knows.
  var mappings: [JSONMapping.Rule] = []

  /// Nothing but defaults.
  init() {}

  /// The configuration in the text of a file.
  ///
  /// - Parameters:
  ///   - text: what the file holds.
  ///   - file: how messages call it.
  ///   - commands: whether its sources may be commands.
  ///   - themes: where its theme has to be; `nil` leaves that to others.
  /// - Throws: Everything that is wrong with it.
  init(
    _ text: String, file: String, commands: CommandPermission = .granted,
    themes: ThemeLibrary? = nil
  ) throws(ConfigurationErrors) {
    let document: TOMLDocument
    do {
      document = try TOMLDocument(text, file: file)
    } catch {
      throw ConfigurationErrors(only: error)
    }
    var reading = ConfigurationReading(commands: commands)
    reading.configuration.file = file
    reading.read(document)
    if let themes, let mistake = reading.configuration.themeMistake(in: themes) {
      reading.errors.append(mistake)
    }
    if var errors = ConfigurationErrors(reading.errors) {
      errors.warnings = reading.configuration.warnings
      throw errors
    }
    self = reading.configuration
  }
}

/// A configuration while it is read: mistakes are gathered, so that all are told at once.
struct ConfigurationReading {
  var configuration = Configuration()
  var errors: [ConfigurationError] = []
  let commands: CommandPermission

  init(commands: CommandPermission) {
    self.commands = commands
  }

  /// Reads everything that the schema knows and complains about the rest.
  mutating func read(_ document: TOMLDocument) {
    let known = ConfigurationSchema.topLevel.keys.map(\.name)
    let names = known + ConfigurationSchema.sections.map(\.name)
    for item in document.item.members {
      if let key = ConfigurationSchema.topLevel.keys.first(where: { $0.name == item.key }) {
        read(item, as: key)
      } else if let section = ConfigurationSchema.sections.first(where: { $0.name == item.key }) {
        read(item, as: section)
      } else {
        refuse(item, names)
      }
    }
  }

  private mutating func read(_ item: TOMLItem, as section: ConfigurationSection) {
    if section.isList { return readMappings(item) }
    guard item.isTable else {
      errors.append(item.error("\(item.key) must be a section: [\(item.key)]", at: .key))
      return
    }
    var wrong: Set<String> = []
    for member in item.members {
      if let key = section.keys.first(where: { $0.name == member.key }) ?? section.anyKey {
        if !read(member, as: key) { wrong.insert(member.key) }
      } else {
        refuse(member, section.keys.map(\.name))
      }
    }
    section.check?(item, wrong, &self)
  }

  /// Returns whether nothing was wrong.
  @discardableResult
  private mutating func read(_ item: TOMLItem, as key: ConfigurationKey) -> Bool {
    let known = errors.count
    attempt { reading throws(ConfigurationError) in try key.read(item, &reading) }
    return errors.count == known
  }

  /// Complains about a name that means nothing, with the one that was probably meant.
  mutating func refuse(_ item: TOMLItem, _ known: [String]) {
    errors.append(
      item.error(
        "there is no setting \"\(item.key)\"" + Spelling.hintOrNames(item.key, among: known),
        at: .key))
  }

  /// What the texts of a list stand for; each that stands for nothing is a mistake of its own.
  mutating func texts<Value>(
    of item: TOMLItem, _ read: (TOMLItem, String) throws(ConfigurationError) -> Value
  ) throws(ConfigurationError) -> [Value] {
    var values: [Value] = []
    for element in try item.list() {
      do throws(ConfigurationError) {
        values.append(try read(element, try element.listed()))
      } catch {
        errors.append(error)
      }
    }
    return values
  }

  /// Runs a part of the reading; what it throws is gathered.
  mutating func attempt(
    _ body: (inout ConfigurationReading) throws(ConfigurationError) -> Void
  ) {
    do throws(ConfigurationError) {
      try body(&self)
    } catch {
      errors.append(error)
    }
  }
}

extension ConfigurationErrors {
  /// One error alone.
  init(only error: ConfigurationError) {
    first = error
    others = []
  }
}
