import Telemetry

/// SoulLink 1.5.5, which tells of itself by one log only.
///
/// It starts an hour before the opening, again four minutes before it, and then every half hour:
///
///     Started server process
///     Starting backup            file I/O blocks the loop: nothing is served
///     Saved 17 souls
///     SLOW QUERY (1.34s) ...     the same wide statement before each of
///     Cached morning             five steps of the cache's warming up
///     Application startup complete, and the requests that came meanwhile
///
/// All clients come through the gateway 172.18.0.1, whose 100 requests a minute are soon used up.
struct SoulLinkScenario: Scenario {
  let sources: [ScenarioSource] = [.log("soullink", "soullink.log")]

  private static let pastSeconds = 3600.0
  private static let cycleSeconds = 60.0
  private static let restartSeconds = 1800.0
  /// Seconds before the opening of the start that a viewer sees in the past.
  private static let seenRestart = 240.0

  let setting: ScenarioSetting
  private var random: SeededRandom
  private var agenda = Agenda<Never>()
  private var nextCycle: Timestamp
  private var nextStart: Timestamp
  /// When the start that is planned last has come to its end.
  private var servesFrom: Timestamp
  private var startsAt: Timestamp
  private var minute = Int64.min
  private var inMinute = 0

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    random = SeededRandom(seed: setting.seed)
    nextCycle = setting.opening - SoulLinkScenario.pastSeconds
    nextStart = nextCycle
    servesFrom = nextCycle
    startsAt = nextCycle
  }

  var beginning: Timestamp { setting.opening - SoulLinkScenario.pastSeconds }

  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]]) {
    while nextCycle <= time { planCycle() }
    agenda.advance(to: time, appendingTo: &logs) { _, _ in }
  }

  mutating func rest(until time: Timestamp) {
    agenda.skip(until: time)
    nextCycle = max(nextCycle, time)
    nextStart = max(nextStart, time)
  }

  func pages(at time: Timestamp) -> [DemoPage] { [] }

  /// Plans a minute: perhaps a start, and the requests.
  private mutating func planCycle() {
    let start = nextCycle
    nextCycle = start + SoulLinkScenario.cycleSeconds
    if nextStart < nextCycle { planStart() }
    let distance = 0.42
    var clock = start + distance * random.wait()
    while clock < nextCycle {
      planRequest(at: clock)
      clock = clock + distance * max(0.05, random.wait())
    }
    for probe in 0..<4 { planProbe(at: start + 15 * Double(probe) + 2) }
  }

  private mutating func planStart() {
    startsAt = nextStart
    let seen = setting.opening - SoulLinkScenario.seenRestart
    nextStart = nextStart < seen ? seen : nextStart + SoulLinkScenario.restartSeconds
    var clock = startsAt + 0.2
    line("[INFO] [uvicorn.error] Started server process [\(random.pick(7...40))]", at: startsAt)
    line("[INFO] [uvicorn.error] Waiting for application startup.", at: startsAt + 0.05)
    line("[INFO] [System.Backup] Starting backup of all souls", at: clock)
    clock = clock + (setting.isRepaired ? 0.2 : random.uniform(9...12))
    line("[INFO] [System.Backup] Saved 17 souls", at: clock)
    for (place, step) in ["morning", "afternoon", "evening", "night", "dreams"].enumerated() {
      if setting.isRepaired {
        clock = clock + 0.03
      } else {
        let seconds = 1.34 * (place == 0 ? 1 : random.uniform(0.88...0.99))
        clock = clock + seconds
        slow(SoulLinkStatement.allSouls, seconds: seconds, at: clock)
        clock = clock + 0.02
      }
      line("[INFO] [System.Cache] Cached \(step)", at: clock)
    }
    servesFrom = clock + 0.1
    line("[INFO] [uvicorn.error] Application startup complete.", at: servesFrom)
  }

  /// Requests that come while the loop is blocked are answered when it is free.
  private mutating func served(_ arrival: Timestamp) -> Timestamp {
    guard arrival >= startsAt, arrival < servesFrom else { return arrival }
    return servesFrom + random.uniform(0.01...0.6)
  }

  private mutating func planProbe(at time: Timestamp) {
    access("GET /health", status: 200, client: "127.0.0.1", at: served(time) + 0.002)
  }

  private mutating func planRequest(at arrival: Timestamp) {
    let arrival = served(arrival)
    let user = random.pick(1...60)
    let client = setting.isRepaired ? "203.0.113.\(user)" : "172.18.0.1"
    let path = route(user: user)
    if !setting.isRepaired, isOverLimit(at: arrival) {
      let target = path.drop { $0 != "/" }
      line(
        "[WARNING] [slowapi] ratelimit 100 per 1 minute (172.18.0.1) exceeded at endpoint: "
          + target, at: arrival)
      access(path, status: 429, client: client, at: arrival + 0.002)
      return
    }
    if path.hasPrefix("POST /api/images"), !setting.isRepaired, random.chance(0.4) {
      line(
        "[WARNING] [API.Limits] Request body too large: \(random.pick(1_050_000...4_200_000)) "
          + "bytes, the limit is 1048576", at: arrival)
      access(path, status: 413, client: client, at: arrival + 0.004)
      return
    }
    var end = arrival + random.uniform(0.01...0.12)
    if path.hasPrefix("GET /api/users/") {
      let seconds = setting.isRepaired ? 0.004 : 0.7007 * random.around(0.06)
      end = arrival + seconds + 0.01
      if !setting.isRepaired {
        slow(SoulLinkStatement.user(user), seconds: seconds, at: arrival + seconds)
      }
    }
    if path.hasPrefix("POST /api/chat") {
      line("[INFO] [API.Chat] user_id=\(user) message stored", at: end)
    }
    access(path, status: 200, client: client, at: end)
  }

  private mutating func route(user: UInt32) -> String {
    switch random.unit() {
    case ..<0.28: "GET /api/feed"
    case ..<0.52: "POST /api/chat"
    case ..<0.72: "GET /api/souls"
    case ..<0.82: "GET /api/users/\(user)"
    case ..<0.92: "GET /api/souls/\(random.pick(1...17))"
    default: "POST /api/images"
    }
  }

  /// Counts a request of the gateway; `true` for those past the hundredth of a minute.
  private mutating func isOverLimit(at time: Timestamp) -> Bool {
    let now = time.microseconds / 60_000_000
    if now != minute { (minute, inMinute) = (now, 0) }
    inMinute += 1
    return inMinute > 100
  }

  private mutating func access(
    _ request: String, status: Int, client: String, at time: Timestamp
  ) {
    line(
      "[INFO] [uvicorn.access] \(client):\(random.pick(32_000...60_000)) - "
        + "\"\(request) HTTP/1.1\" \(status)", at: time)
  }

  private mutating func slow(_ statement: String, seconds: Double, at time: Timestamp) {
    line(
      "[WARNING] [System.Database] SLOW QUERY (\(LineText.fixed(seconds, 4))s): \(statement)",
      at: time)
  }

  private mutating func line(_ text: String, at time: Timestamp) {
    agenda.log("\(LineText.stamp(time)) \(text)", at: time)
  }
}

/// The two statements that are slow in SoulLink.
enum SoulLinkStatement {
  /// Seventeen rows with all their wide text columns.
  static let allSouls =
    "SELECT souls.soul_id, souls.name, souls.backstory, souls.personality, souls.appearance, "
    + "souls.memories, souls.system_prompt, souls.image_prompt, souls.voice, souls.created_at "
    + "FROM souls"

  /// One row by its primary key.
  static func user(_ id: UInt32) -> String {
    "SELECT users.user_id, users.email, users.name, users.settings FROM users "
      + "WHERE users.user_id = \(id)"
  }
}
