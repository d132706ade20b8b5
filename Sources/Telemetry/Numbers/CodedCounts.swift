/// Counts of a histogram as bits where they lie.
///
/// They take a third to a half of what `PackedCounts` takes, and longer to write.
///
/// There are two ways, and each histogram takes the one that needs less:
///
///     singly   the bucket of each value but the first, less the first bucket, as `RisingNumbers`
///     counted  the distance to the bucket before, less one, and the count, less one, as `RiceCode`
///
/// Most slots have few values, and take the first one. The first bucket is told outside.
struct CodedCounts {
  /// Says in place of the low bits of counts that values stand singly.
  private static let singly = 15

  /// What holds the codes, which may be more than they are; eight bytes at least.
  let bytes: UnsafeRawBufferPointer
  /// The byte with which they begin.
  let start: Int
  /// The first bucket that was hit.
  let first: Int
  /// Values where these stand singly, else buckets.
  let number: Int
  /// Low bits of distances, then of counts.
  let shape: UInt8

  private var distanceBits: Int { Int(shape & 15) }
  private var countBits: Int { Int(shape >> 4) }

  /// Calls `body` with each bucket and its count, or part of it.
  ///
  /// Buckets do not fall, but the same one may come several times in a row.
  @inline(__always)
  func forEachPart(_ body: (_ bucket: Int, _ count: UInt64) -> Void) {
    let distanceBits = distanceBits
    let countBits = countBits
    if countBits == CodedCounts.singly {
      body(first, 1)
      let first = first
      return RisingNumbers.forEach(
        in: bytes, from: start, count: number &- 1, low: distanceBits
      ) { body(first &+ $0, 1) }
    }
    var reader = BitReader(bytes, from: start)
    var bucket = first
    reader.refill()
    body(bucket, RiceCode.read(&reader, low: countBits) &+ 1)
    var left = number &- 1
    while left > 0 {
      reader.refill()
      bucket &+= Int(truncatingIfNeeded: RiceCode.read(&reader, low: distanceBits)) &+ 1
      body(bucket, RiceCode.read(&reader, low: countBits) &+ 1)
      left &-= 1
    }
  }

  /// Calls `body` with each bucket and its count, in rising order of buckets.
  @inline(__always)
  func forEach(_ body: (_ bucket: Int, _ count: UInt64) -> Void) {
    var last = first
    var sum: UInt64 = 0
    forEachPart { bucket, count in
      if bucket != last {
        body(last, sum)
        last = bucket
        sum = 0
      }
      sum &+= count
    }
    body(last, sum)
  }

  /// How counts are to be written, found out before they are.
  struct Plan {
    private(set) var first = 0
    private(set) var number = 0
    private(set) var shape: UInt8 = 0
    /// All counts together.
    private(set) var total: UInt64 = 0

    /// `nil` for counts that are none or too many to be told so.
    init?(_ counts: PackedCounts) {
      var buckets = 0
      var last = 0
      var first = 0
      var total: UInt64 = 0
      var isTooMuch = false
      counts.forEach { bucket, count in
        if buckets == 0 { first = bucket }
        buckets &+= 1
        last = bucket
        let (sum, overflow) = total.addingReportingOverflow(count)
        isTooMuch = isTooMuch || overflow || count == 0
        total = sum
      }
      guard buckets > 0, !isTooMuch, total < UInt64(1) << 62 else { return nil }
      self.first = first
      self.total = total
      let span = UInt64(last - first)
      let hit = UInt64(buckets)
      let distance = RiceCode.best(for: hit - 1, sum: span - (hit - 1))
      let count = RiceCode.best(for: hit, sum: total - hit)
      number = buckets
      shape = UInt8(distance.low) | UInt8(count.low) << 4
      // Beyond that counts are always the shorter way.
      guard total < 8 * hit else { return }
      let single = RisingNumbers.best(for: total - 1, last: span)
      // It is read in half of the time, which is worth some bits.
      guard single.bits * 8 < (distance.bits + count.bits) * 9 else { return }
      number = Int(total)
      shape = UInt8(single.low) | UInt8(CodedCounts.singly) << 4
    }

    /// Writes the counts from the byte `start` on and says where they end; `nil` where there is too
    /// little room.
    func write(
      _ counts: PackedCounts, to target: UnsafeMutableRawBufferPointer, from start: Int
    ) -> Int? {
      let (distanceBits, countBits) = (Int(shape & 15), Int(shape >> 4))
      if countBits == CodedCounts.singly {
        return RisingNumbers.write(
          count: number - 1, low: distanceBits, to: target, from: start
        ) { append in
          var isFirst = true
          counts.forEach { bucket, count in
            for _ in (isFirst ? 1 : 0)..<count { append(UInt64(bucket &- first)) }
            isFirst = false
          }
        }
      }
      var writer = BitWriter(target, from: start)
      var last = first
      counts.forEach { bucket, count in
        if bucket != last {
          RiceCode.write(UInt64(bucket &- last &- 1), low: distanceBits, to: &writer)
        }
        RiceCode.write(count &- 1, low: countBits, to: &writer)
        last = bucket
      }
      return writer.finish()
    }
  }
}
