/// Durations in one slot of time: what traffic and statements pack at the end of theirs.
///
///     count and whether extremes are known   varint
///     sum of seconds                         8 bytes
///     shortest and longest                   4 bytes each, where known
///     counts of the buckets                  the rest
enum LatencySlot {
  /// Bytes of the numbers before the counts at most.
  private static let mostHeadBytes = Varint.mostBytes + 8 + 4 + 4

  /// Durations where they lie as bytes; good only as long as those are.
  struct View {
    let bytes: UnsafeRawBufferPointer
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    /// NaN where it is not known, as the longest.
    var minSeconds = Double.nan
    var maxSeconds = Double.nan
    var counts: PackedCounts

    /// The durations that lie in `bytes`; none where there are no bytes.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer) {
      self.bytes = bytes
      guard !bytes.isEmpty else {
        counts = PackedCounts(bytes: bytes)
        return
      }
      var position = 0
      let head = Varint.read(bytes, &position)
      timed = head >> 1
      sumSeconds = bytes.loadUnaligned(fromByteOffset: position, as: Double.self)
      position += 8
      if head & 1 == 1 {
        minSeconds = Double(bytes.loadUnaligned(fromByteOffset: position, as: Float.self))
        maxSeconds = Double(bytes.loadUnaligned(fromByteOffset: position + 4, as: Float.self))
        position += 8
      }
      counts = PackedCounts(bytes: UnsafeRawBufferPointer(rebasing: bytes[position...]))
    }
  }

  /// Bytes that `pack` needs at most.
  static func mostBytes(_ delta: LatencyDelta?) -> Int {
    delta.map { mostHeadBytes + $0.counts.byteCount } ?? 0
  }

  /// Writes the durations of one batch at `end` of `target`: nothing for `nil`.
  static func pack(
    _ delta: LatencyDelta?, into target: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) {
    guard let delta else { return }
    packHead(
      timed: delta.count, sumSeconds: delta.sumSeconds, minSeconds: delta.minSeconds,
      maxSeconds: delta.maxSeconds, into: target, &end)
    delta.counts.withPacked { counts in
      UnsafeMutableRawBufferPointer(rebasing: target[end...]).copyMemory(from: counts.bytes)
      end += counts.bytes.count
    }
  }

  /// Writes the sum of two at `end` of `target`; it takes no more bytes than both.
  static func merge(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer,
    into target: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) {
    if left.isEmpty || right.isEmpty {
      let only = left.isEmpty ? right : left
      UnsafeMutableRawBufferPointer(rebasing: target[end...]).copyMemory(from: only)
      end += only.count
      return
    }
    let (first, second) = (View(left), View(right))
    packHead(
      timed: first.timed &+ second.timed, sumSeconds: first.sumSeconds + second.sumSeconds,
      minSeconds: Double.minimum(first.minSeconds, second.minSeconds),
      maxSeconds: Double.maximum(first.maxSeconds, second.maxSeconds), into: target, &end)
    PackedCounts.merge(first.counts, second.counts, into: target, &end)
  }

  @inline(__always)
  private static func packHead(
    timed: UInt64, sumSeconds: Double, minSeconds: Double, maxSeconds: Double,
    into target: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) {
    let knowsExtremes = !minSeconds.isNaN || !maxSeconds.isNaN
    Varint.write(timed << 1 | (knowsExtremes ? 1 : 0), to: target, &end)
    target.storeBytes(of: sumSeconds, toByteOffset: end, as: Double.self)
    end += 8
    guard knowsExtremes else { return }
    target.storeBytes(of: Float(minSeconds), toByteOffset: end, as: Float.self)
    target.storeBytes(of: Float(maxSeconds), toByteOffset: end + 4, as: Float.self)
    end += 8
  }
}
