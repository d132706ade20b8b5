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
