import Telemetry

/// The assistant of MobilityOne: calls one after the other, stalls, and things that only grow.
///
///     POST /api/onboarding   asks the upstream for 10 to 12 persons, one call after the other
///     event loop             blocked for a second or two, several times a minute
///     caches                 two dictionaries that nothing is ever taken out of
///     memory                 grows with them
///     bookings               filters without an index (100 to 500 ms), reads without pages
struct MobilityScenario: Scenario {
  let sources: [ScenarioSource] = [
    .endpoint("mobility-one", "/stats"), .log("nginx", "access.log"),
    .log("assistant", "assistant.log"),
  ]

  enum Change: Sendable {
    case request
    case lookup(cache: Int, isHit: Bool)
    case call
  }

  static let pastSeconds = 3600.0
  private static let cycleSeconds = 60.0
  /// Seconds between two stalls, and seconds that one lasts.
  private static let stallDistance = 18.0
  private static let stallSeconds = 0.9...2.2

  let setting: ScenarioSetting
  private(set) var state: MobilityState
  private var random: SeededRandom
  private var agenda = Agenda<Change>()
  private var nextCycle: Timestamp
  /// Stretches of this minute in which the event loop is blocked.
  private var stalls: [ClosedRange<Timestamp>] = []

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    random = SeededRandom(seed: setting.seed)
    nextCycle = setting.opening - MobilityScenario.pastSeconds
    state = MobilityState(start: nextCycle, isRepaired: setting.isRepaired)
  }

  var beginning: Timestamp { setting.opening - MobilityScenario.pastSeconds }

  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]]) {
    while nextCycle <= time { planCycle() }
    var state = state
    agenda.advance(to: time, appendingTo: &logs) { change, _ in state.apply(change) }
    self.state = state
  }

  mutating func rest(until time: Timestamp) {
    agenda.skip(until: time)
    nextCycle = max(nextCycle, time)
  }

  func pages(at time: Timestamp) -> [DemoPage] {
    [.json("/stats", state.page(at: time))]
  }

  private mutating func planCycle() {
    let start = nextCycle
    nextCycle = start + MobilityScenario.cycleSeconds
    planStalls(from: start)
    for route in MobilityRoute.all {
      var clock = start + random.wait() / route.perSecond
      while clock < nextCycle {
        plan(route, at: clock)
        clock = clock + max(0.01, random.wait() / route.perSecond)
      }
    }
  }

  private mutating func planStalls(from start: Timestamp) {
    stalls = []
    guard !setting.isRepaired else { return }
    var clock = start + random.uniform(3...9)
    while clock < nextCycle - 3 {
      let seconds = random.uniform(MobilityScenario.stallSeconds)
      stalls.append(clock...(clock + seconds))
      let coroutine = random.choose([
        "RequestResponseCycle.run_asgi()", "load_vehicle_history()", "build_prompt()",
      ])
      line(
        "WARNING [asyncio] Executing <Task pending name='Task-\(random.pick(100...9999))' "
          + "coro=<\(coroutine) running at /app/assistant/services.py:\(random.pick(40...400))>> "
          + "took \(LineText.fixed(seconds, 3)) seconds", at: clock + seconds)
      clock = clock + MobilityScenario.stallDistance * random.around(0.4)
    }
  }

  /// What would end while the loop is blocked ends when it is free again.
  private func unblocked(_ time: Timestamp) -> Timestamp {
    guard let stall = stalls.first(where: { $0.contains(time) }) else { return time }
    return stall.upperBound + 0.004 + (time - stall.lowerBound) * 0.01
  }

  private mutating func plan(_ route: MobilityRoute, at arrival: Timestamp) {
    let id = LineText.hex(32, &random)
    let subject = random.pick(1000...99_000)
    var clock = arrival + 0.004
    if route.isOnboarding { planCalls(id, &clock) }
    if let statement = route.statement { planStatement(statement, route, id, subject, &clock) }
    let seconds = route.milliseconds / 1000 * random.logNormal(spread: 0.3)
    let end = unblocked(clock + seconds)
    let growth = setting.isRepaired ? 0 : max(0, (end - beginning) / 3600)
    let bytes = route.isUnpaginated ? Int(40_000 * (1 + 6 * growth)) : 420 + Int(subject % 300)
    agenda.log(
      LineText.access(
        route.request(subject), status: route.isOnboarding ? 201 : 200, seconds: end - arrival,
        bytes: setting.isRepaired && route.isUnpaginated ? 4200 : bytes,
        client: "198.51.100.\(subject % 250 + 1)", agent: "MobilityOne/4.2 (Android 15)", at: end),
      to: 0, at: end)
    agenda.change(.request, at: end)
    for cache in 0..<2 {
      // An unknown key is kept for ever, so that each miss adds an entry.
      agenda.change(.lookup(cache: cache, isHit: random.chance(0.93)), at: end)
    }
  }

  /// Asks for each person by itself; repaired, for all of them at once.
  private mutating func planCalls(_ id: String, _ clock: inout Timestamp) {
    let tenant = random.pick(1...40)
    let calls = setting.isRepaired ? 1 : Int(random.pick(10...12))
    // Some tenants are far away: 1 to 6 s in all.
    let each = setting.isRepaired ? 0.22 : random.uniform(0.1...0.5)
    for call in 0..<calls {
      clock = unblocked(clock + each * random.around(0.15))
      let filter =
        setting.isRepaired
        ? "PersonId%20in%20(\(tenant)1,\(tenant)2)"
        : "PersonId%20eq%20\(tenant * 100 + UInt32(call))"
      line(
        "INFO [\(id)] httpx: HTTP Request: GET https://api.mobilityone.example/tenantmgt/Persons"
          + "?Filter=\(filter) \"HTTP/1.1 200 OK\"", at: clock)
      agenda.change(.call, at: clock)
    }
  }

  private mutating func planStatement(
    _ statement: String, _ route: MobilityRoute, _ id: String, _ subject: UInt32,
    _ clock: inout Timestamp
  ) {
    let growth = max(0, (clock - beginning) / 3600)
    let seconds =
      setting.isRepaired
      ? 0.012 : route.isUnpaginated ? 0.11 * (1 + min(3, growth) * 1.5) : random.uniform(0.1...0.5)
    let taken = seconds * random.around(0.1)
    clock = unblocked(clock + taken)
    guard taken >= 0.1 else { return }
    let text = statement.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: String(subject))
    line(
      "WARNING [\(id)] assistant.db: SLOW QUERY (\(LineText.fixed(taken, 4))s): \(text)", at: clock)
  }

  private mutating func line(_ text: String, at time: Timestamp) {
    agenda.log("\(LineText.stamp(time)) \(text)", to: 1, at: time)
  }
}
