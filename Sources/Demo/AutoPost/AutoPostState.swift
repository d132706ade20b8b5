import Telemetry

/// Something that changes the state of the auto-post pipeline.
enum AutoPostChange: Sendable {
  case begin
  case wait, stopWaiting
  case slowQuery(AutoPostState.SlowQuery)
  case end(isCold: Bool)
}

/// What the monitors of the auto-post pipeline know.
struct AutoPostState: Sendable {
  struct SlowQuery: Sendable {
    var statement: String
    var seconds: Double
    var time: Timestamp
  }

  private static let slowQueryLimit = 10

  private(set) var posts = 0
  private(set) var waiting = 0
  private(set) var slowQueries: [SlowQuery] = []
  private(set) var cacheHits = 0
  private(set) var cacheMisses = 0

  mutating func apply(_ change: AutoPostChange, at time: Timestamp) {
    switch change {
    case .begin: posts += 1
    case .wait: waiting += 1
    case .stopWaiting: waiting -= 1
    case .slowQuery(let query):
      slowQueries.append(query)
      if slowQueries.count > AutoPostState.slowQueryLimit { slowQueries.removeFirst() }
    case .end(let isCold):
      posts -= 1
      cacheHits += isCold ? 74 : 98
      cacheMisses += isCold ? 26 : 2
    }
  }
}

/// The pages of the auto-post pipeline at one instant.
struct AutoPostPages {
  let state: AutoPostState
  let setting: ScenarioSetting
  let time: Timestamp

  var all: [DemoPage] {
    guard !setting.isRepaired else {
      let inUse = 4 + wobble(1, upTo: 3) + min(state.posts, 2)
      return [
        .json("/pool", pool(size: 20, inUse: inUse, maxOverflow: 0, slow: [])),
        .json("/database/connections", database(inUse: inUse, open: 20)),
        .json("/cache/stats", cache),
      ]
    }
    let slow = state.slowQueries
    let auto = state.waiting > 0 ? 12 : 9 + wobble(1, upTo: 2)
    let images = 7 + wobble(2, upTo: 2)
    let souls = 8 + wobble(3, upTo: 1)
    return [
      .json("/auto-post/pool", pool(size: 10, inUse: auto, maxOverflow: 2, slow: slow)),
      .json("/images/pool", pool(size: 10, inUse: images, maxOverflow: 0, slow: [])),
      .json("/souls/pool", pool(size: 10, inUse: souls, maxOverflow: 0, slow: [])),
      .json(
        "/database/connections",
        database(inUse: min(30, auto + images + souls), open: 30)),
    ]
  }

  /// A whole number from 0 to `limit` that depends on the ten seconds of `time` alone.
  private func wobble(_ salt: UInt64, upTo limit: UInt32) -> Int {
    var noise = SeededRandom(
      seed: setting.seed &* 31 ^ salt &* 977 ^ UInt64(bitPattern: time.microseconds / 10_000_000))
    return Int(noise.pick(0...limit))
  }

  private func pool(
    size: Int, inUse: Int, maxOverflow: Int, slow: [AutoPostState.SlowQuery]
  ) -> JSONText {
    let overflow = max(0, inUse - size)
    return [
      "size": .whole(size), "checked_out": .whole(inUse), "overflow": .whole(overflow),
      "max_overflow": .whole(maxOverflow),
      "checked_in": .whole(max(0, size + overflow - inUse)), "timeout": .number(10),
      "slow_queries": .list(
        slow.map {
          [
            "statement": .text($0.statement), "duration": .rounded($0.seconds, 2),
            "timestamp": .rounded($0.time.seconds, 1),
          ]
        }),
    ]
  }

  private func database(inUse: Int, open: Int) -> JSONText {
    [
      "database": [
        "active_connections": .whole(inUse), "idle_connections": .whole(open - inUse),
        "max_connections": 30,
      ]
    ]
  }

  private var cache: JSONText {
    [
      "caches": [
        "souls": [
          "hits": .whole(state.cacheHits), "misses": .whole(state.cacheMisses), "size": 17,
          "max_size": 100,
        ]
      ]
    ]
  }
}
