import TOMLKit
import Telemetry

/// What is wrong with a configuration file, as a compiler would say it.
struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  var file: String
  /// From 1; 0 when the mistake has no place.
  var line: Int
  var column: Int
  /// What is wrong, with the text that is and what to write instead.
  var message: String

  var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return DisplayText("\(place): \(message)").string
  }
}

/// A TOML file whose values are asked for by name and whose mistakes have a place.
struct TOMLDocument {
  let file: String
  let root: TOMLTable
  private let lines: [Substring]

  init(_ text: String, file: String) throws(ConfigurationError) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      root = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ConfigurationError(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        message: error.description)
    } catch {
      throw ConfigurationError(file: file, line: 0, column: 0, message: "\(error)")
    }
  }

  /// Refuses keys of a table that mean nothing, with the one that was probably meant.
  func check(
    _ table: TOMLTable, of section: String?, occurrence: Int = 0, keys known: [String]
  ) throws(ConfigurationError) {
    for key in table.keys where !known.contains(key) {
      let hint = Spelling.nearest(key, among: known).map { ", did you mean \"\($0)\"?" }
      throw error(
        at: key, of: section, occurrence: occurrence,
        "there is no setting \"\(key)\"" + (hint ?? "; there are \(known.joined(separator: ", "))"))
    }
  }

  /// A text, if the key is there.
  func text(
    _ key: String, in table: TOMLTable, of section: String?, occurrence: Int = 0
  ) throws(ConfigurationError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else {
      throw error(at: key, of: section, occurrence: occurrence, "\(key) must be a text in quotes")
    }
    return text
  }

  /// A list of texts, empty if the key is not there.
  func texts(
    _ key: String, in table: TOMLTable, of section: String?, occurrence: Int = 0
  ) throws(ConfigurationError) -> [String] {
    guard let value = table[key] else { return [] }
    if let single = value.string { return [single] }
    let items = value.array.map { Array($0) } ?? []
    let texts = items.compactMap(\.string)
    guard value.array != nil, texts.count == items.count else {
      throw error(
        at: key, of: section, occurrence: occurrence, "\(key) must be a list of texts: [\"...\"]")
    }
    return texts
  }

  /// An error at the line that sets a key; the parsed values no longer know theirs.
  ///
  /// - Parameters:
  ///   - key: the key, or the name of the section itself.
  ///   - section: the section that the key stands in; `nil` for the top of the file.
  ///   - occurrence: which of several `[[section]]` of that name, from 0.
  ///   - message: what is wrong.
  /// - Returns: The error, without a place when the key is not found in the text.
  func error(
    at key: String, of section: String?, occurrence: Int = 0, _ message: String
  ) -> ConfigurationError {
    var current: String?
    var seen = -1
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " || $0 == "\t" }
      let column = line.count - code.count + 1
      if code.hasPrefix("[") {
        let name = String(code.drop { $0 == "[" }.prefix { $0 != "]" })
        current = name
        if name == section {
          seen += 1
          if key == section, seen == occurrence { return found(index, column, message) }
        }
        if section == nil, name == key { return found(index, column, message) }
      } else if current == section, section == nil || seen == occurrence, sets(code, key) {
        return found(index, column, message)
      }
    }
    return ConfigurationError(file: file, line: 0, column: 0, message: message)
  }

  private func found(_ index: Int, _ column: Int, _ message: String) -> ConfigurationError {
    ConfigurationError(file: file, line: index + 1, column: column, message: message)
  }

  private func sets(_ code: Substring, _ key: String) -> Bool {
    [key, "\"\(key)\"", "'\(key)'"].contains { spelling in
      code.hasPrefix(spelling)
        && code.dropFirst(spelling.count).drop { $0 == " " || $0 == "\t" }.hasPrefix("=")
    }
  }
}
