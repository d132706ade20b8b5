/// Finds requests that make many alike calls, in bounded memory.
///
/// Calls wait until the requests around them must have been logged, those of the past until nothing
/// more of it comes; then they are sorted by what ties them together (an id, a connection, or their
/// order in the log) and judged by `BurstJudge`.
///
///     spans ─▶ WaitingCalls ─by id, connection or log─▶ groups ─BurstJudge─▶ bursts by subject
struct CallBursts: Sendable {
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

  /// What is known of one statement, or of calls of one route to another service.
  private struct Subject: Sendable {
    let subject: CallSubject
    /// In the order of their ends.
    private(set) var bursts: [CallBurst] = []
    /// Bursts that are no longer remembered, and when the first of all began.
    private(set) var forgotten = 0
    private(set) var begun: Timestamp?
    /// When the first of those came that came without a long silence up to the newest.
    private(set) var ranSince: Timestamp?
    var repeats = Repeats()
    var judgedCalls = 0
    /// Bursts that came after another statement, by the id of that one.
    var followed: [UInt64: Int] = [:]

    init(_ subject: CallSubject) { self.subject = subject }

    /// Keeps the newest bursts, also where the past is read backwards.
    mutating func remember(_ burst: CallBurst) {
      begun = min(begun ?? burst.start, burst.start)
      if let last = bursts.last, burst.end < last.end {
        if let since = ranSince, since - burst.end < Finding.pauseSeconds {
          ranSince = min(since, burst.start)
        }
        let place = bursts.firstIndex { $0.end > burst.end } ?? bursts.endIndex
        bursts.insert(burst, at: place)
      } else {
        let pause = bursts.last.map { burst.start - $0.end } ?? Finding.pauseSeconds
        if pause >= Finding.pauseSeconds { ranSince = burst.start }
        bursts.append(burst)
      }
      guard bursts.count > CallBursts.burstsKept else { return }
      bursts.removeFirst()
      forgotten += 1
    }
  }

  private static let subjectsKept = 700
  private static let namesKept = 2000
  private static let burstsKept = 64

  private var waiting = WaitingCalls()
  private var subjects: [Subject] = []
  /// Places in `subjects` of statements, by the place of their id in `queries`; -1 for none.
  private var placeOfQuery: [Int32] = []
  private var queries = HashPlaces(expecting: 500)
  private var placeOfOutbound: [EndpointName: Int] = [:]
  private var names: [EndpointName] = []
  private var placeOfName: [EndpointName: Int] = [:]
  private(set) var figures: [EndpointName: RequestFigures] = [:]
  private var settledAt: Timestamp?

  /// Whether so much waits that it must be judged at once.
  var isFull: Bool { waiting.isFull }

  mutating func fold(_ batch: Batch) {
    let border = batch.time - QueryAttribution.pastSeconds
    var named: [Int32?] = Array(repeating: nil, count: batch.spanEndpoints.count)
    for query in batch.querySpans {
      guard let subject = place(ofQuery: query.query) else { continue }
      subjects[subject].repeats.note(query.literals)
      var name: Int32 = -1
      if let endpoint = query.endpoint, named.indices.contains(endpoint) {
        name = named[endpoint] ?? place(ofName: batch.spanEndpoints[endpoint])
        named[endpoint] = name
      }
      var call = Call(query.span, of: subject, batch.source)
      call.text = query.literals
      call.line = query.line
      call.named = name
      waiting.append(call, isPast: call.end < border)
    }
    for outbound in batch.outboundSpans where batch.outboundNames.indices.contains(outbound.name) {
      guard let subject = place(ofOutbound: batch.outboundNames[outbound.name]) else { continue }
      var call = Call(outbound.span, of: subject, batch.source)
      call.text = outbound.target
      call.line = outbound.line
      waiting.append(call, isPast: call.end < border)
    }
    for request in batch.requestSpans where request.queryCount >= 0 {
      guard batch.spanEndpoints.indices.contains(request.endpoint) else { continue }
      count(request.queryCount, of: batch.spanEndpoints[request.endpoint])
    }
  }

  private mutating func count(_ statements: Int32, of endpoint: EndpointName) {
    guard figures[endpoint] != nil || figures.count < CallBursts.namesKept else { return }
    var known = figures[endpoint] ?? RequestFigures()
    known.requests &+= 1
    known.statements &+= UInt64(statements)
    known.most = max(known.most, statements)
    figures[endpoint] = known
  }

  private mutating func place(ofQuery id: UInt64) -> Int? {
    if let known = queries.known(id) { return Int(placeOfQuery[known]) }
    // What shares the row of "(other)" is not alike.
    guard id != QueryTable.otherID, let place = enter(.query(id)) else { return nil }
    _ = queries.place(of: id)
    placeOfQuery.append(Int32(place))
    return place
  }

