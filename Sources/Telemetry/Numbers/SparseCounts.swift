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

  /// The counts that `body` appends, which must come sorted by bucket without repeats or zeros.
  ///
  /// They are `most` at most.
  @inline(__always)
  package init(most: Int, _ body: ((_ bucket: Int, _ count: UInt64) -> Void) -> Void) {
    // Thirteen bytes hold any bucket distance and any count.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(1, most * 13)) { scratch in
      var last = 0
      var end = 0
      body { bucket, count in
        SparseCounts.write(UInt64(bucket - last), scratch, &end)
        SparseCounts.write(count, scratch, &end)
        last = bucket
      }
      packed = Array(scratch[..<end])
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
    let most = packed.count + other.packed.count
    // Worked out aside, so that what is kept takes no more than it needs.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { target in
      var end = 0
      packed.withUnsafeBufferPointer { left in
        other.packed.withUnsafeBufferPointer { right in
          SparseCounts.merge(Cursor(left), Cursor(right), into: target, &end)
        }
      }
      packed = Array(target[..<end])
    }
  }

  /// Writes the sum of two; no sum takes more bytes than its parts.
  @inline(__always)
  private static func merge(
    _ first: Cursor, _ second: Cursor, into target: UnsafeMutableBufferPointer<UInt8>,
    _ end: inout Int
  ) {
    var left = first
    var right = second
    var last = 0
    while left.bucket != .max || right.bucket != .max {
      let bucket = min(left.bucket, right.bucket)
      var count: UInt64 = 0
      if left.bucket == bucket { count &+= left.take() }
      if right.bucket == bucket { count &+= right.take() }
      write(UInt64(bucket &- last), target, &end)
      write(count, target, &end)
      last = bucket
    }
  }

  private mutating func append(_ bucket: Int, _ count: UInt64, after last: inout Int) {
    SparseCounts.write(UInt64(bucket - last), to: &packed)
    SparseCounts.write(count, to: &packed)
    last = bucket
  }

  @inline(__always)
  private static func write(
    _ value: UInt64, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ end: inout Int
  ) {
    var rest = value
    while rest >= 0x80 {
      bytes[end] = UInt8(truncatingIfNeeded: rest) | 0x80
      end &+= 1
      rest >>= 7
    }
    bytes[end] = UInt8(truncatingIfNeeded: rest)
    end &+= 1
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
    /// The bucket of the entry at hand; `Int.max` at the end.
    var bucket = Int.max

    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
      advance(from: 0)
    }

    @inline(__always)
    mutating func advance(from last: Int) {
      bucket =
        position < bytes.count
        ? last &+ Int(truncatingIfNeeded: SparseCounts.read(bytes, &position)) : .max
    }

    @inline(__always)
    mutating func take() -> UInt64 {
      let count = SparseCounts.read(bytes, &position)
      advance(from: bucket)
      return count
    }
  }
}
