import Telemetry

/// The ECS back end: in-house middleware that serves its totals as JSON, and the database's log.
///
/// Its past is one round of 143 requests with 199 statements, spread over an hour; from the
/// opening on a round takes five minutes. Counts of a round are exact, its order is drawn.
///
///     /performance/endpoints     totals per endpoint, which only grow
///     /performance/metrics       the last 100 requests, or that there are none yet
///     /performance/memory ...    memory, bottlenecks, report, health
///     postgresql.log             every statement with its time
struct ECSScenario: Scenario {
  let sources: [ScenarioSource] = [
    .endpoint("ecs-backend", "/"), .log("postgresql", "postgresql.log"),
  ]

  private static let pastSeconds = 3600.0
  private static let roundSeconds = 300.0

  let setting: ScenarioSetting
  private(set) var statistics: ECSStatistics
  private var random: SeededRandom
  private var agenda = Agenda<ECSRequest>()
  private var nextRound: Timestamp
  private let scripts: [ECSRoute.Script]
  private let processes: [UInt32]

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    var random = SeededRandom(seed: setting.seed)
    let agent = setting.seed == 1 ? "agent1" : random.choose(["agent1", "orion", "nova", "scout"])
    scripts = ECSRoute.allCases.map { $0.script(agent: agent) }
    let first = random.pick(300...900)
    processes = (0..<10).map { first + $0 * 2 }
    statistics = ECSStatistics(routes: scripts.map(\.name), seed: setting.seed)
    self.random = random
    nextRound = setting.opening - ECSScenario.pastSeconds
  }

  var beginning: Timestamp { setting.opening - ECSScenario.pastSeconds }

  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]]) {
    while nextRound <= time { planRound() }
    var statistics = statistics
    agenda.advance(to: time, appendingTo: &logs) { request, end in
      statistics.count(request, at: end)
    }
    self.statistics = statistics
  }

  mutating func rest(until time: Timestamp) {
    agenda.skip(until: time)
    nextRound = max(nextRound, time)
  }

  func pages(at time: Timestamp) -> [DemoPage] {
    ECSPages(statistics: statistics, time: time).all
  }

  /// Plans one round: the requests of all endpoints, shuffled, at even distances with some play.
  private mutating func planRound() {
    let start = nextRound
    let seconds = start < setting.opening ? ECSScenario.pastSeconds : ECSScenario.roundSeconds
    nextRound = start + seconds
    var deck: [(route: Int, number: Int)] = []
    for (route, script) in scripts.enumerated() {
      for number in 0..<script.requests { deck.append((route, number)) }
    }
    deck.shuffle(using: &random)
    let distance = seconds / Double(deck.count)
    for (place, card) in deck.enumerated() {
      let arrival = start + distance * (Double(place) + 0.1 + 0.5 * random.unit())
      plan(card.route, number: card.number, at: arrival)
    }
  }

  private mutating func plan(_ route: Int, number: Int, at arrival: Timestamp) {
    let script = scripts[route]
    let isRepaired = setting.isRepaired
    let mean = isRepaired ? script.repairedMilliseconds : script.milliseconds
    var request = ECSRequest(route: route, seconds: mean / 1000 * random.around(0.002))
    request.isError = !isRepaired && number < script.errors
    let subject = random.pick(1...400)
    for (calls, share) in [
      (script.slow, ECSStatement.slowShare), (script.quick, ECSStatement.quickShare),
    ] {
      for (statement, total) in calls {
        // Each request runs its part of the calls that all requests of the round make.
        let part = (number + 1) * total / script.requests - number * total / script.requests
        // The cache that was put in front of the repeated reads answers three of four.
        let runs = isRepaired && number % 4 != 0 ? 0 : part
        for _ in 0..<runs {
          let seconds = request.seconds * share * random.around(0.04)
          let end = arrival + (seconds + (request.seconds - seconds) * random.unit())
          request.statements += 1
          request.statementSeconds += seconds
          agenda.log(
            LineText.database(
              statement.text(subject), seconds: seconds, user: "ecs",
              process: random.choose(processes), at: end), at: end)
        }
      }
    }
    agenda.change(request, at: arrival + request.seconds)
  }
}

/// A finished request as the middleware notes it.
struct ECSRequest: Sendable {
  var route: Int
  var seconds: Double
  var isError = false
  var statements = 0
  var statementSeconds = 0.0
  /// Resident memory in bytes when it ended.
  var memory = 0.0

  init(route: Int, seconds: Double) {
    self.route = route
    self.seconds = seconds
  }
}
