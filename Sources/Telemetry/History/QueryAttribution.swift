/// Finds the endpoint that a statement was run for, or a call to another service was made for.
///
/// Three ways, the surest first: a comment in the statement names the route; the statement and
/// the request carry the same request or trace id; or the statement ran while the request was
/// being served. In the last case a statement that fits several requests splits its vote: a
/// request whose time it explains nearly all of gets more than a long one in which it is lost.
/// Over many calls the true caller, which fits every time, stands out. Whatever is found is kept
/// with the way it was found.
///
/// Calls as they happen are judged once, when their requests must have been logged. The past is
/// read in any order, the file of the requests before that of the statements or after it: its
/// newest calls are kept and judged anew whenever more of it was read, so that the same files come
/// to the same.
///
///     call ─▶ pending ─its request was logged─▶ judged for good
///     call of the past ─▶ past ─judged anew, until nothing more comes─▶ judged for good
struct QueryAttribution: Sendable {
  private struct TimedCall: Sendable {
    /// Id of a statement, or a `CallKey`.
    var query: UInt64
    var span: Span
  }

  private static let pendingKept = 4096
  private static let requestsKept = 8192
  /// How long a request may end after its statement before the statement is judged.
  private static let patienceSeconds = 3.0
  /// A request that takes longer may be logged after the statements in it were judged.
  static let longestAwaitedSeconds = 30.0
  /// What ended so long before it was read is of the past, in seconds.
  static let pastSeconds = 30.0
  /// Readers of the past hand something over more often than this, in seconds.
  private static let longestPauseSeconds = 1.5
  /// What is read of the past after a longer pause is another past, in seconds; and what is late
  /// for longer is late for good, as a log of a host whose clock is wrong.
  private static let longestReadingSeconds = 60.0

  private var pending: [TimedCall] = []
  private var past: [TimedCall] = []
  private var requests: [RequestIndex.Request] = []
  private var endpoints: [EndpointName] = []
  private var placeOfEndpoint: [EndpointName: Int] = [:]
  private var tally = Tally()
  /// What all but the calls in `past` come to; `nil` where these were not judged yet.
  private var withoutPast: Tally?
  /// Between when more of the past came without a long pause, by the clock of who read it.
  private var reading: (since: Timestamp, last: Timestamp)?
  /// Whether anything of the past was read that is not judged yet.
  private var hasNewPast = false
  /// Whether anything of the past was read since it last came to rest.
  private var isReadingPast = false
  /// Whether votes have changed, or may with what was read, since the past was judged last.
  private(set) var hasNews = false
  /// Whether look-ups in caches were seen, which may be tied.
  private(set) var tiesLookups = false

  var votes: [UInt64: [EndpointName: Votes]] { tally.votes }
  /// Calls that ran while no request was being served, though requests of that time are known:
  /// those of jobs and of other services on one database.
  var apart: [UInt64: Double] { tally.apart }
  /// Calls that were too quick for their time to tell anything, as the stamps of the requests are.
  var tooQuick: [UInt64: Double] { tally.tooQuick }
  /// How often chance finds a request for a call.
  var elsewhere: [UInt64: Elsewhere] { tally.elsewhere }

  mutating func fold(_ batch: Batch) {
    concludePast(before: batch.time)
    let border = batch.time - QueryAttribution.pastSeconds
    var isPast = batch.covered.map { $0.upperBound < border } ?? false
    let places = batch.spanEndpoints.map { place(of: $0) }
    requests.reserve(batch.requestSpans.count)
    for request in batch.requestSpans where request.endpoint < places.count {
      requests.append(
        RequestIndex.Request(endpoint: places[request.endpoint], span: request.span))
      if request.span.end < border { isPast = true }
    }
    let known = past.count
    for query in batch.querySpans {
      if let endpoint = query.endpoint, endpoint < batch.spanEndpoints.count {
        let vote = Verdict.Vote(endpoint: batch.spanEndpoints[endpoint], weight: 1)
        tally.add(vote, by: .comment, of: query.query)
        withoutPast?.add(vote, by: .comment, of: query.query)
        hasNews = true
      } else if query.span.seconds >= 0 {
        append(TimedCall(query: query.query, span: query.span), border)
      }
    }
    append(batch.outboundSpans, named: batch.outboundNames, border)
    append(batch.lookupSpans, in: batch, border)
    if isPast || past.count > known { notePast(at: batch.time) }
    if requests.count > QueryAttribution.requestsKept * 5 / 4 { sortRequests() }
    // The past is read backwards: what came last need not be the newest.
    if pending.count > 2 * QueryAttribution.pendingKept { Self.keepNewest(of: &pending) }
    if past.count > 2 * QueryAttribution.pendingKept { Self.keepNewest(of: &past) }
  }

  /// Adds calls to other services; one that is logged without its time ended while it was needed.
  private mutating func append(
    _ calls: [OutboundSpan], named names: [EndpointName], _ border: Timestamp
  ) {
    guard !calls.isEmpty else { return }
    let keys = names.map { CallKey.outbound($0) }
    for call in calls where keys.indices.contains(call.name) {
      append(TimedCall(query: keys[call.name], span: call.span.withDuration), border)
    }
  }

