#if canImport(Glibc)
  import Glibc
#endif

/// What is remembered about an open parenthesis or bracket, as places in the output.
///
/// -1 stands for "none".
struct FingerprintFrame {
  enum Kind: UInt8 {
    /// Anything but a list of values.
    case plain
    /// A list in which an element that repeats its predecessor is dropped.
    case list
    /// A row of VALUES: a list, all of which is dropped when it is not the first row.
    case row
  }

  var kind = Kind.plain
  var start: Int32 = 0
  var elementStart: Int32 = 0
  var lastElementStart: Int32 = -1
  var lastElementEnd: Int32 = -1
  /// Where the output must end for the next `(` to open a row of VALUES.
  var rowMark: Int32 = -1
  var firstRowEnd: Int32 = -1
  /// Start of the current branch of a UNION; `awaited` right after the word.
  var branchStart: Int32 = -1
  var lastBranchStart: Int32 = -1
  var lastBranchEnd: Int32 = -1
  /// Whether that branch repeats the one before it.
  var lastBranchRepeats = false

  static let awaited: Int32 = -2
}

extension FingerprintScan {
  /// Deeper parentheses are written, but lists inside them are not collapsed.
  static let deepestFrame = 63

  @inline(__always)
  private var here: Int32 { Int32(truncatingIfNeeded: count) }

  mutating func open() {
    position &+= 1
    if executedEnd == count { maskExecuted() }
    let mark = here
    let isRow = frames[depth].rowMark == mark
    let isList =
      role == .list || role == .listFunction
      || (frames[depth].kind != .plain && (previous == .open || previous == .comma))
    if previous != .name || isAfterTarget { gap() }
    isAfterTarget = false
    if frames[depth].branchStart == FingerprintFrame.awaited { frames[depth].branchStart = here }
    put(UInt8(ascii: "("))
    push(isRow ? .row : isList ? .list : .plain)
    // `password("x")`
    wrote(.open, role == .password ? .password : .name, glued: true)
  }

  mutating func close() {
    position &+= 1
    if isInList, endsInEllipsis() { return }
    let kind = pop()
    put(UInt8(ascii: ")"))
    wrote(.close)
    guard kind == .row else { return }
    let firstRowEnd = frames[depth].firstRowEnd
    if firstRowEnd < 0 {
      frames[depth].firstRowEnd = here
    } else {
      count = min(count, Int(firstRowEnd))
    }
  }

  /// Whether the innermost parentheses that are open hold a list.
  @inline(__always)
  var isInList: Bool { frames[depth].kind != .plain && excessDepth == 0 }

  mutating func comma() {
    position &+= 1
    if isInList { closeElement() }
    let endsRow = frames[depth].firstRowEnd == here
    put(UInt8(ascii: ","))
    frames[depth].elementStart = here &+ 1
    if endsRow { frames[depth].rowMark = here }
    wrote(.comma)
  }

  @inline(__always)
  mutating func push(_ kind: FingerprintFrame.Kind) {
    guard depth < FingerprintScan.deepestFrame else {
      frames[depth].kind = .plain
      excessDepth &+= 1
      return
    }
    depth &+= 1
    var frame = FingerprintFrame()
    frame.kind = kind
    frame.start = here
    frame.elementStart = frame.start
    frames[depth] = frame
  }

  @inline(__always)
  mutating func pop() -> FingerprintFrame.Kind {
    if excessDepth > 0 {
      excessDepth &-= 1
      return .plain
    }
    guard depth > 0 else { return .plain }
    let kind = frames[depth].kind
    if kind != .plain { closeElement() }
    endBranches()
    depth &-= 1
    return kind
  }

  /// Drops the element that ends here if it repeats the one before.
  @inline(__always)
  private mutating func closeElement() {
    let start = frames[depth].elementStart
    let lastStart = frames[depth].lastElementStart
    let lastEnd = frames[depth].lastElementEnd
    guard start < here else { return }
    if lastEnd >= 0 && isSame(start, here, lastStart, lastEnd) {
      count = Int(lastEnd)
    } else {
      frames[depth].lastElementStart = start
      frames[depth].lastElementEnd = here
    }
  }

  @inline(__always)
  private func isSame(_ start: Int32, _ end: Int32, _ otherStart: Int32, _ otherEnd: Int32)
    -> Bool
  {
    guard end &- start == otherEnd &- otherStart else { return false }
    if end &- start == 1 { return output[Int(start)] == output[Int(otherStart)] }
    return memcmp(output + Int(start), output + Int(otherStart), Int(end &- start)) == 0
  }

  /// Closes everything that is still open when the statement ends.
  mutating func closeFramesAtEnd() {
    if isInList {
      endCutList()
    } else if previous == .comma && frames[depth].firstRowEnd == here &- 1 {
      count &-= 1
    }
    while depth > 0 {
      if frames[depth].kind != .plain {
        if previous == .comma { count &-= 1 }
        closeElement()
        previous = .close
      }
      endBranches()
      let wasRow = frames[depth].kind == .row
      depth &-= 1
      let firstRowEnd = Int(frames[depth].firstRowEnd)
      if wasRow && firstRowEnd >= 0 { count = min(count, firstRowEnd) }
    }
    endBranches()
  }
}

extension FingerprintScan {
  /// A `select` begins, whose text starts at `start`.
  mutating func beginSelect(at start: Int) {
    if previous == .open { frames[depth].kind = .plain }
    frames[depth].branchStart = Int32(truncatingIfNeeded: start)
  }

  /// A word ended the branch of a UNION that reached to `wordStart`: `union`, or one after which
  /// there are no more branches.
  mutating func endBranch(at wordStart: Int, isLast: Bool) {
    if frames[depth].branchStart == -1 && !isLast {
      frames[depth].branchStart = frames[depth].start
    }
    if !isLast || frames[depth].lastBranchEnd >= 0 {
      let keptEnd = closeBranch(at: wordStart)
      if keptEnd < wordStart {
        let word = count - wordStart
        memmove(output + keptEnd, output + wordStart, word)
        count = keptEnd + word
      }
    }
    if isLast {
      frames[depth].lastBranchEnd = -1
      frames[depth].branchStart = -1
    } else {
      frames[depth].branchStart = FingerprintFrame.awaited
    }
  }

  /// Ends a UNION where its statement or its parentheses end.
  @inline(__always)
  mutating func endBranches() {
    if frames[depth].lastBranchEnd >= 0 {
      count = closeBranch(at: count)
      frames[depth].lastBranchEnd = -1
    }
    frames[depth].branchStart = -1
  }

  /// The new end of the output: `end`, or that of the branch before if this is the third alike.
  ///
  /// Two stay, which tell a UNION from its branch, and UNION ALL from UNION.
  private mutating func closeBranch(at end: Int) -> Int {
    let end = Int32(truncatingIfNeeded: end)
    let start = frames[depth].branchStart
    let lastEnd = frames[depth].lastBranchEnd
    guard start >= 0, start < end else {
      frames[depth].lastBranchEnd = -1
      return Int(end)
    }
    let repeats =
      lastEnd >= 0 && lastEnd <= start && isSame(start, end, frames[depth].lastBranchStart, lastEnd)
    if repeats, frames[depth].lastBranchRepeats {
      frames[depth].rowMark = -1
      return Int(lastEnd)
    }
    frames[depth].lastBranchRepeats = repeats
    frames[depth].lastBranchStart = start
    frames[depth].lastBranchEnd = end
    return Int(end)
  }
}
