/// Alike calls, of a statement or to another service, that one piece of work made.
package struct CallBurst: Hashable, Sendable {
  /// How the calls were found to belong together, the surest last.
  package enum Link: Int, Comparable, Sendable {
    /// One after the other in one log, without any id.
    case sequence
    /// One after the other on one database connection.
    case connection
    /// The comment in the statement names the endpoint.
    case comment
    /// All lines carry the id of one request or trace.
    case id

    package static func < (left: Link, right: Link) -> Bool { left.rawValue < right.rawValue }
  }

  /// Alike calls, those of the first and the last line among them.
  package var calls: Int
  /// Different texts among the calls; 0 where texts are not known.
  package var distinct: Int
  /// Time the calls took in all, in seconds; 0 where durations are not known.
  package var seconds: Double
  /// When its first call began, as far as durations are known.
  package var start: Timestamp
  /// When its last call ended.
  package var end: Timestamp
  /// The log that its lines are in.
  package var source: SourceID
  /// Line of the first call, from 1; 0 when not known.
  package var firstLine: UInt64
  /// As `firstLine`, of the last call.
  package var lastLine: UInt64
  /// What ties its calls to each other.
  package var link: Link
  /// The endpoint whose request made the calls; `nil` when none is known.
  package var owner: EndpointName?
  /// Share of the endpoints that fit which falls to the owner (0...1); 1 where it is certain.
  package var ownerShare = 0.0
  /// Id of the statement that ran just before on the same connection and is not one of those that
  /// repeat; 0 when there was none.
  package var predecessor: UInt64 = 0
  /// Other requests that were being served at the same time.
  package var rivals = 0
  /// Whether requests with a few such calls each, one after the other, would explain it as well.
  package var isExplainedBySingles = false
  /// Whether nothing else ran in between on the connection or in the log.
  package var isUnbroken = false
}

/// What calls are alike: one fingerprint, or calls of one route to another service.
enum CallSubject: Hashable, Sendable {
  case query(UInt64)
  case outbound(EndpointName)
}

/// The bursts of one subject in a window.
package struct BurstSummary: Sendable {
  /// Newest last, at most as many as are remembered.
  package var bursts: [CallBurst]
  /// Bursts of the window before those that are remembered.
  package var earlier = 0
  /// When the first burst of the window began, or the oldest that is remembered.
  package var begun: Timestamp?
  /// Bursts that are remembered from before the window, oldest first.
  var before: [CallBurst] = []
  /// Since when bursts that are no longer remembered came, without a long silence up to those that are.
  var ranSince: Timestamp?

  /// A summary of bursts that are all remembered.
  package init(bursts: [CallBurst]) {
    self.bursts = bursts
    begun = bursts.first?.start
  }

  /// The same about some of the bursts; the forgotten ones are taken to be such as those.
  func about(_ some: [CallBurst]) -> BurstSummary {
    var summary = self
    summary.bursts = some
    if earlier == 0 { summary.begun = beginning(of: some) }
    return summary
  }

  /// When bursts of the window began, also where such ones came before it without a long silence.
  private func beginning(of some: [CallBurst]) -> Timestamp? {
    guard var begun = some.first?.start else { return nil }
    let fewest = some.reduce(Int.max) { min($0, $1.calls) }
    for burst in before.reversed() where burst.calls >= fewest {
      guard begun - burst.end < Finding.pauseSeconds else { return begun }
      begun = min(begun, burst.start)
    }
    // It came as far back as is remembered, and before that.
    guard let ranSince, let oldest = before.first ?? bursts.first,
      begun - oldest.end < Finding.pauseSeconds
    else { return begun }
    return min(begun, ranSince)
  }

  /// Bursts in the window, the forgotten ones too.
  package var count: Int { bursts.count + earlier }

  /// Calls of the bursts that are remembered.
  package var calls: Int { bursts.reduce(0) { $0 + $1.calls } }
  /// Time they took in all, in seconds.
  package var seconds: Double { bursts.reduce(0) { $0 + $1.seconds } }
  /// Calls of the largest burst; 0 without bursts.
  package var largest: Int { bursts.reduce(0) { max($0, $1.calls) } }
  /// The surest link of any burst; `sequence` without bursts.
  package var surest: CallBurst.Link { bursts.map(\.link).max() ?? .sequence }

  /// Calls per burst in the middle of all bursts.
  package var medianCalls: Int {
    let sorted = bursts.map(\.calls).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// Endpoints that made the bursts, with how many fall to each, most first.
  package var owners: [(endpoint: EndpointName, bursts: Double)] {
    var sums: [EndpointName: Double] = [:]
    for burst in bursts {
      if let owner = burst.owner { sums[owner, default: 0] += max(burst.ownerShare, 0.01) }
    }
    return sums.map { (endpoint: $0.key, bursts: $0.value) }
      .sorted { ($1.bursts, $0.endpoint) < ($0.bursts, $1.endpoint) }
  }
}
