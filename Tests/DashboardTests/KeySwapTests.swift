import Dashboard
import Telemetry
import Testing
import TextUI

struct KeySwapTests {
  @Test func `commands that exchange keys leave none without`() {
    let (map, warnings) = KeyMap.standard.rebinding(["filter": ["z"], "zoom": ["/"]])
    #expect(warnings.isEmpty)
    #expect(map.command(for: .character("z")) == .filter)
    #expect(map.command(for: .character("/")) == .zoom)
  }

  @Test func `a pane that was given other keys, or none, leaves its digit`() {
    let (map, warnings) = KeyMap.standard.rebinding(["focus-caches": [], "focus-pools": ["P"]])
    #expect(warnings.isEmpty)
    #expect(map.command(for: .character("5")) == nil)
    #expect(map.command(for: .character("4")) == nil)
    #expect(map.command(for: .character("P")) == .focus(.pools))
  }

  @Test func `a command that nobody named is missed when it lost its keys`() {
    let (_, warnings) = KeyMap.standard.rebinding(["filter": ["z"], "copy": ["/"]])
    #expect(
      warnings.map(\.message.string) == ["takes z from zoom, which is left with no key"])
  }
}
