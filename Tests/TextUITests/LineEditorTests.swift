import Testing
import TextUI

@Suite struct LineEditorTests {
  /// The line after some keys, `|` standing for the cursor.
  private func typed(_ text: String, _ keys: Key...) -> String {
    var editor = LineEditor(text: text)
    for key in keys {
      let isHandled = editor.handle(key)
      #expect(isHandled)
    }
    let characters = Array(editor.text)
    return String(characters[..<editor.cursor]) + "|" + String(characters[editor.cursor...])
  }

  @Test func `knows the keys of a shell prompt`() {
    #expect(typed("", .character("p"), .character("9")) == "p9|")
    #expect(typed("abc", .left, .character("x")) == "abx|c")
    #expect(typed("abc", .backspace) == "ab|")
    #expect(typed("abc", .home, .backspace) == "|abc")
    #expect(typed("abc", .control("a"), .delete) == "|bc")
    #expect(typed("abc", .delete) == "abc|")
    #expect(typed("abc", .home, .right, .right, .left) == "a|bc")
    #expect(typed("abc", .home, .left, .left) == "|abc")
    #expect(typed("abc", .right) == "abc|")
    #expect(typed("abc", .home, .end) == "abc|")
    #expect(typed("abc", .left, .control("u")) == "|c")
    #expect(typed("abc", .left, .control("k")) == "ab|")
    #expect(typed("one two  ", .control("w")) == "one |")
    #expect(typed("one", .control("w"), .control("w")) == "|")
    #expect(typed("abc", .control("a"), .control("e")) == "abc|")
  }

  @Test func `goes by words of letters and digits with Alt`() {
    let path = "route:/api/users2 p95"
    #expect(typed(path, .wordLeft) == "route:/api/users2 |p95")
    #expect(typed(path, .wordLeft, .wordLeft, .wordLeft) == "route:/|api/users2 p95")
    #expect(typed(path, .home, .wordRight, .wordRight) == "route:/api|/users2 p95")
    #expect(typed(path, .deleteWordLeft, .deleteWordLeft) == "route:/api/|")
    #expect(typed(path, .home, .deleteWordRight) == "|:/api/users2 p95")
    #expect(typed(path, .home, .wordLeft, .deleteWordLeft) == "|" + path)
    #expect(typed(path, .wordRight, .deleteWordRight) == path + "|")
  }

  @Test func `leaves other keys to its owner`() {
    var editor = LineEditor(text: "abc")
    for key in [Key.enter, .escape, .tab, .up, .function(1), .control("c")] {
      let isHandled = editor.handle(key)
      #expect(!isHandled)
    }
    #expect(editor.text == "abc")
  }

  @Test func `a combining mark joins the character before it`() {
    #expect(typed("e", .character("\u{301}"), .character("x")) == "é" + "x|")
    #expect(typed("e", .character("\u{301}"), .backspace) == "|")
  }

  @Test func `the prompt counts cells, not characters, before its cursor`() {
    let rect = Rect(x: 0, y: 0, width: 20, height: 1)
    var prompt = Prompt(prefix: "/ ", editor: LineEditor(text: "日本"))
    #expect(prompt.cursor(in: rect)?.x == 6)
    #expect(prompt.cursor(in: rect, symbols: .ascii)?.x == 4)
    _ = prompt.editor.handle(.left)
    #expect(prompt.cursor(in: rect)?.x == 4)
    prompt.editor.replace(with: "ab")
    #expect(prompt.cursor(in: rect)?.x == 4)
  }

  @Test func `the prompt keeps its cursor in view`() {
    let rect = Rect(x: 0, y: 5, width: 8, height: 1)
    var prompt = Prompt(prefix: "/ ", editor: LineEditor(text: "abc"))
    #expect(prompt.cursor(in: rect) == Point(x: 5, y: 5))
    prompt.editor.replace(with: "abcdefghijk")
    #expect(prompt.cursor(in: rect) == Point(x: 7, y: 5))
    #expect(prompt.cursor(in: Rect(x: 0, y: 0, width: 2, height: 1)) == nil)
  }
}
