/// Writes numbers of a few bits one behind the other, the lowest bit of each byte first.
///
/// What does not fit into the target is not written, and then there is no end.
struct BitWriter {
  private let target: UnsafeMutableRawBufferPointer
  private var end: Int
  /// Bits that are not in the target yet.
  private var word: UInt64 = 0
  private var waiting = 0
  private var hasRoom = true

  /// Begins at the byte `start` of `target`.
  init(_ target: UnsafeMutableRawBufferPointer, from start: Int) {
    self.target = target
    end = start
  }

  /// Writes the lowest `bits` of `value`, 32 at most; those above must be zero.
  @inline(__always)
  mutating func write(_ value: UInt64, bits: Int) {
    word |= value &<< UInt64(truncatingIfNeeded: waiting)
    waiting &+= bits
    if waiting < 32 { return }
    if end &+ 4 > target.count {
      hasRoom = false
    } else {
      target.storeBytes(
        of: UInt32(truncatingIfNeeded: word).littleEndian, toByteOffset: end, as: UInt32.self)
      end &+= 4
    }
    word >>= 32
    waiting &-= 32
  }

  /// Writes what is left and says behind which byte all of it ends; `nil` where it did not fit.
  mutating func finish() -> Int? {
    while waiting > 0, hasRoom {
      guard end < target.count else { return nil }
      target[end] = UInt8(truncatingIfNeeded: word)
      end += 1
      word >>= 8
      waiting -= 8
    }
    return hasRoom ? end : nil
  }
}

/// Reads what a `BitWriter` wrote.
///
/// After `refill` the next 56 bits are the lowest of `window`; behind the end there are zeros.
struct BitReader {
  private let bytes: UnsafeRawBufferPointer
  private var position: Int
  private var available = 0
  private(set) var window: UInt64 = 0

  /// Begins at the byte `start` of `bytes`, which must be eight at least.
  @inline(__always)
  init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    self.bytes = bytes
    position = start
  }

  /// Makes 56 bits ready.
  @inline(__always)
  mutating func refill() {
    // The last eight bytes stand in for those of any load that would end behind them.
    let place = min(position, bytes.count &- 8)
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let rest = word >> UInt64(truncatingIfNeeded: (position &- place) &* 8)
    window |= rest &<< UInt64(truncatingIfNeeded: available)
    position &+= (63 &- available) &>> 3
    available |= 56
  }

  /// Passes over bits that were made ready, 56 at most.
  @inline(__always)
  mutating func skip(_ bits: Int) {
    window = window &>> UInt64(truncatingIfNeeded: bits)
    available &-= bits
  }

  /// The next bits, 56 at most, which must have been made ready.
  @inline(__always)
  mutating func take(_ bits: Int) -> UInt64 {
    let value = window & ((1 &<< UInt64(truncatingIfNeeded: bits)) &- 1)
    skip(bits)
    return value
  }
}
