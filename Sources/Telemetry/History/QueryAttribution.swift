/// Finds the endpoint that a statement was run for, or a call to another service was made for.
///
/// Three ways, the surest first: a comment in the statement names the route; the statement and
/// the request carry the same request or trace id; or the statement ran while the request was
/// being served. In the last case a statement that fits several requests splits its vote: a
/// request whose time it explains nearly all of gets more than a long one in which it is lost.
/// Over many calls the true caller, which fits every time, stands out. Whatever is found is kept
/// with the way it was found.
struct QueryAttribution: Sendable {
  /// How a link between a statement and an endpoint was made, the surest last.
  enum Evidence: Int, Comparable, Sendable {
    case time, id, comment

    static func < (left: Evidence, right: Evidence) -> Bool { left.rawValue < right.rawValue }
  }

  /// Votes of one endpoint for one statement, or for calls of one name.
  struct Votes: Sendable {
    var byEvidence = SIMD4<Double>.zero
    /// Calls that ran while at least one request to the endpoint was being served.
    var present = 0.0

    var total: Double { byEvidence.sum() }

    fileprivate mutating func add(_ weight: Double, by evidence: Evidence) {
      byEvidence[evidence.rawValue] += weight
      present += 1
    }

    /// The surest way in which any vote came about.
    var best: Evidence {
      if byEvidence[Evidence.comment.rawValue] > 0 { return .comment }
      return byEvidence[Evidence.id.rawValue] > 0 ? .id : .time
    }
  }

  private struct Pending: Sendable {
    /// Id of a statement, or a `CallKey`.
    var query: UInt64
    var span: Span
  }

  private struct Request: Sendable {
    /// Place in `endpoints`.
    var endpoint: Int
    var span: Span
  }

  private static let pendingKept = 4096
  private static let requestsKept = 8192
  private static let endpointsPerQuery = 24
  /// Time of a request outside of its main statement below which differences do not matter.
  private static let usualRestSeconds = 0.005
  /// Shortest statement that tells requests apart when their stamps are whole seconds.
  private static let leastTellingSeconds = 0.01
  /// How long a request may end after its statement before the statement is judged.
  private static let patienceSeconds = 3.0
  /// A request that takes longer may be logged after the statements in it were judged.
  private static let longestAwaitedSeconds = 30.0
  /// Shorter requests are not remembered.
  private static let leastRememberedSeconds = 0.001

  private var pending: [Pending] = []
  private var requests: [Request] = []
  private var endpoints: [EndpointName] = []
  private var placeOfEndpoint: [EndpointName: Int] = [:]
  /// Whether look-ups in caches were seen, which may be tied.
  private(set) var tiesLookups = false
  private(set) var votes: [UInt64: [EndpointName: Votes]] = [:]
  /// Calls that ran while no request was being served, though requests of that time are known:
  /// those of jobs and of other services on one database.
  private(set) var apart: [UInt64: Double] = [:]

  mutating func fold(_ batch: Batch) {
    let places = batch.spanEndpoints.map { place(of: $0) }
    requests.reserve(batch.requestSpans.count)
    for request in batch.requestSpans where request.endpoint < places.count {
      requests.append(Request(endpoint: places[request.endpoint], span: request.span))
    }
    for query in batch.querySpans {
      if let endpoint = query.endpoint, endpoint < batch.spanEndpoints.count {
        vote(1, for: batch.spanEndpoints[endpoint], query: query.query, by: .comment)
      } else if query.span.seconds >= 0 {
        pending.append(Pending(query: query.query, span: query.span))
      }
    }
    append(batch.outboundSpans, named: batch.outboundNames)
    append(batch.lookupSpans, in: batch)
    if requests.count > QueryAttribution.requestsKept * 5 / 4 {
      requests.sort { $0.span.end < $1.span.end }
      requests.removeFirst(requests.count - QueryAttribution.requestsKept)
    }
    if pending.count > 2 * QueryAttribution.pendingKept {
      // The past is read backwards: what came last need not be the newest.
      pending.sort { $0.span.end < $1.span.end }
      pending.removeFirst(pending.count - QueryAttribution.pendingKept)
    }
  }

  /// Adds calls to other services; one that is logged without its time ended while it was needed.
  private mutating func append(_ calls: [OutboundSpan], named names: [EndpointName]) {
    guard !calls.isEmpty else { return }
    let keys = names.map { CallKey.outbound($0) }
    for call in calls where keys.indices.contains(call.name) {
      pending.append(Pending(query: keys[call.name], span: call.span.withDuration))
    }
  }

  private mutating func append(_ lookups: [LookupSpan], in batch: Batch) {
    guard !lookups.isEmpty else { return }
    tiesLookups = true
    let keys = [false, true].map { isHit in
      batch.lookupCaches.map { CallKey.lookup($0, source: batch.source, isHit: isHit) }
    }
    for lookup in lookups where batch.lookupCaches.indices.contains(lookup.cache) {
      pending.append(
        Pending(query: keys[lookup.isHit ? 1 : 0][lookup.cache], span: lookup.span.withDuration))
    }
  }

  private mutating func place(of endpoint: EndpointName) -> Int {
    if let known = placeOfEndpoint[endpoint] { return known }
    placeOfEndpoint[endpoint] = endpoints.count
    endpoints.append(endpoint)
    return endpoints.count - 1
  }

