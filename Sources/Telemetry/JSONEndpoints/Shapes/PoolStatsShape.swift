/// What SQLAlchemy's `QueuePool` tells of itself, as monitors of pools hand it on.
///
///     {"size": 10, "checked_out": 7, "overflow": 2, "checked_in": 3, "timeout": 10.0,
///      "slow_queries": [{"statement": "SELECT ...", "duration": 1.34, "timestamp": 1767225600.1}]}
///
/// The limit is `size` with `max_overflow`, where that is told; `timeout` is a setting.
enum PoolStatsShape: JSONShape {
  static let name = "sqlalchemy-pool"
  static let gives = "the pool: in use, idle, limit; slow statements"
  static let paths = ["/pool", "/pool/stats", "/db/pool"]

  static func matches(_ body: EndpointBody, location: String) -> Bool {
    guard let object = body.object else { return false }
    return object["checked_out"]?.number != nil && object["checked_in"]?.number != nil
  }

  static func read(_ body: EndpointBody, location: String, into findings: inout JSONFindings) {
    guard let object = body.object else { return }
    let place = JSONGauges.Place(object: object, keys: [], path: "$", shape: name)
    var used = JSONGauges.pool(place, into: &findings)
    if object["timeout"] != nil {
      findings.decide("$.timeout", "not counted: a setting", name)
      used.insert("timeout")
    }
    var walk = JSONWalk(shape: name)
    for member in object.members where !used.contains(member.key) {
      walk.visit(member.value, keys: [member.key], path: member.key, depth: 1, &findings)
    }
  }
}
