import Dashboard
import Telemetry
import TextUI

/// Looks whether the configuration was saved, and takes over what may change while svctop runs.
///
/// One `stat` each time it is asked, and nothing else until the file is another. As long as there is
/// no file, one for each place where it may come to.
struct ConfigurationWatch {
  /// Looks without the file after which it is gone: while an editor saves there may be none.
  private static let patience = 3

  private let options: CommonOptions?
  private let places: [Configuration.Place]
  /// What counts only from the start, as it runs.
  private let running: [String: String]
  /// The file whose settings are in force.
  private var file: Configuration.Place?
  private var current: Configuration
  /// What was read last, in force or not.
  private var seen: (path: String, stamp: FileStamp)?
  private var looksWithout = 0

  /// Watches the file that a configuration was read from, else the places where one may come to;
  /// `nil` where there is neither.
  init?(_ configuration: Configuration, options: CommonOptions?) {
    guard configuration.file != nil || !configuration.places.isEmpty else { return nil }
    self.options = options
    places = configuration.places
    running = configuration.startUp
    current = configuration
    if let path = configuration.file {
      file = (path, configuration.isOwn)
      seen = FileStamp(of: path).map { (path: path, stamp: $0) }
    }
  }

  /// Takes the configuration over if it was saved; a broken one changes nothing and is told.
  ///
  /// Returns whether there is something new to read in the model's notice.
  @discardableResult
  mutating func apply(to model: inout Model, _ screen: ScreenOptions, depth: ColorDepth) -> Bool {
    guard let (place, stamp) = found else { return miss(&model) }
    looksWithout = 0
    guard seen?.path != place.path || seen?.stamp != stamp else { return false }
    seen = (place.path, stamp)
    do {
      guard let new = try Configuration.read(place.path, isOwn: place.isOwn) else { return false }
      try take(new, to: &model, screen, depth: depth)
      model.brokenConfiguration = nil
      model.tell(notice(of: new, at: place.path))
      current = new
      file = place
    } catch let errors as ConfigurationErrors {
      complain("\(errors)", at: place.path, errors.first, &model)
    } catch let failure as Failure {
      complain(failure.message, at: place.path, nil, &model)
    } catch {
      complain("\(place.path) cannot be read", at: place.path, nil, &model)
    }
    return true
  }

  /// The file in force, else the first that there is.
  private var found: (place: Configuration.Place, stamp: FileStamp)? {
    for place in file.map({ [$0] }) ?? places {
      if let stamp = FileStamp(of: place.path) { return (place, stamp) }
    }
    return nil
  }

  /// Says once that the file is gone.
  private mutating func miss(_ model: inout Model) -> Bool {
    looksWithout += 1
    guard looksWithout == ConfigurationWatch.patience, let path = seen?.path else { return false }
    // Whatever comes back is read, also where it is the same file.
    seen = nil
    model.brokenConfiguration = nil
    // Of one that was broken from the first nothing is in force, but what was said of it stands there.
    model.tell("\(path) is gone" + (file == nil ? "" : "; its settings stay"))
    return true
  }

  private func take(
    _ new: Configuration, to model: inout Model, _ screen: ScreenOptions, depth: ColorDepth
  ) throws {
    // A theme that the command line names goes before any that the file does.
    let isThemeOpen = screen.theme == nil
    if isThemeOpen, let mistake = new.themeMistake(in: ThemeLibrary(folder: screen.themesDir)) {
      throw ConfigurationErrors(only: mistake)
    }
    var preferences = new.preferences(besides: options)
    // What was chosen with keys since stays, as long as the file says nothing new about it.
    func isSame(_ table: String) -> Bool { new.columns[table] == current.columns[table] }
    if isSame("endpoints") { preferences.columns = model.settings.columns }
    if isSame("queries") { preferences.queryColumns = model.settings.queryColumns }
    if isThemeOpen, new.theme != current.theme {
      preferences.theme = try screen.loadTheme(configured: new.theme).adapted(to: depth)
    }
    model.configure(preferences)
  }

  /// Says what is wrong for a while, and where until it is mended.
  private func complain(
    _ text: String, at path: String, _ error: ConfigurationError?, _ model: inout Model
  ) {
    model.complain("configuration unchanged: \(text)")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let place = error.map { $0.line > 0 ? ":\($0.line):\($0.column)" : "" } ?? ""
    model.brokenConfiguration = DisplayText(name + place)
  }

  /// What was done, and what waits for the next start.
  private func notice(of new: Configuration, at path: String) -> String {
    let done = "\(path) read" + (file == nil ? "" : " again")
    if let warning = new.keyWarning, new.keys != current.keys {
      return "\(done); \(warning)"
    }
    let wanted = new.startUp
    let names = running.keys.filter { wanted[$0] != running[$0] }.sorted()
    guard !names.isEmpty else { return done }
    return "\(done); restart svctop for \(names.joined(separator: ", "))"
  }
}
