import Dashboard
import Telemetry
import TextUI

/// Rebound keys.
extension ConfigurationSchema {
  /// What is wrong with the name of a command; `nil` when nothing is.
  static func commandFault(_ command: String) -> String? {
    let commands = Command.names.map(\.name)
    guard !commands.contains(command) else { return nil }
    return "there is no command \"\(command)\""
      + Spelling.hint(command, among: commands, otherwise: "; : in the dashboard lists them")
  }

  /// What is wrong with the name of a key; `nil` when nothing is.
  static func keyFault(_ key: String) -> String? {
    guard Key(name: key) == nil else { return nil }
    return "\"\(key)\" is not a key; write a character, f5, ctrl-f, space, pgdn"
  }
}

extension Configuration {
  /// The key map with what `[keys]` says.
  var keyMap: KeyMap { KeyMap.standard.rebinding(keys).map }

  /// What a person should know about the rebound keys: who has lost which.
  var keyWarnings: [String] {
    KeyMap.standard.rebinding(keys).warnings.map(Configuration.text(of:))
  }

  /// The same with the places of what was written, in the order of the file.
  var warnings: [ConfigurationError] {
    let warnings = KeyMap.standard.rebinding(keys).warnings.map { warning in
      let places = keyPlaces[warning.command] ?? [:]
      var told =
        warning.key.flatMap { places[$0] } ?? places[""]
        ?? ConfigurationError(file: file ?? "", line: 0, column: 0, message: "")
      told.message = "warning: " + Configuration.text(of: warning)
      return told
    }
    return ConfigurationErrors.inOrder(warnings)
  }

  private static func text(of warning: KeyMap.Warning) -> String {
    "\(warning.command): \(warning.message)"
  }

  /// The first of them, as the bottom line has it, with how many more there are.
  var keyWarning: String? {
    let warnings = keyWarnings
    guard let first = warnings.first, warnings.count > 1 else { return warnings.first }
    return "\(first); \(warnings.count - 1) more: svctop config check"
  }
}
