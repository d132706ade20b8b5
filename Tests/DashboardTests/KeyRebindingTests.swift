import Dashboard
import Telemetry
import Testing
import TextUI

struct KeyRebindingTests {
  private func rebinding(_ wishes: [String: [String]]) -> (map: KeyMap, warnings: [String]) {
    let (map, warnings) = KeyMap.standard.rebinding(wishes)
    return (map, warnings.map { "\($0.command): \($0.message.string)" })
  }

  @Test func `gives a command other keys and takes its own away`() {
    let (map, warnings) = rebinding(["filter": ["f", "ctrl-f"], "zoom": [], "focus-logs": ["L"]])
    #expect(map.command(for: .character("f")) == .filter)
    #expect(map.command(for: .control("f")) == .filter)
    #expect(map.command(for: .character("/")) == nil)
    #expect(map.command(for: .character("z")) == nil)
    #expect(map.command(for: .character("L")) == .focus(.logs))
    #expect(map.command(for: .character("q")) == .quit)
    #expect(
      warnings == [
        "filter: takes f from next-finding, which is left with no key",
        "filter: takes ctrl-f from page-down, which is left with pgdn ctrl-d",
      ])
  }

  @Test func `warns of what is no command, no key, or bound twice`() {
    let (map, warnings) = rebinding([
      "fliter": ["f"], "zoom": ["hyper-z"], "copy": ["x", "n"], "pause": ["x"],
    ])
    #expect(
      warnings == [
        "copy: takes n from next-match, which is left with no key",
        "fliter: there is no such command, did you mean \"filter\"?",
        "pause: x is bound to copy already",
        "zoom: \"hyper-z\" is not a key; write a character, f5, ctrl-f, space, pgdn",
      ])
    #expect(map.command(for: .character("x")) == .copy)
  }

  @Test func `names the key that a warning is about as it was written`() {
    let (_, warnings) = KeyMap.standard.rebinding([
      "zoom": ["Ctrl-F", "hyper-z", "x"], "fliter": ["q"],
    ])
    #expect(warnings.map(\.command) == ["fliter", "zoom", "zoom"])
    #expect(warnings.map(\.key) == [nil, "Ctrl-F", "hyper-z"])
  }

  @Test func `always leaves a way out`() {
    let (map, warnings) = rebinding(["quit": ["x"], "zoom": ["ctrl-c"]])
    #expect(map.command(for: .control("c")) == .quit)
    #expect(map.command(for: .character("x")) == .quit)
    #expect(map.command(for: .character("q")) == nil)
    #expect(warnings == ["zoom: ctrl-c always quits"])
  }

  @Test func `may take a digit from its pane`() {
    let (map, warnings) = rebinding(["copy": ["4"]])
    #expect(map.command(for: .character("4")) == .copy)
    #expect(map.command(for: .character("5")) == .focus(.caches))
    #expect(warnings == ["copy: 4 no longer goes to the pane pools"])
  }

  @Test func `has a name for every command`() {
    #expect(Set(Command.names.map(\.name)).count == Command.names.count)
    for binding in KeyMap.standard.bindings {
      #expect(Command(name: binding.command.name) == binding.command)
    }
  }
}
