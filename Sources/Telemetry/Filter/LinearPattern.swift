/// A regular expression that is matched in time linear in the text, whatever is typed.
///
/// Supported: `. * + ? {2} {2,} {2,5} | ( ) (?: ) [a-z] [^a-z] ^ $ \b \B \d \w \s \D \W \S \t \n`
/// and `\` before any other character for the character itself. Case does not count. There are
/// no back references and no look-around, which is what makes the time linear; Swift's own
/// `Regex` backtracks, so that `(a+)+$` could hang the screen, and cannot be kept in a value
/// that is shared between tasks.
///
/// Method: Thompson's simulation of the automaton (https://swtch.com/~rsc/regexp/regexp2.html).
struct LinearPattern: Sendable {
  /// One step of the automaton; targets are indices into `program`.
  enum Instruction: Sendable {
    case one(ScalarSet)
    case split(Int, Int)
    case jump(Int)
    case check(Boundary)
    /// Notes the place as the bound of a group; only a `CapturePattern` has any.
    case save(Int)
    case match
  }

  enum Boundary: Sendable {
    case start, end, word, noWord
  }

  private let program: [Instruction]

  /// Reads a pattern; the column of an error is counted in characters of the pattern.
  init(_ text: String) throws(FilterError) {
    var compiler = PatternCompiler(text)
    program = try compiler.compile()
  }

  /// Whether the pattern matches anywhere in `text`.
  func isContained(in text: String) -> Bool {
    let scalars = Array(text.lowercased().unicodeScalars)
    var current = ThreadList(count: program.count)
    var next = ThreadList(count: program.count)
    for place in 0...scalars.count {
      if add(0, to: &current, scalars, place) { return true }
      guard place < scalars.count else { break }
      next.removeAll()
      for thread in current.threads {
        if case .one(let set) = program[thread], set.contains(scalars[place]) {
          if add(thread + 1, to: &next, scalars, place + 1) { return true }
        }
      }
      swap(&current, &next)
    }
    return false
  }

  /// The steps that are possible at one place, each once.
  private struct ThreadList {
    private(set) var threads: [Int] = []
    private var isListed: [Bool]
    private var visited: [Int] = []

    init(count: Int) {
      isListed = Array(repeating: false, count: count)
    }

    mutating func visit(_ index: Int) -> Bool {
      if isListed[index] { return false }
      isListed[index] = true
      visited.append(index)
      return true
    }

    mutating func append(_ index: Int) {
      threads.append(index)
    }

    mutating func removeAll() {
      for index in visited { isListed[index] = false }
      visited.removeAll(keepingCapacity: true)
      threads.removeAll(keepingCapacity: true)
    }
  }

  /// Follows the steps that read nothing; says whether they lead to a match.
  private func add(
    _ first: Int, to list: inout ThreadList, _ scalars: [Unicode.Scalar], _ place: Int
  ) -> Bool {
    var waiting = [first]
    while let index = waiting.popLast() {
      guard list.visit(index) else { continue }
      switch program[index] {
      case .match: return true
      case .one: list.append(index)
      case .jump(let target): waiting.append(target)
      case .save: waiting.append(index + 1)
      case .split(let left, let right):
        waiting.append(right)
        waiting.append(left)
      case .check(let boundary):
        if holds(boundary, scalars, place) { waiting.append(index + 1) }
      }
    }
    return false
  }

  private func holds(_ boundary: Boundary, _ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    switch boundary {
    case .start: return place == 0
    case .end: return place == scalars.count
    case .word, .noWord:
      let before = place > 0 && ScalarSet.isWord(scalars[place - 1])
      let after = place < scalars.count && ScalarSet.isWord(scalars[place])
      return (before != after) == (boundary == .word)
    }
  }
}

/// Some characters, in lower case.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<Unicode.Scalar>] = []
  var isInverted = false

  static let any = ScalarSet(isInverted: true)
  static let digit = ScalarSet(ranges: ["0"..."9"])
  static let word = ScalarSet(ranges: ["a"..."z", "A"..."Z", "0"..."9", "_"..."_"])
  static let space = ScalarSet(ranges: [" "..." ", "\t"..."\r"])

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar) } != isInverted
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    word.contains(scalar) || scalar.properties.isAlphabetic
  }

  /// Adds a range, and its lower-case form, since texts are compared in lower case.
  mutating func insert(_ range: ClosedRange<Unicode.Scalar>) {
    ranges.append(range)
    let low = max(range.lowerBound, "A")
    let high = min(range.upperBound, "Z")
    if low <= high, let first = Unicode.Scalar(low.value + 32),
      let last = Unicode.Scalar(high.value + 32)
    {
      ranges.append(first...last)
    }
    let lower = range.lowerBound.properties.lowercaseMapping.unicodeScalars
    if range.lowerBound == range.upperBound, lower.count == 1, let only = lower.first {
      ranges.append(only...only)
    }
  }

  /// Adds the characters of a class like `\d`; an inverted one inside brackets by its ranges.
  mutating func insert(_ set: ScalarSet) {
    guard set.isInverted else {
      ranges += set.ranges
      return
    }
    var from: UInt32 = 0
    for range in set.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if from < range.lowerBound.value, let low = Unicode.Scalar(from),
        let high = Unicode.Scalar(range.lowerBound.value - 1)
      {
        ranges.append(low...high)
      }
      from = max(from, range.upperBound.value + 1)
    }
    if let low = Unicode.Scalar(from) { ranges.append(low..."\u{10FFFF}") }
  }
}
