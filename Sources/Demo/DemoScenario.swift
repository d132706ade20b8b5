import Telemetry

/// A story that `svctop demo` can play.
package enum DemoScenario: String, CaseIterable, Sendable {
  /// A web shop with metrics, an access log and a PostgreSQL log, in which several things go wrong.
  case shop

  /// The service of the scenario, at the beginning of its past.
  func service(seed: UInt64, opening: Timestamp) -> any SimulatedService {
    switch self {
    case .shop: ShopService(seed: seed, opening: opening)
    }
  }
}

/// A service that is only simulated: what it would log, and what its pages would say.
///
/// A scenario is one such type; it knows no clock and no file.
protocol SimulatedService: Sendable {
  /// Names of its log files.
  var logNames: [String] { get }

  /// The instant at which its past begins.
  var beginning: Timestamp { get }

  /// Lets time pass, and appends what is logged to the log of the same place in `logNames`.
  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]])

  /// Lets nothing begin before `time`: the computer was asleep.
  mutating func rest(until time: Timestamp)

  /// What it serves at the time it has advanced to.
  func pages(at time: Timestamp) -> [DemoPage]
}

/// One page that a simulated service serves.
struct DemoPage: Hashable, Sendable {
  var path: String
  var contentType: String
  var body: [UInt8]
}
