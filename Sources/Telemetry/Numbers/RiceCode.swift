/// Numbers that are mostly small in few bits.
///
/// What is above the lowest `low` bits stands as so many zeros and a one, and those behind it
/// (https://en.wikipedia.org/wiki/Golomb_coding, by powers of two).
/// A number of 12 zeros or more is told by 12 zeros, how many bits it has, and these: no number takes
/// more than 81 bits.
enum RiceCode {
  /// Low bits at most: two numbers take 48 bits, and `BitReader` has 56 ready.
  static let mostLow = 12
  private static let mostZeros = 12
  private static let sizeBits = 6

  /// The number of low bits with which `count` numbers that add up to `sum` take the fewest bits, and
  /// about how many they take.
  static func best(for count: UInt64, sum: UInt64) -> (low: Int, bits: UInt64) {
    let mean = sum / max(1, count)
    let near = mean == 0 ? 0 : min(63 - mean.leadingZeroBitCount, mostLow)
    var best = (low: 0, bits: UInt64.max)
    for low in max(0, near - 1)...min(near + 1, mostLow) {
      // Some two fifths of a zero for each number are lost in rounding down.
      let zeros = low == 0 ? sum : (sum >> UInt64(low)) &- min(sum >> UInt64(low), count &* 2 / 5)
      let bits = count &* UInt64(low + 1) &+ zeros
      if bits < best.bits { best = (low, bits) }
    }
    return best
  }

  /// Writes one number below 2^63.
  @inline(__always)
  static func write(_ value: UInt64, low: Int, to writer: inout BitWriter) {
    let zeros = value &>> UInt64(low)
    if zeros < UInt64(mostZeros) {
      let rest = value & ((1 &<< UInt64(low)) &- 1)
      writer.write((rest << 1 | 1) &<< zeros, bits: Int(zeros) &+ 1 &+ low)
    } else {
      writeLarge(value, to: &writer)
    }
  }

  @inline(never)
  private static func writeLarge(_ value: UInt64, to writer: inout BitWriter) {
    let size = 64 - value.leadingZeroBitCount
    writer.write(0, bits: mostZeros)
    writer.write(UInt64(size), bits: sizeBits)
    writer.write(value & 0xFFFF_FFFF, bits: min(size, 32))
    if size > 32 { writer.write(value >> 32, bits: size - 32) }
  }

  /// Reads a number, for which 12 bits and the low ones must have been made ready.
  @inline(__always)
  static func read(_ reader: inout BitReader, low: Int) -> UInt64 {
    // A one behind the most zeros spares asking whether there is any.
    let zeros = (reader.window | 1 << UInt64(mostZeros)).trailingZeroBitCount
    if zeros == mostZeros {
      let (value, rest) = readLarge(reader)
      reader = rest
      return value
    }
    let rest = reader.window &>> UInt64(truncatingIfNeeded: zeros &+ 1)
    reader.skip(zeros &+ 1 &+ low)
    return UInt64(truncatingIfNeeded: zeros) &<< UInt64(truncatingIfNeeded: low)
      | rest & ((1 &<< UInt64(truncatingIfNeeded: low)) &- 1)
  }

  /// The number and the reader behind it, with 56 bits ready.
  ///
  /// A reader that is lent stands in memory, where each of its steps takes twice the time.
  @inline(never)
  private static func readLarge(_ reader: BitReader) -> (UInt64, BitReader) {
    var reader = reader
    reader.skip(mostZeros)
    reader.refill()
    let size = Int(reader.take(sizeBits))
    var value = reader.take(min(size, 32))
    reader.refill()
    if size > 32 { value |= reader.take(size - 32) << 32 }
    reader.refill()
    return (value, reader)
  }
}
