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
/// A kept connection costs both ends a fifth of a scrape over a new one, and more with TLS, but shows one
/// worker of several for ever. So it is kept once new ones have shown long enough that one process
/// answers, and a new one looks for others now and then.
struct ConnectionReuse: Sendable {
  /// Scrapes on new connections that one process must have answered: two workers that answer by
  /// chance are seen as one with a probability of 2^-19.
  static let trial = 20
  /// Of so many scrapes one has a new connection.
  static let lookAround = 10

  private var scrapes = 0

  /// How to connect for the next scrape of a service that asks for several paths or not.
  ///
  /// `agreeing` scrapes in a row were answered by one process.
  mutating func next(agreeing: Int, isRound: Bool) -> ConnectionUse {
    scrapes &+= 1
    if agreeing >= Self.trial, scrapes % Self.lookAround != 0 { return .kept }
    return isRound ? .round : .once
  }
}
