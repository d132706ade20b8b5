import Dashboard
import Glibc
import Telemetry
import Themes

/// The themes there are: those of the program, and files of the user's and of the host's own.
struct ThemeLibrary {
  /// A theme that was not read yet.
  struct Entry: Hashable {
    let name: String
    /// Where its file is; `nil` for a theme of the program.
    let path: String?
    let toml: String

    /// Reads the theme.
    func theme() throws(ThemeError) -> Theme {
      try Theme(name: name, toml: toml, file: path)
    }

    /// What the file says of itself in the first line of the comment that it begins with.
    var summary: String {
      // Of Characters, the end of a line as Windows has it would be one that is no "\n".
      for line in toml.unicodeScalars.split(whereSeparator: { $0 == "\n" || $0 == "\r" }) {
        let text = line.drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
        guard text.first == "#" || text.isEmpty else { return "" }
        let words = text.drop { $0 == "#" || $0 == " " }
        if !words.isEmpty { return DisplayText(String(words)).string }
      }
      return ""
    }

    /// The summary, and where the file is if the theme is not of the program.
    var about: String {
      guard let path else { return summary }
      return summary.isEmpty ? path : "\(summary) (\(path))"
    }
  }

  /// Where files are looked for, the one that goes before others first.
  let folders: [String]

  /// A library of the usual folders, after one that the user named.
  init(folder: String? = nil) {
    var folders = folder.map { [$0] } ?? []
    if let own = Configuration.ownFolder { folders.append(own + "/themes") }
    if let program = ThemeLibrary.programFolder {
      folders.append(program + "/../share/svctop/themes")
    }
    self.folders = folders + ["/usr/local/share/svctop/themes", "/usr/share/svctop/themes"]
  }

  /// Every theme: those of the program in their order, then the files by name.
  ///
  /// A file that is called as a theme of the program stands in its place.
  var entries: [Entry] {
    var entries = EmbeddedTheme.all.map { Entry(name: $0.name, path: nil, toml: $0.toml) }
    var own: [String: Entry] = [:]
    for folder in folders.reversed() {
      for name in ThemeLibrary.names(in: folder) {
        let path = "\(folder)/\(name).toml"
        guard case .success(let text?) = TextFile.read(path) else { continue }
        own[name] = Entry(name: name, path: path, toml: text)
      }
    }
    for place in entries.indices {
      if let other = own.removeValue(forKey: entries[place].name) { entries[place] = other }
    }
    return entries + own.values.sorted { $0.name < $1.name }
  }

  /// The state of every file, by its path: the same again means that the themes are the same.
  var stamps: [String: FileStamp] {
    var stamps: [String: FileStamp] = [:]
    for folder in folders {
      for name in ThemeLibrary.names(in: folder) {
        let path = "\(folder)/\(name).toml"
        stamps[path] = FileStamp(of: path)
      }
    }
    return stamps
  }

  /// Every theme that can be read, for a list to choose from, and what is wrong with the others.
  func loadAll() -> (themes: [Theme], errors: [ThemeError]) {
    var themes: [Theme] = []
    var errors: [ThemeError] = []
    for entry in entries {
      do {
        themes.append(try entry.theme())
      } catch {
        errors.append(error)
      }
    }
    return (themes, errors)
  }

  /// The theme of a name, or the file at a path: what has a slash or ends in `.toml` is a path.
  func entry(_ nameOrPath: String) throws(Failure) -> Entry {
    if nameOrPath.contains("/") || nameOrPath.hasSuffix(".toml") {
      return try ThemeLibrary.file(nameOrPath)
    }
    let entries = entries
    if let entry = entries.first(where: { $0.name == nameOrPath }) { return entry }
    throw .usage(
      "theme \(nameOrPath): no such theme"
        + Spelling.hintOrNames(nameOrPath, among: entries.map(\.name)))
  }

  /// The theme in a file, called as the file is.
  static func file(_ path: String) throws(Failure) -> Entry {
    switch TextFile.read(path) {
    case .success(let text?):
      let file = path.split(separator: "/").last.map(String.init) ?? path
      let name = file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
      return Entry(name: DisplayText(name).string, path: path, toml: text)
    case .success(nil): throw .usage("theme \(path): no such file")
    case .failure(let failure): throw .usage(failure.message.string)
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let file = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard file.hasSuffix(".toml"), !file.hasPrefix("."), names.count < most else { continue }
      names.append(String(file.dropLast(5)))
    }
    return names.sorted()
  }

  /// Files of one folder that are looked at.
  private static let most = 200

  private static var programFolder: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let program = String(cString: path)
    return program.lastIndex(of: "/").map { String(program[..<$0]) }
  }
}
