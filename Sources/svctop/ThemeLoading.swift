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

  /// The same mistake without its column: a theme has one setting a line.
  init(_ error: ConfigurationError) {
    file = error.file
    line = error.line
    message = error.message
  }
}

extension Theme {
  /// Reads a theme from the text of its file.
  ///
  /// Unknown roles and colours are errors: a misspelt role would otherwise change nothing, silently.
  init(name: String, toml: String, file: String) throws(ThemeError) {
    let document: TOMLDocument
    do {
      document = try TOMLDocument(toml, file: file)
    } catch {
      throw ThemeError(error)
    }
    var reader = ThemeReader(document)
    let styles = try reader.styles(in: document.root, section: nil, above: [:])
    var few: [ThemeRole: Style] = [:]
    if let value = document.root[sixteen] {
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
  private let document: TOMLDocument
  private var section: String?
  private var table = TOMLTable()
  private var above: [ThemeRole: Style] = [:]
  private var styles: [ThemeRole: Style] = [:]
  private var pending: [ThemeRole] = []

  init(_ document: TOMLDocument) {
    self.document = document
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

  /// An error at the line that sets a key.
  func error(at key: String, in section: String?, _ message: String) -> ThemeError {
    ThemeError(document.error(at: key, of: section, message))
  }
}

private let attributes: [String: Style.Attributes] = [
  "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
]
