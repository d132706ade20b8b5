import Collectors
import Dashboard
import Glibc
import Telemetry

/// Finding and reading configuration files.
extension Configuration {
  /// A file that may hold a configuration.
  typealias Place = (path: String, isOwn: Bool)

  /// The configuration of `--config`, else of the first usual place that has one.
  static func load(_ given: String?) throws -> Configuration {
    do {
      let (found, notice) = try find(given)
      var configuration = found ?? Configuration()
      configuration.notice = notice
      if given == nil { configuration.places = usualPlaces }
      return configuration
    } catch let errors as ConfigurationErrors {
      throw Failure.usage(errors.description)
    }
  }

  /// The same, and all mistakes as `ConfigurationErrors`; `nil` when there is no file.
  ///
  /// A place that cannot be looked into, as the home of another user, is as one without a file. Which
  /// those are is told by the notice.
  static func find(
    _ given: String?, in places: [Place] = Configuration.usualPlaces, themes: ThemeLibrary? = nil,
    isBarred: (String) -> Bool = TextFile.isBarred
  ) throws -> (configuration: Configuration?, notice: String?) {
    if let given {
      guard let found = try read(given, isOwn: true, themes: themes) else {
        throw Failure.usage("configuration \(DisplayText(given)): no such file")
      }
      return (found, nil)
    }
    var barred: [String] = []
    for place in places {
      if isBarred(place.path) {
        barred.append(place.path)
      } else if let found = try read(place.path, isOwn: place.isOwn, themes: themes) {
        return (found, notice(of: barred))
      }
    }
    return (nil, notice(of: barred))
  }

  private static func notice(of barred: [String]) -> String? {
    guard !barred.isEmpty else { return nil }
    let folders = barred.map { path in
      path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "the current folder"
    }
    return "configuration not looked for in \(folders.joined(separator: " and ")): "
      + "\(SystemError(code: EACCES)); --config FILE names one"
  }

  /// `./`, the user's folder, `/etc`: the first file there is counts alone.
  static var usualPlaces: [Place] {
    let own = ownFolder.map { [(path: $0 + "/svctop.toml", isOwn: true)] } ?? []
    return [("svctop.toml", false)] + own + [("/etc/svctop/svctop.toml", false)]
  }

  /// The folder of the user's own settings, existing or not.
  static var ownFolder: String? {
    if let folder = variable("XDG_CONFIG_HOME") { return folder + "/svctop" }
    return variable("HOME").map { $0 + "/.config/svctop" }
  }

  /// The folder that a variable names; the XDG rules have relative ones ignored.
  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  /// The configuration in a file; `nil` when there is no such file.
  ///
  /// Commands are run only for a file that was named by the user or lies in the user's folder,
  /// belongs to the user or to root, and cannot be written by anybody else.
  static func read(
    _ path: String, isOwn: Bool, themes: ThemeLibrary? = nil
  ) throws -> Configuration? {
    let text: String
    switch TextFile.read(path) {
    case .success(nil): return nil
    case .success(let found?): text = found
    case .failure(let failure): throw Failure.usage(failure.message.string)
    }
    var configuration = try Configuration(
      text, file: path, commands: CommandPermission(path: path, isOwn: isOwn), themes: themes)
    configuration.isOwn = isOwn
    return configuration
  }
}
