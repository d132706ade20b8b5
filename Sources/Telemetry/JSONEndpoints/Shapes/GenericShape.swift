/// Whatever a service hand-rolled: records of endpoints, pools, caches, memory, breakers, queues.
///
/// The tree is walked to a depth of six; each object is asked what it is by the words of its keys.
enum GenericShape: JSONShape {
  static let name = "generic-json"
  static let gives =
    "whatever its keys say: endpoints, pools, caches, memory, breakers, queues; health by part"
  static let paths = ["/stats", "/health", "/api/stats", "/status", "/healthz", "/api/health"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    if case .json = body { true } else { false }
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard case .json(let root) = body else { return }
    var walk = JSONWalk(shape: name)
    walk.visit(root, keys: [], path: "", depth: 0, &findings)
    if let object = root.object {
      findings.readProcess(object, shape: name)
      JSONHealth.read(object, location: location, shape: name, into: &findings)
    }
  }
}

/// A walk over a JSON tree that hands each part to whoever can read it.
struct JSONWalk {
  static let depthLimit = 6
  /// Elements of one array, and members of one object, that are looked at.
  private static let breadthLimit = 2_000

  let shape: String

  /// Keys under which the members of an object are endpoints.
  private static let collections: Set<String> = [
    "endpoints", "routes", "handlers", "paths", "urls", "views", "requests", "endpoint stats",
    "by endpoint", "by route", "by path", "per endpoint", "endpoint metrics", "route stats",
    "requests by endpoint", "requests by route", "operations", "requests by path",
    "slowest endpoints", "top endpoints",
  ]
  private static let taskCollections: Set<String> = [
    "functions", "timings", "tasks", "jobs", "task stats", "function timings", "decorated",
    "function stats", "steps", "stages",
  ]

  mutating func visit(
    _ node: JSONNode, keys: [String], path: String, depth: Int, _ findings: inout JSONFindings
  ) {
    switch node {
    case .object(let object): visit(object, keys, path, depth, &findings)
    case .array(let elements): visit(elements, keys, path, depth, &findings)
    case .number: findings.addUnknown(path)
    default: break
    }
  }

  private mutating func visit(
    _ object: JSONObject, _ keys: [String], _ path: String, _ depth: Int,
    _ findings: inout JSONFindings
  ) {
    if readRecords(object, keys, path, &findings) { return }
    let place = JSONGauges.Place(
      object: object, keys: keys, path: path.isEmpty ? "$" : path, shape: shape)
    let thing = gauges(place, &findings)
    let used = thing.union(figures(place, isThing: !thing.isEmpty, &findings))
    var rest = object
    rest.members.removeAll { used.contains($0.key) }
    let isRecord = thing.isEmpty && readWhole(rest, keys, path, &findings)
    for member in object.members.prefix(JSONWalk.breadthLimit) where !used.contains(member.key) {
      let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
      switch member.value {
      case .number: if !isRecord { findings.addUnknown(inner) }
      case .object, .array:
        guard depth < JSONWalk.depthLimit else { continue }
        visit(member.value, keys: keys + [member.key], path: inner, depth: depth + 1, &findings)
      default: break
      }
    }
  }

  /// Reads an object as a pool, cache ...; returns the keys that were used.
  private func gauges(
    _ place: JSONGauges.Place, _ findings: inout JSONFindings
  ) -> Set<String> {
    var used = JSONGauges.pool(place, into: &findings)
    if used.isEmpty { used = JSONGauges.poolStatus(place, into: &findings) }
    if used.isEmpty { used = JSONGauges.cache(place, into: &findings) }
    if used.isEmpty { used = JSONGauges.breaker(place, into: &findings) }
    if used.isEmpty, !place.keys.isEmpty { used = JSONGauges.tasks(place, into: &findings) }
    return used
  }

