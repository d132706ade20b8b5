#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Why a demo could not be set up.
package struct DemoError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, with the path and the system's own words.
  package let description: String

  /// The failure of the system call that was just made on this thread.
  static func last(_ attempt: String) -> DemoError {
    let words = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return DemoError(description: "\(attempt): \(words)")
  }
}

/// A folder for the files of one demo, readable by its owner only.
struct DemoFolder: Hashable, Sendable {
  let path: String

  /// Makes a new folder under `$TMPDIR`, or under `/tmp`.
  static func make() throws(DemoError) -> DemoFolder {
    var parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    if !parent.hasPrefix("/") { parent = "/tmp" }
    while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
    var template = "\(parent)/svctop-demo-XXXXXX".utf8CString.map { $0 }
    // `mkdtemp` gives the folder mode 0700.
    guard let made = mkdtemp(&template) else {
      throw .last("cannot make a folder in \(parent)")
    }
    return DemoFolder(path: String(cString: made))
  }

  /// Removes the folder with the files in it; missing ones are no matter.
  func remove() {
    guard let directory = opendir(path) else { return }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    closedir(directory)
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
