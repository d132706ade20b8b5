extension JSONGauges {
  private static let breakerWords: Set<String> = [
    "breaker", "breakers", "circuit", "circuits", "circuitbreakers",
  ]

  private static let taskWords: Set<String> = [
    "task", "tasks", "job", "jobs", "queue", "queues", "worker", "workers", "background",
  ]
  private static let settingWords: Set<String> = [
    "config", "configuration", "settings", "options", "limits",
  ]

  /// A circuit breaker: a state in words or as a number, and its failures.
  static func breaker(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    let isAmongBreakers = !place.context.isDisjoint(with: breakerWords)
    let hasContext =
      isAmongBreakers
      || place.object.members.contains {
        JSONKey($0.key).hasAny(["failure", "failures", "threshold", "breaker", "circuit"])
      }
    guard hasContext else { return [] }
    for member in place.object.members {
      guard let state = breakerState(member, isAmongBreakers) else { continue }
      let subject = place.subject(kind: breakerWords)
      findings.add(
        .breakerState, state, subject, at: "\(place.path).\(member.key)", place.shape)
      if member.value.number != nil {
        findings.note("states of breakers that are numbers: 0 is closed, 1 open, 2 half open")
      }
      var used: Set<String> = [member.key]
      if let rate = failureRate(place) {
        findings.add(
          .breakerFailureRate, rate.value, subject, at: "\(place.path).\(rate.key)", place.shape)
        used.insert(rate.key)
      }
      return used
    }
    return []
  }

  /// The state that a member tells; numbers and flags are states only where breakers are told of.
  private static func breakerState(_ member: JSONObject.Member, _ isAmongBreakers: Bool) -> Double?
  {
    let key = JSONKey(member.key).joined
    if case .bool(let isOpen) = member.value {
      guard isAmongBreakers, ["is open", "open", "tripped"].contains(key) else { return nil }
      return isOpen ? 1 : 0
    }
    guard ["state", "status", "circuit state", "breaker state"].contains(key) else { return nil }
    if let number = member.value.number {
      // The common numbering of what is made by hand.
      let states: [Double: Double] = [0: 0, 0.5: 0.5, 1: 1, 2: 0.5]
      return isAmongBreakers ? states[number] : nil
    }
    let states: [String: Double] = [
      "closed": 0, "open": 1, "half open": 0.5, "halfopen": 0.5, "forced open": 1,
    ]
    return member.value.string.flatMap { states[JSONKey($0.lowercased()).joined] }
  }

  /// The share of calls that failed, below zero where a breaker has seen too few of them.
  private static func failureRate(_ place: Place) -> (value: Double, key: String)? {
    for member in place.object.members {
      let key = JSONKey(member.key)
      guard ["failure rate", "error rate", "failure rate percent"].contains(key.joined),
        let rate = JSONQuantity(member.value), rate.value >= 0
      else { continue }
      let isPercent = rate.value > 1 || rate.isPercent || key.has("percent")
      return (isPercent ? rate.value / 100 : rate.value, member.key)
    }
    return nil
  }

  /// A queue of tasks: those waiting, and totals of those that ended.
  static func tasks(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    guard place.context.isDisjoint(with: settingWords) else { return [] }
    var waiting = place.number([
      "pending", "queued", "waiting", "backlog", "queue size", "queue length", "pending tasks",
      "queue depth", "tasks pending", "tasks queued", "ready",
    ])
    var running = place.number([
      "running", "active", "processing", "in progress", "active tasks", "running tasks",
      "tasks running", "tasks active",
    ])
    var completed = place.number([
      "completed", "done", "finished", "succeeded", "completed tasks", "total completed",
      "tasks completed", "processed",
    ])
    var failed = place.number([
      "failed", "errors", "failures", "failed tasks", "total failed", "tasks failed",
    ])
    var isTasks = !place.context.isDisjoint(with: taskWords)
    if !isTasks, waiting == nil || completed == nil {
      // Among other figures only those count whose own names speak of tasks.
      func own(_ found: (value: Double, key: String)?) -> (value: Double, key: String)? {
        found.flatMap { JSONKey($0.key).hasAny(taskWords) ? $0 : nil }
      }
      (waiting, running, completed, failed) = (
        own(waiting), own(running), own(completed), own(failed)
      )
      isTasks = waiting != nil || completed != nil
    }
    let keys = [waiting, running, completed, failed].compactMap { $0?.key }
    guard keys.count >= 2 || (isTasks && waiting != nil), waiting != nil || completed != nil else {
      return []
    }
    guard isTasks || (waiting != nil && completed != nil) else { return [] }
    let subject = place.subject(kind: ["task", "tasks", "queue", "queues", "job", "jobs"])
    if let waiting {
      findings.add(
        .taskBacklog, waiting.value, subject, at: "\(place.path).\(waiting.key)", place.shape)
    }
    if let completed {
      var traffic = JSONTraffic()
      traffic.kind = .task
      traffic.route = subject.isEmpty ? "tasks" : subject
      traffic.requests = completed.value + (failed?.value ?? 0)
      traffic.errors = failed?.value ?? 0
      findings.traffic.append(traffic)
      findings.decide("\(place.path).\(completed.key)", "runs of tasks", place.shape)
    }
    return Set(keys)
  }
}
