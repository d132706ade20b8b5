extension QueryAttribution {
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
    /// The first of the requests that the calls may have been made for, and how many those were;
    /// one more than there is room for where there were more.
    private var requests = SIMD8<UInt64>.zero
    private var requestCount = 0

    var total: Double { byEvidence.sum() }

    /// Calls during one request on average, where they were made during a few requests in all;
    /// `nil` where there were enough of them for shares to say more.
    var callsOfFewRequests: Double? {
      guard (1...requests.scalarCount).contains(requestCount) else { return nil }
      return present / Double(requestCount)
    }

    /// Adds a call that may have been made for a request; 0 where none is known.
    mutating func add(_ weight: Double, by evidence: Evidence, request: UInt64 = 0) {
      byEvidence[evidence.rawValue] += weight
      present += 1
      guard request != 0, requestCount <= requests.scalarCount,
        !any(requests .== SIMD8(repeating: request))
      else { return }
      if requestCount < requests.scalarCount { requests[requestCount] = request }
      requestCount += 1
    }

    /// The surest way in which any vote came about.
    var best: Evidence {
      if byEvidence[Evidence.comment.rawValue] > 0 { return .comment }
      return byEvidence[Evidence.id.rawValue] > 0 ? .id : .time
    }
  }

  /// What was found out about one call.
  struct Verdict: Sendable {
    /// One endpoint that it may have been made for.
    struct Vote: Sendable {
      var endpoint: EndpointName
      var weight: Double
      /// Tells one request to the endpoint from another; 0 where none is known.
      var request: UInt64 = 0
    }

    var votes: [Vote] = []
    var evidence = Evidence.time
    /// Whether no request was being served, though requests of that time are known.
    var isApart = false
    /// Whether it was too quick for its time to tell anything.
    var isTooQuick = false
    /// Whether a request was being served at another time, when the call has nothing to do with it;
    /// `nil` where that is not known.
    var isServedElsewhere: Bool?
  }

  /// How often a request was being served when calls did not run: as often as chance finds one.
  struct Elsewhere: Sendable {
    /// Calls for which that is known.
    var known = 0.0
    /// Those of them at whose other time a request was being served.
    var served = 0.0
  }

  /// What calls come to, by the id of the statement or a `CallKey`.
  struct Tally: Sendable {
    private static let endpointsPerQuery = 24

    private(set) var votes: [UInt64: [EndpointName: Votes]] = [:]
    private(set) var apart: [UInt64: Double] = [:]
    private(set) var tooQuick: [UInt64: Double] = [:]
    private(set) var elsewhere: [UInt64: Elsewhere] = [:]

    /// Adds a call of a statement or of a `CallKey`.
    mutating func count(_ verdict: Verdict, of query: UInt64) {
      for vote in verdict.votes { add(vote, by: verdict.evidence, of: query) }
      if verdict.isApart { apart[query, default: 0] += 1 }
      if verdict.isTooQuick { tooQuick[query, default: 0] += 1 }
      guard let isServed = verdict.isServedElsewhere else { return }
      elsewhere[query, default: Elsewhere()].known += 1
      if isServed { elsewhere[query, default: Elsewhere()].served += 1 }
    }

    /// Adds one vote for a call of a statement or of a `CallKey`.
    mutating func add(_ vote: Verdict.Vote, by evidence: Evidence, of query: UInt64) {
      let count = votes[query]?.count ?? 0
      guard count < Tally.endpointsPerQuery || votes[query]?[vote.endpoint] != nil else { return }
      votes[query, default: [:]][vote.endpoint, default: Votes()]
        .add(vote.weight, by: evidence, request: vote.request)
    }
  }
}
