import Collectors
import Dashboard
import Glibc
import TOMLKit
import Telemetry

/// What `svctop.toml` says.
///
///     sources = ["nginx=/var/log/nginx/access.log", "http://127.0.0.1:8000/metrics"]
///
///     [routes]
///     rules = ["/blog/{slug}", "/files/{path...}"]
///
///     [formats]
///     edge = '$remote_addr [$time_local] "$request" $status $request_time'
///
///     [[mapping]]
///     path = "queues.*.length"
///     meaning = "taskBacklog"
struct Configuration: Sendable {
  /// The file it was read from; `nil` when there is none.
  var file: String?
  /// Sources to watch when the command line names none.
  var sources: [String] = []
  var routeRules = RouteRules()
  /// Log formats that the user described, by their names.
  var formats: [any LogFormat] = []
  /// What values of JSON endpoints mean that nobody knows.
  var mappings: [JSONMapping.Rule] = []

  private static let sections = ["sources", "routes", "formats", "mapping"]

  /// Nothing but defaults.
  init() {}

  /// The configuration in the text of a file.
  init(_ text: String, file: String) throws(ConfigurationError) {
    self.file = file
    let document = try TOMLDocument(text, file: file)
    try document.check(document.root, of: nil, keys: Configuration.sections)
    sources = try document.texts("sources", in: document.root, of: nil)
    for source in sources { try Configuration.check(source: source, document) }
    try readRoutes(document)
    try readFormats(document)
    try readMappings(document)
  }

  private static func check(source: String, _ document: TOMLDocument) throws(ConfigurationError) {
    do {
      _ = try SourceSpecification(source)
    } catch {
      throw document.error(at: "sources", of: nil, error.description.string)
    }
  }

  private mutating func readRoutes(_ document: TOMLDocument) throws(ConfigurationError) {
    guard let table = try document.section("routes") else { return }
    try document.check(table, of: "routes", keys: ["rules"])
    let rules = try document.texts("rules", in: table, of: "routes")
    do {
      routeRules = try RouteRules(rules)
    } catch {
      throw document.error(at: "rules", of: "routes", error.description.string)
    }
  }

  private mutating func readFormats(_ document: TOMLDocument) throws(ConfigurationError) {
    guard let table = try document.section("formats") else { return }
    for name in table.keys {
      guard let text = try document.text(name, in: table, of: "formats") else { continue }
      do {
        formats.append(try LogFormatDescription.format(named: name, from: text))
      } catch {
        throw document.error(at: name, of: "formats", "\(error)")
      }
    }
  }
}

extension TOMLDocument {
  /// A section, if it is there.
  func section(_ name: String) throws(ConfigurationError) -> TOMLTable? {
    guard let value = root[name] else { return nil }
    guard let table = value.table else {
      throw error(at: name, of: nil, "\(name) must be a section: [\(name)]")
    }
    return table
  }
}

extension Configuration {
  /// The configuration of `--config`, else of the first usual place that has one.
  static func load(_ given: String?) throws -> Configuration {
    if let given {
      guard let found = try read(given) else {
        throw Failure.usage("--config \(DisplayText(given)): no such file")
      }
      return found
    }
    for path in usualPaths {
      if let found = try read(path) { return found }
    }
    return Configuration()
  }

  /// `./`, the user's folder, `/etc`: the first file there is counts alone.
  static var usualPaths: [String] {
    var paths = ["svctop.toml"]
    if let folder = variable("XDG_CONFIG_HOME") {
      paths.append(folder + "/svctop/svctop.toml")
    } else if let home = variable("HOME") {
      paths.append(home + "/.config/svctop/svctop.toml")
    }
    paths.append("/etc/svctop/svctop.toml")
    return paths
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func read(_ path: String) throws -> Configuration? {
    let text: String
    switch TextFile.read(path) {
    case .success(nil): return nil
    case .success(let found?): text = found
    case .failure(let failure): throw Failure.usage(failure.message.string)
    }
    do throws(ConfigurationError) {
      return try Configuration(text, file: path)
    } catch {
      throw Failure.usage(error.description)
    }
  }
}