  /// Whether there are both calls that wait and requests that they may belong to.
  var canSettle: Bool { !pending.isEmpty && !requests.isEmpty }

  /// Judges the statements whose requests must have been logged by `now`.
  mutating func settle(now: Timestamp) {
    guard canSettle else { return }
    requests.sort { $0.span.end < $1.span.end }
    let longest = requests.reduce(0) { max($0, $1.span.seconds) }
    let byID = requestsByID
    var waiting: [Pending] = []
    for query in pending {
      if now - query.span.end < QueryAttribution.patienceSeconds
        + min(longest, QueryAttribution.longestAwaitedSeconds)
      {
        waiting.append(query)
      } else {
        judge(query, longest: longest, byID)
      }
    }
    pending = waiting
  }

  /// Judges everything that is left, when nothing more will come.
  mutating func settleAll() {
    settle(now: Timestamp(microseconds: .max / 2))
  }

  /// The requests that are remembered, to be searched by time and by id.
  mutating func requestIndex() -> RequestIndex {
    requests.sort { $0.span.end < $1.span.end }
    return RequestIndex(
      requests: requests.map { RequestIndex.Request(endpoint: $0.endpoint, span: $0.span) },
      endpoints: endpoints, forgets: requests.count >= QueryAttribution.requestsKept)
  }

  /// Endpoints by the ids of their requests; empty where no call that waits carries one.
  private var requestsByID: [UInt64: Int] {
    guard pending.contains(where: { $0.span.requestID != 0 || $0.span.traceID != 0 }) else {
      return [:]
    }
    var byID = [UInt64: Int](minimumCapacity: requests.count)
    for request in requests {
      if request.span.traceID != 0 { byID[request.span.traceID] = request.endpoint }
      if request.span.requestID != 0 { byID[request.span.requestID] = request.endpoint }
    }
    return byID
  }

  /// Cost: a look-up where an id tells, else that of the requests around the call.
  private mutating func judge(_ query: Pending, longest: Double, _ byID: [UInt64: Int]) {
    let (request, trace) = (query.span.requestID, query.span.traceID)
    let known = (request != 0 ? byID[request] : nil) ?? (trace != 0 ? byID[trace] : nil)
    if let endpoint = known {
      return vote(1, for: endpoints[endpoint], query: query.query, by: .id)
    }
    var fitting: [Int: Double] = [:]
    var sum = 0.0
    var place = firstRequest(endingAtOrAfter: query.span.end - 1.5)
    let last = query.span.end + (longest + 1.5)
    while place < requests.count, requests[place].span.end <= last {
      let request = requests[place]
      if QueryAttribution.contains(request.span, query.span) {
        let rest = max(0, request.span.seconds - query.span.seconds)
        let weight = 1 / (rest + QueryAttribution.usualRestSeconds)
        fitting[request.endpoint, default: 0] += weight
        sum += weight
      }
      place += 1
    }
    guard sum > 0 else {
      if isKnownTime(of: query.span, longest: longest) { apart[query.query, default: 0] += 1 }
      return
    }
    // Where a statement has room for no more endpoints, the same ones are let in in each run.
    for (endpoint, weight) in fitting.sorted(by: { $0.key < $1.key }) {
      vote(weight / sum, for: endpoints[endpoint], query: query.query, by: .time)
    }
  }

  /// Whether a request that a statement ran inside of would be known.
  private func isKnownTime(of query: Span, longest: Double) -> Bool {
    guard longest < QueryAttribution.longestAwaitedSeconds,
      query.seconds >= QueryAttribution.leastRememberedSeconds,
      let first = requests.first?.span, let last = requests.last?.span,
      query.seconds >= QueryAttribution.leastTellingSeconds || last.uncertainty < 0.1
    else { return false }
    return first.end <= query.end && query.end <= last.end
  }

  /// Whether a statement could have run inside a request, given how coarse the stamps are.
  ///
  /// Against stamps of whole seconds a statement of a few milliseconds fits everything, which
  /// says nothing: such links are not made at all.
  private static func contains(_ request: Span, _ query: Span) -> Bool {
    guard request.seconds + 0.002 >= query.seconds,
      query.seconds >= leastTellingSeconds || request.uncertainty < 0.1
    else { return false }
    let latestEnd = request.end + (request.uncertainty + 0.002)
    let earliestStart = request.end - (request.seconds + 0.002)
    let queryStart = query.end + (query.uncertainty - query.seconds)
    return queryStart >= earliestStart && query.end <= latestEnd
  }

  private func firstRequest(endingAtOrAfter time: Timestamp) -> Int {
    var low = 0
    var high = requests.count
    while low < high {
      let middle = (low + high) / 2
      if requests[middle].span.end < time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func vote(
    _ weight: Double, for endpoint: EndpointName, query: UInt64, by evidence: Evidence
  ) {
    let count = votes[query]?.count ?? 0
    guard count < QueryAttribution.endpointsPerQuery || votes[query]?[endpoint] != nil else {
      return
    }
    votes[query, default: [:]][endpoint, default: Votes()].add(weight, by: evidence)
  }
}
