import Telemetry

/// What the middleware of the ECS back end remembers.
struct ECSStatistics: Sendable {
  /// Totals of one endpoint since the start.
  struct Endpoint: Sendable {
    var name: String
    var requests = 0
    var seconds = 0.0
    var shortest = Double.infinity
    var longest = 0.0
    var errors = 0
    /// Memory at the last requests, in bytes.
    var memory: [Double] = []

    var meanSeconds: Double { seconds / Double(max(1, requests)) }
    var errorRate: Double { Double(errors) / Double(max(1, requests)) }
    var meanMemory: Double { memory.reduce(0, +) / Double(max(1, memory.count)) }
    var isSlow: Bool { requests >= 5 && meanSeconds > 0.1 }
  }

  private static let memorySamples = 10
  private static let recentRequests = 100

  /// In the order of `ECSRoute`.
  private(set) var endpoints: [Endpoint]
  /// The last hundred requests, the newest last.
  private(set) var recent: [ECSRequest] = []
  private(set) var statements = 0
  private var memorySum = 0.0
  private(set) var leastMemory = Double.infinity
  private(set) var mostMemory = 0.0
  private(set) var snapshots = 0
  private let seed: UInt64

  init(routes: [String], seed: UInt64) {
    endpoints = routes.map { Endpoint(name: $0) }
    self.seed = seed
  }

  var meanMemory: Double { memorySum / Double(max(1, snapshots)) }

  /// Resident memory of the process in bytes: level, with noise that depends on the second only.
  func memory(at time: Timestamp) -> Double {
    var noise = SeededRandom(seed: seed ^ UInt64(bitPattern: time.microseconds / 1_000_000))
    return 73_600_000 + 1_400_000 * (2 * noise.unit() - 1)
  }

  mutating func count(_ request: ECSRequest, at end: Timestamp) {
    var request = request
    request.memory = memory(at: end)
    var endpoint = endpoints[request.route]
    endpoint.requests += 1
    endpoint.seconds += request.seconds
    endpoint.shortest = min(endpoint.shortest, request.seconds)
    endpoint.longest = max(endpoint.longest, request.seconds)
    if request.isError { endpoint.errors += 1 }
    endpoint.memory.append(request.memory.rounded())
    if endpoint.memory.count > ECSStatistics.memorySamples { endpoint.memory.removeFirst() }
    endpoints[request.route] = endpoint
    recent.append(request)
    if recent.count > ECSStatistics.recentRequests { recent.removeFirst() }
    statements += request.statements
    snapshots += 1
    memorySum += request.memory
    leastMemory = min(leastMemory, request.memory)
    mostMemory = max(mostMemory, request.memory)
  }
}
