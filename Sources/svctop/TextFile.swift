import Collectors
import Dashboard
import Glibc
import Telemetry

/// Writes a text into a file that only the user can read.
enum TextFile {
  /// Writes the whole text; never follows a link that somebody else laid, never overwrites.
  ///
  /// Returns the path as it is to be told, or why it could not be written.
  static func write(_ text: String, to name: String) -> Result<DisplayText, DashboardFailure> {
    switch create(name) {
    case .success(let descriptor): put(text, into: descriptor, name)
    case .failure(let error): .failure(failure("write", name, error))
    }
  }

  /// The same into a file of its own.
  ///
  /// Where there is one of that name, `-2` is added to it, else `-3` and so on.
  static func writeAnew(_ text: String, to name: String) -> Result<DisplayText, DashboardFailure> {
    for number in 1..<mostOfOneName {
      let numbered = number == 1 ? name : TextFile.name(name, numbered: number)
      switch create(numbered) {
      case .success(let descriptor): return put(text, into: descriptor, numbered)
      case .failure(let error) where error.code == EEXIST: continue
      case .failure(let error): return .failure(failure("write", numbered, error))
      }
    }
    return .failure(failure("write", name, SystemError(code: EEXIST)))
  }

  /// Nobody presses a key as often at one moment.
  private static let mostOfOneName = 1000

  /// `now-2.txt` for `now.txt`.
  private static func name(_ name: String, numbered number: Int) -> String {
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let point = name[start...].lastIndex(of: "."), point > start else {
      return "\(name)-\(number)"
    }
    return "\(name[..<point])-\(number)\(name[point...])"
  }

  private static func create(_ name: String) -> Result<Int32, SystemError> {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    return descriptor >= 0 ? .success(descriptor) : .failure(SystemError(code: errno))
  }

  private static func put(
    _ text: String, into descriptor: Int32, _ name: String
  ) -> Result<DisplayText, DashboardFailure> {
    defer { close(descriptor) }
    do throws(SystemError) {
      try RawBytes.write(Array(text.utf8), to: descriptor)
      return .success(DisplayText(absolute(name)))
    } catch {
      return .failure(failure("write", name, error))
    }
  }

  /// The text of a file, cut off after so many bytes; `nil` when there is no such file.
  static func read(
    _ name: String, atMostBytes limit: Int = 1 << 20
  ) -> Result<String?, DashboardFailure> {
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return .success(nil) }
      return .failure(failure("read", name, SystemError(code: errno)))
    }
    defer { close(descriptor) }
    do throws(SystemError) {
      let bytes = try RawBytes.read(descriptor, most: limit)
      return .success(String(decoding: bytes, as: UTF8.self))
    } catch {
      // A directory can be opened, and says only here that it is one.
      return .failure(failure("read", name, error))
    }
  }

  /// Whether the folder of a file may not be looked into, so that nobody can tell if it is there.
  static func isBarred(_ name: String) -> Bool {
    var status = stat()
    return stat(name, &status) != 0 && errno == EACCES
  }

  private static func failure(
    _ what: String, _ name: String, _ error: SystemError
  ) -> DashboardFailure {
    DashboardFailure(message: DisplayText("cannot \(what) \(name): \(error)"))
  }

  private static func absolute(_ name: String) -> String {
    guard !name.hasPrefix("/"), let folder = getcwd(nil, 0) else { return name }
    defer { free(folder) }
    return String(cString: folder) + "/" + name
  }
}
