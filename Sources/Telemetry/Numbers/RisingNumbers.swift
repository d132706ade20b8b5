/// Numbers that do not fall, from zero on, in about two bits more than the logarithm of their mean
/// distance, and quick to read (Elias and Fano, https://en.wikipedia.org/wiki/Elias_coding).
///
///     the lowest `low` bits of each     in so many bytes for eight of them
///     how far each is above the last    by what is above these: as many zeros, and a one
///
/// What is read is found by counting ones in words, so that no number waits for the one before.
enum RisingNumbers {
  /// Low bits at most: those of eight numbers are one word.
  static let mostLow = 8

  /// The number of low bits with which `count` numbers up to `last` take the fewest bits, and how many
  /// they take.
  static func best(for count: UInt64, last: UInt64) -> (low: Int, bits: UInt64) {
    let mean = last / max(1, count)
    let near = mean == 0 ? 0 : min(63 - mean.leadingZeroBitCount, mostLow)
    var best = (low: 0, bits: UInt64.max)
    for low in max(0, near - 1)...min(near + 1, mostLow) {
      let bits = count &* UInt64(low + 1) &+ last >> UInt64(low)
      if bits < best.bits { best = (low, bits) }
    }
    return best
  }

  /// Bytes of the low bits of so many numbers.
  @inline(__always)
  private static func lowBytes(_ count: Int, low: Int) -> Int { (count &* low &+ 7) &>> 3 }

  /// Writes the numbers that `each` gives to its closure, twice the same, from the byte `start` on.
  ///
  /// They end behind the byte that is returned; `nil` where there is too little room.
  @inline(__always)
  static func write(
    count: Int, low: Int, to target: UnsafeMutableRawBufferPointer, from start: Int,
    each: ((UInt64) -> Void) -> Void
  ) -> Int? {
    var lows = BitWriter(target, from: start)
    let mask = UInt64(1) << UInt64(low) - 1
    if low > 0 { each { lows.write($0 & mask, bits: low) } }
    guard lows.finish() != nil else { return nil }
    var highs = BitWriter(target, from: start + lowBytes(count, low: low))
    var last: UInt64 = 0
    each { number in
      var zeros = Int(number >> UInt64(low) - last)
      last = number >> UInt64(low)
      while zeros >= 31 {
        highs.write(0, bits: 31)
        zeros -= 31
      }
      highs.write(1 << UInt64(zeros), bits: zeros + 1)
    }
    return highs.finish()
  }

  /// Calls `body` with each of the numbers that begin at the byte `start` of `bytes`, which must be
  /// eight at least.
  @inline(__always)
  static func forEach(
    in bytes: UnsafeRawBufferPointer, from start: Int, count: Int, low: Int,
    _ body: (Int) -> Void
  ) {
    let mask = UInt64(1) &<< UInt64(truncatingIfNeeded: low) &- 1
    var highStart = start &+ lowBytes(count, low: low)
    var lowStart = start
    var ones = word(bytes, at: highStart)
    // What the place of a one in the word says: less the ones before it, and the words before.
    var base = 0
    var left = count
    while left > 0 {
      var lows = low == 0 ? 0 : word(bytes, at: lowStart)
      lowStart &+= low
      let block = min(left, 8)
      for _ in 0..<block {
        while ones == 0 {
          highStart &+= 8
          base &+= 64
          ones = word(bytes, at: highStart)
        }
        let high = UInt64(truncatingIfNeeded: base &+ ones.trailingZeroBitCount)
        ones &= ones &- 1
        base &-= 1
        body(
          Int(truncatingIfNeeded: high &<< UInt64(truncatingIfNeeded: low) | lows & mask))
        lows = lows &>> UInt64(truncatingIfNeeded: low)
      }
      left &-= block
    }
  }

  /// The eight bytes from a place on, with zeros for those behind the end.
  @inline(__always)
  private static func word(_ bytes: UnsafeRawBufferPointer, at place: Int) -> UInt64 {
    let known = min(place, bytes.count &- 8)
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: known, as: UInt64.self))
    return word >> UInt64(truncatingIfNeeded: (place &- known) &* 8)
  }
}
