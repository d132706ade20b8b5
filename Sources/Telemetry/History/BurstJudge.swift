/// Decides which alike calls were made by one request.
///
/// Calls that carry an id belong together by that. Calls of one connection or of one log are cut
/// into stretches without a longer pause; in each, calls of one subject that follow one another at
/// regular gaps are a candidate. A candidate counts when a request was being served all the
/// while, and when it is not better explained by several requests in turn on one pooled
/// connection, each of which made one such call:
///
///     one request     ├──P─ q q q q q q q ──┤          P the statement before, q the alike ones
///     several         ├─ q ─┤├─ q ─┤├─ q ─┤├─ q ─┤     one connection handed from one to the next
struct BurstJudge {
  /// Alike calls in one request from which they are worth a word.
  static let fewestCalls = 5
  /// Idle time of a connection that ends a stretch, in seconds; slow calls allow for longer ones.
  static let longestGapSeconds = 0.05
  /// Idle time that ends a stretch where no request is known that the calls belong to.
  private static let longestUnknownGapSeconds = 0.02
  /// A pause so many times the usual one ends a candidate.
  private static let irregularity = 3.0
  /// Calls that single requests must explain before a candidate is dropped.
  static let leastExplained = 0.85

  let requests: RequestIndex
  /// The endpoints that comments name.
  let names: [EndpointName]

  /// The bursts in one group, whose calls are in the order of their ends.
  func bursts(in calls: [Call], of tie: Call.Tie) -> [(subject: Int, burst: CallBurst)] {
    switch tie {
    case .id: return burstsOfRequest(calls, calls[0].tieHash)
    case .connection: return burstsOfStretches(calls, isExclusive: isExclusive(calls))
    case .log: return burstsOfStretches(calls, isExclusive: false)
    }
  }

  /// Whether a "connection" ran one call at a time; a process id of an application does not.
  private func isExclusive(_ calls: [Call]) -> Bool {
    let overlaps = zip(calls, calls.dropFirst()).reduce(0) { count, pair in
      let overlap = pair.0.end - pair.1.start
      return count + (overlap > RequestIndex.tolerance + pair.1.uncertainty ? 1 : 0)
    }
    return overlaps * 20 <= calls.count
  }

  private func burstsOfRequest(
    _ calls: [Call], _ id: UInt64
  ) -> [(subject: Int, burst: CallBurst)] {
    let owner = requests.endpoint(ofID: id).map { requests.endpoints[$0] }
    return bySubject(calls).map { subject, places in
      var burst = burst(of: places.map { calls[$0] }, link: .id)
      burst.owner = owner ?? named(calls[places[0]])
      burst.ownerShare = 1
      if burst.owner == nil { guessOwner(of: &burst, uncertainty: calls[places[0]].uncertainty) }
      return (subject, burst)
    }
  }

  /// Names the endpoint by time where the requests are logged without the id that the calls carry,
  /// as a proxy in front of the service does it.
  private func guessOwner(of burst: inout CallBurst, uncertainty: Double) {
    let near = requests.overlapping(from: burst.start, to: burst.end)
    let around = near.filter {
      $0.contains(from: burst.start, to: burst.end, uncertainty: uncertainty)
    }
    burst.ownerShare = 0
    guard !around.isEmpty else { return }
    burst.rivals = near.count - 1
    give(&burst, to: around, lasting: burst.end - burst.start)
    burst.ownerShare = min(0.99, burst.ownerShare)
  }

  private func bySubject(_ calls: [Call]) -> [(subject: Int, places: [Int])] {
    var places: [Int32: [Int]] = [:]
    for (place, call) in calls.enumerated() { places[call.subject, default: []].append(place) }
    return places.filter { $0.value.count >= BurstJudge.fewestCalls }
      .sorted { $0.key < $1.key }.map { (subject: Int($0.key), places: $0.value) }
  }

