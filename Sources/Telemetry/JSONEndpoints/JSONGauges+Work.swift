extension JSONGauges {
  private static let breakerWords: Set<String> = [
    "breaker", "breakers", "circuit", "circuits", "circuitbreakers",
  ]

  /// A circuit breaker: a state in words, and its failures.
  static func breaker(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    guard
      let member = place.object.members.first(where: {
        $0.value.string != nil
          && ["state", "status", "circuit state", "breaker state"].contains(JSONKey($0.key).joined)
      }), let word = member.value.string
    else { return [] }
    let states: [String: Double] = [
      "closed": 0, "open": 1, "half open": 0.5, "halfopen": 0.5, "forced open": 1,
    ]
    guard let state = states[JSONKey(word.lowercased()).joined] else { return [] }
    let hasContext =
      !place.context.isDisjoint(with: breakerWords)
      || place.object.members.contains {
        JSONKey($0.key).hasAny(["failure", "failures", "threshold", "breaker", "circuit"])
      }
    guard hasContext else { return [] }
    let subject = place.subject(kind: breakerWords)
    findings.add(
      .breakerState, state, subject, at: "\(place.path).\(member.key)", place.shape)
    var used: Set<String> = [member.key]
    if let rate = place.number(["failure rate", "error rate", "failure rate percent"]),
      rate.value >= 0
    {
      let isPercent = rate.value > 1 || JSONKey(rate.key).has("percent")
      findings.add(
        .breakerFailureRate, isPercent ? rate.value / 100 : rate.value, subject,
        at: "\(place.path).\(rate.key)", place.shape)
      used.insert(rate.key)
    }
    return used
  }

  /// A queue of tasks: those waiting, and totals of those that ended.
  static func tasks(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    let waiting = place.number([
      "pending", "queued", "waiting", "backlog", "queue size", "queue length", "pending tasks",
      "queue depth", "tasks pending", "tasks queued", "ready",
    ])
    let running = place.number([
      "running", "active", "processing", "in progress", "active tasks", "running tasks",
      "tasks running", "tasks active",
    ])
    let completed = place.number([
      "completed", "done", "finished", "succeeded", "completed tasks", "total completed",
      "tasks completed", "processed",
    ])
    let failed = place.number([
      "failed", "errors", "failures", "failed tasks", "total failed", "tasks failed",
    ])
    let isTasks = !place.context.isDisjoint(with: [
      "task", "tasks", "job", "jobs", "queue", "queues", "worker", "workers", "background",
    ])
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
