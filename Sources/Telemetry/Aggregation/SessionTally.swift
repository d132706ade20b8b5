/// The sessions of one log since the last batch: who asked, from when to when, how often.
///
/// Cost of a request: a hash of its address, and one of its agent and a look-up where the address
/// is kept. Memory: at most 224 KiB while there are very many visitors, nothing while there is none.
struct SessionTally: Sendable {
  /// Sessions from which on only a share of the identities is kept.
  private let capacity: Int
  /// Longest pause inside a session, in microseconds.
  private let gap: Int64
  private var sampling = SessionSampling()
  private var addressMask: UInt64 = 0
  /// The last session of each identity; open addressing, an identity of 0 marks a free place.
  private var open: [SessionRun] = []
  private var openCount = 0
  /// Sessions that another one of the same identity follows, and late lines.
  private var closed: [SessionRun] = []

  /// Places from which on the next batch counts: those that the last one needed.
  private var usualPlaces = SessionTally.smallest

  private static let free = SessionRun(
    identity: 0, kind: .address, time: Timestamp(microseconds: 0))
  private static let smallest = 64

  init(capacity: Int = 3072, gap: Int64 = SessionRules.gapMicroseconds) {
    self.capacity = capacity
    self.gap = gap
  }

  /// Counts one request; those that do not say who asked belong to no session.
  @inline(__always)
  mutating func add(_ record: UnsafePointer<LogRecord>, _ time: Timestamp) {
    guard record.pointee.session.isEmpty, record.pointee.user.isEmpty else {
      return addNamed(record, time)
    }
    guard !record.pointee.client.isEmpty else { return }
    let address = VisitorHash.address(record.pointee.client)
    if address & addressMask == 0 { addVisitor(address, record, time) }
  }

  @inline(never)
  private mutating func addNamed(_ record: UnsafePointer<LogRecord>, _ time: Timestamp) {
    if record.pointee.session.isEmpty {
      count(VisitorHash.name(record.pointee.user, kind: .user), .user, time)
    } else {
      count(VisitorHash.name(record.pointee.session, kind: .session), .session, time)
    }
  }

  @inline(never)
  private mutating func addVisitor(
    _ address: UInt64, _ record: UnsafePointer<LogRecord>, _ time: Timestamp
  ) {
    let agent = VisitorAgent.text(of: record.pointee.agent)
    if agent.isEmpty {
      // An own address that no agent stands beside is a proxy's or a probe's, nobody's.
      guard !PeerAddress.isInternal(record.pointee.client) else { return }
      count(VisitorHash.visitor(address, agent), .address, time)
    } else {
      count(VisitorHash.visitor(address, agent), .addressAndAgent, time)
    }
  }

  private mutating func count(_ identity: UInt64, _ kind: SessionIdentity, _ time: Timestamp) {
    guard sampling.keeps(identity) else { return }
    if openCount &* 4 > open.count &* 3 || open.isEmpty { grow() }
    let slot = place(of: identity)
    var run = open[slot]
    guard run.identity == identity else {
      open[slot] = SessionRun(identity: identity, kind: kind, time: time)
      openCount &+= 1
      return makeRoom()
    }
    let sinceLast = time.microseconds &- run.last.microseconds
    let beforeFirst = run.first.microseconds &- time.microseconds
    if sinceLast <= gap, beforeFirst <= gap {
      if sinceLast > 0 { run.last = time }
      if beforeFirst > 0 { run.first = time }
      run.requests &+= 1
      open[slot] = run
      return
    }
    let other = SessionRun(identity: identity, kind: kind, time: time)
    closed.append(sinceLast > 0 ? run : other)
    if sinceLast > 0 { open[slot] = other }
    makeRoom()
  }

