/// The file that `svctop config init` writes: every setting with what it means, commented out
/// where it says what svctop does anyway.
enum ConfigurationTemplate {
  /// The text of the file for some sources.
  static func text(sources: [String]) -> String {
    var lines = [
      "# svctop.toml: what svctop cannot know by itself. Every setting is here; those behind a # say",
      "# what svctop does anyway, or how it could be told. svctop config check says what is wrong.",
      "# Times are written \"500ms\", \"10s\", \"5m\", \"1h\"; shares \"5%\" or 0.05.",
    ]
    for key in ConfigurationSchema.topLevel.keys {
      lines.append("")
      lines += comment(key)
      if key.name == "sources", !sources.isEmpty {
        lines.append("sources = [")
        lines += sources.map { "  \(quoted($0))," }
        lines.append("]")
      } else {
        lines.append("#\(key.name) = \(key.standard)")
      }
    }
    for section in ConfigurationSchema.sections { lines += text(of: section) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func text(of section: ConfigurationSection) -> [String] {
    var lines = [""] + wrapped(plain(section.about))
    lines.append(section.isList ? "#[[\(section.name)]]" : "[\(section.name)]")
    for key in section.keys {
      lines += comment(key)
      lines.append("#\(key.name) = \(key.standard.isEmpty ? key.example : key.standard)")
    }
    return lines + section.example.map { "#" + $0 }
  }

  private static func comment(_ key: ConfigurationKey) -> [String] {
    let kind = key.kind.isEmpty ? "" : " (\(key.kind))"
    return wrapped(key.meaning.prefix(1).uppercased() + key.meaning.dropFirst() + kind)
  }

  /// A text as comment lines of at most a hundred columns.
  private static func wrapped(_ text: String) -> [String] {
    var lines = ["#"]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count + 1 > 98 { lines.append("#") }
      lines[lines.count - 1] += " \(word)"
    }
    return lines
  }

  private static func plain(_ markdown: String) -> String {
    markdown.filter { $0 != "`" }
  }

  /// A text in the quotes of TOML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{00}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
