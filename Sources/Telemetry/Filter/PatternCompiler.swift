/// Turns the text of a regular expression into the program of a `LinearPattern`.
///
/// For a `CapturePattern` it also takes groups with names, tells lazy repetitions from greedy ones
/// and lets case count.
struct PatternCompiler {
  private typealias Instruction = LinearPattern.Instruction

  /// A group with a name, and where the name stands.
  struct Group: Sendable {
    var name: String
    var column: Int
  }

  private let characters: [Character]
  private let isCapturing: Bool
  private(set) var groups: [Group] = []
  private var place = 0
  private var depth = 0

  private static let longestProgram = 4096
  private static let deepest = 64
  private static let mostRepeats = 1000

  init(_ text: String, isCapturing: Bool = false) {
    characters = Array(text)
    self.isCapturing = isCapturing
  }

  mutating func compile() throws(FilterError) -> [LinearPattern.Instruction] {
    let code = try alternatives()
    guard place == characters.count else {
      throw FilterError("`)` without `(`", column: place, hint: "write \\) for the character")
    }
    return code + [.match]
  }

  private var peek: Character? { place < characters.count ? characters[place] : nil }

  private mutating func take(_ character: Character) -> Bool {
    guard peek == character else { return false }
    place += 1
    return true
  }

  /// Branches: `a|b`.
  ///
  /// Targets inside `code` are relative to its start until they are moved.
  private mutating func alternatives() throws(FilterError) -> [Instruction] {
    var code = try sequence()
    while take("|") {
      let other = try sequence()
      code =
        [.split(1, code.count + 2)] + moved(code, 1) + [.jump(code.count + 2 + other.count)]
        + moved(other, code.count + 2)
      try checkLength(code)
    }
    return code
  }

  private mutating func sequence() throws(FilterError) -> [Instruction] {
    var code: [Instruction] = []
    while let next = peek, next != "|", next != ")" {
      let piece = try repeated()
      code += moved(piece, code.count)
      try checkLength(code)
    }
    return code
  }

