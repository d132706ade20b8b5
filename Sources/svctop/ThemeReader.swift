import Dashboard
import TOMLKit
import Telemetry
import TextUI
import Themes

/// Reads the roles of a theme, which may refer to each other in any order.
///
/// A theme is a chain of files, its own first and then those it inherits from. A role is looked up
/// along the chain and only then resolved, so that `border-focused = "accent"` of an inherited file
/// means the accent of the theme's own.
struct ThemeReader {
  /// One table of roles and the file it stands in.
  private struct Layer {
    let document: TOMLDocument
    /// The section of the file; `nil` for its top.
    let section: String?
    let table: TOMLTable
  }

  /// The section for terminals of few colours.
  private static let sixteen = "sixteen"
  /// Keys at the top of a file, or of its section for few colours, that are not roles.
  private static let settings = [
    "inherits", "background", "assumed-background", "palette", sixteen,
  ]

  private let chain: [TOMLDocument]
  private let palette: [String: Color]
  private var layers: [Layer] = []
  private var above: [ThemeRole: Style] = [:]
  private var styles: [ThemeRole: Style] = [:]
  private var pending: [ThemeRole] = []

  init(_ chain: [TOMLDocument]) throws(ThemeError) {
    self.chain = chain
    palette = try ThemeReader.palette(of: chain)
  }

  // MARK: Files

  /// A file and those it inherits from.
  static func chain(from toml: String, file: String) throws(ThemeError) -> [TOMLDocument] {
    do {
      let first = try TOMLDocument(toml, file: file)
      return try [first] + inherited(by: first.root, in: nil, of: first)
    } catch let error as ConfigurationError {
      throw ThemeError(error)
    } catch let error as ThemeError {
      throw error
    } catch {
      throw ThemeError(file: file, message: "\(error)")
    }
  }

  /// The files that a table names as those it inherits from; only themes of the program can be.
  private static func inherited(
    by table: TOMLTable, in section: String?, of document: TOMLDocument
  ) throws -> [TOMLDocument] {
    var documents: [TOMLDocument] = []
    var table = table
    while let name = try (documents.last ?? document).text("inherits", in: table, of: section) {
      let names = EmbeddedTheme.all.map(\.name)
      guard documents.count < names.count,
        let theme = EmbeddedTheme.all.first(where: { $0.name == name })
      else {
        throw document.error(
          at: "inherits", of: section,
          "there is no theme \"\(name)\" to inherit from; there are "
            + names.joined(separator: ", "))
      }
      documents.append(try TOMLDocument(theme.toml, file: theme.name + ".toml"))
      table = documents[documents.count - 1].root
    }
    return documents
  }

  private static func palette(of chain: [TOMLDocument]) throws(ThemeError) -> [String: Color] {
    var palette: [String: Color] = [:]
    for document in chain {
      guard let value = document.root["palette"] else { continue }
      guard let table = value.table else {
        throw ThemeError(
          document.error(at: "palette", of: nil, "palette must be a section: [palette]"))
      }
      for name in table.keys where palette[name] == nil {
        guard let text = table[name]?.string, let color = Color(text) else {
          throw ThemeError(
            document.error(
              at: name, of: "palette", "\(name) must be a colour, as in \"#88c0d0\" or \"ansi:6\""))
        }
        palette[name] = color
      }
    }
    return palette
  }

  // MARK: Sections

  /// The styles that the files set at their tops.
  mutating func ownStyles() throws(ThemeError) -> [ThemeRole: Style] {
    try read(
      chain.map { Layer(document: $0, section: nil, table: $0.root) }, above: [:])
  }

  /// The styles for few colours: those that `[sixteen]` sets, or all where it inherits from a theme.
  mutating func fewColors(
    above: [ThemeRole: Style]
  ) throws(ThemeError) -> [ThemeRole: Style] {
    var layers: [Layer] = []
    for document in chain {
      guard let value = document.root[ThemeReader.sixteen] else { continue }
      guard let table = value.table else {
        throw ThemeError(
          document.error(
            at: ThemeReader.sixteen, of: nil, "sixteen must be a section: [sixteen]"))
      }
      layers.append(Layer(document: document, section: ThemeReader.sixteen, table: table))
      let others: [TOMLDocument]
      do {
        others = try ThemeReader.inherited(by: table, in: ThemeReader.sixteen, of: document)
      } catch let error as ConfigurationError {
        throw ThemeError(error)
      } catch {
        throw ThemeError(file: document.file, message: "\(error)")
      }
      guard others.isEmpty else {
        layers += others.map { Layer(document: $0, section: nil, table: $0.root) }
        let found = try read(layers, above: [:])
        return Dictionary(
          uniqueKeysWithValues: ThemeRole.allCases.map { role in
            (role, Theme(name: "", styles: found)[role])
          })
      }
    }
    return try read(layers, above: above)
  }

