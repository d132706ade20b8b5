/// What a health page says in words: the service as a whole, and each of its parts.
///
///     {"status": "ok", "uptime": 123.4, "checks": {"db": {"status": "ok"}, "cache": "degraded"}}
enum JSONHealth {
  private static let fine: Set<String> = [
    "ok", "okay", "up", "pass", "passing", "passed", "healthy", "alive", "ready", "running",
    "success", "available", "operational", "connected", "green",
  ]
  private static let bad: Set<String> = [
    "down", "fail", "failed", "failing", "unhealthy", "degraded", "warn", "warning", "error",
    "critical", "unavailable", "not ready", "out of service", "disconnected", "dead", "red",
    "yellow", "stopped",
  ]
  private static let groups = ["checks", "components", "details", "dependencies", "services"]
  private static let partsLimit = 50

  /// Takes the words of a page; it is a known one when it says how the service is.
  ///
  /// Many a body has a status: it is one of health where its address or its parts say so.
  static func read(
    _ root: JSONObject, location: String, shape: String, into findings: inout JSONFindings
  ) {
    guard let own = state(of: root), isHealth(root, location) else { return }
    let hadFigures = findings.isRecognised
    findings.isKnown = true
    findings.decide("status", "health", shape)
    if !own.isFine { findings.note("health: the service says \(own.word)") }
    for group in groups {
      guard let parts = root[group] else { continue }
      for part in parts.object?.members.prefix(partsLimit) ?? [] {
        note(part.key, part.value, "\(group).*", shape, &findings)
      }
      for part in parts.array?.prefix(partsLimit) ?? [] {
        guard let name = part["name"]?.string ?? part["id"]?.string else { continue }
        note(name, part, "\(group)[]", shape, &findings)
      }
    }
    if !hadFigures {
      findings.note("a health page: requests and durations are told by a page of metrics")
    }
  }

  private static func isHealth(_ root: JSONObject, _ location: String) -> Bool {
    let steps = location.prefix { $0 != "?" }.lowercased().split(separator: "/")
    return ["health", "ready", "readiness", "livez", "liveness"]
      .contains { word in steps.contains { $0.hasPrefix(word) } }
      || groups.contains { group in
        root[group]?.object?.members.contains { $0.value.string.flatMap(state) != nil } ?? false
          || root[group]?.object?.members.contains {
            $0.value.object.flatMap(state) != nil
          } ?? false
      }
  }

  private static func note(
    _ name: String, _ part: JSONNode, _ path: String, _ shape: String,
    _ findings: inout JSONFindings
  ) {
    let state = part.string.flatMap(state) ?? part.object.flatMap(state)
    guard let state else { return }
    findings.decide(part.string == nil ? path + ".status" : path, "health", shape)
    if !state.isFine { findings.note("health: \(name.prefix(100)) is \(state.word)") }
  }

  private static func state(of object: JSONObject) -> (word: String, isFine: Bool)? {
    for key in ["status", "state", "health"] {
      if let word = object[key]?.string, let state = state(word) { return state }
    }
    return nil
  }

  private static func state(_ word: String) -> (word: String, isFine: Bool)? {
    let plain = JSONKey(word.lowercased()).joined
    if fine.contains(plain) { return (word, true) }
    return bad.contains(plain) ? (word, false) : nil
  }
}
