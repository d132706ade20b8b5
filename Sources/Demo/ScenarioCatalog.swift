import Telemetry

/// A story that `svctop demo` can play, as it is listed.
package struct ScenarioEntry: Sendable {
  /// What it is called on the command line.
  package let name: String
  /// What stands in the header of the screen.
  package let title: String
  /// What is to be seen, in one line.
  package let summary: String
  /// Whether there is a version of it without its problems.
  package let isRepairable: Bool
  /// The service at the beginning of its past.
  package let make: @Sendable (ScenarioSetting) -> any Scenario
}

/// All scenarios, in the order in which they are listed; the first is the default.
package enum ScenarioCatalog {
  package static let all: [ScenarioEntry] = [
    ScenarioEntry(
      name: "shop", title: "shop-api",
      summary: "A web shop with metrics, access log and PostgreSQL log, in which much goes wrong",
      isRepairable: false
    ) { ShopService(seed: $0.seed, opening: $0.opening) },
    ScenarioEntry(
      name: "ecs", title: "ecs-backend",
      summary: "Middleware with JSON under /performance: slow routes, errors, 113 slow queries",
      isRepairable: true
    ) { ECSScenario($0) },
    ScenarioEntry(
      name: "soullink", title: "soullink",
      summary: "Nothing but a log: stalled start-up, repeated wide queries, 429s of one gateway",
      isRepairable: true
    ) { SoulLinkScenario($0) },
    ScenarioEntry(
      name: "mobility", title: "mobility-one",
      summary: "N+1 calls to an upstream, event loop stalls, caches and memory that only grow",
      isRepairable: true
    ) { MobilityScenario($0) },
    ScenarioEntry(
      name: "chat", title: "chat-service",
      summary: "Breakers, caches and timings in JSON; slow web search, tasks without a cap",
      isRepairable: true
    ) { ChatScenario($0) },
    ScenarioEntry(
      name: "autopost", title: "auto-post",
      summary: "Three pools on one database: every step waits 15 x 10 s for a connection",
      isRepairable: true
    ) { AutoPostScenario($0) },
    ScenarioEntry(
      name: "healthy", title: "healthy-api",
      summary: "Nothing is wrong: noise, a few errors, and a restart",
      isRepairable: false
    ) { HealthyScenario($0) },
  ]

  /// The scenario of that name; `nil` if there is none.
  package static func entry(_ name: String) -> ScenarioEntry? {
    all.first { $0.name == name.lowercased() }
  }

  /// The name that was probably meant by one that is unknown.
  package static func nearest(_ name: String) -> String? {
    Spelling.nearest(name, among: all.map(\.name))
  }
}
