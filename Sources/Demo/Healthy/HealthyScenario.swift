import Telemetry

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A plain service that is well: traffic with noise, a few errors, and a restart in the past.
///
/// A restart takes three seconds, in which nothing is served, and sets the counters back to zero.
struct HealthyScenario: Scenario {
  let sources: [ScenarioSource] = [
    .endpoint("healthy-api", "/metrics"), .log("nginx", "access.log"),
    .log("postgresql", "postgresql.log"),
  ]

  struct Route: Sendable {
    var method: String
    var template: String
    var perSecond: Double
    var milliseconds: Double
    var statement: String
  }

  enum Change: Sendable {
    case request(route: Int, status: Int, microseconds: Int64, isHit: Bool)
    case restart
  }

  private static let pastSeconds = 3600.0
  private static let cycleSeconds = 30.0
  static let restartSeconds = 3.0
  /// Seconds before the opening at which the service was restarted.
  static let restartAge = 1260.0

  static let routes = [
    Route(
      method: "GET", template: "/api/items/{id}", perSecond: 2.4, milliseconds: 14,
      statement: "SELECT items.item_id, items.name FROM items WHERE items.item_id = #"),
    Route(
      method: "GET", template: "/api/items", perSecond: 1.2, milliseconds: 31,
      statement: "SELECT items.item_id, items.name FROM items ORDER BY items.name LIMIT 50"),
    Route(
      method: "POST", template: "/api/orders", perSecond: 0.6, milliseconds: 48,
      statement: "INSERT INTO orders (item_id, amount) VALUES (#, 1)"),
    Route(
      method: "GET", template: "/api/orders/{id}", perSecond: 0.8, milliseconds: 18,
      statement: "SELECT orders.order_id, orders.state FROM orders WHERE orders.order_id = #"),
    Route(method: "GET", template: "/health", perSecond: 0.2, milliseconds: 1.2, statement: ""),
  ]

  let setting: ScenarioSetting
  private(set) var counters = HealthyCounters()
  private(set) var processStart: Timestamp
  private var random: SeededRandom
  private var agenda = Agenda<Change>()
  private var nextCycle: Timestamp
  private let restart: Timestamp

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    var random = SeededRandom(seed: setting.seed)
    restart = setting.opening - HealthyScenario.restartAge * random.around(0.3)
    self.random = random
    nextCycle = setting.opening - HealthyScenario.pastSeconds
    processStart = nextCycle - 86_400
    agenda.change(.restart, at: restart)
  }

  var beginning: Timestamp { setting.opening - HealthyScenario.pastSeconds }

  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]]) {
    while nextCycle <= time { planCycle() }
    var counters = counters
    var processStart = processStart
    agenda.advance(to: time, appendingTo: &logs) { change, instant in
      switch change {
      case .restart:
        counters = HealthyCounters()
        processStart = instant
      case .request(let route, let status, let microseconds, let isHit):
        counters.count(route: route, status: status, microseconds: microseconds, isHit: isHit)
      }
    }
    (self.counters, self.processStart) = (counters, processStart)
  }

  mutating func rest(until time: Timestamp) {
    agenda.skip(until: time)
    nextCycle = max(nextCycle, time)
  }

  func pages(at time: Timestamp) -> [DemoPage] {
    [
      DemoPage(
        path: "/metrics", contentType: "text/plain; version=0.0.4; charset=utf-8",
        body: counters.exposition(
          processStart: processStart, time: time, seed: setting.seed))
    ]
  }

  private mutating func planCycle() {
    let start = nextCycle
    nextCycle = start + HealthyScenario.cycleSeconds
    let level = 1 + 0.25 * sin(start.seconds / 700) + 0.1 * random.normal()
    for (place, route) in HealthyScenario.routes.enumerated() {
      let rate = route.perSecond * max(0.4, level)
      var clock = start + random.wait() / rate
      while clock < nextCycle {
        if !(clock > restart - 0.5 && clock < restart + HealthyScenario.restartSeconds) {
          plan(place, route, at: clock)
        }
        clock = clock + max(0.002, random.wait() / rate)
      }
    }
  }

  private mutating func plan(_ place: Int, _ route: Route, at arrival: Timestamp) {
    let isHit = random.chance(0.963)
    let seconds = route.milliseconds / 1000 * random.logNormal(spread: 0.4)
    let status = random.chance(0.0008) ? 500 : random.chance(0.012) ? 404 : 200
    let end = arrival + seconds
    let number = random.pick(1000...99_000)
    if !route.statement.isEmpty {
      let text = route.statement.split(separator: "#", omittingEmptySubsequences: false)
        .joined(separator: String(number))
      let share = seconds * random.uniform(0.3...0.6)
      agenda.log(
        LineText.database(
          text, seconds: share, user: "api", process: random.pick(410...417),
          at: arrival + share + seconds * 0.2), to: 1, at: arrival + share + seconds * 0.2)
    }
    let isProbe = route.template == "/health"
    let path =
      route.template.hasSuffix("{id}") ? "\(route.template.dropLast(4))\(number)" : route.template
    agenda.log(
      LineText.access(
        "\(route.method) \(path)", status: status, seconds: seconds,
        bytes: 200 + Int(random.pick(0...900)),
        client: isProbe ? "10.0.0.12" : "203.0.113.\(random.pick(1...254))",
        agent: isProbe ? "kube-probe/1.33" : "okhttp/4.12.0", at: end), at: end)
    agenda.change(
      .request(
        route: place, status: status, microseconds: Int64(seconds * 1_000_000), isHit: isHit),
      at: end)
  }
}
