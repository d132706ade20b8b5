/// What a user says about a JSON body that is not understood by itself.
package struct JSONMapping: Sendable {
  /// What a value means.
  package enum Meaning: Hashable, Sendable {
    /// A reading, in the signal's unit after `unit` has been applied.
    case signal(Signal)
    /// Requests, failed requests, or the seconds of all requests, since the start.
    case requests, errors, durationSum
    /// Figures of durations that the application computed.
    case durationMean, durationMax, quantile(Double)

    /// Reads `poolInUse`, `requests`, `errors`, `duration_sum`, `duration_mean`, `duration_max`,
    /// `p95`; `nil` for anything else.
    package init?(_ name: String) {
      switch name {
      case "requests": self = .requests
      case "errors": self = .errors
      case "duration_sum": self = .durationSum
      case "duration_mean": self = .durationMean
      case "duration_max": self = .durationMax
      default:
        if let signal = Signal.allCases.first(where: { "\($0)" == name }) {
          self = .signal(signal)
        } else if name.hasPrefix("p"), let digits = Double(name.dropFirst()), digits > 0,
          digits < 10_000
        {
          self = .quantile(JSONRecordField.quantile(digits: digits))
        } else {
          return nil
        }
      }
    }
  }

  /// Whether a value is a total that only grows, or is as it is.
  package enum Kind: String, Sendable {
    /// A `counter` may be reset; its increases count.
    case counter, gauge
  }

  /// One line of a mapping.
  package struct Rule: Hashable, Sendable {
    /// Where the values are: keys joined by points, `*` for any key, `[]` for any element of an
    /// array; a leading `$.` may be left out: `endpoints.*.total_requests`, `pools[].in_use`.
    package var path: String
    /// What the values at `path` are.
    package var meaning: Meaning
    /// What the value belongs to (endpoint, pool ...): `*1` for what the first `*` stood for, a
    /// path that starts with `.` for a value beside it (`.name`), else a name as it stands.
    package var subject: String
    /// HTTP method, in the same way; empty when `subject` says it or nobody does.
    package var method: String
    /// `s`, `ms`, `us`, `ns`, `bytes`, `kb`, `mb`, `gb`, `percent`; empty for what the key says.
    package var unit: String
    /// What the value is where the meaning leaves it open; of a signal its own kind if `nil`.
    package var kind: Kind?
    /// Path and query that the body must come from; empty for any.
    package var location: String

    /// One line of a mapping.
    package init(
      path: String, meaning: Meaning, subject: String = "*1", method: String = "",
      unit: String = "", kind: Kind? = nil, location: String = ""
    ) {
      self.path = path
      self.meaning = meaning
      self.subject = subject
      self.method = method
      self.unit = unit
      self.kind = kind
      self.location = location
    }
  }

  /// In the order in which they are applied.
  package var rules: [Rule]

  /// A mapping of some rules; none by default.
  package init(rules: [Rule] = []) {
    self.rules = rules
  }

  /// Takes what the rules point at; it replaces what was recognised of the same thing.
  func apply(to root: JSONNode, location: String, into findings: inout JSONFindings) {
    guard !rules.isEmpty else { return }
    var mapped: [String: JSONTraffic] = [:]
    var order: [String] = []
    var readings: [LogReading] = []
    for rule in rules where rule.location.isEmpty || rule.location == location {
      for match in JSONPathMatch.all(of: rule.path, in: root) {
        guard let value = match.node.number, value.isFinite else { continue }
        // Shapes name members of records with a star.
        for path in [match.path, rule.path] { findings.forgetUnknown(path) }
        let subject = match.text(rule.subject) ?? ""
        let key = JSONKey(match.keys.last ?? "")
        if case .signal(let signal) = rule.meaning {
          let scaled = value * JSONMapping.scale(rule.unit, key, isTime: false)
          readings.append(LogReading(signal, scaled, subject: DisplayText(subject)))
          findings.decide(rule.path, DisplayText("\(signal)"), "mapping", unit: rule.unit)
          continue
        }
        let name = match.text(rule.method).map { $0 + " " + subject } ?? subject
        var traffic = mapped[name] ?? JSONTraffic()
        if mapped[name] == nil {
          order.append(name)
          let (method, route) = JSONRecordReader.methodAndRoute(name)
          traffic.method = method
          traffic.route = route.isEmpty ? nil : route
          traffic.isRecentOnly = rule.kind == .gauge && rule.meaning == .requests
        }
        take(rule, value, match.node.uncertainty, key, &traffic)
        mapped[name] = traffic
        findings.decide(rule.path, "mapped", "mapping", unit: rule.unit)
      }
    }
    if readings.isEmpty, mapped.isEmpty { return }
    findings.shapes.append("mapping")
    findings.readings.removeAll { old in
      readings.contains { $0.signal == old.signal && $0.subject == old.subject }
    }
    // A limit that the user points at is told, whatever a shape made of what is open.
    for limit in readings where limit.signal == .poolLimit {
      findings.sizes[limit.subject] = nil
      findings.readings.removeAll { $0.signal == .poolLeastLimit && $0.subject == limit.subject }
    }
    findings.readings += readings
    if !mapped.isEmpty {
      findings.traffic.removeAll { old in
        order.contains { mapped[$0]?.key == old.key }
      }
      findings.traffic += order.compactMap { mapped[$0] }
    }
  }

  private func take(
    _ rule: Rule, _ value: Double, _ uncertainty: Double, _ key: JSONKey,
    _ traffic: inout JSONTraffic
  ) {
    let unit = JSONMapping.scale(rule.unit, key, isTime: true)
    switch rule.meaning {
    case .signal: break
    case .requests: traffic.requests = value
    case .errors: traffic.errors = value
    case .durationSum: traffic.sumSeconds = value * unit
    case .durationMax: traffic.maxSeconds = value * unit
    case .quantile(let rank):
      traffic.reported.append(ReportedQuantile(quantile: rank, seconds: value * unit))
    case .durationMean:
      // Rules for requests stand before the one for the mean.
      guard let requests = traffic.requests, traffic.sumSeconds == nil else { return }
      traffic.meanSeconds = value * unit
      traffic.sumSeconds = value * unit * requests
      traffic.sumUncertainty = uncertainty * unit * requests
    }
  }

  private static func scale(_ unit: String, _ key: JSONKey, isTime: Bool) -> Double {
    if unit == "percent" { return 0.01 }
    let word = JSONKey(unit)
    if let scale = word.secondsPerUnit ?? word.bytesPerUnit { return scale }
    return isTime ? key.secondsPerUnit ?? 1 : key.secondsPerUnit ?? key.bytesPerUnit ?? 1
  }
}

