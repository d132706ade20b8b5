/// How often each bucket was hit, for the few buckets that were: the form in which histograms
/// are kept in slots and cross from a collector to the history.
///
/// Entries are sorted by bucket and packed as pairs of variable-length integers, the distance to
/// the bucket before and the count, which takes two bytes for a typical entry. Merging two is
/// exact and linear in their entries.
package struct SparseCounts: Hashable, Sendable {
  private var packed: [UInt8] = []

  /// No counts.
  package init() {}

  /// The counts of the given entries, which must be sorted by bucket without repeats; entries
  /// with a count of zero are left out.
  package init(sorted entries: some Sequence<(bucket: Int, count: UInt64)>) {
    var last = 0
    for entry in entries where entry.count > 0 {
      append(entry.bucket, entry.count, after: &last)
    }
  }

  /// The counts of a dense table, from bucket `range.lowerBound` on.
  package init(dense counts: UnsafeBufferPointer<UInt32>, in range: Range<Int>) {
    var last = 0
    for bucket in range where counts[bucket] > 0 {
      append(bucket, UInt64(counts[bucket]), after: &last)
    }
  }

  /// Whether no bucket was hit.
  package var isEmpty: Bool { packed.isEmpty }

  /// Bytes the counts take, beside the array's header.
  package var byteCount: Int { packed.count }

  /// Calls `body` with each bucket and its count, in rising order of buckets.
  @inline(__always)
  package func forEach(_ body: (_ bucket: Int, _ count: UInt64) -> Void) {
    packed.withUnsafeBufferPointer { bytes in
      var position = 0
      var bucket = 0
      while position < bytes.count {
        bucket += Int(truncatingIfNeeded: SparseCounts.read(bytes, &position))
        body(bucket, SparseCounts.read(bytes, &position))
      }
    }
  }

  /// Adds the counts of `other`.
  package mutating func merge(_ other: SparseCounts) {
    if other.isEmpty { return }
    if isEmpty {
      self = other
      return
    }
    var merged = SparseCounts()
    merged.packed.reserveCapacity(packed.count + other.packed.count)
    var last = 0
    packed.withUnsafeBufferPointer { left in
      other.packed.withUnsafeBufferPointer { right in
        var leftCursor = Cursor(left)
        var rightCursor = Cursor(right)
        while let bucket = Cursor.earliest(leftCursor, rightCursor) {
          var count: UInt64 = 0
          if leftCursor.bucket == bucket { count &+= leftCursor.take() }
          if rightCursor.bucket == bucket { count &+= rightCursor.take() }
          merged.append(bucket, count, after: &last)
        }
      }
    }
    self = merged
  }

  private mutating func append(_ bucket: Int, _ count: UInt64, after last: inout Int) {
    SparseCounts.write(UInt64(bucket - last), to: &packed)
    SparseCounts.write(count, to: &packed)
    last = bucket
  }

  private static func write(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  @inline(__always)
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// A walk through packed entries that can be looked at before it is moved on.
  private struct Cursor {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0
    /// The bucket of the entry at hand; `nil` at the end.
    var bucket: Int?

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      advance(from: 0)
    }

    mutating func advance(from last: Int) {
      if position < bytes.count {
        bucket = last + Int(truncatingIfNeeded: SparseCounts.read(bytes, &position))
      } else {
        bucket = nil
      }
    }

    mutating func take() -> UInt64 {
      let count = SparseCounts.read(bytes, &position)
      advance(from: bucket ?? 0)
      return count
    }

    static func earliest(_ left: Cursor, _ right: Cursor) -> Int? {
      guard let leftBucket = left.bucket else { return right.bucket }
      guard let rightBucket = right.bucket else { return leftBucket }
      return min(leftBucket, rightBucket)
    }
  }
}
