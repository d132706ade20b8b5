/// Finds requests that make many alike calls, in bounded memory.
///
/// Calls wait until the requests around them must have been logged; then they are sorted by what
/// ties them together (an id, a connection, or their order in the log) and judged by `BurstJudge`.
///
///     spans ─▶ pending ─by id, connection or log─▶ groups ─BurstJudge─▶ bursts by subject
struct CallBursts: Sendable {
  struct Call: Sendable {
    /// Place in `subjects`.
    var subject: Int
    /// Hash of the text as logged; 0 where it is not known.
    var text: UInt64
    var end: Timestamp
    /// 0 where it is not known.
    var seconds: Double
    var uncertainty: Double
    var source: SourceID
    var line: UInt64
    /// Place in `names` of the endpoint that a comment names; -1 without one.
    var named: Int
    var group: Group

    var start: Timestamp { end - seconds }
  }

  /// What ties calls together.
  enum Group: Hashable, Sendable {
    case id(UInt64)
    case connection(SourceID, UInt64)
    case log(SourceID)
  }

  /// How many statements of a kind there were, and how many had a text seen shortly before.
  struct Repeats: Sendable {
    var calls: UInt64 = 0
    var repeated: UInt64 = 0
    private var recent = SIMD8<UInt64>.zero
    private var next = 0

    mutating func note(_ text: UInt64) {
      guard text != 0 else { return }
      calls &+= 1
      if any(recent .== SIMD8(repeating: text)) {
        repeated &+= 1
      } else {
        recent[next] = text
        next = (next + 1) & 7
      }
    }
  }

  /// Statements per request as an application counts them itself.
  struct RequestFigures: Sendable {
    var requests: UInt64 = 0
    var statements: UInt64 = 0
    var most: Int32 = 0
  }

  private static let pendingKept = 16_384
  private static let subjectsKept = 700
  private static let namesKept = 2000
  private static let burstsKept = 64
  /// How long a request may end after its last call before the call is judged.
  private static let patienceSeconds = 3.0
  /// Calls of one request are judged together if they lie no further apart than this.
  private static let longestGroupSeconds = 30.0

  private var pending: [Call] = []
  private var subjects: [CallSubject] = []
  private var placeOfSubject: [CallSubject: Int] = [:]
  private var names: [EndpointName] = []
  private var placeOfName: [EndpointName: Int] = [:]
  private var found: [CallSubject: [CallBurst]] = [:]
  private var repeatsOf: [CallSubject: Repeats] = [:]
  /// Bursts of a subject that came after another one, by the id of that other statement.
  private var followers: [CallSubject: [UInt64: Int]] = [:]
  private var judgedCalls: [UInt64: Int] = [:]
  private(set) var figures: [EndpointName: RequestFigures] = [:]
  private var settledAt: Timestamp?

  /// Whether so much waits that it must be judged at once.
  var isFull: Bool { pending.count >= CallBursts.pendingKept }

  mutating func fold(_ batch: Batch) {
    for query in batch.querySpans {
      guard let subject = place(of: .query(query.query)) else { continue }
      repeatsOf[subjects[subject], default: Repeats()].note(query.literals)
      let named = query.endpoint.flatMap { endpoint in
        batch.spanEndpoints.indices.contains(endpoint)
          ? place(ofName: batch.spanEndpoints[endpoint]) : nil
      }
      append(
        subject, query.span, text: query.literals, line: query.line, named: named ?? -1,
        batch.source)
    }
    for call in batch.outboundSpans where batch.outboundNames.indices.contains(call.name) {
      guard let subject = place(of: .outbound(batch.outboundNames[call.name])) else { continue }
      append(subject, call.span, text: call.target, line: call.line, named: -1, batch.source)
    }
    for request in batch.requestSpans where request.queryCount >= 0 {
      guard batch.spanEndpoints.indices.contains(request.endpoint) else { continue }
      count(request.queryCount, of: batch.spanEndpoints[request.endpoint])
    }
  }

  private mutating func append(
    _ subject: Int, _ span: Span, text: UInt64, line: UInt64, named: Int, _ source: SourceID
  ) {
    let id = span.requestID != 0 ? span.requestID : span.traceID
    let group: Group =
      id != 0
      ? .id(id)
      : span.connectionID != 0 ? .connection(source, span.connectionID) : .log(source)
    let seconds = span.seconds.isFinite && span.seconds > 0 ? min(span.seconds, 86_400) : 0
    pending.append(
      Call(
        subject: subject, text: text, end: span.end, seconds: seconds,
        uncertainty: span.uncertainty, source: source, line: line, named: named, group: group))
  }

  private mutating func count(_ statements: Int32, of endpoint: EndpointName) {
    guard figures[endpoint] != nil || figures.count < CallBursts.namesKept else { return }
    var known = figures[endpoint] ?? RequestFigures()
    known.requests &+= 1
    known.statements &+= UInt64(statements)
    known.most = max(known.most, statements)
    figures[endpoint] = known
  }

  private mutating func place(of subject: CallSubject) -> Int? {
    if let known = placeOfSubject[subject] { return known }
    guard subjects.count < CallBursts.subjectsKept else { return nil }
    placeOfSubject[subject] = subjects.count
    subjects.append(subject)
    return subjects.count - 1
  }

