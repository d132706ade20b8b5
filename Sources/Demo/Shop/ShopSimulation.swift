import Telemetry

/// The shop as a pure function of its seed: requests, statements, pools, caches and counters.
///
/// It has no clock and does no I/O. How often `advance` is called does not change what happens:
/// all randomness is drawn when a request arrives, in the order of arrivals.
///
///     arrivals -> outcome -> look-ups -> a connection of the pool -> statements -> end
///                                          (wait, or give up)        (log)        (log, counters)
struct ShopSimulation: Sendable {
  let story: ShopStory
  private(set) var counters: ShopCounters
  private var random: SeededRandom
  private var queues: [ConnectionQueue] = []
  private var nextArrival: Timestamp
  private var arrivals: UInt64 = 0
  /// Requests that have arrived and not ended.
  private(set) var inFlight: [SimulatedRequest] = []
  private var openStatements: [SimulatedStatement] = []
  private let scripts = ShopScript.all
  /// Mean rate of all endpoints.
  private let ratePerSecond = ShopScript.all.reduce(0) { $0 + $1.ratePerSecond }

  /// Statements at least so slow are logged (`log_min_duration_statement`).
  static let loggedMicroseconds: Int64 = 20_000
  /// Statements are cut off after this time in the database (`statement_timeout` of lineages).
  private static let lineageTimeoutMicroseconds: Int64 = 200_000

  /// A shop whose past begins `ShopStory.pastSeconds` before `opening`.
  init(seed: UInt64, opening: Timestamp) {
    story = ShopStory(opening: opening)
    counters = ShopCounters()
    random = SeededRandom(seed: seed)
    nextArrival = opening - ShopStory.pastSeconds
    var processID = 2100 + random.pick(0...99)
    for pool in ShopPool.allCases {
      queues.append(
        ConnectionQueue(
          processIDs: (0..<pool.limit).map { _ in
            processID += random.pick(1...3)
            return processID
          }))
    }
  }

  /// Lets time pass up to `time` and says what ended by then.
  mutating func advance(to time: Timestamp) -> ShopTraffic {
    while nextArrival <= time { admit() }
    var traffic = ShopTraffic()
    inFlight.removeAll { request in
      guard request.end <= time else { return false }
      traffic.requests.append(request)
      return true
    }
    openStatements.removeAll { statement in
      guard statement.end <= time else { return false }
      traffic.loggedStatements.append(statement)
      return true
    }
    traffic.requests.sort { ($0.end, $0.number) < ($1.end, $1.number) }
    traffic.loggedStatements.sort { ($0.end, $0.request) < ($1.end, $1.request) }
    for request in traffic.requests { counters.count(request) }
    return traffic
  }

  /// Lets nobody arrive before `time`, as when the computer was asleep.
  mutating func skipArrivals(until time: Timestamp) {
    nextArrival = max(nextArrival, time)
  }

  /// Connections that callers hold at `time`, and callers that wait for one.
  func load(of pool: ShopPool, at time: Timestamp) -> (inUse: Int, waiting: Int) {
    var load = (inUse: 0, waiting: 0)
    for request in inFlight where request.pool == pool {
      if request.holdsConnection(at: time) { load.inUse += 1 }
      if request.waitsForConnection(at: time) { load.waiting += 1 }
    }
    return load
  }

  private mutating func admit() {
    let arrival = nextArrival
    let level = story.trafficLevel(arrival)
    let flood = ShopStory.floodPerSecond * story.loginFlood(arrival)
    let total = ratePerSecond * level + flood
    let (script, floodShare) = throwScript(level: level, flood: flood, total: total)
    arrivals += 1
    let request = request(to: script, floodShare: floodShare, at: arrival)
    for statement in request.statements where ShopSimulation.isLogged(statement) {
      openStatements.append(statement)
    }
    inFlight.append(request)
    let wait = random.wait() / total
    nextArrival = Timestamp(
      microseconds: arrival.microseconds + max(1, Int64(wait * 1_000_000)))
  }

  /// Draws the endpoint that is asked next, and the share of the flood in what it is asked.
  private mutating func throwScript(
    level: Double, flood: Double, total: Double
  ) -> (script: ShopScript, floodShare: Double) {
    var throwing = random.unit() * total
    for script in scripts {
      let surge = script.route == .login ? flood : 0
      let rate = script.ratePerSecond * level + surge
      throwing -= rate
      if throwing < 0 { return (script, surge / rate) }
    }
    return (scripts[ShopRoute.health.rawValue], 0)
  }

  /// Whether the database logs a statement: because it was slow, or because it failed.
  static func isLogged(_ statement: SimulatedStatement) -> Bool {
    statement.microseconds >= loggedMicroseconds || statement.failure != nil
  }

