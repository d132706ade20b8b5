import Dashboard
import Telemetry
import TextUI

/// Looks whether the file of a theme was saved, so that a theme can be made while it is looked at.
///
/// One `stat` each time it is asked, and nothing else until the file is another.
struct ThemeWatch {
  private let name: String
  private let path: String
  private var seen: FileStamp?

  /// Watches the file of a theme; `nil` for a theme of the program.
  init?(_ entry: ThemeLibrary.Entry) {
    guard let path = entry.path else { return nil }
    name = entry.name
    self.path = path
    seen = FileStamp(of: path)
  }

  /// Takes the theme over if it was saved, unless the user has turned to another one.
  ///
  /// A file that cannot be read as a theme changes nothing, and what is wrong with it is told.
  mutating func apply(to model: inout Model, depth: ColorDepth) {
    // While an editor saves, there may be no file for a moment.
    guard model.theme.name == name, let now = FileStamp(of: path), now != seen else { return }
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
}
