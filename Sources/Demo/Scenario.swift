import Telemetry

/// A service that is only simulated: what it would log, and what its pages would say.
///
/// A scenario is one such type. It is a value that knows no clock, no file and no network, so a
/// demo can play it live and a test can ask for any instant. How often `advance` is called does
/// not change what happens, and the same `ScenarioSetting` always gives the same bytes.
///
///     var scenario = ScenarioCatalog.entry("ecs")!.make(ScenarioSetting(seed: 1, opening: now))
///     let past = scenario.advance(to: now)          // log bytes, in the order of `logNames`
///     let pages = scenario.pages(at: now)           // what each path answers at that instant
///     let more = scenario.advance(to: now + 60)     // what a minute later has been added
package protocol Scenario: Sendable {
  /// What there is to watch, in the order of the command line.
  var sources: [ScenarioSource] { get }

  /// The instant at which its past begins.
  var beginning: Timestamp { get }

  /// Lets time pass, and appends what is logged to the log of the same place in `logNames`.
  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]])

  /// Lets nothing begin before `time`: the computer was asleep.
  mutating func rest(until time: Timestamp)

  /// What it serves at the time it has advanced to; `time` is that time.
  func pages(at time: Timestamp) -> [DemoPage]
}

extension Scenario {
  /// Names of its log files, in the order of `sources`.
  package var logNames: [String] {
    sources.compactMap { source in
      if case .log(let file) = source.place { file } else { nil }
    }
  }

  /// Lets time pass; what was logged meanwhile, by the place of the log in `logNames`.
  package mutating func advance(to time: Timestamp) -> [[UInt8]] {
    var logs = logNames.map { _ in [UInt8]() }
    advance(to: time, appendingTo: &logs)
    return logs
  }

  /// The page at a path; `nil` where nothing is served.
  package func page(_ path: String, at time: Timestamp) -> DemoPage? {
    pages(at: time).first { $0.path == path }
  }
}

/// One thing to watch in a scenario, with the name it has on the screen.
package struct ScenarioSource: Hashable, Sendable {
  /// Where its numbers come from.
  package enum Place: Hashable, Sendable {
    /// A log file of that name.
    case log(String)
    /// A page of the service: `/metrics`; `/` is the service itself, whose paths are probed.
    case endpoint(String)
  }

  /// What the command line and the screen call the source.
  package let name: String
  /// A log file or a page.
  package let place: Place

  /// A log file.
  static func log(_ name: String, _ file: String) -> ScenarioSource {
    ScenarioSource(name: name, place: .log(file))
  }

  /// A page, or with `/` the service.
  static func endpoint(_ name: String, _ path: String) -> ScenarioSource {
    ScenarioSource(name: name, place: .endpoint(path))
  }
}

/// What makes one run of a scenario differ from another.
package struct ScenarioSetting: Hashable, Sendable {
  /// Numbers, names and order vary with it; what is wrong does not.
  package var seed: UInt64
  /// When the demo opens; the past reaches from `Scenario.beginning` up to here.
  package var opening: Timestamp
  /// Whether the problems are repaired, as after the work that followed the audit.
  package var isRepaired: Bool

  /// A run of a scenario.
  package init(seed: UInt64, opening: Timestamp, isRepaired: Bool = false) {
    self.seed = seed
    self.opening = opening
    self.isRepaired = isRepaired
  }
}

/// One page that a simulated service serves.
package struct DemoPage: Hashable, Sendable {
  /// Path without a query: `/performance/endpoints`.
  package var path: String
  /// Sent as it is, parameters included; metrics are told from JSON by it.
  package var contentType: String
  /// Complete; the server adds its length.
  package var body: [UInt8]

  static func json(_ path: String, _ value: JSONText) -> DemoPage {
    DemoPage(path: path, contentType: "application/json", body: value.bytes)
  }
}
