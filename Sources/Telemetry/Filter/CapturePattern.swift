/// A regular expression with named groups that is matched against bytes in linear time.
///
/// The syntax is that of `LinearPattern`, with `(?<name> )`; case counts, repetitions are greedy
/// unless marked lazy, and the leftmost match is found, as other engines do.
///
/// Method: backtracking that never tries a step at a place twice, with a bit for each pair
/// (https://swtch.com/~rsc/regexp/regexp3.html, RE2's BitState), so that time and memory are at
/// most the length of the expression times that of the line.
struct CapturePattern: Sendable {
  /// Names of the groups, with the columns of their names.
  let groups: [PatternCompiler.Group]

  private let steps: [Step]

  /// What a match needs beside the pattern; kept between lines, so that nothing is allocated.
  struct Scratch: Sendable {
    fileprivate var visited: [UInt64] = []
    fileprivate var jobs: [Job] = []
    /// Start and end of each group; -1 for a group that took no part.
    fileprivate(set) var bounds: [Int] = []
  }

  /// Lines are read only so far that there are so many pairs of step and place (1 MiB of bits).
  private static let mostPairs = 1 << 23

  /// Reads an expression; the column of an error is counted in characters of it.
  init(_ text: String) throws(FilterError) {
    var compiler = PatternCompiler(text, isCapturing: true)
    steps = try compiler.compile().map { Step($0) }
    groups = compiler.groups
  }

  /// Finds the first match in `line`; the groups are then in `scratch`.
  func match(_ line: Bytes, _ scratch: inout Scratch) -> Bool {
    let width = min(line.count, CapturePattern.mostPairs / steps.count - 1) + 1
    let words = (width * steps.count + 63) / 64
    if scratch.visited.count < words {
      scratch.visited = [UInt64](repeating: 0, count: words)
    } else {
      for word in 0..<words { scratch.visited[word] = 0 }
    }
    if scratch.bounds.count != groups.count * 2 {
      scratch.bounds = [Int](repeating: -1, count: groups.count * 2)
    }
    for start in 0..<width {
      for index in scratch.bounds.indices { scratch.bounds[index] = -1 }
      if run(line, from: start, width, &scratch) { return true }
    }
    return false
  }

  /// The bytes of a group of the last match; empty for one that took no part.
  func group(_ index: Int, of line: Bytes, _ scratch: Scratch) -> Bytes {
    let start = scratch.bounds[index * 2]
    let end = scratch.bounds[index * 2 + 1]
    return start >= 0 && end >= start ? line.part(start, end) : .none
  }

  /// Tries to match with the first step at `start`.
  private func run(
    _ line: Bytes, from start: Int, _ width: Int, _ scratch: inout Scratch
  ) -> Bool {
    scratch.jobs.removeAll(keepingCapacity: true)
    scratch.jobs.append(Job(step: 0, place: start))
    while let job = scratch.jobs.popLast() {
      if job.isRestoring {
        scratch.bounds[job.slot] = job.place
        continue
      }
      var step = job.step
      var place = job.place
      follow: while true {
        let pair = step &* width &+ place
        let bit: UInt64 = 1 << UInt64(pair & 63)
        if scratch.visited[pair >> 6] & bit != 0 { break }
        scratch.visited[pair >> 6] |= bit
        switch steps[step].kind {
        case .one:
          guard let next = steps[step].take(line, at: place), next < width else { break follow }
          place = next
          step &+= 1
        case .split(let first, let second):
          scratch.jobs.append(Job(step: second, place: place))
          step = first
        case .jump(let target): step = target
        case .check(let boundary):
          guard Self.holds(boundary, line, place) else { break follow }
          step &+= 1
        case .save(let slot):
          scratch.jobs.append(Job(restoring: slot, to: scratch.bounds[slot]))
          scratch.bounds[slot] = place
          step &+= 1
        case .match: return true
        }
      }
    }
    return false
  }

  private static func holds(
    _ boundary: LinearPattern.Boundary, _ line: Bytes, _ place: Int
  ) -> Bool {
    switch boundary {
    case .start: return place == 0
    case .end: return place == line.count
    case .word, .noWord:
      let before = place > 0 && line[place &- 1].isWord
      let after = place < line.count && line[place].isWord
      return (before != after) == (boundary == .word)
    }
  }
}

/// A step to try later at a place, or a bound to put back.
private struct Job: Sendable {
  let step: Int
  let place: Int

  init(step: Int, place: Int) {
    self.step = step
    self.place = place
  }

  /// Going back over the start or end of a group gives it the bound it had before.
  init(restoring slot: Int, to place: Int) {
    step = -1 - slot
    self.place = place
  }

  var isRestoring: Bool { step < 0 }
  var slot: Int { -1 - step }
}

/// A step of the program, with its characters below 128 as bits.
private struct Step: Sendable {
  enum Kind: Sendable {
    case one
    case split(Int, Int)
    case jump(Int)
    case check(LinearPattern.Boundary)
    case save(Int)
    case match
  }

  let kind: Kind
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var set = ScalarSet()

  init(_ instruction: LinearPattern.Instruction) {
    switch instruction {
    case .one(let set):
      kind = .one
      self.set = set
      for value in UInt8(0)..<128 where set.contains(Unicode.Scalar(value)) {
        if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
      }
    case .split(let first, let second): kind = .split(first, second)
    case .jump(let target): kind = .jump(target)
    case .check(let boundary): kind = .check(boundary)
    case .save(let slot): kind = .save(slot)
    case .match: kind = .match
    }
  }

  /// Where the character at `place` ends, if it is one of the step's.
  @inline(__always)
  func take(_ line: Bytes, at place: Int) -> Int? {
    guard place < line.count else { return nil }
    let byte = line[place]
    guard byte < 128 else { return takeWide(line, at: place) }
    let bits = byte < 64 ? low : high
    return bits >> UInt64(byte & 63) & 1 == 1 ? place &+ 1 : nil
  }

  /// A character of several bytes; each broken byte is one U+FFFD.
  @inline(never)
  private func takeWide(_ line: Bytes, at place: Int) -> Int? {
    let byte = line[place]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    var value = UInt32(byte) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
    var isWhole = length > 1 && place &+ length <= line.count
    if isWhole {
      for offset in 1..<length {
        let next = line[place &+ offset]
        if next & 0xC0 != 0x80 { isWhole = false }
        value = value << 6 | UInt32(next & 0x3F)
      }
    }
    guard isWhole, let scalar = Unicode.Scalar(value) else {
      return set.contains("\u{FFFD}") ? place &+ 1 : nil
    }
    return set.contains(scalar) ? place &+ length : nil
  }
}
