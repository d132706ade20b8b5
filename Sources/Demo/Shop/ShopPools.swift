import Telemetry

/// The connection pools of the shop, all on one database.
enum ShopPool: Int, CaseIterable, Sendable {
  case main
  /// Serves generated posts alone, and fills up when they become slow.
  case poster
  case reports

  var name: StaticString {
    switch self {
    case .main: "main"
    case .poster: "poster"
    case .reports: "reports"
    }
  }

  /// Connections that stay open (`pool_size` of SQLAlchemy).
  var size: Int {
    switch self {
    case .main: 10
    case .poster: 4
    case .reports: 5
    }
  }

  /// Connections that may be opened beyond them.
  var maxOverflow: Int {
    switch self {
    case .main: 5
    case .poster: 2
    case .reports: 0
    }
  }

  var limit: Int { size + maxOverflow }

  /// How long a caller waits for a connection before it gives up.
  static let timeoutMicroseconds: Int64 = 5_000_000
}

/// A pool as a queue: callers get the first connection that is free, in the order they come.
struct ConnectionQueue: Sendable {
  struct Connection: Sendable {
    var processID: UInt32
    /// When the last caller who has got it will give it back.
    var freeAt: Timestamp
  }

  private(set) var connections: [Connection]

  init(processIDs: [UInt32]) {
    connections = processIDs.map { Connection(processID: $0, freeAt: Timestamp(microseconds: 0)) }
  }

  /// The place of the connection that a caller gets, and when; `nil` if not before the timeout.
  func take(at arrival: Timestamp) -> (place: Int, start: Timestamp)? {
    var best = 0
    for (place, connection) in connections.enumerated() {
      if connection.freeAt <= arrival { return (place, arrival) }
      if connection.freeAt < connections[best].freeAt { best = place }
    }
    let start = connections[best].freeAt
    let wait = start.microseconds - arrival.microseconds
    return wait < ShopPool.timeoutMicroseconds ? (best, start) : nil
  }

  mutating func hold(_ place: Int, until end: Timestamp) {
    connections[place].freeAt = end
  }
}
