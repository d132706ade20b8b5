import TOMLKit
import Telemetry

/// A TOML file whose values are asked for by name and whose mistakes have a place.
struct TOMLDocument {
  let file: String
  let root: TOMLTable
  private let lines: [Substring]
  private let places: TOMLPlaces

  init(_ text: String, file: String) throws(ConfigurationError) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      root = try TOMLTable(string: text)
      places = TOMLPlaces(text)
    } catch let error as TOMLParseError {
      let place = TOMLPlaces.Place(
        line: error.source.begin.line, column: max(1, error.source.begin.column), length: 1)
      throw TOMLDocument.error(place, TOMLDocument.plain(error.description), file, lines)
    } catch {
      throw ConfigurationError(file: file, line: 0, column: 0, message: "\(error)")
    }
  }

  /// The document as a value whose keys can be asked for.
  var item: TOMLItem { TOMLItem(value: root, path: [], document: self) }

  /// A text, if the key is there.
  func text(
    _ key: String, in table: TOMLTable, of section: String?
  ) throws(ConfigurationError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else {
      throw error(at: key, of: section, "\(key) must be a text in quotes")
    }
    return text
  }

  /// Which part of a path's entry an error is about.
  enum Part {
    case key, value
  }

  /// An error at the place of a path, or at the nearest place above it.
  func error(at path: [String], _ part: Part = .value, _ message: String) -> ConfigurationError {
    var path = path
    while !path.isEmpty {
      if let entry = places.entries[path] {
        return TOMLDocument.error(part == .key ? entry.key : entry.value, message, file, lines)
      }
      path.removeLast()
    }
    return ConfigurationError(file: file, line: 0, column: 0, message: message)
  }

  /// An error at a key of a section, or at the section itself when it has the key's name.
  func error(at key: String, of section: String?, _ message: String) -> ConfigurationError {
    let path = section == nil || section == key ? [key] : [section ?? "", key]
    return error(at: path, .key, message)
  }

  /// Where in the file a path stands, to put things in the order of the file.
  func position(of path: [String]) -> (line: Int, column: Int) {
    places.entries[path].map { ($0.key.line, $0.key.column) } ?? (0, 0)
  }

  private static func error(
    _ place: TOMLPlaces.Place, _ message: String, _ file: String, _ lines: [Substring]
  ) -> ConfigurationError {
    var error = ConfigurationError(
      file: file, line: place.line, column: place.column, length: place.length, message: message)
    if lines.indices.contains(place.line - 1) {
      var line = lines[place.line - 1]
      if line.last == "\r" { line.removeLast() }
      error.source = String(line)
    }
    return error
  }

  /// The parser's words without the name of its classes and its own place.
  private static func plain(_ description: String) -> String {
    let head = description.split(separator: "\n").first.map(String.init) ?? description
    return "not TOML: " + head
  }
}
