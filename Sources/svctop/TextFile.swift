import Dashboard
import Glibc
import Telemetry

/// Writes a text into a file that only the user can read.
enum TextFile {
  /// Writes the whole text; never follows a link that somebody else laid, never overwrites.
  ///
  /// Returns the path as it is to be told, or why it could not be written.
  static func write(_ text: String, to name: String) -> Result<DisplayText, DashboardFailure> {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return .failure(failure(name)) }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard written > 0 else { return .failure(failure(name)) }
      bytes = bytes.dropFirst(written)
    }
    return .success(DisplayText(absolute(name)))
  }

  /// The text of a file, cut off after so many bytes; `nil` when there is no such file.
  static func read(
    _ name: String, atMostBytes limit: Int = 1 << 20
  ) -> Result<String?, DashboardFailure> {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .success(nil) }
      let reason = String(cString: strerror(errno)).lowercased()
      return .failure(DashboardFailure(message: DisplayText("cannot read \(name): \(reason)")))
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 14)
    while bytes.count < limit {
      let count = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return .success(String(decoding: bytes, as: UTF8.self))
  }

  private static func failure(_ name: String) -> DashboardFailure {
    let reason = String(cString: strerror(errno))
    return DashboardFailure(message: DisplayText("cannot write \(name): \(reason)"))
  }

  private static func absolute(_ name: String) -> String {
    guard !name.hasPrefix("/"), let folder = getcwd(nil, 0) else { return name }
    defer { free(folder) }
    return String(cString: folder) + "/" + name
  }
}
