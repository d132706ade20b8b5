import Telemetry
import TextUI

extension KeyMap {
  /// The map with some commands on other keys, as the `[keys]` of a configuration has it.
  ///
  ///     let (keyMap, warnings) = KeyMap.standard.rebinding(["filter": ["/", "ctrl-f"], "zoom": []])
  ///     model.keyMap = keyMap
  ///
  /// `Command.names` lists the commands, `Key.init(name:)` says how keys are written. A command that
  /// is named has the given keys and no others, none for an empty list; it takes its keys away from
  /// those that had them. Nothing is an error: what is wrong is left out, and a warning says what and
  /// why. Ctrl-C always quits.
  package func rebinding(
    _ wishes: [String: [String]]
  ) -> (map: KeyMap, warnings: [Warning]) {
    var rebinding = Rebinding(map: self, freeing: wishes.keys)
    for (name, keys) in wishes.sorted(by: { $0.key < $1.key }) { rebinding.take(name, keys) }
    return (rebinding.map, rebinding.warnings)
  }

  /// A wish that was left out, or that took something away from others.
  package struct Warning: Hashable, Sendable {
    /// The command of the wish, by the name that was written.
    package let command: String
    /// The key of the wish that it is about, as it was written; `nil` for the command itself.
    package let key: String?
    /// What a person should know of it, in one line.
    package let message: DisplayText
  }
}

/// Takes one wish after the other.
private struct Rebinding {
  var map: KeyMap
  var warnings: [KeyMap.Warning] = []
  /// What the user has bound already.
  private var taken: [Key: String] = [:]

  /// Commands that are named leave their keys to the others, whoever comes first.
  init(map: KeyMap, freeing names: some Sequence<String>) {
    self.map = map
    let named = Set(names)
    for place in map.bindings.indices where named.contains(map.bindings[place].command.name) {
      self.map.bindings[place].keys = []
    }
  }

  mutating func take(_ name: String, _ names: [String]) {
    guard let command = Command(name: name) else {
      let hint = Spelling.hint(name, among: Command.names.map(\.name))
      return warn(name, nil, "there is no such command" + hint)
    }
    var keys: [Key] = []
    for text in names {
      guard let found = key(text, for: name) else { continue }
      keys.append(found)
      taken[found] = name
      takeAway(found, text, from: command, for: name)
    }
    set(command == .quit ? keys + [.control("c")] : keys, for: command)
  }

  private mutating func key(_ text: String, for name: String) -> Key? {
    guard let key = Key(name: text) else {
      warn(
        name, text, "\"\(text)\" is not a key; write a character, f5, ctrl-f, space, pgdn")
      return nil
    }
    if key == .control("c") {
      if name != "quit" { warn(name, text, "\(text) always quits") }
      return nil
    }
    if let other = taken[key], other != name {
      warn(name, text, "\(text) is bound to \(other) already")
      return nil
    }
    return key
  }

  /// A key does one thing; whoever had it loses it, which is told.
  private mutating func takeAway(
    _ key: Key, _ text: String, from command: Command, for name: String
  ) {
    if let pane = KeyMap.pane(of: key), map.command(for: key) == .focus(pane) {
      warn(name, text, "\(key) no longer goes to the pane \(pane)")
    }
    for place in map.bindings.indices
    where map.bindings[place].command != command && map.bindings[place].keys.contains(key) {
      map.bindings[place].keys.removeAll { $0 == key }
      let rest = map.bindings[place].keys.map(\.description).joined(separator: " ")
      warn(
        name, text,
        "takes \(key) from \(map.bindings[place].command.name), which is left with "
          + (rest.isEmpty ? "no key" : rest))
    }
  }

  private mutating func set(_ keys: [Key], for command: Command) {
    if let place = map.bindings.firstIndex(where: { $0.command == command }) {
      map.bindings[place].keys = keys
    } else if case .focus(let pane) = command {
      map.bindings.append(KeyMap.Binding(keys, command, .move, "go to \(pane.title)"))
    }
  }

  private mutating func warn(_ command: String, _ key: String?, _ message: String) {
    warnings.append(
      KeyMap.Warning(command: command, key: key, message: DisplayText(message)))
  }
}