  private func burstsOfStretches(
    _ calls: [Call], isExclusive: Bool
  ) -> [(subject: Int, burst: CallBurst)] {
    var bursts: [(subject: Int, burst: CallBurst)] = []
    for stretch in stretches(calls, isExclusive: isExclusive)
    where stretch.count >= BurstJudge.fewestCalls {
      for (subject, places) in bySubject(stretch) {
        for candidate in candidates(places, in: stretch) {
          for burst in judge(candidate, in: stretch, isExclusive: isExclusive) {
            bursts.append((subject, burst))
          }
        }
      }
    }
    return bursts
  }

  /// Calls without a longer pause between them, and without a change of the endpoint they name.
  private func stretches(_ calls: [Call], isExclusive: Bool) -> [[Call]] {
    var stretches: [[Call]] = []
    var current: [Call] = []
    for call in calls {
      if let last = current.last {
        let pause = call.start - last.end - call.uncertainty
        let slowest = isExclusive ? 2 * max(call.seconds, last.seconds) : max(1, 2 * call.seconds)
        let allowed = max(BurstJudge.longestGapSeconds, min(slowest, 2))
        if pause > allowed || call.named != last.named {
          stretches.append(current)
          current = []
        }
      }
      current.append(call)
    }
    if !current.isEmpty { stretches.append(current) }
    return stretches
  }

  /// Places of alike calls at regular gaps, at least as many as are worth a word.
  private func candidates(_ places: [Int], in calls: [Call]) -> [[Int]] {
    let gaps = zip(places, places.dropFirst()).map { max(0, calls[$1].start - calls[$0].end) }
    let usual = gaps.sorted()[gaps.count / 2]
    var candidates: [[Int]] = []
    var current = [places[0]]
    for (place, gap) in zip(places.dropFirst(), gaps) {
      let allowed = BurstJudge.irregularity * usual + 0.003 + 2 * calls[place].uncertainty
      if gap > max(allowed, calls[place].seconds) {
        candidates.append(current)
        current = []
      }
      current.append(place)
    }
    candidates.append(current)
    return candidates.filter { $0.count >= BurstJudge.fewestCalls }
  }

  private func judge(_ places: [Int], in stretch: [Call], isExclusive: Bool) -> [CallBurst] {
    let calls = places.map { stretch[$0] }
    let from = calls[0].start
    let to = calls[calls.count - 1].end
    let isUnbroken = places[places.count - 1] - places[0] == places.count - 1
    var found = burst(of: calls, link: isExclusive ? .connection : .sequence)
    found.isUnbroken = isUnbroken
    found.predecessor = predecessor(of: places, in: stretch)
    if let named = named(calls[0]) {
      found.link = .comment
      found.owner = named
      found.ownerShare = 1
    }
    if found.link == .comment { return [found] }
    if requests.hasForgotten(from) { return [] }
    let near = requests.overlapping(from: from, to: to)
    found.rivals = max(0, near.count - 1)
    found.isExplainedBySingles = isExplainedBySingles(calls, near, isExclusive: isExclusive)
    if found.isExplainedBySingles, !isExclusive { return [] }
    let uncertainty = calls[0].uncertainty
    let around = near.filter { $0.contains(from: from, to: to, uncertainty: uncertainty) }
    if !around.isEmpty {
      give(&found, to: around, lasting: to - from)
      return isExclusive || isUnbroken ? [found] : []
    }
    if areOneEach(calls, near) { return [] }
    if near.contains(where: { $0.span.uncertainty < RequestIndex.fineSeconds }), isExclusive {
      let parts = split(calls, among: near, after: found.predecessor)
      if !parts.isEmpty { return parts }
    }
    // Without connections, other texts one after the other are other requests, unless nothing but
    // the program lies between them.
    let isSame = found.distinct > 0 && found.distinct * 5 <= found.calls
    let idleShare = isExclusive || isSame ? 2 : 0.1
    return isTight(calls, idleShare: idleShare) && isUnbroken ? [found] : []
  }