  private mutating func place(ofName name: EndpointName) -> Int? {
    if let known = placeOfName[name] { return known }
    guard names.count < CallBursts.namesKept else { return nil }
    placeOfName[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// Whether it is worth while to judge again: at most once in two seconds.
  func canSettle(now: Timestamp) -> Bool {
    guard !pending.isEmpty else { return false }
    return settledAt.map { abs(now - $0) >= 2 } ?? true
  }

  /// Judges what is left, when nothing more will come.
  mutating func settleAll(requests: RequestIndex) {
    judge(pending, requests)
    pending = []
  }

  /// Judges the calls whose requests must have been logged by `now`; `nil` judges the older half.
  mutating func settle(now: Timestamp?, requests: RequestIndex) {
    pending.sort { $0.end < $1.end }
    settledAt = now ?? settledAt
    let cutoff: Timestamp
    if let now {
      cutoff = now - CallBursts.patienceSeconds
    } else {
      cutoff = pending.isEmpty ? Timestamp(microseconds: 0) : pending[pending.count / 2].end
    }
    // A group that goes on after the cutoff is judged when it has come to rest.
    var lastOfGroup: [Group: Timestamp] = [:]
    for call in pending where call.end > cutoff {
      lastOfGroup[call.group] = max(lastOfGroup[call.group] ?? call.end, call.end)
    }
    let oldest = cutoff - CallBursts.longestGroupSeconds
    var ready: [Call] = []
    var waiting: [Call] = []
    var resting: [Group: Timestamp] = [:]
    if !lastOfGroup.isEmpty { resting = pauses(of: lastOfGroup, before: cutoff) }
    for call in pending {
      if call.end > cutoff {
        waiting.append(call)
      } else if lastOfGroup[call.group] != nil, call.end > oldest,
        call.end > resting[call.group] ?? oldest
      {
        waiting.append(call)
      } else {
        ready.append(call)
      }
    }
    if now == nil, waiting.count >= CallBursts.pendingKept {
      ready = pending
      waiting = []
    }
    pending = waiting
    judge(ready, requests)
  }

  /// The end of the last call of each group after which it was idle for a while, before `cutoff`.
  private func pauses(
    of groups: [Group: Timestamp], before cutoff: Timestamp
  ) -> [Group: Timestamp] {
    var last: [Group: Timestamp] = [:]
    var pause: [Group: Timestamp] = [:]
    for call in pending where groups[call.group] != nil {
      if let before = last[call.group], before <= cutoff,
        call.start - before > BurstJudge.longestGapSeconds
      {
        pause[call.group] = before
      }
      last[call.group] = call.end
    }
    return pause
  }

  private mutating func judge(_ calls: [Call], _ requests: RequestIndex) {
    guard !calls.isEmpty else { return }
    var groups: [Group: [Call]] = [:]
    for call in calls { groups[call.group, default: []].append(call) }
    let judge = BurstJudge(requests: requests, names: names)
    var bursts: [(subject: Int, burst: CallBurst)] = []
    for (group, calls) in groups where calls.count >= BurstJudge.fewestCalls {
      bursts += judge.bursts(in: calls.sorted { ($0.end, $0.line) < ($1.end, $1.line) }, of: group)
    }
    bursts.sort { ($0.burst.end, $0.burst.firstLine) < ($1.burst.end, $1.burst.firstLine) }
    for call in calls {
      if case .query(let id) = subjects[call.subject] { judgedCalls[id, default: 0] += 1 }
    }
    for (subject, judged) in bursts {
      var burst = judged
      burst.predecessor = 0
      if judged.predecessor > 0, case .query(let id) = subjects[Int(judged.predecessor) - 1] {
        burst.predecessor = id
        followers[subjects[subject], default: [:]][id, default: 0] += 1
      }
      found[subjects[subject], default: []].append(burst)
      if found[subjects[subject], default: []].count > CallBursts.burstsKept {
        found[subjects[subject]]?.removeFirst()
      }
    }
  }

  /// The bursts of a subject that ended in `range`; `nil` for none.
  func summary(of subject: CallSubject, in range: TimeRange) -> BurstSummary? {
    let bursts = (found[subject] ?? []).filter { $0.end >= range.from && $0.end <= range.to }
    return bursts.isEmpty ? nil : BurstSummary(bursts: bursts)
  }

  /// The statement after which a subject's bursts come, as a list before what is loaded for each of
  /// its rows, with the share of its calls that a burst follows (0...1).
  func parent(of subject: CallSubject) -> (id: UInt64, bursts: Int, share: Double)? {
    let after = followers[subject] ?? [:]
    guard let usual = after.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let share = Double(usual.value) / Double(max(1, judgedCalls[usual.key] ?? 0))
    return (usual.key, usual.value, min(1, share))
  }

  /// How often a statement came with the very text of shortly before.
  func repeats(of subject: CallSubject) -> Repeats? { repeatsOf[subject] }
}

extension CallBursts {
  /// Statements with bursts, for tests and for those who ask by id.
  func summary(ofQuery id: UInt64, in range: TimeRange) -> BurstSummary? {
    summary(of: .query(id), in: range)
  }
}