/// A place in a JSON tree that a path with wildcards points at.
struct JSONPathMatch {
  /// Places found at most.
  private static let limit = 10_000

  var node: JSONNode
  /// Keys from the root, `[]` for elements of arrays.
  var keys: [String]
  /// What each `*` stood for.
  var captures: [String]
  /// The object that holds the value.
  var parent: JSONNode

  /// The place as shapes name the numbers that they make nothing of: `pools[].held`, `queues.mail.length`.
  var path: String {
    keys.reduce(into: "") { path, key in path += key == "[]" || path.isEmpty ? key : "." + key }
  }

  /// All places that `path` points at.
  static func all(of path: String, in root: JSONNode) -> [JSONPathMatch] {
    let plain = path.hasPrefix("$.") ? String(path.dropFirst(2)) : path
    var steps: [String] = []
    for part in plain.split(separator: ".") {
      var name = part
      var brackets = 0
      while name.hasSuffix("[]") {
        name = name.dropLast(2)
        brackets += 1
      }
      if !name.isEmpty, name != "$" { steps.append(String(name)) }
      steps += Array(repeating: "[]", count: brackets)
    }
    guard !steps.isEmpty, steps.count <= 32 else { return [] }
    var matches = [JSONPathMatch(node: root, keys: [], captures: [], parent: .null)]
    for step in steps {
      matches = matches.flatMap { $0.step(step) }
      if matches.count > limit { matches.removeLast(matches.count - limit) }
    }
    return matches
  }

  private func step(_ name: String) -> [JSONPathMatch] {
    if name == "[]" {
      return (node.array ?? []).prefix(JSONPathMatch.limit).map { element in
        JSONPathMatch(
          node: element, keys: keys + ["[]"], captures: captures,
          parent: element.object == nil ? node : element)
      }
    }
    guard let object = node.object else { return [] }
    if name == "*" {
      return object.members.prefix(JSONPathMatch.limit).map { member in
        JSONPathMatch(
          node: member.value, keys: keys + [member.key], captures: captures + [member.key],
          parent: node)
      }
    }
    guard let value = object[name] else { return [] }
    return [JSONPathMatch(node: value, keys: keys + [name], captures: captures, parent: node)]
  }

  /// What a label path says here; `nil` for an empty one and for one that leads nowhere.
  func text(_ label: String) -> String? {
    if label.isEmpty { return nil }
    if label.hasPrefix("*"), let number = Int(label.dropFirst()) {
      return number >= 1 && number <= captures.count ? captures[number - 1] : nil
    }
    guard label.hasPrefix(".") else { return label }
    let inner = JSONPathMatch.all(of: String(label.dropFirst()), in: parent).first?.node
    return inner?.string ?? inner?.number.map { "\($0)" }
  }
}
