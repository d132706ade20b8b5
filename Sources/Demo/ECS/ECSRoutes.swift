/// The endpoints of the ECS back end, as one round of 143 requests asks them.
enum ECSRoute: Int, CaseIterable, Sendable {
  case mates, lineage, spirit, position, invalidMates, invalidSpirit, nonexistentPosition, agents
  case createAgent, agent, spirits, generations, souls, assignMate, health, configuration, validate

  /// What one round does with an endpoint.
  struct Script: Sendable {
    let name: String
    let requests: Int
    let milliseconds: Double
    /// Mean after the repair.
    let repairedMilliseconds: Double
    /// Requests that fail; none after the repair.
    var errors = 0
    /// Slow statements of all requests of the round.
    var slow: [(statement: ECSStatement, calls: Int)] = []
    /// Quick statements of all requests of the round.
    var quick: [(statement: ECSStatement, calls: Int)] = []
  }

  /// The script for agents called `agent`.
  func script(agent: String) -> Script {
    switch self {
    case .mates:
      Script(
        name: "GET /agents/\(agent)/mates", requests: 12, milliseconds: 200.5,
        repairedMilliseconds: 38, slow: [(.lineage, 12), (.agentByName, 12), (.mates, 12)])
    case .lineage:
      Script(
        name: "GET /agents/\(agent)/lineage", requests: 10, milliseconds: 150.3,
        repairedMilliseconds: 31, slow: [(.lineage, 10), (.agentByName, 10), (.mates, 8)])
    case .spirit:
      Script(
        name: "GET /naming/animal-spirits/wolf", requests: 10, milliseconds: 120.4,
        repairedMilliseconds: 24, slow: [(.spirits, 20), (.names, 10)])
    case .position:
      Script(
        name: "GET /agents/\(agent)/position", requests: 10, milliseconds: 100.6,
        repairedMilliseconds: 22, slow: [(.agentByName, 8), (.spirits, 6), (.names, 5)])
    case .invalidMates:
      Script(
        name: "GET /agents/invalid/mates", requests: 10, milliseconds: 45,
        repairedMilliseconds: 3, errors: 5, quick: [(.exists, 10)])
    case .invalidSpirit:
      Script(
        name: "GET /naming/animal-spirits/invalid", requests: 10, milliseconds: 30,
        repairedMilliseconds: 3, errors: 3, quick: [(.exists, 10)])
    case .nonexistentPosition:
      Script(
        name: "GET /agents/nonexistent/position", requests: 10, milliseconds: 25,
        repairedMilliseconds: 3, errors: 2, quick: [(.exists, 10)])
    case .agents:
      Script(
        name: "GET /agents", requests: 10, milliseconds: 80, repairedMilliseconds: 18,
        quick: [(.listAgents, 10)])
    case .createAgent:
      Script(
        name: "POST /agents", requests: 8, milliseconds: 95, repairedMilliseconds: 27,
        quick: [(.insertAgent, 8), (.generation, 4)])
    case .agent:
      Script(
        name: "GET /agents/\(agent)", requests: 9, milliseconds: 60, repairedMilliseconds: 12,
        quick: [(.soul, 9)])
    case .spirits:
      Script(
        name: "GET /naming/animal-spirits", requests: 9, milliseconds: 50,
        repairedMilliseconds: 8)
    case .generations:
      Script(
        name: "GET /naming/generations", requests: 8, milliseconds: 40,
        repairedMilliseconds: 9, quick: [(.generation, 8)])
    case .souls:
      Script(
        name: "GET /souls", requests: 7, milliseconds: 70, repairedMilliseconds: 16,
        quick: [(.soul, 7)])
    case .assignMate:
      Script(
        name: "POST /agents/\(agent)/mates", requests: 6, milliseconds: 90,
        repairedMilliseconds: 29, quick: [(.insertMate, 6)])
    case .health:
      Script(name: "GET /health", requests: 5, milliseconds: 20.3, repairedMilliseconds: 2)
    case .configuration:
      Script(name: "GET /config", requests: 5, milliseconds: 21, repairedMilliseconds: 2)
    case .validate:
      Script(
        name: "POST /naming/validate", requests: 4, milliseconds: 35, repairedMilliseconds: 6,
        quick: [(.countNames, 4)])
    }
  }
}

/// The statements of the ECS back end.
///
/// The first five are the slow ones: a round runs them 22, 30, 20, 26 and 15 times.
enum ECSStatement: CaseIterable, Sendable {
  case lineage, agentByName, mates, spirits, names
  case exists, listAgents, insertAgent, generation, soul, insertMate, countNames

  /// Share of the time of its request that a slow one takes: they run side by side.
  static let slowShare = 0.733
  /// Share of the time of its request that a quick one takes.
  static let quickShare = 0.4

  func text(_ number: UInt32) -> String {
    switch self {
    case .lineage:
      "WITH RECURSIVE lineage AS (SELECT agents.agent_id, agents.parent_id, 0 AS depth "
        + "FROM agents WHERE agents.agent_id = \(number) UNION ALL SELECT parent.agent_id, "
        + "parent.parent_id, lineage.depth + 1 FROM agents AS parent JOIN lineage "
        + "ON parent.agent_id = lineage.parent_id) SELECT * FROM lineage"
    case .agentByName: "SELECT * FROM agents WHERE lower(agents.name) = 'agent\(number)'"
    case .mates:
      "SELECT * FROM mates JOIN agents ON agents.agent_id = mates.mate_id "
        + "WHERE mates.agent_id = \(number)"
    case .spirits: "SELECT * FROM animal_spirits WHERE animal_spirits.name LIKE '%wolf%'"
    case .names:
      "SELECT names.name FROM names WHERE names.generation = \(number % 9) ORDER BY names.name"
    case .exists: "SELECT 1 FROM agents WHERE agents.agent_id = \(number)"
    case .listAgents: "SELECT agents.agent_id, agents.name FROM agents LIMIT 50"
    case .insertAgent: "INSERT INTO agents (name, generation) VALUES ('a\(number)', 3)"
    case .generation: "SELECT max(agents.generation) FROM agents"
    case .soul: "SELECT souls.soul_id, souls.name FROM souls WHERE souls.soul_id = \(number)"
    case .insertMate: "INSERT INTO mates (agent_id, mate_id) VALUES (\(number), \(number + 1))"
    case .countNames: "SELECT count(*) FROM names WHERE names.name = 'n\(number)'"
    }
  }
}