  /// Reads figures that say by their own names what they are, whatever stands beside them.
  private func figures(
    _ place: JSONGauges.Place, isThing: Bool, _ findings: inout JSONFindings
  ) -> Set<String> {
    var used = JSONGauges.memory(place, into: &findings)
    used.formUnion(JSONGauges.loop(place, into: &findings))
    used.formUnion(JSONGauges.inFlight(place, into: &findings))
    used.formUnion(JSONGauges.hitShares(place, into: &findings))
    guard !isThing else { return used }
    used.formUnion(JSONGauges.flatPools(place, into: &findings))
    if place.keys.isEmpty { used.formUnion(JSONGauges.tasks(place, into: &findings)) }
    return used
  }

  /// Reads an object whose members are the records of endpoints.
  private func readRecords(
    _ object: JSONObject, _ keys: [String], _ path: String, _ findings: inout JSONFindings
  ) -> Bool {
    let members = object.members.prefix(JSONWalk.breadthLimit)
    guard !members.isEmpty else { return false }
    let last = JSONKey(keys.last ?? "").joined
    let looksLikeEndpoints = members.count { JSONWalk.isEndpoint($0.key) } * 2 > members.count
    let isTasks = JSONWalk.taskCollections.contains(last)
    let isCollection = JSONWalk.collections.contains(last) || isTasks
    guard looksLikeEndpoints || isCollection else { return false }
    let records = members.compactMap { member in member.value.object.map { (member.key, $0) } }
    if records.count == members.count {
      guard records.contains(where: { JSONRecordReader.isRecord($0.1, isNamed: true) }) else {
        return false
      }
      read(records, at: path + ".*", kind: isTasks ? .task : .endpoint, &findings)
      return true
    }
    // Bare counts by endpoint: {"GET /x": 12}.
    let isCount = !JSONKey(keys.last ?? "").hasAny([
      "latency", "latencies", "duration", "durations", "time", "times", "errors", "ms", "seconds",
    ])
    guard looksLikeEndpoints, isCount, members.allSatisfy({ $0.value.number != nil }) else {
      return false
    }
    for member in members {
      var traffic = JSONTraffic()
      let (method, route) = JSONRecordReader.methodAndRoute(member.key)
      traffic.method = method
      traffic.route = route
      traffic.requests = member.value.number
      findings.traffic.append(traffic)
    }
    findings.decide(path + ".*", "request count", shape)
    return true
  }

  /// Reads an object that describes the service as a whole, or one thing under its own key.
  private func readWhole(
    _ object: JSONObject, _ keys: [String], _ path: String, _ findings: inout JSONFindings
  ) -> Bool {
    guard JSONRecordReader.isRecord(object, isNamed: false),
      !object.members.contains(where: {
        JSONRecordField(JSONKey($0.key)) == .name && $0.value.string != nil
      })
    else { return false }
    let isSummary =
      keys.isEmpty
      || JSONKey(keys.last ?? "").hasAny([
        "requests", "http", "summary", "overall", "global", "total", "totals", "all", "traffic",
      ])
    guard isSummary else { return false }
    let reader = JSONRecordReader([object], shape: shape, at: path.isEmpty ? "$" : path)
    guard
      let traffic = reader.traffic(
        object, name: nil, at: path.isEmpty ? "$" : path, into: &findings)
    else { return false }
    findings.traffic.append(traffic)
    if let assumption = reader.assumption { findings.note(assumption) }
    return true
  }

  private mutating func visit(
    _ elements: [JSONNode], _ keys: [String], _ path: String, _ depth: Int,
    _ findings: inout JSONFindings
  ) {
    if JSONStatementList.read(elements, at: path, shape: shape, into: &findings) { return }
    let objects = elements.prefix(JSONWalk.breadthLimit).compactMap(\.object)
    let records = objects.filter { JSONWalk.isNamedRecord($0) }
    if !records.isEmpty, records.count * 2 > objects.count {
      let last = JSONKey(keys.last ?? "").joined
      let kind: TrafficKind = JSONWalk.taskCollections.contains(last) ? .task : .endpoint
      read(records.map { (nil, $0) }, at: path + "[]", kind: kind, &findings)
      return
    }
    guard depth < JSONWalk.depthLimit else { return }
    for element in elements.prefix(JSONWalk.breadthLimit) {
      if case .number = element { continue }
      visit(element, keys: keys + ["[]"], path: path + "[]", depth: depth + 1, &findings)
    }
    if elements.contains(where: { if case .number = $0 { true } else { false } }) {
      findings.addUnknown(path + "[]")
    }
  }

