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
///
/// Mistakes are gathered, so that all are told at once; what is wrong is read as if it were plain.
struct ThemeReader {
  /// One table of roles and the file it stands in.
  private struct Layer {
    let document: TOMLDocument
    /// The section of the file; `nil` for its top.
    var section: String?
    let table: TOMLTable

    init(_ document: TOMLDocument) {
      self.document = document
      table = document.root
    }

    /// The table of a section.
    init(_ section: TOMLItem, _ table: TOMLTable) {
      document = section.document
      self.section = section.key
      self.table = table
    }

    subscript(key: String) -> TOMLItem? {
      table[key].map { value in
        TOMLItem(
          value: value, path: [section, key].compactMap(\.self), document: document)
      }
    }

    /// What the table says, in the order of the file.
    var items: [TOMLItem] {
      table.keys.compactMap { self[$0] }
        .sorted { document.position(of: $0.path) < document.position(of: $1.path) }
    }
  }

  /// The section for terminals of few colours.
  private static let sixteen = "sixteen"
  /// Keys at the top of a file, or of its section for few colours, that are not roles.
  private static let settings = [
    "inherits", "background", "assumed-background", "palette", sixteen,
  ]

  /// What is wrong with what was read up to now.
  private(set) var mistakes: [ConfigurationError] = []
  private var chain: [Layer]
  private var palette: [String: Color] = [:]
  private var layers: [Layer] = []
  private var above: [ThemeRole: Style] = [:]
  private var styles: [ThemeRole: Style] = [:]
  private var pending: [ThemeRole] = []
  /// Whether a theme to inherit from is not known, and with it the names that it would have.
  private var lacksParent = false

  /// Reads the text of a file, and the files that it inherits from; throws where it is no TOML.
  init(_ toml: String, file: String) throws(ConfigurationError) {
    let own = Layer(try TOMLDocument(toml, file: file))
    chain = [own]
    let parents = inherited(by: own)
    chain += parents
    for layer in chain { readPalette(of: layer) }
  }

  private mutating func note(
    _ item: TOMLItem, _ message: String, at part: TOMLDocument.Part = .value
  ) {
    mistakes.append(item.error(message, at: part))
  }

  // MARK: Files

  /// The tops of the files that a table inherits from; only themes of the program can be.
  private mutating func inherited(by layer: Layer) -> [Layer] {
    var inherited: [Layer] = []
    while let item = (inherited.last ?? layer)["inherits"] {
      // No theme of the program inherits from itself, by whatever way.
      guard let theme = theme(of: item), inherited.count < EmbeddedTheme.all.count else { break }
      do throws(ConfigurationError) {
        inherited.append(Layer(try TOMLDocument(theme.toml, file: theme.name + ".toml")))
      } catch {
        mistakes.append(error)
        break
      }
    }
    return inherited
  }

  /// The theme that is named, else the one that was probably meant, so that reading goes on with it.
  private mutating func theme(of item: TOMLItem) -> EmbeddedTheme? {
    let names = EmbeddedTheme.all.map(\.name)
    guard let name = item.value.string else {
      note(item, "inherits must be a text in quotes: inherits = \"nord\"")
      lacksParent = true
      return nil
    }
    if let theme = EmbeddedTheme.all.first(where: { $0.name == name }) { return theme }
    note(
      item,
      "there is no theme \"\(name)\" to inherit from" + Spelling.hintOrNames(name, among: names))
    let nearest = Spelling.nearest(name, among: names)
    if nearest == nil { lacksParent = true }
    return EmbeddedTheme.all.first { $0.name == nearest }
  }

  private mutating func readPalette(of layer: Layer) {
    guard let item = layer["palette"] else { return }
    guard item.isTable else { return note(item, "palette must be a section: [palette]", at: .key) }
    for member in item.members where palette[member.key] == nil {
      let color = member.value.string.flatMap { Color($0) }
      palette[member.key] = color ?? .terminal
      if color == nil {
        note(member, "\(member.key) must be a colour, as in \"#88c0d0\" or \"ansi:6\"")
      }
    }
  }

  // MARK: Sections

  /// The styles that the files set at their tops.
  mutating func ownStyles() -> [ThemeRole: Style] {
    read(chain, above: [:])
  }

