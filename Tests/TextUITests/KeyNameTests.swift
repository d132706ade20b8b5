import Testing
import TextUI

struct KeyNameTests {
  @Test func `reads the names of keys as people write them`() {
    let names: [(String, Key)] = [
      ("a", .character("a")), ("G", .character("G")), ("/", .character("/")),
      ("é", .character("é")), ("space", .character(" ")), ("Enter", .enter), ("return", .enter),
      ("esc", .escape), ("shift-tab", .backTab), ("PgUp", .pageUp), ("pagedown", .pageDown),
      ("del", .delete), ("f5", .function(5)), ("F24", .function(24)), ("ctrl-f", .control("f")),
      ("Ctrl-F", .control("f")), ("^f", .control("f")), ("c-f", .control("f")),
      ("ctrl+f", .control("f")), ("ctrl-space", .control(" ")), ("ctrl-i", .tab),
      ("ctrl-m", .enter), ("ctrl-h", .backspace),
    ]
    for (name, key) in names { #expect(Key(name: name) == key, "\(name)") }
  }

  @Test(arguments: ["", "ctrl-", "ctrl-ab", "ctrl-1", "f0", "f25", "fx", "hyper-x", "ab"])
  func `knows when a name is none`(name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func `reads what help shows in plain characters`() {
    let keys: [Key] = [
      .character("q"), .character(" "), .control("d"), .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert,
      .function(1),
    ]
    for key in keys { #expect(Key(name: key.name(symbols: .ascii)) == key) }
  }
}