  private mutating func append(_ lookups: [LookupSpan], in batch: Batch, _ border: Timestamp) {
    guard !lookups.isEmpty else { return }
    tiesLookups = true
    let keys = [false, true].map { isHit in
      batch.lookupCaches.map { CallKey.lookup($0, source: batch.source, isHit: isHit) }
    }
    for lookup in lookups where batch.lookupCaches.indices.contains(lookup.cache) {
      let key = keys[lookup.isHit ? 1 : 0][lookup.cache]
      append(TimedCall(query: key, span: lookup.span.withDuration), border)
    }
  }

  private mutating func append(_ call: TimedCall, _ border: Timestamp) {
    if call.span.end < border { past.append(call) } else { pending.append(call) }
  }

  private mutating func place(of endpoint: EndpointName) -> Int {
    if let known = placeOfEndpoint[endpoint] { return known }
    placeOfEndpoint[endpoint] = endpoints.count
    endpoints.append(endpoint)
    return endpoints.count - 1
  }

  /// Whether there are both calls that wait and requests that they may belong to.
  var canSettle: Bool {
    !requests.isEmpty && !(pending.isEmpty && (past.isEmpty || !hasNewPast))
  }
}

extension QueryAttribution {
  private mutating func notePast(at time: Timestamp) {
    reading = (since: reading?.since ?? time, last: time)
    hasNewPast = true
    isReadingPast = true
    hasNews = true
  }

  /// Whether more of the past may come soon, by what came of it until `now`.
  func readsPast(at now: Timestamp) -> Bool {
    guard let reading else { return false }
    return abs(now - reading.last) < QueryAttribution.longestPauseSeconds
      && now - reading.since < QueryAttribution.longestReadingSeconds
  }

  /// Whether nothing more of the past has come by `now`, though some had; true once for each past.
  mutating func comesToRest(at now: Timestamp) -> Bool {
    guard isReadingPast, !readsPast(at: now) else { return false }
    isReadingPast = false
    return true
  }

  /// Judges the calls of the past, once more where more of it was read.
  ///
  /// Cost: that of up to 4,096 calls; none where nothing more was read.
  mutating func judgePast() {
    hasNews = false
    guard hasNewPast else { return }
    hasNewPast = false
    guard !past.isEmpty, !requests.isEmpty else { return }
    sortRequests()
    Self.keepNewest(of: &past)
    if let withoutPast { tally = withoutPast } else { withoutPast = tally }
    let judge = judge(of: past)
    for call in past { tally.count(judge.verdict(on: call.span), of: call.query) }
  }

  /// Leaves what is known of the past as it is where nothing more of it came for a while.
  private mutating func concludePast(before now: Timestamp) {
    guard let last = reading?.last,
      now - last > QueryAttribution.longestReadingSeconds
    else { return }
    judgePast()
    past = []
    withoutPast = nil
    reading = nil
  }

  /// Judges the calls whose requests must have been logged by `now`; those of the past are left to
  /// `judgePast`.
  mutating func settle(now: Timestamp) {
    concludePast(before: now)
    guard !pending.isEmpty, !requests.isEmpty else { return }
    sortRequests()
    let judge = judge(of: pending)
    let patience =
      QueryAttribution.patienceSeconds + min(judge.longest, QueryAttribution.longestAwaitedSeconds)
    var waiting: [TimedCall] = []
    for call in pending {
      if now - call.span.end < patience {
        waiting.append(call)
      } else {
        count(judge.verdict(on: call.span), of: call.query)
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
    sortRequests()
    return RequestIndex(
      requests: requests, endpoints: endpoints,
      forgets: requests.count >= QueryAttribution.requestsKept)
  }

  /// Puts the newest requests in the order of their ends and forgets the others, whatever the order
  /// in which they came.
  private mutating func sortRequests() {
    let endpoints = endpoints
    requests.sort { left, right in
      if left.span.end != right.span.end { return left.span.end < right.span.end }
      if left.span.seconds.bitPattern != right.span.seconds.bitPattern {
        return left.span.seconds.bitPattern < right.span.seconds.bitPattern
      }
      if left.endpoint != right.endpoint {
        return endpoints[left.endpoint] < endpoints[right.endpoint]
      }
      return (left.span.requestID, left.span.traceID) < (right.span.requestID, right.span.traceID)
    }
    let surplus = requests.count - QueryAttribution.requestsKept
    if surplus > 0 { requests.removeFirst(surplus) }
  }

  private static func keepNewest(of calls: inout [TimedCall]) {
    calls.sort { left, right in
      if left.span.end != right.span.end { return left.span.end < right.span.end }
      return (left.query, left.span.seconds.bitPattern, left.span.requestID)
        < (right.query, right.span.seconds.bitPattern, right.span.requestID)
    }
    let surplus = calls.count - pendingKept
    if surplus > 0 { calls.removeFirst(surplus) }
  }

  private func judge(of calls: [TimedCall]) -> Judge {
    Judge(
      requests: requests, endpoints: endpoints,
      usesIDs: calls.contains { $0.span.requestID != 0 || $0.span.traceID != 0 })
  }

  private mutating func count(_ verdict: Verdict, of query: UInt64) {
    hasNews = true
    tally.count(verdict, of: query)
    withoutPast?.count(verdict, of: query)
  }
}
