/// For how long a request needs its connection.
package enum ConnectionUse: Hashable, Sendable {
  /// For itself alone: of several workers behind one port any may then answer the next request.
  case once
  /// For the other paths of the same round as well.
  case round
  /// For the next rounds as well.
  case kept
}

/// When the connection to a service may be kept from scrape to scrape.
///
/// A kept connection saves both ends a fifth of what a scrape costs, and more with TLS, but shows one
/// worker of several for ever. So it is kept once new ones have shown long enough that one process
/// answers, and a new one looks for others now and then. A service that serves one connection at a time
/// lets that one wait for the kept one to end: then none is kept any more.
struct ConnectionReuse: Sendable {
  /// Scrapes on new connections that one process must have answered: two workers of which any may answer
  /// with the same chance are seen as one with a probability of 2^-19.
  static let trial = 20
  /// Of so many scrapes one has a new connection.
  static let lookAround = 10
  /// Longest time between two scrapes, in seconds: a connection waits for twice as long, so that it
  /// outlasts a look around (`HTTPConnections`), and services wait for five at least, mostly.
  static let longestPause = 2.25
  /// A look around that takes so many seconds more than the scrapes before it waits for the kept
  /// connection.
  private static let longestDelay = 1.0

  private var scrapes = 0
  private var lastStart = -Double.infinity
  private var isLookingAround = false
  private var keptSeconds = 0.0
  private var isGivenUp = false

  /// How to connect for the scrape that starts now, at `seconds` of a clock that never jumps, of a service
  /// that is asked for several paths (`isRound`) or for one.
  ///
  /// `agreeing` scrapes in a row were answered by one process.
  mutating func next(agreeing: Int, isRound: Bool, at seconds: Double) -> ConnectionUse {
    scrapes &+= 1
    let isInTime = seconds - lastStart <= Self.longestPause
    lastStart = seconds
    let mayKeep = agreeing >= Self.trial && isInTime && !isGivenUp
    isLookingAround = mayKeep && scrapes % Self.lookAround == 0
    return mayKeep && !isLookingAround ? .kept : isRound ? .round : .once
  }

  /// Notes how the scrape went that was to connect so, at `seconds` of the same clock.
  mutating func note(_ use: ConnectionUse, isFailure: Bool, at seconds: Double) {
    let took = seconds - lastStart
    if use == .kept, !isFailure { keptSeconds = took }
    if isLookingAround, isFailure || took > keptSeconds + Self.longestDelay { isGivenUp = true }
  }
}
