import Telemetry

/// One statement that the shop ran on one connection for one request.
struct SimulatedStatement: Hashable, Sendable {
  /// Why the database refused a statement.
  enum Failure: Hashable, Sendable {
    /// The order was already there.
    case duplicateKey
    /// The statement took longer than `statement_timeout` allows.
    case timeout
  }

  var statement: ShopStatement
  /// The literals of its SQL.
  var first: UInt32
  var second: UInt32
  var start: Timestamp
  var microseconds: Int64
  var rows: UInt32
  /// The backend process of the database that ran it.
  var processID: UInt32
  var failure: Failure?
  /// `SimulatedRequest.number` of the request it was run for.
  var request: UInt64

  var end: Timestamp { Timestamp(microseconds: start.microseconds + microseconds) }
}

/// Who sent a request.
enum ShopCaller: Hashable, Sendable {
  /// One of the people who use the shop.
  case person(UInt32)
  /// The address of a gateway behind which many people hide.
  case gateway
  /// The prober of the cluster.
  case prober
}

/// One request to the shop with everything that the logs and the metrics say about it.
struct SimulatedRequest: Hashable, Sendable {
  /// Requests are numbered from 1 in the order in which they arrive.
  var number: UInt64
  var route: ShopRoute
  var status: UInt16
  var start: Timestamp
  var microseconds: Int64
  /// The id in its path, or the number that gives the word and the page of its query string.
  var subject: UInt32
  var caller: ShopCaller
  var bodyBytes: UInt32
  var lookups = CacheLookups()
  var statements: [SimulatedStatement] = []
  /// The pool it took a connection from, or waited for in vain.
  var pool: ShopPool?
  /// How long it waited for a connection.
  var waitMicroseconds: Int64 = 0
  var gaveUpWaiting = false

  var end: Timestamp { Timestamp(microseconds: start.microseconds + microseconds) }

  /// Whether it holds a connection of its pool at `time`, if it is still being served then.
  func holdsConnection(at time: Timestamp) -> Bool {
    pool != nil && !gaveUpWaiting && isAdmitted(at: time)
  }

  /// Whether it waits for a connection of its pool at `time`.
  func waitsForConnection(at time: Timestamp) -> Bool {
    pool != nil && (gaveUpWaiting || !isAdmitted(at: time))
  }

  private func isAdmitted(at time: Timestamp) -> Bool {
    start.microseconds + waitMicroseconds <= time.microseconds
  }
}

/// What ended in the shop in one stretch of time.
struct ShopTraffic: Sendable {
  /// Finished requests in the order in which they ended.
  var requests: [SimulatedRequest] = []
  /// Statements that the database logs, in the order in which they ended; their requests may
  /// still be going on.
  var loggedStatements: [SimulatedStatement] = []
}
