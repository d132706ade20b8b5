import Dashboard
import TOMLKit
import TextUI

/// What is wrong with a theme file, as a compiler would say it.
struct ThemeError: Error, Hashable, CustomStringConvertible {
  let file: String
  /// From 1; 0 when the mistake has no place.
  let line: Int
  /// What is wrong, with the text that is.
  let message: String

  var description: String { line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)" }
}

extension Theme {
  /// Reads a theme from the text of its file.
  ///
  /// Unknown roles and colours are errors: a misspelt role would otherwise change nothing, silently.
  init(name: String, toml: String, file: String) throws(ThemeError) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: toml)
    } catch let error as TOMLParseError {
      throw ThemeError(file: file, line: error.source.begin.line, message: error.description)
    } catch {
      throw ThemeError(file: file, line: 0, message: "\(error)")
    }
    var reader = ThemeReader(
      file: file, lines: toml.split(separator: "\n", omittingEmptySubsequences: false))
    let styles = try reader.styles(in: table, section: nil, above: [:])
    var few: [ThemeRole: Style] = [:]
    if let value = table[sixteen] {
      guard let section = value.table else {
        throw reader.error(at: sixteen, in: nil, "\(sixteen) must be a section: [\(sixteen)]")
      }
      few = try reader.styles(in: section, section: sixteen, above: styles)
    }
    self.init(name: name, styles: styles, fewColors: few)
  }
}

/// The section for terminals of few colours.
private let sixteen = "sixteen"

/// Reads roles, which may refer to each other in any order.
private struct ThemeReader {
  let file: String
  let lines: [Substring]
  private var section: String?
  private var table = TOMLTable()
  private var above: [ThemeRole: Style] = [:]
  private var styles: [ThemeRole: Style] = [:]
  private var pending: [ThemeRole] = []

  init(file: String, lines: [Substring]) {
    self.file = file
    self.lines = lines
  }

  /// The styles a section sets; roles it does not set are looked up among those above it.
  mutating func styles(
    in table: TOMLTable, section: String?, above: [ThemeRole: Style]
  ) throws(ThemeError) -> [ThemeRole: Style] {
    self.table = table
    self.section = section
    self.above = above
    styles = [:]
    for key in table.keys where section != nil || key != sixteen {
      guard let role = ThemeRole(rawValue: key) else {
        throw error(at: key, in: section, "there is no role \"\(key)\"")
      }
      _ = try style(of: role)
    }
    return styles
  }

  private mutating func style(of role: ThemeRole) throws(ThemeError) -> Style {
    if let known = styles[role] { return known }
    guard let value = table[role.rawValue] else {
      if let inherited = above[role] { return inherited }
      guard let parent = role.parent else { return .plain }
      return try style(of: parent)
    }
    guard !pending.contains(role) else {
      throw error(at: role.rawValue, in: section, "\"\(role.rawValue)\" refers to itself")
    }
    pending.append(role)
    let style = try style(from: value, of: role)
    pending.removeLast()
    styles[role] = style
    return style
  }

  private mutating func style(
    from value: any TOMLValueConvertible, of role: ThemeRole
  ) throws(ThemeError) -> Style {
    let key = role.rawValue
    if let text = value.string {
      if let color = Color(text) { return Style(foreground: color) }
      guard let other = ThemeRole(rawValue: text) else {
        throw error(at: key, in: section, "\"\(text)\" is neither a colour nor a role")
      }
      return try style(of: other)
    }
    guard let table = value.table else {
      throw error(at: key, in: section, "a role is a colour, a role, or { fg = ..., bold = true }")
    }
    return try style(from: table, key: key)
  }

  private mutating func style(from table: TOMLTable, key: String) throws(ThemeError) -> Style {
    var style = Style.plain
    if let value = table["from"] {
      guard let text = value.string, let other = ThemeRole(rawValue: text) else {
        throw error(at: key, in: section, "from must name a role")
      }
      style = try self.style(of: other)
    }
    for part in table.keys where part != "from" {
      guard let value = table[part] else { continue }
      switch part {
      case "fg": style.foreground = try color(value, \.foreground, part: part, key: key)
      case "bg": style.background = try color(value, \.background, part: part, key: key)
      default:
        guard let attribute = attributes[part] else {
          throw error(at: key, in: section, "\"\(part)\" is not part of a style")
        }
        guard let isOn = value.bool else {
          throw error(at: key, in: section, "\(part) must be true or false")
        }
        if isOn {
          style.attributes.insert(attribute)
        } else {
          style.attributes.remove(attribute)
        }
      }
    }
    return style
  }

  /// A colour, or the same part of another role.
  private mutating func color(
    _ value: any TOMLValueConvertible, _ path: KeyPath<Style, Color>, part: String, key: String
  ) throws(ThemeError) -> Color {
    guard let text = value.string else {
      throw error(at: key, in: section, "\(part) must be a colour or a role, in quotes")
    }
    if let color = Color(text) { return color }
    guard let other = ThemeRole(rawValue: text) else {
      throw error(at: key, in: section, "\"\(text)\" is neither a colour nor a role")
    }
    return try style(of: other)[keyPath: path]
  }

  /// An error at the line that sets a key; the parsed values no longer know theirs.
  func error(at key: String, in section: String?, _ message: String) -> ThemeError {
    var current: String?
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " || $0 == "\t" }
      if code.hasPrefix("[") {
        current = String(code.dropFirst().prefix { $0 != "]" })
        if section == nil, current == key { return found(index, message) }
      } else if current == section, isAssignment(code, to: key) {
        return found(index, message)
      }
    }
    return ThemeError(file: file, line: 0, message: message)
  }

  private func found(_ index: Int, _ message: String) -> ThemeError {
    ThemeError(file: file, line: index + 1, message: message)
  }

  private func isAssignment(_ code: Substring, to key: String) -> Bool {
    for spelling in [key, "\"\(key)\""] where code.hasPrefix(spelling) {
      let rest = code.dropFirst(spelling.count).drop { $0 == " " || $0 == "\t" }
      if rest.hasPrefix("=") { return true }
    }
    return false
  }
}

private let attributes: [String: Style.Attributes] = [
  "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
]