  private mutating func place(ofOutbound name: EndpointName) -> Int? {
    if let known = placeOfOutbound[name] { return known }
    guard let place = enter(.outbound(name)) else { return nil }
    placeOfOutbound[name] = place
    return place
  }

  private mutating func enter(_ subject: CallSubject) -> Int? {
    guard subjects.count < CallBursts.subjectsKept else { return nil }
    subjects.append(Subject(subject))
    return subjects.count - 1
  }

  /// Place in `names`; -1 where there is no room.
  private mutating func place(ofName name: EndpointName) -> Int32 {
    if let known = placeOfName[name] { return Int32(known) }
    guard names.count < CallBursts.namesKept else { return -1 }
    placeOfName[name] = names.count
    names.append(name)
    return Int32(names.count - 1)
  }

  /// Whether it is worth while to judge again: at most once in two seconds.
  func canSettle(now: Timestamp, withPast: Bool) -> Bool {
    guard !waiting.isEmpty(withPast: withPast) else { return false }
    return settledAt.map { abs(now - $0) >= 2 } ?? true
  }

  /// Judges what is left, when nothing more will come.
  mutating func settleAll(requests: RequestIndex) {
    judge(waiting.takeAll(), requests)
  }

  /// Judges the calls whose requests must have been logged by `now`, and those of the past where
  /// nothing more of it comes; `nil` judges the older half of what there is too much of.
  mutating func settle(now: Timestamp?, withPast: Bool = true, requests: RequestIndex) {
    guard let now else { return judge(waiting.takeOlderHalf(), requests) }
    settledAt = now
    judge(waiting.take(now: now, withPast: withPast), requests)
  }

  private mutating func judge(_ groups: CallGroups, _ requests: RequestIndex) {
    let judge = BurstJudge(requests: requests, names: names)
    var found: [(subject: Int, burst: CallBurst)] = []
    groups.forEach(fewest: BurstJudge.fewestCalls) { tie, calls in
      found += judge.bursts(in: calls, of: tie)
    }
    found.sort { ($0.burst.end, $0.burst.firstLine) < ($1.burst.end, $1.burst.firstLine) }
    for call in groups.calls { subjects[Int(call.subject)].judgedCalls += 1 }
    for (subject, judged) in found {
      var burst = judged
      burst.predecessor = 0
      if judged.predecessor > 0,
        case .query(let id) = subjects[Int(judged.predecessor) - 1].subject
      {
        burst.predecessor = id
        subjects[subject].followed[id, default: 0] += 1
      }
      subjects[subject].remember(burst)
    }
  }
}

extension CallBursts {
  private func known(_ subject: CallSubject) -> Subject? {
    switch subject {
    case .query(let id): queries.known(id).map { subjects[Int(placeOfQuery[$0])] }
    case .outbound(let name): placeOfOutbound[name].map { subjects[$0] }
    }
  }

  /// The bursts of a subject that ended in `range`; `nil` for none.
  func summary(of subject: CallSubject, in range: TimeRange) -> BurstSummary? {
    guard let known = known(subject), !known.bursts.isEmpty else { return nil }
    let bursts = known.bursts.filter { $0.end >= range.from && $0.end <= range.to }
    guard !bursts.isEmpty else { return nil }
    var summary = BurstSummary(bursts: bursts)
    summary.before = known.bursts.filter { $0.end < range.from }.sorted { $0.end < $1.end }
    if known.forgotten > 0 { summary.ranSince = known.ranSince }
    // Where the oldest remembered one lies in the window, forgotten ones may.
    guard known.forgotten > 0, bursts.count == known.bursts.count else { return summary }
    guard let begun = known.begun, begun >= range.from else { return summary }
    summary.begun = begun
    summary.earlier = known.forgotten
    return summary
  }

  /// Statements with bursts, for those who ask by id.
  func summary(ofQuery id: UInt64, in range: TimeRange) -> BurstSummary? {
    summary(of: .query(id), in: range)
  }

  /// The statement after which a subject's bursts come, as a list before what is loaded for each of
  /// its rows, with the share of its calls that a burst follows (0...1).
  func parent(of subject: CallSubject) -> (id: UInt64, bursts: Int, share: Double)? {
    let followed = known(subject)?.followed ?? [:]
    guard let usual = followed.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
      return nil
    }
    let calls = known(.query(usual.key))?.judgedCalls ?? 0
    return (usual.key, usual.value, min(1, Double(usual.value) / Double(max(1, calls))))
  }

  /// How often a statement came with the very text of shortly before.
  func repeats(of subject: CallSubject) -> Repeats? { known(subject)?.repeats }
}
