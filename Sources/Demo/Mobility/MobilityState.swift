import Telemetry

/// An endpoint of the assistant.
struct MobilityRoute: Sendable {
  var method: String
  var path: String
  var perSecond: Double
  /// Median of the time without calls and statements.
  var milliseconds: Double
  var statement: String?
  var isOnboarding = false
  /// Whether its answer holds everything there is.
  var isUnpaginated = false

  /// `GET /api/bookings/1234`: `#` stands for the number.
  func request(_ subject: UInt32) -> String {
    let path = path.split(separator: "#", omittingEmptySubsequences: false)
      .joined(separator: String(subject))
    return "\(method) \(path)"
  }

  static let all = [
    MobilityRoute(
      method: "POST", path: "/api/onboarding", perSecond: 0.07, milliseconds: 30,
      isOnboarding: true),
    MobilityRoute(
      method: "GET", path: "/api/bookings", perSecond: 0.15, milliseconds: 25,
      statement: "SELECT bookings.booking_id, bookings.vehicle_id, bookings.state FROM bookings "
        + "WHERE bookings.tenant_id = #", isUnpaginated: true),
    MobilityRoute(
      method: "GET", path: "/api/bookings/#", perSecond: 0.5, milliseconds: 12,
      statement: "SELECT bookings.booking_id, bookings.state FROM bookings "
        + "WHERE bookings.external_ref = 'b#'"),
    MobilityRoute(method: "POST", path: "/api/messages", perSecond: 0.8, milliseconds: 90),
    MobilityRoute(method: "GET", path: "/api/vehicles/#", perSecond: 1.1, milliseconds: 14),
    MobilityRoute(method: "GET", path: "/health", perSecond: 0.2, milliseconds: 2),
  ]
}

/// What the assistant tells of itself.
struct MobilityState: Sendable {
  private struct Cache: Sendable {
    var hits = 0
    var misses = 0
    var entries = 0
    var evictions = 0
  }

  private static let names = ["tenant_cache", "person_cache"]
  private static let repairedEntries = 200
  private static let bytesPerEntry = 58_000.0

  private let start: Timestamp
  private let isRepaired: Bool
  private var caches = [Cache(), Cache()]
  private var requests = 0
  private var calls = 0

  init(start: Timestamp, isRepaired: Bool) {
    self.start = start
    self.isRepaired = isRepaired
    if isRepaired { for place in caches.indices { caches[place].entries = 180 } }
  }

  mutating func apply(_ change: MobilityScenario.Change) {
    switch change {
    case .request: requests += 1
    case .call: calls += 1
    case .lookup(let place, true): caches[place].hits += 1
    case .lookup(let place, false):
      caches[place].misses += 1
      if isRepaired, caches[place].entries >= MobilityState.repairedEntries {
        caches[place].evictions += 1
      } else {
        caches[place].entries += 1
      }
    }
  }

  func page(at time: Timestamp) -> JSONText {
    let teeth = 3_000_000 * ((time - start) / 41).truncatingRemainder(dividingBy: 1)
    let entries = Double(caches.reduce(0) { $0 + $1.entries })
    let resident = 210_000_000 + (isRepaired ? 0 : entries * MobilityState.bytesPerEntry) + teeth
    var members: [(String, JSONText)] = []
    for (place, cache) in caches.enumerated() {
      members.append(
        (
          MobilityState.names[place],
          [
            "hits": .whole(cache.hits), "misses": .whole(cache.misses),
            "entries": .whole(cache.entries), "evictions": .whole(cache.evictions),
          ]
        ))
    }
    return [
      "caches": .members(members), "memory": ["rss_bytes": .whole(Int(resident))],
      "uptime_seconds": .rounded(time - start, 1), "upstream_calls": .whole(calls),
    ]
  }
}
