import TOMLKit
import Telemetry

/// A TOML file whose values are asked for by name and whose mistakes have a place.
struct TOMLDocument {
  let file: String
  let root: TOMLTable
  private let lines: [String]
  private let places: TOMLPlaces

  init(_ given: String, file: String) throws(ConfigurationError) {
    self.file = file
    // Editors show no byte order mark, so it counts in no column.
    let text =
      given.unicodeScalars.first == "\u{FEFF}"
      ? String(given.unicodeScalars.dropFirst()) : given
    lines = TOMLDocument.lines(of: text)
    do {
      root = try TOMLTable(string: text)
      places = TOMLPlaces(text)
    } catch let error as TOMLParseError {
      let place = TOMLPlaces.Place(
        line: error.source.begin.line, column: max(1, error.source.begin.column), length: 1)
      let mistake = TOMLMistake(error.description, at: place, in: lines)
      throw TOMLDocument.error(mistake.place, mistake.message, file, lines)
    } catch {
      throw ConfigurationError(file: file, line: 0, column: 0, message: "\(error)")
    }
  }

  /// The document as a value whose keys can be asked for.
  var item: TOMLItem { TOMLItem(value: root, path: [], document: self) }

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

  /// Where in the file a path stands, to put things in the order of the file.
  func position(of path: [String]) -> (line: Int, column: Int) {
    places.entries[path].map { ($0.key.line, $0.key.column) } ?? (0, 0)
  }

  private static func error(
    _ place: TOMLPlaces.Place, _ message: String, _ file: String, _ lines: [String]
  ) -> ConfigurationError {
    var error = ConfigurationError(
      file: file, line: place.line, column: place.column, length: place.length, message: message)
    if lines.indices.contains(place.line - 1) { error.source = lines[place.line - 1] }
    return error
  }

  /// The lines without their ends, which are one `Character` where a carriage return is part of them.
  private static func lines(of text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.last == "\r" ? line.dropLast() : line)
    }
  }
}
