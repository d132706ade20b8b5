/// What tells the requests of one visitor from those of others, the surest first.
package enum SessionIdentity: UInt8, Comparable, Sendable {
  /// The id of a session or of a client (a cookie, a device), as the line carries it.
  case session
  /// The user that the line names.
  case user
  /// Address and user agent: a guess, for people behind one address may share both.
  case addressAndAgent
  /// The address alone: a worse guess.
  case address

  /// Whether it is only likely that one identity is one visitor.
  package var isGuess: Bool { self >= .addressAndAgent }

  /// How people call it.
  package var name: String {
    switch self {
    case .session: "session"
    case .user: "user"
    case .addressAndAgent: "address and agent"
    case .address: "address"
    }
  }

  package static func < (left: SessionIdentity, right: SessionIdentity) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// When a session ends, and when it counts as active.
package enum SessionRules {
  /// Longest pause inside a session in seconds, unless the user says otherwise.
  ///
  /// Half an hour is the default of web analytics:
  /// https://support.google.com/analytics/answer/12798876
  package static let gapSeconds = 1800.0
  /// A session is active when its last request is at most so many seconds old.
  package static let activeSeconds = 300.0

  static let gapMicroseconds = Int64(gapSeconds * 1_000_000)
}

/// Requests of one identity without a pause that ends a session.
///
/// 32 bytes; what was said in the log is not kept, only its hash.
package struct SessionRun: Hashable, Sendable {
  /// The hash of who it was: the lower half is that of the address where there is nothing better,
  /// so that `SessionSampling` can leave a request out before it looks at the agent.
  package var identity: UInt64
  /// When its first request ended.
  package var first: Timestamp
  /// When its last request so far ended.
  package var last: Timestamp
  /// Requests of the run, at least one.
  package var requests: UInt32
  /// By what its requests were told apart; the surest of them.
  package var kind: SessionIdentity
  /// One of so many sessions was kept, as a power of two.
  package var exponent: UInt8 = 0

  /// One request.
  package init(identity: UInt64, kind: SessionIdentity, time: Timestamp) {
    self.identity = identity
    self.kind = kind
    first = time
    last = time
    requests = 1
  }

  /// How many sessions it stands for.
  package var weight: Double { SessionRun.weight(exponent: exponent) }

  /// How many sessions one stands for of which one in so many was kept, as a power of two.
  static func weight(exponent: UInt8) -> Double { Double(UInt64(1) << UInt64(min(exponent, 62))) }

  /// Whether `later`, which does not begin before it, is the same session going on after a pause
  /// of at most `gap` microseconds.
  @inline(__always)
  func goesOn(in later: SessionRun, gap: Int64) -> Bool {
    identity == later.identity && later.first.microseconds &- last.microseconds <= gap
  }

  /// Takes in a run that goes on in this one.
  mutating func merge(_ other: SessionRun) {
    first = min(first, other.first)
    last = max(last, other.last)
    requests &+= other.requests
    kind = min(kind, other.kind)
    // What was added to the sample last counts for less; see `SessionTable.widen`.
    exponent = min(exponent, other.exponent)
  }
}

/// Which identities are kept when there are more than there is room for.
///
/// Whoever is kept is kept with all requests, in every part of a log and every source, because a
/// hash decides: sampling by hash leaves distributions as they are, and counts are scaled up
/// (Gibbons, https://www.vldb.org/conf/2001/P541.pdf). Each step halves what is kept: the first
/// steps by addresses, which are hashed at once, the others by the whole identity.
package struct SessionSampling: Hashable, Sendable {
  /// Bits at the low end of an identity that must be zero.
  package var addressBits: UInt8 = 0
  /// Bits at its high end that must be zero.
  package var identityBits: UInt8 = 0

  /// Everything is kept.
  package init() {}

  /// One identity of so many is kept, as a power of two.
  package var exponent: UInt8 { addressBits &+ identityBits }

  /// Low bits of an address's hash that must be zero.
  @inline(__always)
  var addressMask: UInt64 { (1 &<< UInt64(addressBits)) &- 1 }

  /// Whether an identity is kept.
  @inline(__always)
  func keeps(_ identity: UInt64) -> Bool {
    identity & addressMask == 0 && identity.leadingZeroBitCount >= Int(identityBits)
  }

  /// Keeps only what both keep.
  mutating func narrow(to other: SessionSampling) {
    addressBits = max(addressBits, other.addressBits)
    identityBits = max(identityBits, other.identityBits)
  }

  /// Addresses from which on leaving out some of them is no loss, unless a balancer is one.
  private static let enoughAddresses = 64
  /// Steps by addresses: after four of them most requests cost next to nothing, while
  /// many visitors behind few addresses would make an estimate worse with each step.
  private static let mostAddressBits: UInt8 = 4

  /// Halves what is kept of `runs`, which do not fit.
  mutating func narrow(for runs: [SessionRun]) {
    if addressBits < SessionSampling.mostAddressBits, isSpread(runs) {
      addressBits += 1
    } else {
      identityBits = min(32, identityBits + 1)
    }
  }

  /// Whether there are many addresses and none has a great part of the sessions.
  private func isSpread(_ runs: [SessionRun]) -> Bool {
    // Addresses that share a cell can only make it look fuller than it is: most often that is
    // answer enough, and cheaper than telling all of them apart.
    let cells = 512
    let isClear = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: cells) { counts in
      counts.initialize(repeating: 0)
      for run in runs {
        counts[Int(truncatingIfNeeded: run.identity &>> UInt64(addressBits)) & (cells - 1)] += 1
      }
      let used = counts.count { $0 > 0 }
      return used >= SessionSampling.enoughAddresses && Int(counts.max() ?? 0) * 4 <= runs.count
    }
    if isClear { return true }
    var byAddress: [UInt32: Int] = [:]
    for run in runs { byAddress[UInt32(truncatingIfNeeded: run.identity), default: 0] += 1 }
    let most = byAddress.values.max() ?? 0
    return byAddress.count >= SessionSampling.enoughAddresses && most * 4 <= runs.count
  }

  /// Keeps twice as much from now on.
  mutating func widen() {
    if identityBits > 0 { identityBits -= 1 } else if addressBits > 0 { addressBits -= 1 }
  }
}

