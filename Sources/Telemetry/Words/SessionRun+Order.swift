extension [SessionRun] {
  /// Bits of an identity that runs are dealt out by.
  private static let dealtBits = 11
  /// Runs that are sorted by comparing alone.
  private static let few = 64

  /// Sorts by identity, and runs of one identity by their beginning.
  ///
  /// Identities are hashes: dealt out by the highest bits in which they differ hardly any are
  /// still out of order. Cost: linear, where the identities are spread as those of hashes are; else
  /// that of comparing.
  mutating func sortByIdentity() {
    guard count > Self.few, var least = first?.identity else { return sortByComparing() }
    var most = least
    for run in self {
      least = Swift.min(least, run.identity)
      most = Swift.max(most, run.identity)
    }
    let differing = UInt64.bitWidth - (least ^ most).leadingZeroBitCount
    let shift = Swift.max(0, differing - Self.dealtBits)
    let mask = UInt64(1 << Self.dealtBits) - 1
    var ends = [Int](repeating: 0, count: 1 << Self.dealtBits)
    for run in self { ends[Int(run.identity >> UInt64(shift) & mask)] += 1 }
    guard ends.allSatisfy({ $0 <= Self.few }) else { return sortByComparing() }
    var end = 0
    for place in ends.indices {
      end += ends[place]
      ends[place] = end
    }
    var dealt = self
    for run in reversed() {
      let place = Int(run.identity >> UInt64(shift) & mask)
      ends[place] -= 1
      dealt[ends[place]] = run
    }
    dealt.sortByInserting()
    self = dealt
  }

  private mutating func sortByComparing() {
    sort { $0.isBefore($1) }
  }

  /// Sorts what is nearly in order.
  private mutating func sortByInserting() {
    for next in indices.dropFirst() where self[next].isBefore(self[next - 1]) {
      let run = self[next]
      var place = next
      while place > 0, run.isBefore(self[place - 1]) {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = run
    }
  }
}

extension SessionRun {
  @inline(__always)
  fileprivate func isBefore(_ other: SessionRun) -> Bool {
    identity == other.identity ? first < other.first : identity < other.identity
  }
}
