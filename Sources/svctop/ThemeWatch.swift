import Dashboard
import Glibc
import Telemetry
import TextUI

/// Looks whether the file of a theme was saved, so that a theme can be made while it is looked at.
///
/// One `stat` each time it is asked, and nothing else until the file is another.
struct ThemeWatch {
  private let name: String
  private let path: String
  private var seen: Stamp?

  /// What tells one state of a file from another.
  private struct Stamp: Hashable {
    let inode: UInt
    let seconds: Int
    let nanoseconds: Int
    let size: Int
  }

  /// Watches the file of a theme; `nil` for a theme of the program.
  init?(_ entry: ThemeLibrary.Entry) {
    guard let path = entry.path else { return nil }
    name = entry.name
    self.path = path
    seen = ThemeWatch.stamp(of: path)
  }

  /// Takes the theme over if it was saved, unless the user has turned to another one.
  ///
  /// A file that cannot be read as a theme changes nothing, and what is wrong with it is told.
  mutating func apply(to model: inout Model, depth: ColorDepth) {
    // While an editor saves, there may be no file for a moment.
    guard model.theme.name == name, let now = ThemeWatch.stamp(of: path), now != seen else {
      return
    }
    seen = now
    do {
      model.theme = try ThemeLibrary.file(path).theme().adapted(to: depth)
      model.tell("theme \(name) read again")
    } catch let error as ThemeError {
      model.tell("theme unchanged: \(error)")
    } catch {
      model.tell("theme unchanged: \(path) cannot be read")
    }
  }

  private static func stamp(of path: String) -> Stamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Stamp(
      inode: UInt(status.st_ino), seconds: status.st_mtim.tv_sec,
      nanoseconds: status.st_mtim.tv_nsec, size: Int(status.st_size))
  }
}
