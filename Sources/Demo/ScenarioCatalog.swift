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
  /// What its audit found; nothing is found in the repaired version.
  package var findings: [ExpectedFinding] = []
  /// The service at the beginning of its past.
  package let make: @Sendable (ScenarioSetting) -> any Scenario

  /// Where what was found in the past of this scenario is not what is to be found, in words.
  package func differences(from found: [String], isRepaired: Bool) -> [String] {
    let expected = isRepaired ? [] : findings
    let missing = expected.filter { wanted in !found.contains { wanted.matches($0) } }
    let surplus = found.filter { one in !expected.contains { $0.matches(one) } }
    return missing.map { "missing: \($0.text)" } + surplus.map { "surplus: \($0)" }
  }
}

/// A finding that a scenario has to lead to: `critical slow-query select * from agents`.
///
/// The severity may be `high|critical` where chance decides; the subject is how its name begins.
package struct ExpectedFinding: Hashable, Sendable, ExpressibleByStringLiteral {
  /// Severity, id of the finding, and the beginning of its subject.
  package let text: String

  /// Takes the text as it is; nothing checks its form.
  package init(stringLiteral value: String) { text = value }

  func matches(_ found: String) -> Bool {
    let wanted = text.split(separator: " ", maxSplits: 1)
    let told = found.split(separator: " ", maxSplits: 1)
    return wanted.count == 2 && told.count == 2 && told[1].hasPrefix(wanted[1])
      && wanted[0].split(separator: "|").contains(told[0])
  }
}

/// All scenarios, in the order in which they are listed; the first is the default.
package enum ScenarioCatalog {
  /// A new scenario needs its entry here.
  package static let all: [ScenarioEntry] = [
    ScenarioEntry(
      name: "shop", title: "shop-api",
      summary: "A web shop with metrics, access log and PostgreSQL log, in which much goes wrong",
      isRepairable: false
    ) { ShopService(seed: $0.seed, opening: $0.opening) },
    ScenarioEntry(
      name: "ecs", title: "ecs-backend",
      summary: "Middleware with JSON under /performance: slow routes, errors, 113 slow queries",
      isRepairable: true,
      findings: [
        "critical error-rate GET /agents/invalid/mates",
        "critical error-rate GET /naming/animal-spirits/invalid",
        "high error-rate GET /agents/nonexistent/position",
        "high slow-query select * from agents where lower",
        "high slow-query select * from mates join agents",
        "high slow-query with recursive lineage",
      ]
    ) { ECSScenario($0) },
    ScenarioEntry(
      name: "soullink", title: "soullink",
      summary: "Nothing but a log: stalled start-up, repeated wide queries, 429s of one gateway",
      isRepairable: true,
      findings: [
        "critical heavy-rows select souls.soul_id",
        "critical repeated-query select souls.soul_id",
        "high slow-query select users.user_id",
        "high rate-limit-gateway service",
        "medium startup-stall soullink",
        "medium payload-limit POST /api/images",
      ]
    ) { SoulLinkScenario($0) },
    ScenarioEntry(
      name: "mobility", title: "mobility-one",
      summary: "N+1 calls to an upstream, event loop stalls, caches and memory that only grow",
      isRepairable: true,
      findings: [
        "critical outbound-n-plus-one GET api.mobilityone.example",
        "critical event-loop-stall assistant",
        "high|critical slow-query select bookings.booking_id, bookings.state",
        "high|critical slow-query select bookings.booking_id, bookings.vehicle_id",
        "high cache-growth tenant_cache",
        "medium cache-growth person_cache",
      ]
    ) { MobilityScenario($0) },
    ScenarioEntry(
      name: "chat", title: "chat-service",
      summary: "Breakers, caches and timings in JSON; slow web search, tasks without a cap",
      isRepairable: true,
      findings: [
        "critical outbound-slow GET api.search.example",
        "high memory-growth chat-service",
        "high task-backlog background_tasks",
        "high cache-hit-rate responses",
        "high|medium cache-hit-rate search_results",
        "medium cache-hit-rate embeddings",
        "medium cache-hit-rate profiles",
      ]
    ) { ChatScenario($0) },
    ScenarioEntry(
      name: "autopost", title: "auto-post",
      summary: "Three pools on one database: every step waits 15 x 10 s for a connection",
      isRepairable: true,
      findings: [
        "critical pool-fragmentation auto-post pool",
        "critical pool-timeout-cascade auto-post",
        "critical slow-query select memories.memory_id",
        "critical slow-query select posts.post_id",
      ]
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
}
