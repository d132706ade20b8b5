/// A statement or a call to another service, with its place in time and what ties it to others.
struct Call: Sendable {
  /// How calls of one request are known to belong together.
  enum Tie: UInt8, Sendable {
    /// An id of the request that they carry.
    case id
    /// The connection they ran on.
    case connection
    /// The log they stand in.
    case log
  }

  var end: Timestamp
  /// 0 where it is not known.
  var seconds: Double
  var uncertainty: Double
  /// Hash of the text as logged; 0 where it is not known.
  var text: UInt64 = 0
  var line: UInt64 = 0
  /// The id, or a hash of the connection or the log.
  var tieHash: UInt64
  /// Place of what was called in the list of subjects.
  var subject: Int32
  /// Place in the list of names of the endpoint that a comment names; -1 without one.
  var named: Int32 = -1
  var source: Int32
  var tie: Tie

  var start: Timestamp { end - seconds }

  init(_ span: Span, of subject: Int, _ source: SourceID) {
    end = span.end
    seconds = span.seconds.isFinite && span.seconds > 0 ? min(span.seconds, 86_400) : 0
    uncertainty = span.uncertainty
    self.subject = Int32(truncatingIfNeeded: subject)
    self.source = Int32(truncatingIfNeeded: source)
    let id = span.requestID != 0 ? span.requestID : span.traceID
    let salt = UInt64(truncatingIfNeeded: source &+ 1) &* 0xD6E8_FEB8_6659_FD93
    if id != 0 {
      tie = .id
      tieHash = id
    } else if span.connectionID != 0 {
      tie = .connection
      tieHash = span.connectionID ^ salt
    } else {
      tie = .log
      tieHash = salt
    }
  }
}

/// Calls whose requests may not have been logged yet, and those of the past whose requests may not
/// have been read yet.
struct WaitingCalls: Sendable {
  private static let kept = 8192
  /// Of the past: a reader hands over up to 8,192 of them at once, and other files are opened
  /// meanwhile.
  private static let pastKept = 32_768
  /// How long a request may end after its last call before the call is judged.
  private static let patienceSeconds = 3.0
  /// Calls of one request are judged together if they lie no further apart than this.
  private static let longestGroupSeconds = 30.0

  private var calls: [Call] = []
  private var past: [Call] = []

  var isFull: Bool { calls.count >= WaitingCalls.kept || past.count >= WaitingCalls.pastKept }

  /// Whether any wait; those of the past count where asked for.
  func isEmpty(withPast: Bool) -> Bool { calls.isEmpty && (past.isEmpty || !withPast) }

  mutating func append(_ call: Call, isPast: Bool) {
    if isPast { past.append(call) } else { calls.append(call) }
  }

  /// Everything, when nothing more will come.
  mutating func takeAll() -> CallGroups {
    var all = calls + past
    (calls, past) = ([], [])
    all.sort { $0.end < $1.end }
    return CallGroups(all)
  }

  /// The calls whose requests must have been logged by `now`, with those of the past where nothing
  /// more of it comes.
  ///
  /// A group that goes on is left alone until it has come to rest.
  mutating func take(now: Timestamp, withPast: Bool) -> CallGroups {
    if withPast {
      calls += past
      past = []
    }
    calls.sort { $0.end < $1.end }
    return CallGroups(Self.take(from: &calls, upTo: now - WaitingCalls.patienceSeconds))
  }

  /// The older half of what there is too much of.
  mutating func takeOlderHalf() -> CallGroups {
    if past.count >= WaitingCalls.pastKept {
      return CallGroups(Self.takeOlderHalf(of: &past, most: WaitingCalls.pastKept))
    }
    return CallGroups(Self.takeOlderHalf(of: &calls, most: WaitingCalls.kept))
  }

  /// All of them where most of them are one group that goes on.
  private static func takeOlderHalf(of calls: inout [Call], most: Int) -> [Call] {
    guard !calls.isEmpty else { return [] }
    calls.sort { $0.end < $1.end }
    let middle = calls[calls.count / 2].end
    var ready = take(from: &calls, upTo: middle)
    if calls.count >= most {
      ready += calls
      ready.sort { $0.end < $1.end }
      calls = []
    }
    return ready
  }

  /// The calls of groups that have come to rest by then, out of calls in the order of their ends.
  private static func take(from calls: inout [Call], upTo cutoff: Timestamp) -> [Call] {
    let rests = rests(of: calls, before: cutoff)
    var ready: [Call] = []
    ready.reserveCapacity(calls.count)
    var kept = 0
    for (place, call) in calls.enumerated() {
      if call.end > cutoff || call.end > rests[place] {
        calls[kept] = call
        kept += 1
      } else {
        ready.append(call)
      }
    }
    calls.removeLast(calls.count - kept)
    return ready
  }

  /// For each call the instant up to which its group has come to rest.
  private static func rests(of calls: [Call], before cutoff: Timestamp) -> [Timestamp] {
    var groups = HashPlaces(expecting: calls.count / 4)
    let places = calls.map { groups.place(of: $0.tieHash) }
    var goesOn = Array(repeating: false, count: groups.count)
    for (place, call) in zip(places, calls) where call.end > cutoff { goesOn[place] = true }
    // A longer group is judged in parts.
    let oldest = cutoff - WaitingCalls.longestGroupSeconds
    var rest = Array(repeating: oldest, count: groups.count)
    var last = Array(repeating: Timestamp(microseconds: .min), count: groups.count)
    for (place, call) in zip(places, calls) where goesOn[place] {
      let before = last[place]
      last[place] = call.end
      guard before.microseconds != .min, before <= cutoff,
        call.start - before > BurstJudge.longestGapSeconds
      else { continue }
      rest[place] = max(oldest, before)
    }
    return places.map { goesOn[$0] ? rest[$0] : cutoff }
  }
}

/// Calls by what ties them together.
struct CallGroups: Sendable {
  /// All calls, those of one group side by side in the order of their ends.
  private(set) var calls: [Call]
  /// Where each group begins.
  private var starts: [Int]

  /// Sorts calls, which are in the order of their ends, into groups.
  init(_ ordered: [Call]) {
    var groups = HashPlaces(expecting: ordered.count / 4)
    let places = ordered.map { groups.place(of: $0.tieHash) }
    var next = Array(repeating: 0, count: groups.count + 1)
    for place in places { next[place + 1] += 1 }
    for group in 0..<groups.count { next[group + 1] += next[group] }
    starts = next
    calls = ordered
    for (place, call) in zip(places, ordered) {
      calls[next[place]] = call
      next[place] += 1
    }
  }

  /// Calls `body` with each group of at least so many calls, in the order of ends and lines.
  func forEach(fewest: Int, _ body: (Call.Tie, [Call]) -> Void) {
    for (start, end) in zip(starts, starts.dropFirst()) where end - start >= fewest {
      let group = calls[start..<end].sorted { ($0.end, $0.line) < ($1.end, $1.line) }
      body(group[0].tie, group)
    }
  }
}
