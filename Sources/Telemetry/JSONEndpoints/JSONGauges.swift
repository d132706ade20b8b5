/// Reads the objects in which programs describe pools, caches, memory, breakers and queues.
///
/// Each function takes an object, says whether it is such a thing, and adds what it holds. Names
/// come from the keys around the object, or from a `name` inside.
enum JSONGauges {
  /// An object with where it stands.
  struct Place {
    var object: JSONObject
    /// Keys from the root to the object.
    var keys: [String]
    /// The same for people.
    var path: String
    var shape: String
    /// What keys are called in the body, where the object was put together from parts of names.
    var spellings: [String: String] = [:]

    /// The place of one of its numbers.
    func path(of key: String) -> String { "\(path).\(spellings[key] ?? key)" }

    /// The words of all keys on the way.
    var context: Set<String> { Set(keys.flatMap { JSONKey($0).words }) }

    func number(_ names: Set<String>) -> (value: Double, key: String)? {
      for member in object.members {
        if let value = member.value.number, names.contains(JSONKey(member.key).joined) {
          return (value, member.key)
        }
      }
      return nil
    }

    /// What the thing is called: its own name, or the nearest key that says more than its kind.
    func subject(kind: Set<String>) -> String {
      for key in ["name", "pool", "pool_name", "poolName", "cache", "cache_name", "queue", "id"] {
        if let name = object[key]?.string, !name.isEmpty, !isPoolStatus(name) {
          return String(name.prefix(200))
        }
      }
      for key in keys.reversed() where key != "[]" {
        let words = JSONKey(key).words.filter { !kind.contains($0) && !structural.contains($0) }
        if !words.isEmpty { return key }
      }
      return ""
    }
  }

  private static let structural: Set<String> = [
    "stats", "statistics", "status", "metrics", "data", "result", "results", "info", "get",
    "summary", "current", "state", "details", "components", "checks", "value", "performance",
  ]

  private static let inUse: Set<String> = [
    "checked out", "checkedout", "in use", "inuse", "active", "busy", "used", "acquired",
    "borrowed", "active connections", "num used", "connections in use", "used connections",
    "checked out connections", "open in use", "in use connections", "connections active",
  ]
  private static let idle: Set<String> = [
    "checked in", "checkedin", "idle", "available", "free", "idle connections", "num free",
    "available connections", "free connections", "idle count", "connections idle",
  ]
  private static let limits: Set<String> = [
    "limit", "max", "max size", "maxsize", "capacity", "max connections", "max open connections",
    "maximum", "pool limit", "max pool size", "connections max",
  ]
  /// Connections that are open, in use or not.
  private static let openConnections: Set<String> = [
    "total count", "total", "total connections", "open connections", "connections total",
  ]
  private static let sizes: Set<String> = ["size", "pool size"]
  private static let waiting: Set<String> = [
    "waiting", "pending", "awaiting", "waiters", "queued", "pending acquires", "waiting count",
    "requests waiting", "num pending acquires", "threads awaiting connection", "queue",
    "queue size", "queue length", "connections waiting",
  ]
  private static let timeouts: Set<String> = [
    "timeouts", "timeout count", "timeouts total", "total timeouts", "num timeouts",
  ]

  private static func isPoolStatus(_ text: String) -> Bool { text.hasPrefix("Pool size: ") }

  /// The text of `pool.status()` among the members of an object; returns the keys that were used.
  static func poolStatus(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    for member in place.object.members {
      guard let text = member.value.string, isPoolStatus(text),
        let status = Array(text.utf8).withUnsafeBytes({ PoolStatus($0) })
      else { continue }
      let subject = place.subject(kind: ["pool", "pools", "connection", "connections"])
      let limit: Signal = status.leastLimit > status.size ? .poolLeastLimit : .poolLimit
      for (signal, value) in [
        (Signal.poolInUse, status.inUse), (.poolIdle, status.idle),
        (limit, status.leastLimit),
      ] {
        findings.add(signal, value, subject, at: "\(place.path).\(member.key)", place.shape)
      }
      findings.sizes[DisplayText(subject)] = status.size
      return [member.key]
    }
    return []
  }

  /// A connection pool: connections in use, with idle ones or a limit beside them.
  static func pool(_ place: Place, into findings: inout JSONFindings) -> Set<String> {
    let idle = place.number(idle)
    guard let used = place.number(inUse) ?? unidle(place, idle) else { return [] }
    let bounds = PoolBounds(
      limit: place.number(limits), size: place.number(sizes),
      overflow: place.number(["overflow", "overflow connections"]),
      maxOverflow: place.number(["max overflow", "overflow limit"]))
    let isNamedPool = !place.context.isDisjoint(with: [
      "pool", "pools", "db", "database", "connection", "connections", "conn", "engine", "redis",
      "sqlalchemy", "postgres", "mysql", "hikari",
    ])
    let isCheckedOut = JSONKey(used.key).joined.hasPrefix("checked")
    guard isNamedPool || isCheckedOut || bounds.overflow != nil, idle ?? bounds.base != nil else {
      return []
    }
    let subject = place.subject(kind: ["pool", "pools", "connection", "connections"])
    func add(_ signal: Signal, _ value: Double?, _ key: String) {
      findings.add(signal, value, subject, at: place.path(of: key), place.shape)
    }
    add(.poolInUse, used.value, used.key)
    if let idle { add(.poolIdle, idle.value, idle.key) }
    bounds.addLimit(of: subject, inUse: used.value, place, into: &findings)
    let waiters = place.number(waiting)
    if let waiters { add(.poolWaiting, waiters.value, waiters.key) }
    let gaveUp = place.number(timeouts)
    if let gaveUp { add(.poolTimeouts, gaveUp.value, gaveUp.key) }
    let others = [used, idle, waiters, gaveUp]
    return bounds.keys.union(others.compactMap { $0?.key })
  }

  /// Connections that are open and not idle.
  private static func unidle(
    _ place: Place, _ idle: (value: Double, key: String)?
  ) -> (value: Double, key: String)? {
    guard let idle, JSONKey(idle.key).has("idle"), let all = place.number(openConnections),
      all.value >= idle.value
    else { return nil }
    return (all.value - idle.value, all.key)
  }
}
