import Dashboard
import TestSupport
import Testing
import TextUI

struct KeyMapTests {
  private let map = KeyMap.standard

  @Test func `binds no key twice`() {
    var known: Set<Key> = []
    for key in map.bindings.flatMap(\.keys) {
      #expect(known.insert(key).inserted, "\(key) is bound twice")
      if case .character(let character) = key {
        #expect(character.wholeNumberValue ?? 0 == 0, "digits from 1 go to panes")
      }
    }
  }

  @Test func `reaches every command`() {
    let commands = Command.names.map(\.command).filter {
      if case .focus = $0 { false } else { true }
    }
    let bound = Set(map.bindings.map(\.command))
    for command in commands { #expect(bound.contains(command), "\(command)") }
    #expect(bound.count == commands.count)
    for pane in PaneID.allCases where pane.digit != nil {
      #expect(map.command(for: .character(Character("\(pane.digit ?? 0)"))) == .focus(pane))
    }
  }

  @Test func `quits with q and ctrl-c only`() {
    #expect(
      map.bindings.filter { $0.command == .quit }.flatMap(\.keys) == [
        .character("q"), .control("c"),
      ])
    #expect(map.command(for: .escape) == .back)
    #expect(map.command(for: .character("Q")) == nil)
  }

  @Test(arguments: [(120, 40), (80, 24)])
  func `explains every binding in the help`(width: Int, height: Int) {
    var session = ScreenSession(.healthy, width: width, height: height)
    session.press(.character("?"))
    // Explanations that are broken over lines are put together again.
    var words = Set(session.screen.split { " │\n".contains($0) }.map(String.init))
    if height < 40 {
      #expect(session.screen.contains("↑ ↓ scroll, esc closes"))
      for _ in 0..<3 {
        session.press(.pageDown)
        words.formUnion(session.screen.split { " │\n".contains($0) }.map(String.init))
      }
    }
    for binding in map.bindings {
      for word in binding.help.split(separator: " ") {
        #expect(words.contains(String(word)), "\(binding.help)")
      }
      #expect(binding.keys.isEmpty == false)
      for key in binding.keys.prefix(2) {
        for part in key.name().split(separator: " ") { #expect(words.contains(String(part))) }
      }
    }
  }

  @Test func `hints only at keys that are bound`() {
    for (path, keys) in [("overview", []), ("endpoint", [Key.enter]), ("query", [.enter, .enter])] {
      var session = ScreenSession(.troubled)
      for key in keys { session.press(key) }
      let hints = session.lines.last?.split(separator: "   ").map { $0.drop { $0 == " " } } ?? []
      #expect(hints.count >= 4, "\(path)")
      for hint in hints {
        let words = hint.split(separator: " ", maxSplits: 1).map(String.init)
        #expect(
          map.bindings.contains {
            let isCounted = $0.command == .nextPane && words.last?.hasSuffix(" more") == true
            return $0.keys[0].name() == words[0] && ($0.hint == words.last || isCounted)
          },
          "\(hint) in \(path)")
      }
    }
  }

  @Test(arguments: [40, 50, 60, 80, 100])
  func `always says how to get help and how to quit`(width: Int) {
    let line = ScreenSession(.troubled, width: width, height: 24).lines.last ?? ""
    #expect(line.hasSuffix("? help   q quit") || line.hasSuffix("? help  q quit"))
    #expect(CellWidth.of(line) <= width)
  }
}
