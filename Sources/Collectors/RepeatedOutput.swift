import Telemetry

/// What a command writes over several lives, without what it had written before.
///
///     all that was passed on    head...............................tail
///     kubectl logs -f           head...............................tail|new     as much is left out
///     tail -n 500 -f                       ........................tail|new     up to the tail
///     kubectl logs --tail 5 -f                                       il|new     the tail's end
///
/// Until it is known how a new life begins, what it writes is held back: up to a mebibyte, until
/// it pauses. What is like the head or a part of the tail so far is held back for longer.
struct RepeatedOutput {
  private static let headLength = 1024
  /// Bytes of the tail at least, if there are so many, in whole lines.
  private static let tailLength = 1 << 14
  /// Outputs that agree in fewer bytes need not be the same.
  private static let leastCommonLength = 32
  private static let mostHeld = 1 << 20

  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  /// Bytes of the output that were passed on so far, from its head on.
  private var length = 0
  /// Bytes that were ever passed on.
  private(set) var total = 0
  private var phase = Phase.reading

  private enum Phase {
    /// Passing everything on.
    case reading
    /// It is not known yet whether these bytes are new.
    case searching(Search)
    /// So many bytes are still to be left out.
    case skipping(Int)
  }

  /// What is held back, and what was found out about it.
  private struct Search {
    var held: [UInt8] = []
    /// Whether it may yet begin as all output did, or within the tail.
    var mayBegin = true
    /// The first line that may yet be the tail's first, and how many bytes of it and those after
    /// it are the tail's so far.
    var line = 0
    var matched = 0
  }

  /// What is known of bytes that are held back.
  private enum Verdict {
    /// They begin with so many that were there before, more of which may follow.
    case old(Int, thenSkip: Int = 0)
    /// So far they repeat what was there before.
    case repeating
    case unknown
  }

  /// A new life of the command begins; `finish` ended the last one.
  mutating func restart() {
    if length >= RepeatedOutput.leastCommonLength {
      phase = .searching(Search())
    } else {
      forget()
      phase = .reading
    }
  }

  /// Passes on what is new in `chunk`.
  mutating func read(_ chunk: Bytes, _ body: (Bytes) -> Void) {
    switch phase {
    case .reading: pass(chunk, body)
    case .skipping(let left):
      phase = left > chunk.count ? .skipping(left - chunk.count) : .reading
      pass(Bytes(rebasing: chunk.dropFirst(left)), body)
    case .searching(var search):
      // Taken out, so that its bytes are not copied.
      phase = .reading
      search.held += chunk
      let isTooLong = search.held.count > RepeatedOutput.mostHeld
      switch verdict(on: &search) {
      case .old(let count, let more): leaveOut(count, more, of: search.held, body)
      case .repeating where !isTooLong, .unknown where !isTooLong: phase = .searching(search)
      case .repeating, .unknown: begin(with: search.held, body)
      }
    }
  }

  /// Passes on what is held back, as the command pauses, unless it repeats itself so far.
  mutating func pause(_ body: (Bytes) -> Void) {
    guard case .searching(var search) = phase, !search.held.isEmpty else { return }
    if let count = tailEnd(in: search.held) {
      leaveOut(count, 0, of: search.held, body)
    } else if case .unknown = verdict(on: &search) {
      begin(with: search.held, body)
    }
  }

  /// Passes on what is held back, as the command has ended.
  mutating func finish(_ body: (Bytes) -> Void) { pause(body) }

  private mutating func leaveOut(
    _ count: Int, _ more: Int, of held: [UInt8], _ body: (Bytes) -> Void
  ) {
    let rest = held.count - count
    phase = more > rest ? .skipping(more - rest) : .reading
    held.withUnsafeBytes { pass(Bytes(rebasing: $0.dropFirst(count + more)), body) }
  }

  private mutating func begin(with held: [UInt8], _ body: (Bytes) -> Void) {
    forget()
    phase = .reading
    held.withUnsafeBytes { pass($0, body) }
  }

  private func verdict(on search: inout Search) -> Verdict {
    let known = search.mayBegin ? beginning(of: search.held) : .unknown
    guard case .unknown = known else { return known }
    search.mayBegin = false
    // The tail as a whole, behind lines from before it.
    while true {
      let rest = search.held[(search.line + search.matched)...]
      search.matched += RepeatedOutput.commonLength(rest, tail[search.matched...])
      let common = search.line + search.matched
      if search.matched == tail.count { return .old(common) }
      guard common < search.held.count,
        let end = search.held[search.line...].firstIndex(of: 0x0A)
      else { return .unknown }
      search.line = end + 1
      search.matched = 0
    }
  }

  /// What the first bytes tell: they are those of the head or of a line of the tail.
  private func beginning(of held: [UInt8]) -> Verdict {
    let common = RepeatedOutput.commonLength(held[...], head[...])
    if common == head.count { return .old(common, thenSkip: length - common) }
    if common == held.count { return .repeating }
    for start in lineStarts {
      let common = RepeatedOutput.commonLength(held[...], tail[start...])
      if common == tail.count - start { return .old(common) }
      if common == held.count { return .repeating }
    }
    return .unknown
  }

  /// Bytes at the start that are those at the end of the tail; they may be earlier ones, too.
  private func tailEnd(in held: [UInt8]) -> Int? {
    let start = lineStarts.first { start in
      RepeatedOutput.commonLength(held[...], tail[start...]) == tail.count - start
    }
    return start.map { tail.count - $0 }
  }

  /// Where lines of the tail start from which on there is enough of it.
  private var lineStarts: [Int] {
    guard tail.count >= RepeatedOutput.leastCommonLength else { return [] }
    let ends = tail.dropLast(RepeatedOutput.leastCommonLength).indices.filter { tail[$0] == 0x0A }
    return [0] + ends.map { $0 + 1 }
  }

  private static func commonLength(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    zip(left, right).prefix { $0 == $1 }.count
  }

  private mutating func pass(_ bytes: Bytes, _ body: (Bytes) -> Void) {
    guard !bytes.isEmpty else { return }
    head += bytes.prefix(max(0, RepeatedOutput.headLength - head.count))
    length += bytes.count
    total += bytes.count
    tail += bytes.suffix(2 * RepeatedOutput.tailLength)
    if tail.count >= 2 * RepeatedOutput.tailLength {
      let last = tail.suffix(RepeatedOutput.tailLength)
      let start = last.firstIndex(of: 0x0A).map { $0 + 1 } ?? last.startIndex
      tail.removeFirst(start)
    }
    body(bytes)
  }

  private mutating func forget() {
    head = []
    tail = []
    length = 0
  }
}
