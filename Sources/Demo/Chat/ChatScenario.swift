import Telemetry

/// The chat service: it tells much of itself, and leaves out what hurts.
///
///     /admin/stats    breakers, caches, de-duplication, timings of functions, tasks, memory
///     chat.log        requests with user and session, calls to others, statements
///
/// A web search takes 4.28 s (repaired 0.34 s); conversations are kept in memory for ever; each
/// answer starts background tasks of which fewer end than begin.
struct ChatScenario: Scenario {
  let sources: [ScenarioSource] = [
    .endpoint("chat-service", "/admin/stats"), .log("chat", "chat.log"),
  ]

  enum Change: Sendable {
    case lookup(cache: Int, isHit: Bool)
    case asked(isDuplicate: Bool)
    case ran(function: Int, seconds: Double)
    case called(breaker: Int, failed: Bool)
    case taskBegan
    case taskEnded
    case message
  }

  static let pastSeconds = 3600.0
  private static let cycleSeconds = 60.0
  static let searchSeconds = 4.28
  static let repairedSearchSeconds = 0.34

  let setting: ScenarioSetting
  private(set) var state: ChatState
  private var random: SeededRandom
  private var agenda = Agenda<Change>()
  private var nextCycle: Timestamp

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    random = SeededRandom(seed: setting.seed)
    nextCycle = setting.opening - ChatScenario.pastSeconds
    state = ChatState(start: nextCycle, isRepaired: setting.isRepaired)
  }

  var beginning: Timestamp { setting.opening - ChatScenario.pastSeconds }

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
    [.json("/admin/stats", state.page(at: time))]
  }

  /// Plans the sessions that begin within a minute.
  private mutating func planCycle() {
    let start = nextCycle
    nextCycle = start + ChatScenario.cycleSeconds
    var clock = start + 12 * random.wait()
    while clock < nextCycle {
      planSession(from: clock)
      clock = clock + 12 * max(0.1, random.wait())
    }
    for probe in 0..<6 { planProbe(at: start + 10 * Double(probe) + 1) }
  }

  /// A person who asks some questions, at the pace of a conversation.
  private mutating func planSession(from start: Timestamp) {
    let who = "user_id=u\(random.pick(1...400)) session_id=s-\(LineText.hex(12, &random))"
    var clock = start
    let questions = random.pick(3...9)
    for question in 0..<questions {
      if question == 0 { planHistory(who, at: clock) }
      clock = planQuestion(who, at: clock)
      clock = clock + random.uniform(8...45)
    }
  }

  private mutating func planHistory(_ who: String, at start: Timestamp) {
    let seconds = random.uniform(0.01...0.06)
    planStatement(
      "SELECT messages.message_id, messages.body FROM messages WHERE messages.conversation_id = "
        + "\(random.pick(1...9000)) ORDER BY messages.created_at LIMIT 50", seconds, at: start)
    answer("GET /api/conversations", seconds + 0.01, who, at: start)
  }

  /// One question and its answer; returns when it was answered.
  private mutating func planQuestion(_ who: String, at start: Timestamp) -> Timestamp {
    var clock = start + 0.02
    let isDuplicate = random.chance(setting.isRepaired ? 0.3 : 0.12)
    agenda.change(.asked(isDuplicate: isDuplicate), at: clock)
    var isSearchKnown = false
    for cache in ChatState.caches.indices {
      let rate = ChatState.caches[cache].hitRate(isRepaired: setting.isRepaired)
      let isHit = random.chance(rate)
      agenda.change(.lookup(cache: cache, isHit: isHit), at: clock)
      // The broken service looks up results under another key than it keeps them under.
      isSearchKnown = isHit && setting.isRepaired
    }
    let first = random.uniform(0.004...0.045)
    clock = clock + first
    planStatement(
      "SELECT profiles.profile_id, profiles.name, profiles.settings FROM profiles "
        + "WHERE profiles.user_id = \(random.pick(1...400))", first, at: clock - first)
    if random.chance(0.35), !isSearchKnown { planSearch(&clock) }
    planReply(&clock)
    let last = random.uniform(0.008...0.08)
    planStatement(
      "INSERT INTO messages (conversation_id, body) VALUES (\(random.pick(1...9000)), 'text')",
      last, at: clock)
    clock = clock + last
    agenda.change(.message, at: clock)
    planTasks(at: clock)
    answer("POST /api/chat", clock - start, who, at: start)
    return clock
  }

  private mutating func planSearch(_ clock: inout Timestamp) {
    let mean = setting.isRepaired ? ChatScenario.repairedSearchSeconds : ChatScenario.searchSeconds
    let seconds = mean * random.around(0.2)
    clock = clock + seconds
    let failed = random.chance(0.01)
    call("GET https://api.search.example/v1/search", failed ? 504 : 200, seconds, at: clock)
    agenda.change(.called(breaker: 1, failed: failed), at: clock)
    ran(0, seconds, at: clock)
  }

  private mutating func planReply(_ clock: inout Timestamp) {
    let seconds = (setting.isRepaired ? 0.26 : 0.41) * random.logNormal(spread: 0.15)
    clock = clock + seconds
    call("POST https://api.openai.com/v1/chat/completions", 200, seconds, at: clock)
    agenda.change(.called(breaker: 0, failed: false), at: clock)
    ran(1, seconds + 0.01, at: clock + 0.005)
  }

  /// Summaries in the background: without a cap more begin than end.
  private mutating func planTasks(at start: Timestamp) {
    for _ in 0..<2 {
      agenda.change(.taskBegan, at: start)
      let seconds = random.uniform(0.02...0.09)
      let isStuck = !setting.isRepaired && random.chance(0.25)
      guard !isStuck else { continue }
      agenda.change(.taskEnded, at: start + seconds)
      ran(2, seconds, at: start + seconds)
    }
  }

  private mutating func planStatement(_ text: String, _ seconds: Double, at start: Timestamp) {
    line(
      "DEBUG chat.db: query took \(LineText.fixed(seconds * 1000, 1)) ms: \(text)",
      at: start + seconds)
  }

  /// Notes the time of a function: it is told by the page alone, not by the log.
  private mutating func ran(_ function: Int, _ seconds: Double, at end: Timestamp) {
    agenda.change(.ran(function: function, seconds: seconds), at: end)
  }

  private mutating func call(
    _ request: String, _ status: Int, _ seconds: Double, at end: Timestamp
  ) {
    line(
      "INFO chat.http_client: \(request) \(status) \(LineText.fixed(seconds * 1000, 0))ms", at: end)
  }

  private mutating func answer(
    _ request: String, _ seconds: Double, _ who: String, at start: Timestamp
  ) {
    line(
      "INFO chat.access: \"\(request) HTTP/1.1\" 200 in \(LineText.fixed(seconds * 1000, 0))ms \(who)",
      at: start + seconds)
  }

  private mutating func planProbe(at time: Timestamp) {
    line("INFO chat.access: \"GET /admin/health HTTP/1.1\" 200 in 2ms", at: time)
  }

  private mutating func line(_ text: String, at time: Timestamp) {
    agenda.log("\(LineText.stamp(time)) \(text)", at: time)
  }
}