  private mutating func request(
    to script: ShopScript, floodShare: Double, at arrival: Timestamp
  ) -> SimulatedRequest {
    let outcome = story.outcome(
      of: script.route, floodShare: floodShare, at: arrival, &random)
    var request = SimulatedRequest(
      number: arrivals, route: script.route, status: outcome.status, start: arrival,
      microseconds: 0, subject: subject(of: script), caller: outcome.caller,
      bodyBytes: script.bodyBytes)
    if case .refused = outcome.course {
      request.microseconds = 700 + Int64(900 * random.logNormal(spread: 0.4))
      request.bodyBytes = 72
      return request
    }
    for cache in script.caches {
      request.lookups.record(cache, isHit: random.chance(story.hitRate(cache, arrival)))
    }
    let steps = plan(script, outcome.course, request.lookups)
    let work = script.workMilliseconds * 1000 * random.logNormal(spread: script.workSpread)
    run(steps, script, outcome.course, workMicroseconds: Int64(work), &request)
    if outcome.status >= 400 { request.bodyBytes = 96 }
    return request
  }

  private mutating func subject(of script: ShopScript) -> UInt32 {
    if script.query != nil { return random.pick(0...63) }
    return script.route == .mates ? random.pick(1...240) : random.pick(1000...98_999)
  }

  /// The statements that a request will run, in order.
  private mutating func plan(
    _ script: ShopScript, _ course: ShopOutcome.Course, _ lookups: CacheLookups
  ) -> [ShopStatement] {
    var statements: [ShopStatement] = []
    for step in script.steps {
      if let cache = step.cache, lookups.isHit(cache) == true { continue }
      let repeats = random.pick(step.repeats)
      for _ in 0..<repeats { statements.append(step.statement) }
      if case .nothingFound = course { return statements }
      if case .failing(let last, _) = course, last == step.statement { return statements }
    }
    return statements
  }

  /// Takes a connection, runs the statements on it one after the other and ends the request.
  private mutating func run(
    _ steps: [ShopStatement], _ script: ShopScript, _ course: ShopOutcome.Course,
    workMicroseconds work: Int64, _ request: inout SimulatedRequest
  ) {
    var clock = request.start.microseconds
    defer { request.microseconds = max(1, clock - request.start.microseconds) }
    guard let pool = script.pool, !steps.isEmpty else {
      clock += work
      return
    }
    request.pool = pool
    guard let (place, start) = queues[pool.rawValue].take(at: request.start) else {
      request.gaveUpWaiting = true
      request.status = 503
      clock += ShopPool.timeoutMicroseconds
      return
    }
    request.waitMicroseconds = start.microseconds - clock
    let processID = queues[pool.rawValue].connections[place].processID
    clock = start.microseconds + work / 3
    request.statements.reserveCapacity(steps.count)
    var rows: UInt32 = 0
    for step in steps {
      clock += Int64(250 * random.wait())
      var call = call(step, of: request, at: Timestamp(microseconds: clock))
      call.processID = processID
      if case .failing(step, let failure) = course { fail(&call, failure) }
      clock += call.microseconds
      rows += call.rows
      request.statements.append(call)
    }
    clock += work - work / 3
    if case .paymentTimeout = course {
      clock += 1_200_000 + Int64(250_000 * random.unit())
    }
    request.bodyBytes += rows * script.rowBytes
    queues[pool.rawValue].hold(place, until: Timestamp(microseconds: clock))
  }

  private mutating func call(
    _ statement: ShopStatement, of request: SimulatedRequest, at start: Timestamp
  ) -> SimulatedStatement {
    let median = statement.medianMilliseconds * 1000 * slowdown(of: statement, at: start)
    var call = SimulatedStatement(
      statement: statement, first: request.subject, second: random.pick(1000...98_999),
      start: start, microseconds: Int64(median * random.logNormal(spread: statement.spread)),
      rows: random.pick(statement.rows), processID: 0, request: request.number)
    if request.route == .search || request.route == .products {
      call.first = ShopQuery.page(of: request.subject) * (request.route == .search ? 20 : 24)
      call.second = request.subject
    }
    if statement == .lineage {
      call.microseconds = min(call.microseconds, ShopSimulation.lineageTimeoutMicroseconds - 600)
    }
    return call
  }

  private mutating func fail(
    _ call: inout SimulatedStatement, _ failure: SimulatedStatement.Failure
  ) {
    call.failure = failure
    call.rows = 0
    if failure == .timeout {
      call.microseconds =
        ShopSimulation.lineageTimeoutMicroseconds + Int64(1400 * random.unit())
    }
  }

  private func slowdown(of statement: ShopStatement, at time: Timestamp) -> Double {
    switch statement {
    case .wideSouls: story.wideSelectSlowdown(time)
    case .postsOfAuthor, .follows: story.feedSlowdown(time)
    default: 1
    }
  }
}

/// What the subject of a request with a query string stands for.
enum ShopQuery {
  /// Word `subject % 16` of `ShopWords`; four pages of each.
  static func page(of subject: UInt32) -> UInt32 { subject / 16 % 4 }
}
