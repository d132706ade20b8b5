extension Key {
  /// The key that a name in a configuration file stands for; `nil` when there is none.
  ///
  /// A single character is itself (`G`, `/`); others are `space`, `enter`, `esc`, `tab`,
  /// `shift-tab`, `backspace`, `del`, `ins`, `up`, `down`, `left`, `right`, `home`, `end`, `pgup`,
  /// `pgdn`, `f1` to `f24`, and `ctrl-a` to `ctrl-z`, in either case. Where a terminal sends the
  /// same for two keys, as for Ctrl-I and Tab, the name gives the key that arrives.
  package init?(name: String) {
    if name.count == 1, let character = name.first {
      self = character == " " ? .character(" ") : .character(character)
      return
    }
    let lower = name.lowercased()
    if let key = Key.named[lower] {
      self = key
    } else if let key = Key.control(lower) ?? Key.function(lower) {
      self = key
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "return": .enter, "esc": .escape, "escape": .escape,
    "tab": .tab, "shift-tab": .backTab, "backtab": .backTab, "backspace": .backspace,
    "del": .delete, "delete": .delete, "ins": .insert, "insert": .insert, "up": .up,
    "down": .down, "left": .left, "right": .right, "home": .home, "end": .end, "pgup": .pageUp,
    "pageup": .pageUp, "pgdn": .pageDown, "pgdown": .pageDown, "pagedown": .pageDown,
    "ctrl-space": .control(" "),
  ]

  private static func control(_ name: String) -> Key? {
    for prefix in ["ctrl-", "ctrl+", "c-", "^"] where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count)
      guard rest.count == 1, let letter = rest.first, ("a"..."z").contains(letter) else {
        return nil
      }
      switch letter {
      case "i": return .tab
      case "j", "m": return .enter
      case "h": return .backspace
      default: return .control(letter)
      }
    }
    return nil
  }

  private static func function(_ name: String) -> Key? {
    guard name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...24).contains(number) else {
      return nil
    }
    return .function(number)
  }
}