  /// The subject, counted from 1, before the first call that is not itself one of those that
  /// repeat; 0 for none.
  private func predecessor(of places: [Int], in stretch: [Call]) -> UInt64 {
    var counts: [Int32: Int] = [:]
    for call in stretch[places[0]...places[places.count - 1]] {
      counts[call.subject, default: 0] += 1
    }
    var place = places[0] - 1
    while place >= 0, counts[stretch[place].subject, default: 0] * 2 >= places.count { place -= 1 }
    // Two kinds in turn begin with one of each at most.
    guard place >= 0, places[0] - place <= 4 else { return 0 }
    return UInt64(stretch[place].subject) + 1
  }

  /// Whether calls follow one another closely enough to be a loop by themselves: idle for no longer
  /// than a share of the time that the next one takes.
  private func isTight(_ calls: [Call], idleShare: Double) -> Bool {
    zip(calls, calls.dropFirst()).allSatisfy { pair in
      let gap = pair.1.start - pair.0.end - pair.1.uncertainty
      return gap <= max(BurstJudge.longestUnknownGapSeconds, idleShare * pair.1.seconds)
        && gap >= -RequestIndex.tolerance - 2 * pair.1.uncertainty
    }
  }

  /// Names the endpoint whose requests leave the least time unexplained.
  private func give(
    _ burst: inout CallBurst, to around: [RequestIndex.Request], lasting seconds: Double
  ) {
    var weights: [Int: Double] = [:]
    for request in around {
      let rest = max(0, request.span.seconds - seconds)
      weights[request.endpoint] = max(weights[request.endpoint] ?? 0, 1 / (rest + 0.005))
    }
    let sum = weights.values.orderlessSum
    guard let best = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return }
    burst.owner = requests.endpoints[best.key]
    burst.ownerShare = best.value / sum
  }

  /// Cuts calls that no single request covers into those of requests one after the other.
  private func split(
    _ calls: [Call], among near: [RequestIndex.Request], after predecessor: UInt64
  ) -> [CallBurst] {
    var bursts: [CallBurst] = []
    var first = 0
    while first + BurstJudge.fewestCalls <= calls.count {
      var best: (count: Int, request: RequestIndex.Request)?
      for request in near {
        var count = 0
        while first + count < calls.count,
          request.contains(
            from: calls[first].start, to: calls[first + count].end,
            uncertainty: calls[first].uncertainty)
        {
          count += 1
        }
        guard count >= BurstJudge.fewestCalls else { continue }
        if best.map({ (count, -request.span.seconds) > ($0.count, -$0.request.span.seconds) })
          ?? true
        {
          best = (count, request)
        }
      }
      guard let best else {
        first += 1
        continue
      }
      let part = Array(calls[first..<(first + best.count)])
      var burst = burst(of: part, link: .connection)
      give(&burst, to: [best.request], lasting: burst.end - burst.start)
      burst.rivals = max(0, near.count - 1)
      burst.predecessor = first == 0 ? predecessor : 0
      burst.isExplainedBySingles = isExplainedBySingles(part, near, isExclusive: true)
      bursts.append(burst)
      first += best.count
    }
    return bursts
  }

  private func named(_ call: Call) -> EndpointName? {
    names.indices.contains(Int(call.named)) ? names[Int(call.named)] : nil
  }

  private func burst(of calls: [Call], link: CallBurst.Link) -> CallBurst {
    let texts = Set(calls.map(\.text))
    return CallBurst(
      calls: calls.count, distinct: texts.contains(0) ? 0 : texts.count,
      seconds: calls.reduce(0) { $0 + $1.seconds },
      start: calls.map(\.start).min() ?? calls[0].start, end: calls[calls.count - 1].end,
      source: SourceID(calls[0].source), firstLine: calls[0].line,
      lastLine: calls[calls.count - 1].line,
      link: link)
  }
}
