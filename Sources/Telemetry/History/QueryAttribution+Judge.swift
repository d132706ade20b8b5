extension QueryAttribution {
  /// Finds out what the requests that are remembered say of single calls.
  struct Judge: Sendable {
    /// Time of a request outside of its main statement below which differences do not matter.
    private static let usualRestSeconds = 0.005
    /// Shortest statement that tells requests apart when their stamps are whole seconds.
    private static let leastTellingSeconds = 0.01
    /// Stamps coarser than this leave quick statements room everywhere.
    private static let fineSeconds = 0.1
    /// Shorter requests are not remembered.
    private static let leastRememberedSeconds = 0.001
    /// How much coarse stamps may be off, in seconds.
    private static let slackSeconds = 1.5
    /// How far from its own time a call is put to see what chance gives it, beside the longest
    /// request, in seconds.
    ///
    /// Chosen: far from what timers use.
    private static let elsewhereSeconds = 7.3

    /// In the order of their ends.
    private let requests: [RequestIndex.Request]
    private let endpoints: [EndpointName]
    private let byID: [UInt64: Int]
    /// Duration of the longest request.
    let longest: Double

    /// A judge by requests in the order of their ends; `usesIDs` where some of the calls carry one.
    init(requests: [RequestIndex.Request], endpoints: [EndpointName], usesIDs: Bool) {
      self.requests = requests
      self.endpoints = endpoints
      longest = requests.reduce(0) { max($0, $1.span.seconds) }
      var byID: [UInt64: Int] = [:]
      if usesIDs {
        byID.reserveCapacity(requests.count)
        for request in requests {
          if request.span.traceID != 0 { byID[request.span.traceID] = request.endpoint }
          if request.span.requestID != 0 { byID[request.span.requestID] = request.endpoint }
        }
      }
      self.byID = byID
    }

    /// Which endpoints a call may have been made for.
    ///
    /// Cost: a look-up where an id tells, else that of the requests around the call.
    func verdict(on call: Span) -> Verdict {
      var verdict = Verdict()
      let (request, trace) = (call.requestID, call.traceID)
      let known = (request != 0 ? byID[request] : nil) ?? (trace != 0 ? byID[trace] : nil)
      if let endpoint = known {
        verdict.votes = [Verdict.Vote(endpoint: endpoints[endpoint], weight: 1)]
        verdict.evidence = .id
        return verdict
      }
      verdict.votes = votes(byTimeOf: call)
      guard isKnownTime(of: call) else {
        verdict.isTooQuick = verdict.votes.isEmpty && isTooQuick(call)
        return verdict
      }
      verdict.isApart = verdict.votes.isEmpty
      verdict.isServedElsewhere = isServedElsewhere(call)
      return verdict
    }

    private func votes(byTimeOf call: Span) -> [Verdict.Vote] {
      var fitting: [Int: (sum: Double, best: Double, request: UInt64)] = [:]
      var sum = 0.0
      for place in around(call) where Judge.contains(requests[place].span, call) {
        let rest = max(0, requests[place].span.seconds - call.seconds)
        let weight = 1 / (rest + Judge.usualRestSeconds)
        sum += weight
        let endpoint = requests[place].endpoint
        let known = fitting[endpoint] ?? (sum: 0, best: 0, request: 0)
        fitting[endpoint] = (
          sum: known.sum + weight, best: max(known.best, weight),
          request: weight > known.best ? Judge.key(of: requests[place].span) : known.request
        )
      }
      guard sum > 0 else { return [] }
      // Where a statement has room for no more endpoints, the same ones are let in in each run.
      return fitting.map { endpoint, fit in
        Verdict.Vote(endpoint: endpoints[endpoint], weight: fit.sum / sum, request: fit.request)
      }
      .sorted { $0.endpoint < $1.endpoint }
    }

    /// Whether a request is being served when the call has nothing to do with it; `nil` where the
    /// requests of that time are not known.
    private func isServedElsewhere(_ call: Span) -> Bool? {
      let distance = longest + Judge.elsewhereSeconds
      var other = call
      other.end = call.end - distance
      if !isRemembered(other.end) { other.end = call.end + distance }
      guard isRemembered(other.end) else { return nil }
      return around(other).contains { Judge.contains(requests[$0].span, other) }
    }

    /// Whether a request that a statement ran inside of would be known.
    private func isKnownTime(of call: Span) -> Bool {
      longest < QueryAttribution.longestAwaitedSeconds
        && call.seconds >= Judge.leastRememberedSeconds && !isTooQuick(call)
        && isRemembered(call.end)
    }

    private func isRemembered(_ time: Timestamp) -> Bool {
      guard let first = requests.first?.span, let last = requests.last?.span else { return false }
      return first.end <= time && time <= last.end
    }

    /// Whether a call fits everything, as coarse as the stamps of the requests are.
    private func isTooQuick(_ call: Span) -> Bool {
      call.seconds < Judge.leastTellingSeconds
        && (requests.last?.span.uncertainty ?? 0) >= Judge.fineSeconds
    }

    /// Whether a statement could have run inside a request, given how coarse the stamps are.
    ///
    /// Against stamps of whole seconds a statement of a few milliseconds fits everything, which
    /// says nothing: such links are not made at all.
    private static func contains(_ request: Span, _ call: Span) -> Bool {
      guard request.seconds + 0.002 >= call.seconds,
        call.seconds >= leastTellingSeconds || request.uncertainty < fineSeconds
      else { return false }
      let latestEnd = request.end + (request.uncertainty + 0.002)
      let earliestStart = request.end - (request.seconds + 0.002)
      let start = call.end + (call.uncertainty - call.seconds)
      return start >= earliestStart && call.end <= latestEnd
    }

    /// Tells a request from others to the same endpoint.
    private static func key(of request: Span) -> UInt64 {
      let end = UInt64(bitPattern: request.end.microseconds) &* 0x9E37_79B9_7F4A_7C15
      return (end ^ request.seconds.bitPattern) | 1
    }

    /// Places of the requests that were being served about when a call ran.
    private func around(_ call: Span) -> Range<Int> {
      let first = firstRequest(endingAtOrAfter: call.end - Judge.slackSeconds)
      let last = call.end + (longest + Judge.slackSeconds)
      return first..<max(first, firstRequest(endingAtOrAfter: last))
    }

    private func firstRequest(endingAtOrAfter time: Timestamp) -> Int {
      requests.partitioningIndex { $0.span.end >= time }
    }
  }
}
