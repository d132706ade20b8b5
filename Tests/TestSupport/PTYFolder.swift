import Glibc

/// A temporary folder that goes with the value, and files in it.
package final class PTYFolder {
  package let path: String

  /// Creates an empty folder.
  package init() throws {
    var template = Array("/tmp/svctop-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw PTYFailure.call("mkdtemp") }
    path = String(cString: made)
  }

  deinit {
    for name in (try? names()) ?? [] { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names of the files in the folder.
  package func names() throws -> [String] {
    guard let folder = opendir(path) else { throw PTYFailure.call("opendir \(path)") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The whole of a file in the folder as text.
  package func read(_ name: String) throws -> String { try PTYFolder.read("\(path)/\(name)") }

  /// The whole of any file as text.
  package static func read(_ path: String) throws -> String {
    let file = PTYDescriptor(open(path, O_RDONLY | O_CLOEXEC))
    guard file.number >= 0 else { throw PTYFailure.call("open \(path)") }
    return String(decoding: file.readAvailable(), as: UTF8.self)
  }

  /// Who may do what with a file: the last nine bits of its mode.
  package func permissions(of name: String) throws -> mode_t {
    var status = stat()
    guard stat("\(path)/\(name)", &status) == 0 else { throw PTYFailure.call("stat \(name)") }
    return status.st_mode & 0o777
  }

  /// Writes a whole file; returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try PTYFolder.put("\(path)/\(name)", bytes, O_CREAT | O_TRUNC)
  }

  /// Writes a whole file; returns its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try PTYFolder.put("\(path)/\(name)", Array(text.utf8), O_CREAT | O_TRUNC)
  }

  /// Adds to the end of a file in one write; returns its path.
  @discardableResult
  package func append(_ name: String, _ text: String) throws -> String {
    try PTYFolder.put("\(path)/\(name)", Array(text.utf8), O_CREAT | O_APPEND)
  }

  /// Adds to the end of any file that is there.
  package static func append(_ path: String, _ text: String) throws {
    _ = try put(path, Array(text.utf8), O_APPEND)
  }

  /// Gives a file another name, as log rotation does.
  package func rename(_ name: String, to other: String) throws {
    guard Glibc.rename("\(path)/\(name)", "\(path)/\(other)") == 0 else {
      throw PTYFailure.call("rename \(name)")
    }
  }

  private static func put(_ path: String, _ bytes: [UInt8], _ flags: Int32) throws -> String {
    let file = PTYDescriptor(open(path, O_WRONLY | O_CLOEXEC | flags, 0o644))
    guard file.number >= 0, Glibc.write(file.number, bytes, bytes.count) == bytes.count else {
      throw PTYFailure.call("write \(path)")
    }
    return path
  }
}
