/// A line of text being typed, with a cursor in it.
///
/// It knows the keys of a shell prompt; Enter, Escape and Tab are left to its owner.
package struct LineEditor: Hashable, Sendable {
  private var characters: [Character]
  /// Characters before the cursor.
  package private(set) var cursor: Int

  /// A line with the cursor at its end.
  package init(text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// The whole line; built anew each time.
  package var text: String { String(characters) }
  /// Whether nothing is typed, not even a blank.
  package var isEmpty: Bool { characters.isEmpty }
  /// The text before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts another text in place of the line, with the cursor at its end.
  package mutating func replace(with text: String) {
    self = LineEditor(text: text)
  }

  /// Applies a key and returns whether it was one for a line of text.
  ///
  /// A key that has nothing to do, such as Backspace at the start, still counts.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(character)
    case .backspace, .control("h"): remove(from: cursor - 1, to: cursor)
    case .delete, .control("d"): remove(from: cursor, to: cursor + 1)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"): remove(from: 0, to: cursor)
    case .control("k"): remove(from: cursor, to: characters.count)
    case .control("w"): remove(from: startOfWord, to: cursor)
    case .wordLeft: cursor = wordBefore
    case .wordRight: cursor = wordAfter
    case .deleteWordLeft: remove(from: wordBefore, to: cursor)
    case .deleteWordRight: remove(from: cursor, to: wordAfter)
    default: return false
    }
    return true
  }

  private mutating func insert(_ character: Character) {
    characters.insert(character, at: cursor)
    cursor += 1
    // A combining mark joins the character before it.
    let joined = Array(String(characters))
    guard joined.count < characters.count else { return }
    cursor -= characters.count - joined.count
    characters = joined
  }

  private mutating func remove(from start: Int, to end: Int) {
    let start = max(0, start)
    let end = min(characters.count, end)
    guard start < end else { return }
    characters.removeSubrange(start..<end)
    cursor = start
  }

  /// Where the word before the cursor begins, blanks behind it included.
  private var startOfWord: Int {
    var index = cursor
    while index > 0, characters[index - 1] == " " { index -= 1 }
    while index > 0, characters[index - 1] != " " { index -= 1 }
    return index
  }

  /// Where the letters and digits before the cursor begin, whatever stands between.
  ///
  /// As in a shell these words are shorter than those of Ctrl-W: one segment of a path.
  private var wordBefore: Int {
    var index = cursor
    while index > 0, !isInWord(index - 1) { index -= 1 }
    while index > 0, isInWord(index - 1) { index -= 1 }
    return index
  }

  /// Where the letters and digits after the cursor end, whatever stands between.
  private var wordAfter: Int {
    var index = cursor
    while index < characters.count, !isInWord(index) { index += 1 }
    while index < characters.count, isInWord(index) { index += 1 }
    return index
  }

  private func isInWord(_ index: Int) -> Bool {
    characters[index].isLetter || characters[index].isNumber
  }
}