  /// Reads records that belong together.
  func read(
    _ records: [(name: String?, object: JSONObject)], at path: String, kind: TrafficKind,
    _ findings: inout JSONFindings
  ) {
    let reader = JSONRecordReader(records.map(\.object), shape: shape, at: path)
    for (name, object) in records {
      guard var traffic = reader.traffic(object, name: name, at: path, into: &findings) else {
        continue
      }
      traffic.kind = kind
      guard traffic.route != nil else { continue }
      findings.traffic.append(traffic)
    }
    if let assumption = reader.assumption { findings.note(assumption) }
  }

  /// Whether an element of an array is a record that says what it is about.
  private static func isNamedRecord(_ object: JSONObject) -> Bool {
    let names = object.members.filter {
      JSONRecordField(JSONKey($0.key)) == .name && $0.value.string != nil
    }
    guard !names.isEmpty, JSONRecordReader.isRecord(object, isNamed: true) else { return false }
    // A thing that only has a name may be anything: a pool, a cache, a country.
    return names.contains { !["name", "key"].contains(JSONKey($0.key).joined) }
      || names.contains { isEndpoint($0.value.string ?? "") }
  }

  /// Whether a key can only be an endpoint: `GET /x`, `/x`.
  private static func isEndpoint(_ key: String) -> Bool {
    if key.hasPrefix("/") { return true }
    let (method, route) = JSONRecordReader.methodAndRoute(key)
    return !method.isEmpty && route.hasPrefix("/")
  }
}

/// Lists of single slow statements, each with its duration and its time.
enum JSONStatementList {
  /// Takes the statements of a list; `false` when it is no such list.
  static func read(
    _ elements: [JSONNode], at path: String, shape: String, into findings: inout JSONFindings
  ) -> Bool {
    var found: [JSONStatement] = []
    for element in elements.prefix(10_000) {
      guard let object = element.object,
        let text = ["statement", "query", "sql"].lazy.compactMap({ object[$0]?.string }).first,
        object.number("count", "calls", "total") == nil,
        let duration = object.members.first(where: { member in
          member.value.number != nil
            && JSONKey(member.key).hasAny(["duration", "elapsed", "time", "took"])
            && !JSONKey(member.key).hasAny(["timestamp", "at"])
        }), let value = duration.value.number, value >= 0
      else { continue }
      let unit = JSONKey(duration.key).secondsPerUnit ?? 1
      found.append(
        JSONStatement(
          statement: String(text.prefix(65_536)), seconds: value * unit, time: time(of: object)))
      findings.decide(
        "\(path)[].\(duration.key)", "slow statements", shape,
        unit: MetricUnit.name(secondsPerUnit: unit).string)
    }
    guard !found.isEmpty else { return false }
    findings.statements += found
    return true
  }

  private static func time(of object: JSONObject) -> Timestamp? {
    for key in ["timestamp", "time", "at", "ts", "created_at", "executed_at", "started_at"] {
      guard let node = object[key] else { continue }
      if case .number(let value, _) = node, value > 1e8 {
        return Timestamp(seconds: value > 1e11 ? value / 1000 : value)
      }
      if let text = node.string {
        var stamps = StampScanner()
        let stamp = Array(text.utf8).withUnsafeBytes { stamps.stamp($0)?.time }
        if let stamp { return stamp }
      }
    }
    return nil
  }
}