  private mutating func read(
    _ layers: [Layer], above: [ThemeRole: Style]
  ) throws(ThemeError) -> [ThemeRole: Style] {
    self.layers = layers
    self.above = above
    styles = [:]
    for layer in layers {
      for key in layer.table.keys where !ThemeReader.settings.contains(key) {
        guard let role = ThemeRole(rawValue: key) else {
          let hint = Spelling.nearest(key, among: ThemeRole.allCases.map(\.rawValue))
          throw error(
            at: key, in: layer,
            "there is no role \"\(key)\"" + (hint.map { ", did you mean \"\($0)\"?" } ?? ""))
        }
        _ = try style(of: role)
      }
    }
    return styles
  }

  /// A colour that is set at the top of a file and is no role.
  func color(of key: String) throws(ThemeError) -> Color? {
    for document in chain {
      guard let value = document.root[key] else { continue }
      guard let text = value.string, let color = palette[text] ?? Color(text) else {
        throw ThemeError(document.error(at: key, of: nil, "\(key) must be a colour, in quotes"))
      }
      return color
    }
    return nil
  }

  // MARK: Roles

  private mutating func style(of role: ThemeRole) throws(ThemeError) -> Style {
    if let known = styles[role] { return known }
    for layer in layers {
      guard let value = layer.table[role.rawValue] else { continue }
      guard !pending.contains(role) else {
        throw error(at: role.rawValue, in: layer, "\"\(role.rawValue)\" refers to itself")
      }
      pending.append(role)
      let style = try style(from: value, key: role.rawValue, in: layer)
      pending.removeLast()
      styles[role] = style
      return style
    }
    if let inherited = above[role] { return inherited }
    guard let parent = role.parent else { return .plain }
    return try style(of: parent)
  }

  private mutating func style(
    from value: any TOMLValueConvertible, key: String, in layer: Layer
  ) throws(ThemeError) -> Style {
    if let text = value.string {
      if let color = palette[text] ?? Color(text) { return Style(foreground: color) }
      return try style(of: role(text, key: key, in: layer))
    }
    guard let table = value.table else {
      throw error(at: key, in: layer, "a role is a colour, a role, or { fg = ..., bold = true }")
    }
    return try style(from: table, key: key, in: layer)
  }

  private mutating func style(
    from table: TOMLTable, key: String, in layer: Layer
  ) throws(ThemeError) -> Style {
    var style = Style.plain
    if let value = table["from"] {
      guard let text = value.string, let other = ThemeRole(rawValue: text) else {
        throw error(at: key, in: layer, "from must name a role")
      }
      style = try self.style(of: other)
    }
    for part in table.keys where part != "from" {
      guard let value = table[part] else { continue }
      switch part {
      case "fg":
        style.foreground = try color(value, \.foreground, part: part, key: key, in: layer)
      case "bg":
        style.background = try color(value, \.background, part: part, key: key, in: layer)
      default:
        guard let attribute = attributes[part] else {
          throw error(at: key, in: layer, "\"\(part)\" is not part of a style")
        }
        guard let isOn = value.bool else {
          throw error(at: key, in: layer, "\(part) must be true or false")
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
    _ value: any TOMLValueConvertible, _ path: KeyPath<Style, Color>, part: String, key: String,
    in layer: Layer
  ) throws(ThemeError) -> Color {
    guard let text = value.string else {
      throw error(at: key, in: layer, "\(part) must be a colour or a role, in quotes")
    }
    if let color = palette[text] ?? Color(text) { return color }
    return try style(of: role(text, key: key, in: layer))[keyPath: path]
  }

  private func role(
    _ text: String, key: String, in layer: Layer
  ) throws(ThemeError) -> ThemeRole {
    guard let role = ThemeRole(rawValue: text) else {
      throw error(at: key, in: layer, "\"\(text)\" is neither a colour nor a role")
    }
    return role
  }

  /// An error at the line that sets a key.
  private func error(at key: String, in layer: Layer, _ message: String) -> ThemeError {
    ThemeError(layer.document.error(at: key, of: layer.section, message))
  }
}

private let attributes: [String: Style.Attributes] = [
  "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
]
