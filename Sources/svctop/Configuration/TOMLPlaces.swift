/// Where each key and each value of a TOML file stands; the parsed values no longer know.
///
/// Reads a file that the parser has accepted, so it only has to find its way: strings, brackets
/// and comments. Elements of arrays are named `#0`, `#1` ... in paths.
struct TOMLPlaces {
  /// A stretch of one line; line and column count from 1, columns in Unicode scalars.
  struct Place: Hashable {
    var line: Int
    var column: Int
    var length: Int
  }

  /// Places of what a path names: the key, or the element itself, and the value.
  struct Entry {
    var key: Place
    var value: Place
  }

  private(set) var entries: [[String]: Entry] = [:]

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// How many `[[name]]` there were of each path.
  private var occurrences: [[String]: Int] = [:]

  /// Finds the places in the text of a file.
  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var section: [String] = []
    while true {
      skipBlanks(andLines: true)
      guard let next = peek else { return }
      let before = position
      if next == "[" {
        section = header()
      } else {
        assignment(in: section)
      }
      if position == before { advance() }
    }
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func starts(with text: String) -> Bool {
    scalars[position...].starts(with: text.unicodeScalars)
  }

  private mutating func advance(_ count: Int = 1) {
    for _ in 0..<count where position < scalars.count {
      position += 1
      if scalars[position - 1] == "\n" {
        line += 1
        lineStart = position
      }
    }
  }

  private mutating func skipBlanks(andLines: Bool) {
    while let next = peek {
      if next == "#" {
        while let inside = peek, inside != "\n" { _ = inside; advance() }
      } else if next == " " || next == "\t" || next == "\r"
        || (andLines && next == "\n")
      {
        advance()
      } else {
        return
      }
    }
  }

  private struct Mark {
    var line: Int
    var column: Int
    var position: Int
  }

  private var mark: Mark { Mark(line: line, column: position - lineStart + 1, position: position) }

  /// From a mark to here, no further than the end of the mark's line.
  private func place(from mark: Mark) -> Place {
    let end = scalars[mark.position..<position].firstIndex(of: "\n") ?? position
    return Place(line: mark.line, column: mark.column, length: max(1, end - mark.position))
  }

  /// `[a.b]` or `[[a.b]]`; returns the path that its keys belong to.
  private mutating func header() -> [String] {
    let start = mark
    let isList = starts(with: "[[")
    advance(isList ? 2 : 1)
    var path = located(keys().map(\.name))
    if peek == "]" { advance(isList ? 2 : 1) }
    let place = place(from: start)
    if isList {
      let number = occurrences[path, default: 0]
      occurrences[path] = number + 1
      if number == 0 { entries[path] = Entry(key: place, value: place) }
      path.append("#\(number)")
    }
    entries[path] = Entry(key: place, value: place)
    return path
  }

  /// A path with the last element of every list of tables on its way.
  private func located(_ names: [String]) -> [String] {
    var path: [String] = []
    for (place, name) in names.enumerated() {
      path.append(name)
      if place < names.count - 1, let count = occurrences[path] { path.append("#\(count - 1)") }
    }
    return path
  }

  private mutating func assignment(in section: [String]) {
    let keys = keys()
    skipBlanks(andLines: false)
    guard !keys.isEmpty, peek == "=" else { return advance() }
    advance()
    skipBlanks(andLines: false)
    let path = section + keys.map(\.name)
    let value = value(at: path)
    for (index, key) in keys.enumerated() {
      let inner = section + keys[...index].map(\.name)
      if index == keys.count - 1 || entries[inner] == nil {
        entries[inner] = Entry(key: key.place, value: value)
      }
    }
  }

  /// `a."b c".d`, each with its place.
  private mutating func keys() -> [(name: String, place: Place)] {
    var keys: [(name: String, place: Place)] = []
    while let next = peek {
      let start = mark
      skipBlanks(andLines: false)
      if next == "\"" || next == "'" {
        keys.append((string(), place(from: start)))
      } else {
        var name = String.UnicodeScalarView()
        while let letter = peek, isBare(letter) {
          name.append(letter)
          advance()
        }
        if name.isEmpty { return keys }
        keys.append((String(name), place(from: start)))
      }
      skipBlanks(andLines: false)
      guard peek == "." else { return keys }
      advance()
      skipBlanks(andLines: false)
    }
    return keys
  }

  private func isBare(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-"
  }

  /// A value; those within it are noted too.
  private mutating func value(at path: [String]) -> Place {
    let start = mark
    switch peek {
    case "\"", "'": _ = string()
    case "[":
      advance()
      elements(of: path)
    case "{":
      advance()
      members(of: path)
    default:
      while let next = peek, !",]}#\n\r".unicodeScalars.contains(next) { _ = next; advance() }
      while position > start.position, scalars[position - 1] == " " { position -= 1 }
    }
    return place(from: start)
  }

  private mutating func elements(of path: [String]) {
    var number = 0
    while true {
      skipBlanks(andLines: true)
      guard let next = peek, next != "]" else { return advance() }
      if next == "," {
        advance()
        continue
      }
      let before = position
      let element = path + ["#\(number)"]
      let place = value(at: element)
      entries[element] = Entry(key: place, value: place)
      number += 1
      if position == before { advance() }
    }
  }

  private mutating func members(of path: [String]) {
    while true {
      skipBlanks(andLines: true)
      guard let next = peek, next != "}" else { return advance() }
      if next == "," { advance() } else { assignment(in: path) }
    }
  }

  /// The contents of a string, escapes of quotes and backslashes undone: enough for names.
  private mutating func string() -> String {
    guard let quote = peek else { return "" }
    let triple = String(repeating: Character(quote), count: 3)
    let isLong = starts(with: triple)
    advance(isLong ? 3 : 1)
    var text = String.UnicodeScalarView()
    while let next = peek {
      if next == "\\", quote == "\"" {
        advance()
        if let escaped = peek { text.append(escaped) }
        advance()
        continue
      }
      if isLong ? starts(with: triple) : next == quote || next == "\n" { break }
      text.append(next)
      advance()
    }
    advance(isLong ? 3 : 1)
    // A long string may end in up to two quotes of its own.
    while isLong, peek == quote { advance() }
    return String(text)
  }
}
