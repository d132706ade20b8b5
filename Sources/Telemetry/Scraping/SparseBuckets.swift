/// The buckets of a scrape that are not cumulative, while a binding is built.
///
/// All series of a view share one layout, so that they add up: the coarsest schema among them,
/// or the bounds of `vmrange`.
struct SparseBuckets {
  private var buckets: [(group: Int, slot: Int32, spot: BucketSpot)] = []
  private var scales: [Int: (schema: Int, zeroThreshold: Double)] = [:]
  private var groups = Set<Int>()
  private(set) var views = Set<Int>()
  /// Where the buckets of the next group start.
  private var next = 0

  mutating func add(_ spot: BucketSpot, slot: Int32, group: Int, view: Int) {
    buckets.append((group, slot, spot))
    groups.insert(group)
    views.insert(view)
    var scale = scales[view] ?? (ExponentialScale.finestSchema, 0)
    switch spot {
    case .native(let schema, _): scale.schema = min(scale.schema, schema)
    case .zero(let schema, let threshold):
      scale.schema = min(scale.schema, schema)
      scale.zeroThreshold = max(scale.zeroThreshold, threshold)
    case .range: return
    }
    scales[view] = scale
  }

  func has(group: Int) -> Bool { groups.contains(group) }

  mutating func sort() { buckets.sort { $0.group < $1.group } }

  /// Adds the buckets of a group, which must be asked for in rising order, to `slots`.
  mutating func take(
    group: Int, view: Int, secondsPerUnit: Double, into slots: inout [(slot: Int32, bucket: Int)]
  ) -> (layout: BucketLayout, range: Range<Int>) {
    while next < buckets.count, buckets[next].group < group { next += 1 }
    let scale = scales[view].map {
      ExponentialScale(
        schema: $0.schema, zeroThreshold: $0.zeroThreshold, secondsPerUnit: secondsPerUnit)
    }
    var lowest = Int.max
    var highest = 0
    while next < buckets.count, buckets[next].group == group {
      let number =
        switch buckets[next].spot {
        case .zero: 0
        case .native(let schema, let index): scale?.number(ofIndex: index, schema: schema) ?? 0
        case .range(let place): place
        }
      lowest = min(lowest, number)
      highest = max(highest, number)
      slots.append((buckets[next].slot, number))
      next += 1
    }
    let layout: BucketLayout =
      if let scale {
        .exponential(scale)
      } else {
        .explicit(BucketSpot.rangeBounds.map { $0 * secondsPerUnit })
      }
    return (layout, lowest..<(highest + 1))
  }
}
