/// The sum of many sparse counts, which is worked out in bulk.
///
/// Adding a few counts to a large sum one by one would copy the sum each time; here some of them
/// wait and are added together.
struct SparseSum: Sendable {
  private static let mostWaiting = 8

  private var sum = SparseCounts()
  private var waiting: [SparseCounts] = []

  /// Adds counts.
  mutating func add(_ counts: SparseCounts) {
    if counts.isEmpty { return }
    waiting.append(counts)
    if waiting.count == SparseSum.mostWaiting { settle() }
  }

  /// Adds another sum.
  mutating func add(_ other: SparseSum) {
    other.forEachPart { add($0) }
  }

  /// Calls `body` with counts that amount to the sum together.
  func forEachPart(_ body: (SparseCounts) -> Void) {
    body(sum)
    for counts in waiting { body(counts) }
  }

  /// Adds up what waits, the small ones among themselves first.
  private mutating func settle() {
    while waiting.count > 1 {
      var halved: [SparseCounts] = []
      for place in stride(from: 0, to: waiting.count, by: 2) {
        var pair = waiting[place]
        if place + 1 < waiting.count { pair.merge(waiting[place + 1]) }
        halved.append(pair)
      }
      waiting = halved
    }
    if let all = waiting.first { sum.merge(all) }
    waiting.removeAll(keepingCapacity: true)
  }
}