/// The sessions of one source in one interval, or as much of them as there was room for.
package struct SessionRuns: Hashable, Sendable {
  /// By identity and first request; no two of one identity are closer than the longest pause.
  package var runs: [SessionRun]
  /// Which identities `runs` was kept to, where there were too many.
  package var sampling: SessionSampling
  /// Longest pause inside a session, in microseconds.
  package var gap: Int64

  /// Sessions in any order, which are put in order and joined where one goes on in the other.
  package init(
    _ runs: [SessionRun], sampling: SessionSampling = .init(),
    gap: Int64 = Int64(SessionRules.gapSeconds * 1_000_000)
  ) {
    self.runs = runs
    self.sampling = sampling
    self.gap = gap
    self.runs.joinSessions(gap: gap)
  }

  /// Sessions that were put in order and joined.
  init(joined runs: [SessionRun], sampling: SessionSampling, gap: Int64) {
    self.runs = runs
    self.sampling = sampling
    self.gap = gap
  }
}

extension [SessionRun] {
  /// Sorts by identity and time, and joins runs of one identity that no long pause parts.
  mutating func joinSessions(gap: Int64) {
    sortByIdentity()
    joinNeighbours(gap: gap)
  }

  /// Joins those in order that go on in the next one.
  private mutating func joinNeighbours(gap: Int64) {
    guard var kept = indices.first else { return }
    for place in indices.dropFirst() {
      if self[kept].goesOn(in: self[place], gap: gap) {
        self[kept].merge(self[place])
      } else {
        kept += 1
        if kept < place { self[kept] = self[place] }
      }
    }
    removeSubrange((kept + 1)...)
  }

  /// Takes in the sessions of another list, both in order; those are joined that go on from one list
  /// to the other.
  ///
  /// Cost: linear in both, without a list of its own.
  mutating func merge(_ others: [SessionRun], gap: Int64) {
    guard !others.isEmpty else { return }
    var left = count - 1
    var right = others.count - 1
    reserve(others.count)
    append(contentsOf: others)
    // From the end, where there is room.
    for place in indices.reversed() {
      guard right >= 0 else { break }
      let takesLeft =
        left >= 0
        && (others[right].identity, others[right].first) < (self[left].identity, self[left].first)
      self[place] = takesLeft ? self[left] : others[right]
      if takesLeft { left -= 1 } else { right -= 1 }
    }
    joinNeighbours(gap: gap)
  }
}
