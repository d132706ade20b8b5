/// How often each bucket was hit, for the few buckets that were: the form in which histograms
/// cross from a collector to the history.
///
/// Entries are sorted by bucket and packed, one or two bytes for a typical entry (`PackedCounts`).
package struct SparseCounts: Hashable, Sendable {
  private var packed: [UInt8] = []

  /// No counts.
  package init() {}

  /// The counts of the given entries, which must be sorted by bucket without repeats; entries
  /// with a count of zero are left out.
  package init(sorted entries: some Collection<(bucket: Int, count: UInt64)>) {
    self.init(most: entries.count) { append in
      for entry in entries where entry.count > 0 { append(entry.bucket, entry.count) }
    }
  }

  /// The counts that `body` appends, which must come sorted by bucket without repeats or zeros.
  ///
  /// They are `most` at most.
  @inline(__always)
  package init(most: Int, _ body: ((_ bucket: Int, _ count: UInt64) -> Void) -> Void) {
    let bytes = max(1, most * PackedCounts.mostBytesPerBucket)
    withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 1) { scratch in
      var last = 0
      var end = 0
      body { bucket, count in
        PackedCounts.write(bucket, count, after: &last, to: scratch, &end)
      }
      packed = Array(scratch[..<end])
    }
  }

  /// Whether no bucket was hit.
  package var isEmpty: Bool { packed.isEmpty }

  /// Bytes the counts take, beside the array's header.
  package var byteCount: Int { packed.count }

  /// Calls `body` with the counts where they lie.
  @inline(__always)
  func withPacked<Result>(_ body: (PackedCounts) -> Result) -> Result {
    packed.withUnsafeBytes { body(PackedCounts(bytes: $0)) }
  }

  /// Calls `body` with each bucket and its count, in rising order of buckets.
  @inline(__always)
  package func forEach(_ body: (_ bucket: Int, _ count: UInt64) -> Void) {
    withPacked { $0.forEach(body) }
  }

  /// Adds the counts of `other`: exact, and linear in the entries of both.
  package mutating func merge(_ other: SparseCounts) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
      return
    }
    let most = packed.count + other.packed.count
    // Worked out aside, so that what is kept takes no more than it needs.
    withUnsafeTemporaryAllocation(byteCount: most, alignment: 1) { target in
      var end = 0
      withPacked { left in
        other.withPacked { right in PackedCounts.merge(left, right, into: target, &end) }
      }
      packed = Array(target[..<end])
    }
  }
}
