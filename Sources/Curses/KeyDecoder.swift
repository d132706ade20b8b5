import CNcurses
import TextUI

/// What curses reports for a key.
enum KeyCode {
  case character(UInt32)
  /// A KEY_ constant, or a number curses gave to a key only terminfo knows.
  case function(Int32)
  case mouse(screen_mouse)
}

/// Turns what curses reports into keys.
enum KeyDecoder {
  /// The keys of all codes that arrived together; what is not known is left out.
  static func keys(of codes: [KeyCode]) -> [Key] {
    var keys: [Key] = []
    var rest = codes[...]
    while let code = rest.popFirst() {
      switch code {
      case .character(0x1B):
        if skipSequence(&rest) { continue }
        let withAlt = rest.first.flatMap { key(withAlt: $0) }
        if withAlt != nil { rest.removeFirst() }
        keys.append(withAlt ?? .escape)
      case .character(let value):
        if let key = key(ofCharacter: value) { keys.append(key) }
      case .function(let number):
        if let key = key(ofFunction: number) { keys.append(key) }
      case .mouse(let event):
        if let key = key(of: event) { keys.append(key) }
      }
    }
    return keys
  }

  /// Drops a control sequence terminfo does not know, of which `ESC` was just taken.
  ///
  /// Its letters would otherwise act as keys; a person cannot type them in the same instant.
  private static func skipSequence(_ rest: inout ArraySlice<KeyCode>) -> Bool {
    guard case .character(let opening) = rest.first, opening == 0x5B || opening == 0x4F,
      rest.count > 1
    else { return false }
    rest.removeFirst()
    while case .character(let value) = rest.first {
      rest.removeFirst()
      if 0x40...0x7E ~= value { break }
    }
    return true
  }

  /// The keys of a shell prompt that go by words, for which terminals send `ESC` and the key.
  ///
  /// Any other key right behind `ESC` is one of its own: a slow link hands over in one piece what was
  /// pressed one after the other, and neither may be lost.
  private static func key(withAlt code: KeyCode) -> Key? {
    switch code {
    case .character(0x62): .wordLeft
    case .character(0x66): .wordRight
    case .character(0x64): .deleteWordRight
    case .character(0x7F), .character(0x08), .function(KEY_BACKSPACE): .deleteWordLeft
    default: nil
    }
  }

  private static func key(ofCharacter value: UInt32) -> Key? {
    switch value {
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x7F, 0x08: return .backspace
    case 0x00: return .control(" ")
    case 0x01...0x1A: return Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 0x1C...0x1F: return Unicode.Scalar(value + 0x40).map { .control(Character($0)) }
    case 0x80..<0xA0: return nil
    default: return Unicode.Scalar(value).map { .character(Character($0)) }
    }
  }

  private static func key(ofFunction number: Int32) -> Key? {
    switch number {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME, KEY_A1: .home
    case KEY_END, KEY_C1: .end
    case KEY_PPAGE, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_C3: .pageDown
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    case KEY_BTAB: .backTab
    case KEY_F0 + 1...KEY_F0 + 24: .function(Int(number - KEY_F0))
    default: nil
    }
  }

  private static func key(of event: screen_mouse) -> Key? {
    let point = Point(x: Int(event.x), y: Int(event.y))
    switch event.action {
    case 1: return .mouse(MouseEvent(action: .press, point: point))
    case 2: return .mouse(MouseEvent(action: .scrollUp, point: point))
    case 3: return .mouse(MouseEvent(action: .scrollDown, point: point))
    default: return nil
    }
  }
}
