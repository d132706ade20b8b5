/// Durations in one slot of time: what traffic and statements pack at the end of theirs.
///
/// A slot that is added to is `open`:
///
///     count, doubled twice, and 2 where extremes are known   varint
///     sum of seconds                                         8 bytes
///     shortest and longest                                   4 bytes each, where known
///     counts of the buckets                                  the rest, as `PackedCounts`
///
/// One that is kept is `SealedLatency`, which begins with an odd byte.
enum LatencySlot {
  /// Bytes of the numbers before the counts at most.
  static let mostHeadBytes = Varint.mostBytes + 8 + 4 + 4

  /// Durations where they lie as bytes; good only as long as those are.
  struct View {
    let bytes: UnsafeRawBufferPointer
    /// Requests or calls of the slot, whether their durations are known or not.
    let total: UInt64
    var timed: UInt64 = 0
    var sumSeconds = 0.0
    /// NaN where it is not known, as the longest.
    var minSeconds = Double.nan
    var maxSeconds = Double.nan
    var counts = SlotCounts.none

    /// The durations that lie in `bytes`, of a slot of `total` requests; none where there are no
    /// bytes.
    @inline(__always)
    init(_ bytes: UnsafeRawBufferPointer, total: UInt64) {
      self.bytes = bytes
      self.total = total
      if bytes.isEmpty { return }
      if SealedLatency.isSealed(bytes) { SealedLatency.read(into: &self) } else { readOpen() }
    }

    @inline(__always)
    private mutating func readOpen() {
      var position = 0
      let head = Varint.read(bytes, &position)
      timed = head >> 2
      sumSeconds = bytes.loadUnaligned(fromByteOffset: position, as: Double.self)
      position += 8
      if head & 2 == 2 {
        minSeconds = Double(bytes.loadUnaligned(fromByteOffset: position, as: Float.self))
        maxSeconds = Double(bytes.loadUnaligned(fromByteOffset: position + 4, as: Float.self))
        position += 8
      }
      counts = .packed(PackedCounts(bytes: UnsafeRawBufferPointer(rebasing: bytes[position...])))
    }

    /// Whether the extremes are known.
    var knowsExtremes: Bool { !minSeconds.isNaN || !maxSeconds.isNaN }
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

  /// Writes the sum of two that are open at `end` of `target`; it takes no more bytes than both.
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
    let (first, second) = (View(left, total: 0), View(right, total: 0))
    guard case .packed(let some) = first.counts, case .packed(let others) = second.counts else {
      preconditionFailure("a sealed slot was not opened")
    }
    packHead(
      timed: first.timed &+ second.timed, sumSeconds: first.sumSeconds + second.sumSeconds,
      minSeconds: Double.minimum(first.minSeconds, second.minSeconds),
      maxSeconds: Double.maximum(first.maxSeconds, second.maxSeconds), into: target, &end)
    PackedCounts.merge(some, others, into: target, &end)
  }

  /// Writes a slot whose durations begin at `start` with these sealed, and says how many bytes it
  /// took: none where they are to stay as they are.
  static func seal(
    _ slot: UnsafeRawBufferPointer, from start: Int, total: UInt64,
    into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    let open = UnsafeRawBufferPointer(rebasing: slot[start...])
    guard let end = SealedLatency.write(open, total: total, to: target, from: start) else {
      return 0
    }
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: slot[..<start]))
    return end
  }

  /// Calls `body` with a slot whose durations begin at `start`, and are open.
  static func withOpen<Result>(
    _ slot: UnsafeRawBufferPointer, from start: Int, _ latency: View,
    _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    guard case .coded(let counts) = latency.counts else { return body(slot) }
    let most = start + mostHeadBytes + counts.number * PackedCounts.mostBytesPerBucket
    return withUnsafeTemporaryAllocation(byteCount: most, alignment: 1) { target in
      target.copyMemory(from: UnsafeRawBufferPointer(rebasing: slot[..<start]))
      var end = start
      packHead(
        timed: latency.timed, sumSeconds: latency.sumSeconds, minSeconds: latency.minSeconds,
        maxSeconds: latency.maxSeconds, into: target, &end)
      var last = 0
      counts.forEach { PackedCounts.write($0, $1, after: &last, to: target, &end) }
      return body(UnsafeRawBufferPointer(rebasing: target[..<end]))
    }
  }

  @inline(__always)
  private static func packHead(
    timed: UInt64, sumSeconds: Double, minSeconds: Double, maxSeconds: Double,
    into target: UnsafeMutableRawBufferPointer, _ end: inout Int
  ) {
    let knowsExtremes = !minSeconds.isNaN || !maxSeconds.isNaN
    Varint.write(timed << 2 | (knowsExtremes ? 2 : 0), to: target, &end)
    target.storeBytes(of: sumSeconds, toByteOffset: end, as: Double.self)
    end += 8
    guard knowsExtremes else { return }
    target.storeBytes(of: Float(minSeconds), toByteOffset: end, as: Float.self)
    target.storeBytes(of: Float(maxSeconds), toByteOffset: end + 4, as: Float.self)
    end += 8
  }
}
