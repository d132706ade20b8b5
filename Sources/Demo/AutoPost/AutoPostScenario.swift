import Telemetry

/// The auto-post pipeline: seven steps for a post, and three pools for one database.
///
/// Three services made an engine of their own each, 10 connections with an overflow of 2, against
/// a database that allows 30. Steps that need a connection try 15 times to get one within 10 s.
/// Repaired, there is one pool and a cache: a post takes 45 s cold and 25 s warm.
///
///     /auto-post/pool, /images/pool, /souls/pool    what each pool monitor tells (one, repaired)
///     /database/connections                         connections against the database's limit
///     autopost.log                                  steps with their times, failed attempts
struct AutoPostScenario: Scenario {
  let sources: [ScenarioSource]
  let setting: ScenarioSetting
  private static let pastSeconds = 3600.0
  /// Between the starts of two posts.
  private static let distanceSeconds = 118.0

  private var random: SeededRandom
  private var agenda = Agenda<AutoPostChange>()
  private var nextPost: Timestamp
  private var posts = 0
  private(set) var state = AutoPostState()

  init(_ setting: ScenarioSetting) {
    self.setting = setting
    random = SeededRandom(seed: setting.seed)
    nextPost = setting.opening - AutoPostScenario.pastSeconds + 2
    sources =
      setting.isRepaired
      ? [
        .endpoint("pool", "/pool"), .endpoint("database", "/database/connections"),
        .endpoint("cache", "/cache/stats"), .log("auto-post", "autopost.log"),
      ]
      : [
        .endpoint("auto-post pool", "/auto-post/pool"), .endpoint("images pool", "/images/pool"),
        .endpoint("souls pool", "/souls/pool"), .endpoint("database", "/database/connections"),
        .log("auto-post", "autopost.log"),
      ]
  }

  var beginning: Timestamp { setting.opening - AutoPostScenario.pastSeconds }

  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]]) {
    while nextPost <= time { planPost() }
    var state = state
    agenda.advance(to: time, appendingTo: &logs) { change, instant in
      state.apply(change, at: instant)
    }
    self.state = state
  }

  mutating func rest(until time: Timestamp) {
    agenda.skip(until: time)
    nextPost = max(nextPost, time)
  }

  func pages(at time: Timestamp) -> [DemoPage] {
    AutoPostPages(state: state, setting: setting, time: time).all
  }

  /// Plans one post from its first line to its last.
  private mutating func planPost() {
    let start = nextPost
    nextPost = start + AutoPostScenario.distanceSeconds * random.around(0.05)
    let isCold = posts % 5 == 0
    posts += 1
    let soul = random.pick(1...17)
    var clock = start
    line("[INFO] [AutoPost] Generating a post for soul \(soul)", at: clock)
    agenda.change(.begin, at: clock)
    for (place, step) in AutoPostStep.all.enumerated() {
      let planned = setting.isRepaired ? (isCold ? step.cold : step.warm) : step.before
      let seconds = planned * random.around(0.01)
      let end = clock + seconds
      if !setting.isRepaired, step.waits { planAttempts(step, from: clock, seconds: seconds) }
      let time = LineText.fixed(seconds, 1)
      line("[INFO] [AutoPost] Step \(place + 1)/7: \(step.name) (\(time)s)", at: end)
      clock = end
    }
    line(
      "[INFO] [AutoPost] generate_post completed in \(LineText.fixed(clock - start, 1))s", at: clock
    )
    agenda.change(.end(isCold: isCold), at: clock)
    if !setting.isRepaired { planSlowQuery(before: clock) }
  }

  /// Fifteen attempts to get a connection, each of which gives up after ten seconds.
  private mutating func planAttempts(
    _ step: AutoPostStep, from start: Timestamp, seconds: Double
  ) {
    agenda.change(.wait, at: start)
    for attempt in 1...15 {
      let end = start + seconds * Double(attempt) / 15.2
      line(
        "[ERROR] [AutoPost.Database] \(step.name): attempt \(attempt) of 15: QueuePool limit of "
          + "size 10 overflow 2 reached, connection timed out, timeout 10.00 "
          + "(Background on this error at: https://sqlalche.me/e/20/3o7r)", at: end)
    }
    agenda.change(.stopWaiting, at: start + seconds)
  }

  private mutating func planSlowQuery(before end: Timestamp) {
    let query = AutoPostState.SlowQuery(
      statement: random.choose(AutoPostStep.slowStatements),
      seconds: 1.34 * random.around(0.15), time: end - random.uniform(20...40))
    agenda.change(.slowQuery(query), at: query.time)
  }

  private mutating func line(_ text: String, at time: Timestamp) {
    agenda.log("\(LineText.stamp(time)) \(text)", at: time)
  }
}

/// The steps of a post, with the seconds they take.
struct AutoPostStep: Sendable {
  let name: String
  let before: Double
  let cold: Double
  let warm: Double
  /// Whether it waits for a connection in vain, fifteen times.
  var waits = false

  /// 354 s in all before; 45 s cold and 25 s warm after.
  static let all = [
    AutoPostStep(name: "Load soul", before: 1.2, cold: 1.2, warm: 0.2),
    AutoPostStep(name: "Load memories", before: 154.1, cold: 0.4, warm: 0.1, waits: true),
    AutoPostStep(name: "Choose topic", before: 4.5, cold: 4.5, warm: 2.1),
    AutoPostStep(name: "Write post", before: 18.2, cold: 18.2, warm: 9.6),
    AutoPostStep(name: "Generate image", before: 16.9, cold: 16.9, warm: 11.2),
    AutoPostStep(name: "Save post", before: 154.0, cold: 0.3, warm: 0.3, waits: true),
    AutoPostStep(name: "Publish", before: 5.1, cold: 3.5, warm: 1.5),
  ]

  static let slowStatements = [
    "SELECT memories.memory_id, memories.content, memories.embedding FROM memories "
      + "WHERE memories.soul_id = 7 ORDER BY memories.created_at DESC",
    "SELECT posts.post_id, posts.body FROM posts WHERE posts.soul_id = 7",
  ]
}
