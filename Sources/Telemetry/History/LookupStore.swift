/// What caches in front of a service made of the requests to each endpoint, in fixed memory.
///
/// Each such line is a look-up of that very request: nothing has to be tied.
struct LookupStore: Sendable {
  /// An endpoint as one source saw it.
  struct Key: Hashable, Sendable {
    var endpoint: EndpointName
    var source: SourceID
  }

  /// Endpoints beyond so many are not told apart: their look-ups are only in the cache's own sums.
  private static let endpointsKept = 500

  private var rows: [Key: TimeTiers<LookupSlot>] = [:]

  mutating func fold(_ delta: LookupDelta, source: SourceID) {
    let key = Key(endpoint: delta.endpoint, source: source)
    guard rows[key] != nil || rows.count < LookupStore.endpointsKept else { return }
    rows[key, default: TimeTiers()].merge(
      LookupSlot(hits: delta.hits, misses: delta.misses), at: delta.time)
  }

  /// Hits and misses of an endpoint by source, the sources in their order.
  func sums(
    of endpoint: EndpointName, in range: TimeRange, now: Timestamp
  ) -> [(source: SourceID, hits: Double, misses: Double)] {
    guard !rows.isEmpty else { return [] }
    let join = endpoint.joinKey
    let own = rows.filter { $0.key.endpoint == endpoint || $0.key.endpoint.joinKey == join }
    var sums: [SourceID: SIMD2<Double>] = [:]
    for (key, tiers) in own {
      tiers.forEach(in: range, now: now) { _, slot in
        sums[key.source, default: .zero] += SIMD2(Double(slot.hits), Double(slot.misses))
      }
    }
    return sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.x, $0.value.y) }
  }
}

/// Look-ups of one endpoint's requests in one slot.
struct LookupSlot: PlainSlot {
  var hits: UInt32
  var misses: UInt32

  mutating func merge(_ other: LookupSlot) {
    hits &+= other.hits
    misses &+= other.misses
  }
}