  /// The styles for few colours: those that `[sixteen]` sets, or all where it inherits from a theme.
  mutating func fewColors(above: [ThemeRole: Style]) -> [ThemeRole: Style] {
    var layers: [Layer] = []
    for layer in chain {
      guard let item = layer[ThemeReader.sixteen] else { continue }
      guard let table = item.value.table else {
        note(item, "sixteen must be a section: [sixteen]", at: .key)
        continue
      }
      let section = Layer(item, table)
      layers.append(section)
      let others = inherited(by: section)
      guard others.isEmpty else {
        let found = read(layers + others, above: [:])
        return Dictionary(
          uniqueKeysWithValues: ThemeRole.allCases.map { role in
            (role, Theme(name: "", styles: found)[role])
          })
      }
    }
    return read(layers, above: above)
  }

  private mutating func read(
    _ layers: [Layer], above: [ThemeRole: Style]
  ) -> [ThemeRole: Style] {
    self.layers = layers
    self.above = above
    styles = [:]
    for layer in layers {
      for item in layer.items where !ThemeReader.settings.contains(item.key) {
        if let role = ThemeRole(rawValue: item.key) {
          _ = style(of: role)
        } else {
          let names = ThemeRole.allCases.map(\.rawValue) + ThemeReader.settings
          note(
            item, "there is no role \"\(item.key)\"" + Spelling.hint(item.key, among: names),
            at: .key)
        }
      }
    }
    return styles
  }

  /// A colour that is set at the top of a file and is no role.
  mutating func color(of key: String) -> Color? {
    for layer in chain {
      guard let item = layer[key] else { continue }
      if let color = color(of: item) { return color }
      note(item, "\(key) must be a colour, in quotes")
      return nil
    }
    return nil
  }

  /// The colour that a text is, or is the name of.
  private func color(of item: TOMLItem) -> Color? {
    item.value.string.flatMap { palette[$0] ?? Color($0) }
  }

  // MARK: Roles

  private mutating func style(of role: ThemeRole) -> Style {
    if let known = styles[role] { return known }
    if let item = layers.lazy.compactMap({ $0[role.rawValue] }).first {
      guard !pending.contains(role) else {
        note(item, "\"\(role.rawValue)\" refers to itself")
        return .plain
      }
      pending.append(role)
      let style = style(from: item)
      pending.removeLast()
      styles[role] = style
      return style
    }
    if let inherited = above[role] { return inherited }
    return role.parent.map { style(of: $0) } ?? .plain
  }

  private mutating func style(from item: TOMLItem) -> Style {
    if let color = color(of: item) { return Style(foreground: color) }
    if item.value.string != nil { return role(named: item).map { self.style(of: $0) } ?? .plain }
    guard item.isTable else {
      note(item, "a role is a colour or a role in quotes, or { fg = ..., bold = true }")
      return .plain
    }
    var style = Style.plain
    if let from = item["from"] {
      if let role = from.value.string.flatMap(ThemeRole.init(rawValue:)) {
        style = self.style(of: role)
      } else {
        note(from, "from must name a role")
      }
    }
    for part in item.members where part.key != "from" { read(part, into: &style) }
    return style
  }

  /// One of the parts of a style that is written in braces.
  private mutating func read(_ part: TOMLItem, into style: inout Style) {
    switch part.key {
    case "fg": style.foreground = color(\.foreground, from: part)
    case "bg": style.background = color(\.background, from: part)
    default:
      guard let attribute = attributes[part.key] else {
        let names = ["from", "fg", "bg"] + attributes.keys.sorted()
        let hint = Spelling.hintOrNames(part.key, among: names)
        return note(part, "\"\(part.key)\" is not part of a style" + hint, at: .key)
      }
      guard let isOn = part.value.bool else {
        return note(part, "\(part.key) must be true or false")
      }
      if isOn {
        style.attributes.insert(attribute)
      } else {
        style.attributes.remove(attribute)
      }
    }
  }

  /// A colour, or the same part of another role.
  private mutating func color(_ path: KeyPath<Style, Color>, from item: TOMLItem) -> Color {
    if let color = color(of: item) { return color }
    guard item.value.string != nil else {
      note(item, "\(item.key) must be a colour or a role, in quotes")
      return .terminal
    }
    return role(named: item).map { style(of: $0)[keyPath: path] } ?? .terminal
  }

  /// The role that a text is the name of; a text that is none is a mistake.
  private mutating func role(named item: TOMLItem) -> ThemeRole? {
    let text = item.value.string ?? ""
    if let role = ThemeRole(rawValue: text) { return role }
    guard !lacksParent else { return nil }
    let names = ThemeRole.allCases.map(\.rawValue) + palette.keys.sorted()
    note(
      item,
      "\(item.written) is neither a colour nor a role" + Spelling.hint(text, among: names))
    return nil
  }
}

private let attributes: [String: Style.Attributes] = [
  "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
]
