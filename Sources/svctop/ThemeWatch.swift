import Dashboard
import Telemetry
import TextUI

/// Looks after the files of themes while svctop runs, so that a theme can be made while it is
/// looked at.
///
/// The file of the theme on the screen is looked at each second, however the theme was chosen: one
/// `stat`, and nothing else until the file is another. The others are looked at when somebody is about
/// to choose among them.
struct ThemeWatch {
  private let library: ThemeLibrary
  /// The file of the theme on the screen, and its state when it was read.
  private var seen: (path: String, stamp: FileStamp)?
  /// The files that the list to choose from was made of; `nil` before it was made.
  private var listed: [String: FileStamp]?

  /// Watches from now on; the themes are not listed yet, for reading them all takes longer than the rest
  /// of a start.
  init(_ library: ThemeLibrary) {
    self.library = library
  }

  /// Takes the theme on the screen over if its file was saved.
  ///
  /// A file that cannot be read as a theme changes nothing, and what is wrong with it is told.
  mutating func apply(to model: inout Model, depth: ColorDepth) {
    guard let path = model.theme.file else {
      seen = nil
      return
    }
    // While an editor saves, there may be no file for a moment.
    guard let stamp = FileStamp(of: path) else { return }
    let isNew = seen?.path != path
    guard isNew || seen?.stamp != stamp else { return }
    seen = (path, stamp)
    do {
      let theme = try ThemeLibrary.file(path).theme().adapted(to: depth)
      // It may have been saved between being listed and being chosen.
      if isNew, theme == model.theme { return }
      model.theme = theme
      model.themes = model.themes.map { $0.file == path ? theme : $0 }
      model.tell("theme \(theme.name) read again")
    } catch let error as ThemeError {
      model.complain("theme unchanged: \(error)")
    } catch {
      model.complain("theme unchanged: \(path) cannot be read")
    }
  }

  /// Lists the themes anew if a file has come, gone or changed since they were listed.
  ///
  /// A file that cannot be read as a theme is left out, and what is wrong with it is told if that is new.
  mutating func list(in model: inout Model, depth: ColorDepth) {
    let stamps = library.stamps
    guard stamps != listed else { return }
    let isFirst = listed == nil
    listed = stamps
    let (themes, errors) = library.loadAll()
    model.themes = themes.map { $0.adapted(to: depth) }
    // Whoever asks for something else first is not bothered with a file that was always wrong.
    if !isFirst, let error = errors.first { model.complain("theme left out: \(error)") }
  }
}
