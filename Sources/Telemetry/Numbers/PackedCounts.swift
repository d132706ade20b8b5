/// Counts of a histogram where they lie as bytes; good only as long as those bytes are.
///
/// Each bucket that was hit is one or two variable-length integers: the distance to the bucket
/// before, doubled, and one more where a count follows, which it does unless it is 1. Most buckets
/// of a slot were hit once, and take one byte.
struct PackedCounts {
  /// Bytes that hold any bucket and its count.
  static let mostBytesPerBucket = 2 * Varint.mostBytes

  /// No counts.
  static var none: PackedCounts {
    PackedCounts(bytes: UnsafeRawBufferPointer(start: nil, count: 0))
  }

  let bytes: UnsafeRawBufferPointer

  /// Calls `body` with each bucket and its count, in rising order of buckets.
  @inline(__always)
  func forEach(_ body: (_ bucket: Int, _ count: UInt64) -> Void) {
    var position = 0
    var bucket = 0
    while position < bytes.count {
      let entry = Varint.read(bytes, &position)
      bucket &+= Int(truncatingIfNeeded: entry >> 1)
      body(bucket, entry & 1 == 0 ? 1 : Varint.read(bytes, &position))
    }
  }

  /// Writes an entry; `last` is the bucket of the one before and becomes that of this one.
  @inline(__always)
  static func write(
    _ bucket: Int, _ count: UInt64, after last: inout Int,
    to target: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) {
    let distance = UInt64(truncatingIfNeeded: bucket &- last) << 1
    last = bucket
    if count == 1 { return Varint.write(distance, to: target, &end) }
    Varint.write(distance | 1, to: target, &end)
    Varint.write(count, to: target, &end)
  }

  /// Writes the sum of two at `end` of `target`.
  ///
  /// It takes no more bytes than both. Linear in their entries.
  @inline(__always)
  static func merge(
    _ left: PackedCounts, _ right: PackedCounts, into target: UnsafeMutableRawBufferPointer,
    _ end: inout Int
  ) {
    var left = Cursor(left.bytes)
    var right = Cursor(right.bytes)
    var last = 0
    while left.bucket != .max || right.bucket != .max {
      let bucket = min(left.bucket, right.bucket)
      var count: UInt64 = 0
      if left.bucket == bucket { count &+= left.take() }
      if right.bucket == bucket { count &+= right.take() }
      write(bucket, count, after: &last, to: target, &end)
    }
  }

  /// A walk through entries that can be looked at before it is moved on.
  private struct Cursor {
    let bytes: UnsafeRawBufferPointer
    var position = 0
    /// The bucket of the entry at hand; `Int.max` at the end.
    var bucket = Int.max
    private var isCounted = false

    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
      advance(from: 0)
    }

    @inline(__always)
    private mutating func advance(from last: Int) {
      guard position < bytes.count else {
        bucket = .max
        return
      }
      let entry = Varint.read(bytes, &position)
      isCounted = entry & 1 == 1
      bucket = last &+ Int(truncatingIfNeeded: entry >> 1)
    }

    @inline(__always)
    mutating func take() -> UInt64 {
      let count = isCounted ? Varint.read(bytes, &position) : 1
      advance(from: bucket)
      return count
    }
  }
}