  /// An atom and what says how often it stands.
  private mutating func repeated() throws(FilterError) -> [Instruction] {
    let start = place
    var code = try atom()
    while let next = peek {
      let bounds: (least: Int, most: Int?)?
      switch next {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{": bounds = braces()
      default: bounds = nil
      }
      guard let bounds else { return code }
      place += 1
      // A lazy or possessive mark does not change whether there is a match, only where it ends.
      let isLazy = peek == "?"
      if peek == "?" || peek == "+" { place += 1 }
      guard bounds.least <= bounds.most ?? bounds.least,
        (bounds.most ?? bounds.least) <= PatternCompiler.mostRepeats
      else { throw FilterError("this repetition is impossible", column: start) }
      code = try repeating(code, bounds.least, bounds.most, isLazy: isLazy)
    }
    return code
  }

  private func repeating(
    _ code: [Instruction], _ least: Int, _ most: Int?, isLazy: Bool
  ) throws(FilterError) -> [Instruction] {
    var result: [Instruction] = []
    for _ in 0..<least {
      result += moved(code, result.count)
      try checkLength(result)
    }
    guard let most else {
      let start = result.count
      result.append(Self.split(start + 1, start + code.count + 2, isLazy: isLazy))
      result += moved(code, start + 1)
      return result + [.jump(start)]
    }
    for _ in least..<most {
      let start = result.count
      result.append(Self.split(start + 1, start + 1 + code.count, isLazy: isLazy))
      result += moved(code, start + 1)
      try checkLength(result)
    }
    return result
  }

  /// A step that tries once more first, or goes on first when it is lazy.
  private static func split(_ again: Int, _ onwards: Int, isLazy: Bool) -> Instruction {
    isLazy ? .split(onwards, again) : .split(again, onwards)
  }

  /// `{2}`, `{2,}` or `{2,5}` up to the closing brace; `nil` when the brace is a character.
  private mutating func braces() -> (least: Int, most: Int?)? {
    guard let close = characters[place...].firstIndex(of: "}") else { return nil }
    let parts = String(characters[(place + 1)..<close]).split(
      separator: ",", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count <= 4, let least = Int(first), least >= 0,
      parts.count <= 2
    else { return nil }
    var most: Int? = least
    if parts.count == 2 {
      most = parts[1].isEmpty ? nil : Int(parts[1])
      if !parts[1].isEmpty && most == nil { return nil }
    }
    place = close
    return (least, most)
  }

  private mutating func atom() throws(FilterError) -> [Instruction] {
    let start = place
    guard let next = peek else { return [] }
    place += 1
    switch next {
    case "(": return try group(from: start)
    case "[": return [.one(try characterClass(from: start))]
    case ".": return [.one(.any)]
    case "^": return [.check(.start)]
    case "$": return [.check(.end)]
    case "*", "+", "?":
      throw FilterError("nothing to repeat before `\(next)`", column: start)
    case "\\": return [try escape(from: start)]
    default: return literal(next)
    }
  }

  private mutating func group(from start: Int) throws(FilterError) -> [Instruction] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternCompiler.deepest else {
      throw FilterError("too deeply nested", column: start)
    }
    var group: Int?
    if take("?"), !take(":") {
      guard isCapturing else {
        throw FilterError("only (?: ) is known of (? )", column: start)
      }
      group = groups.count
      groups.append(try name(from: start))
    }
    let code = try alternatives()
    guard take(")") else {
      throw FilterError("`(` is never closed", column: start, hint: "add `)`")
    }
    guard let group else { return code }
    return [.save(2 * group)] + moved(code, 1) + [.save(2 * group + 1)]
  }

  /// The name in `(?<name>` or `(?P<name>`, after the question mark.
  private mutating func name(from start: Int) throws(FilterError) -> Group {
    _ = take("P")
    let column = place + 1
    guard take("<"), let next = peek, next != "=", next != "!" else {
      throw FilterError("only (?: ) and (?<name> ) are known of (? )", column: start)
    }
    var name = ""
    while let next = peek, next.isLetter || next.isNumber || next == "_" {
      name.append(next)
      place += 1
    }
    guard take(">"), !name.isEmpty else {
      throw FilterError("this group has no name", column: start, hint: "write (?<path>...)")
    }
    guard !groups.contains(where: { $0.name == name }) else {
      throw FilterError("a second group called `\(name)`", column: column)
    }
    return Group(name: name, column: column)
  }

  private mutating func escape(from start: Int) throws(FilterError) -> Instruction {
    guard let next = peek else {
      throw FilterError("nothing after `\\`", column: start)
    }
    place += 1
    if next == "b" { return .check(.word) }
    if next == "B" { return .check(.noWord) }
    if let known = PatternCompiler.set(next) { return .one(known) }
    guard !next.isLetter && !next.isNumber, let code = literal(next).first else {
      throw FilterError("`\\\(next)` is not known", column: start)
    }
    return code
  }

  private mutating func characterClass(from start: Int) throws(FilterError) -> ScalarSet {
    var set = ScalarSet()
    let isInverted = take("^")
    var isFirst = true
    while let next = peek, next != "]" || isFirst {
      isFirst = false
      place += 1
      if next == "\\", let escaped = peek, let known = PatternCompiler.set(escaped) {
        place += 1
        set.insert(known)
        continue
      }
      let low = try classMember(next)
      var high = low
      if peek == "-", place + 1 < characters.count, characters[place + 1] != "]" {
        place += 1
        let last = characters[place]
        place += 1
        high = try classMember(last)
      }
      guard low <= high else {
        throw FilterError("this range is empty", column: start)
      }
      if isCapturing { set.ranges.append(low...high) } else { set.insert(low...high) }
    }
    guard take("]") else {
      throw FilterError("`[` is never closed", column: start, hint: "add `]`")
    }
    set.isInverted = isInverted
    return set
  }

  private mutating func classMember(_ character: Character) throws(FilterError) -> Unicode.Scalar {
    var member = character
    if character == "\\", let escaped = peek {
      guard !isCapturing || !(escaped.isLetter || escaped.isNumber) else {
        throw FilterError("`\\\(escaped)` is not known", column: place - 1)
      }
      place += 1
      member = escaped
    }
    guard member.unicodeScalars.count == 1, let scalar = member.unicodeScalars.first else {
      throw FilterError("`\(member)` is more than one character", column: place - 1)
    }
    return scalar
  }

  private static func set(_ character: Character) -> ScalarSet? {
    var set: ScalarSet
    switch character {
    case "d", "D": set = .digit
    case "w", "W": set = .word
    case "s", "S": set = .space
    case "t": return ScalarSet(ranges: ["\t"..."\t"])
    case "n": return ScalarSet(ranges: ["\n"..."\n"])
    default: return nil
    }
    set.isInverted = character.isUppercase
    return set
  }

  private func literal(_ character: Character) -> [Instruction] {
    let text = isCapturing ? String(character) : character.lowercased()
    return text.unicodeScalars.map { .one(ScalarSet(ranges: [$0...$0])) }
  }

  private func moved(_ code: [Instruction], _ distance: Int) -> [Instruction] {
    code.map { instruction in
      switch instruction {
      case .split(let left, let right): .split(left + distance, right + distance)
      case .jump(let target): .jump(target + distance)
      case .one, .check, .save, .match: instruction
      }
    }
  }

  private func checkLength(_ code: [Instruction]) throws(FilterError) {
    guard code.count <= PatternCompiler.longestProgram else {
      throw FilterError("the pattern is too long", column: max(0, place - 1))
    }
  }
}
