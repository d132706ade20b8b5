import Dashboard
import Telemetry
import TextUI

/// Looks whether the configuration was saved, and takes over what may change while svctop runs.
///
/// One `stat` each time it is asked, and nothing else until the file is another.
struct ConfigurationWatch {
  private let path: String
  private let options: CommonOptions?
  private var current: Configuration
  private var seen: FileStamp?

  /// Watches the file that a configuration was read from; `nil` when there was none.
  init?(_ configuration: Configuration, options: CommonOptions?) {
    guard let path = configuration.file else { return nil }
    self.path = path
    self.options = options
    current = configuration
    seen = FileStamp(of: path)
  }

  /// Takes the configuration over if it was saved; a broken one changes nothing and is told.
  ///
  /// Returns whether there is something new to read in the model's notice.
  @discardableResult
  mutating func apply(to model: inout Model, _ screen: ScreenOptions, depth: ColorDepth) -> Bool {
    // While an editor saves, there may be no file for a moment.
    guard let now = FileStamp(of: path), now != seen else { return false }
    seen = now
    do {
      guard let new = try Configuration.read(path, isOwn: current.isOwn) else { return false }
      // A theme that the command line names goes before any that the file does.
      let isThemeOpen = screen.theme == nil
      if isThemeOpen, let mistake = new.themeMistake(in: ThemeLibrary(folder: screen.themesDir)) {
        throw ConfigurationErrors(only: mistake)
      }
      var preferences = new.preferences(besides: options)
      // What was chosen with keys since stays, as long as the file says nothing new about it.
      if new.columns == current.columns { preferences.columns = model.settings.columns }
      if isThemeOpen, new.theme != current.theme {
        preferences.theme = try screen.loadTheme(configured: new.theme).adapted(to: depth)
      }
      model.configure(preferences)
      model.tell(notice(of: new))
      current = new
    } catch let errors as ConfigurationErrors {
      model.complain("configuration unchanged: \(errors)")
    } catch let failure as Failure {
      model.complain("configuration unchanged: \(failure.message)")
    } catch {
      model.complain("configuration unchanged: \(path) cannot be read")
    }
    return true
  }

  /// What was done, and what waits for the next start.
  private func notice(of new: Configuration) -> String {
    let names = Set(new.startUp.keys).union(current.startUp.keys)
      .filter { new.startUp[$0] != current.startUp[$0] }.sorted()
    if let warning = new.keyWarnings.first, new.keys != current.keys {
      return "\(path) read again; \(warning)"
    }
    guard !names.isEmpty else { return "\(path) read again" }
    return "\(path) read again; restart svctop for \(names.joined(separator: ", "))"
  }
}
