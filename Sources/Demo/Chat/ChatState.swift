import Telemetry

/// What the chat service tells of itself.
struct ChatState: Sendable {
  /// One of its caches, with the share of look-ups it answers.
  struct Cache: Sendable {
    let name: String
    let rate: Double
    let repairedRate: Double
    let limit: Int

    func hitRate(isRepaired: Bool) -> Double { isRepaired ? repairedRate : rate }
  }

  static let caches = [
    Cache(name: "responses", rate: 0.41, repairedRate: 0.93, limit: 500),
    Cache(name: "embeddings", rate: 0.85, repairedRate: 0.96, limit: 2000),
    Cache(name: "profiles", rate: 0.72, repairedRate: 0.95, limit: 400),
    Cache(name: "search_results", rate: 0.48, repairedRate: 0.94, limit: 300),
  ]
  static let functions = ["web_search", "generate_reply", "summarise_conversation"]
  private static let breakers = ["openai", "web_search"]
  private static let bytesPerMessage = 42_000.0

  private struct Totals: Sendable {
    var count = 0
    var failed = 0
    var seconds = 0.0
    var longest = 0.0
  }

  private let start: Timestamp
  private let isRepaired: Bool
  private var hits = ChatState.caches.map { _ in 0 }
  private var misses = ChatState.caches.map { _ in 0 }
  private var ran = ChatState.functions.map { _ in Totals() }
  private var called = ChatState.breakers.map { _ in Totals() }
  private var asked = 0
  private var duplicates = 0
  private var running = 0
  private var completed = 0
  private var messages = 0

  init(start: Timestamp, isRepaired: Bool) {
    self.start = start
    self.isRepaired = isRepaired
  }

  mutating func apply(_ change: ChatScenario.Change) {
    switch change {
    case .lookup(let cache, let isHit):
      if isHit { hits[cache] += 1 } else { misses[cache] += 1 }
    case .asked(let isDuplicate):
      asked += 1
      if isDuplicate { duplicates += 1 }
    case .ran(let function, let seconds):
      ran[function].count += 1
      ran[function].seconds += seconds
      ran[function].longest = max(ran[function].longest, seconds)
    case .called(let breaker, let failed):
      called[breaker].count += 1
      if failed { called[breaker].failed += 1 }
    case .taskBegan: running += 1
    case .taskEnded:
      running -= 1
      completed += 1
    case .message: messages += 1
    }
  }

  func page(at time: Timestamp) -> JSONText {
    [
      "circuit_breakers": breakers, "caches": caches,
      "request_deduplication": [
        "total_requests": .whole(asked), "deduplicated": .whole(duplicates),
      ],
      "function_timings": timings,
      "background_tasks": [
        "pending": .whole(running), "completed": .whole(completed), "failed": 0,
      ],
      "memory": ["rss_mb": .rounded(megabytes(at: time), 2)],
      "uptime_seconds": .rounded(time - start, 1),
    ]
  }

  private func megabytes(at time: Timestamp) -> Double {
    let teeth = 2.4 * ((time - start) / 29).truncatingRemainder(dividingBy: 1)
    let kept = isRepaired ? 0 : Double(messages) * ChatState.bytesPerMessage / 1_048_576
    return 240 + kept + teeth
  }

  private var breakers: JSONText {
    .members(
      zip(ChatState.breakers, called).map { name, totals in
        (
          name,
          [
            "state": "closed", "failure_count": .whole(totals.failed),
            "success_count": .whole(totals.count - totals.failed),
            "failure_rate": .rounded(Double(totals.failed) / Double(max(1, totals.count)), 4),
            "failure_threshold": 5, "recovery_timeout": .number(60),
          ]
        )
      })
  }

  private var caches: JSONText {
    .members(
      ChatState.caches.enumerated().map { place, cache in
        let asked = max(1, hits[place] + misses[place])
        return (
          cache.name,
          [
            "hits": .whole(hits[place]), "misses": .whole(misses[place]),
            "hit_rate": .rounded(Double(hits[place]) / Double(asked), 4),
            "size": .whole(min(misses[place], cache.limit)), "max_size": .whole(cache.limit),
          ]
        )
      })
  }

  private var timings: JSONText {
    .members(
      zip(ChatState.functions, ran).map { name, totals in
        (
          name,
          [
            "calls": .whole(totals.count), "total_time": .rounded(totals.seconds, 6),
            "avg_time": .rounded(totals.seconds / Double(max(1, totals.count)), 6),
            "max_time": .rounded(totals.longest, 6),
          ]
        )
      })
  }
}
