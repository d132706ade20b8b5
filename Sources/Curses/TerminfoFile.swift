import Glibc

/// The compiled terminfo entries of this host.
enum TerminfoFile {
  /// The entry of a terminal with as many colours as wanted, as `TERMINFO` takes it; `nil` when the
  /// entry is not found or not understood.
  static func entry(of term: String, isDirect: Bool) -> String? {
    for path in paths(of: term) {
      guard let bytes = read(path), var entry = TerminfoEntry(bytes) else { continue }
      guard entry.setColors(isDirect: isDirect) else { return nil }
      return "b64:" + String(decoding: base64(entry.bytes), as: UTF8.self)
    }
    return nil
  }

  /// Where ncurses looks: terminfo(5), "Fetching Compiled Descriptions".
  private static func paths(of term: String) -> [String] {
    guard let first = term.utf8.first, !term.contains("/") else { return [] }
    var folders: [String] = []
    if let own = variable("TERMINFO"), own.hasPrefix("/") { folders.append(own) }
    if let home = variable("HOME") { folders.append(home + "/.terminfo") }
    if let more = variable("TERMINFO_DIRS") {
      folders += more.split(separator: ":").map(String.init)
    }
    folders += [
      "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo",
      "/usr/local/share/terminfo", "/usr/share/lib/terminfo",
    ]
    let hex = String(first, radix: 16)
    return folders.flatMap { ["\($0)/\(term.prefix(1))/\(term)", "\($0)/\(hex)/\(term)"] }
  }

  private static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 15)
    let count = Glibc.read(file, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}

/// A variable of the environment; `nil` when it is not set or empty.
func variable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
