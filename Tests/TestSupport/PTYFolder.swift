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
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      unlink("\(path)/\(name)")
    }
    closedir(folder)
    rmdir(path)
  }

  /// Writes a whole file; returns its path.
  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try put(name, bytes, O_TRUNC)
  }

  /// Writes a whole file; returns its path.
  @discardableResult
  package func write(_ name: String, _ text: String) throws -> String {
    try put(name, Array(text.utf8), O_TRUNC)
  }

  /// Adds to the end of a file in one write; returns its path.
  @discardableResult
  package func append(_ name: String, _ text: String) throws -> String {
    try put(name, Array(text.utf8), O_APPEND)
  }

  /// Gives a file another name, as log rotation does.
  package func rename(_ name: String, to other: String) throws {
    guard Glibc.rename("\(path)/\(name)", "\(path)/\(other)") == 0 else {
      throw PTYFailure.call("rename \(name)")
    }
  }

  private func put(_ name: String, _ bytes: [UInt8], _ flag: Int32) throws -> String {
    let file = PTYDescriptor(
      open("\(path)/\(name)", O_WRONLY | O_CREAT | O_CLOEXEC | flag, 0o644))
    guard file.number >= 0, Glibc.write(file.number, bytes, bytes.count) == bytes.count else {
      throw PTYFailure.call("write \(name)")
    }
    return "\(path)/\(name)"
  }
}