  /// The slot that holds an identity, or the free one where it belongs.
  @inline(__always)
  private func place(of identity: UInt64) -> Int {
    // Sampling makes the bits at both ends alike; a product spreads those between
    // (Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4).
    let spread = identity &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: spread >> 40) & (open.count &- 1)
    while open[slot].identity != identity, open[slot].identity != 0 {
      slot = (slot &+ 1) & (open.count &- 1)
    }
    return slot
  }

  private mutating func grow() {
    if open.isEmpty {
      open = [SessionRun](repeating: SessionTally.free, count: usualPlaces)
    } else {
      rebuild(open.filter { $0.identity != 0 }, slots: open.count * 2)
    }
  }

  private mutating func rebuild(_ runs: [SessionRun], slots: Int) {
    open = [SessionRun](repeating: SessionTally.free, count: slots)
    openCount = runs.count
    for run in runs { open[place(of: run.identity)] = run }
  }

  /// Joins what belongs together, and keeps fewer identities while that is not enough.
  @inline(__always)
  private mutating func makeRoom() {
    if openCount &+ closed.count > capacity { shrink() }
  }

  @inline(never)
  private mutating func shrink() {
    // Where no session follows another of the same visitor there is nothing to join.
    var runs = closed.isEmpty ? open.filter { $0.identity != 0 } : everything
    // Joining alone must gain something, or it would be tried at each request.
    while runs.count > capacity * 7 / 8 {
      sampling.narrow(for: runs)
      runs.removeAll { !sampling.keeps($0.identity) }
    }
    addressMask = sampling.addressMask
    closed.removeAll(keepingCapacity: true)
    var latest: [SessionRun] = []
    for run in runs {
      if let last = latest.last, last.identity == run.identity {
        closed.append(last)
        latest[latest.count - 1] = run
      } else {
        latest.append(run)
      }
    }
    rebuild(latest, slots: open.count)
  }

  private var everything: [SessionRun] {
    var runs = open.filter { $0.identity != 0 }
    runs.append(contentsOf: closed)
    runs.joinSessions(gap: gap)
    return runs
  }

  /// What was counted, and a new start; `nil` when no request said who asked.
  mutating func take() -> SessionRuns? {
    guard openCount > 0 || !closed.isEmpty || sampling.exponent > 0 else { return nil }
    var runs = everything
    for place in runs.indices { runs[place].exponent = sampling.exponent }
    let taken = SessionRuns(joined: runs, sampling: sampling, gap: gap)
    let isHalfEmpty = openCount &* 3 < open.count
    let places = max(SessionTally.smallest, isHalfEmpty ? open.count / 2 : open.count)
    self = SessionTally(capacity: capacity, gap: gap)
    usualPlaces = places
    return taken
  }
}

/// Hashes of who asked, the same for every part of a log and every source.
enum VisitorHash {
  /// The hash of an address; one of up to sixteen bytes takes two loads.
  @inline(__always)
  static func address(_ text: Bytes) -> UInt64 {
    guard text.count >= 8, text.count <= 16 else { return FingerprintHash.of(text) }
    let low = text.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let high = text.loadUnaligned(fromByteOffset: text.count &- 8, as: UInt64.self)
    return FingerprintHash.of(UInt64(littleEndian: low), UInt64(littleEndian: high), text.count)
  }

  /// Who asks from an address with an agent: the address's half below, that of both above.
  @inline(__always)
  static func visitor(_ address: UInt64, _ agent: Bytes) -> UInt64 {
    let whole = FingerprintHash.ofLong(agent, seed: address)
    return either(address & 0xFFFF_FFFF | whole & 0xFFFF_FFFF_0000_0000)
  }

  /// A user or a session by its name.
  static func name(_ text: Bytes, kind: SessionIdentity) -> UInt64 {
    either(FingerprintHash.of(text, seed: UInt64(kind.rawValue) &+ 1))
  }

  /// 0 stands for nobody.
  @inline(__always)
  private static func either(_ hash: UInt64) -> UInt64 { hash == 0 ? 1 << 32 : hash }
}

/// The agent in what a record has of it.
enum VisitorAgent {
  /// The agent itself; of a line's rest ` "referer" "agent" ...` the second quoted field.
  ///
  /// Empty when there is none, or a dash in its place.
  @inline(__always)
  static func text(of text: Bytes) -> Bytes {
    guard text.count > 1 else { return .none }
    guard text[0] == UInt8(ascii: " ") else { return text }
    guard let start = start(in: text), var end = text.find(UInt8(ascii: "\""), from: start) else {
      return .none
    }
    if text[end &- 1] == UInt8(ascii: "\\") { end = text.closingQuote(from: start) ?? end }
    let isDash = end &- start == 1 && text[start] == UInt8(ascii: "-")
    return isDash || end == start ? .none : text.part(start, end)
  }

  /// Where the agent begins behind the referer, which is a dash in most lines.
  @inline(__always)
  private static func start(in text: Bytes) -> Int? {
    if text.count >= 8 {
      let head = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
      // The bytes ` "-" "`, from the end.
      if head & 0xFFFF_FFFF_FFFF == 0x2220_222D_2220 { return 6 }
    }
    return startBehindReferer(text)
  }

  @inline(never)
  private static func startBehindReferer(_ text: Bytes) -> Int? {
    guard text.has(" \"", at: 0), let referer = text.closingQuote(from: 2),
      text.has(" \"", at: referer &+ 1)
    else { return nil }
    return referer &+ 3
  }
}
