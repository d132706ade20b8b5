/// A fast 64-bit hash of bytes, the same in every run and on every machine for the same seed.
///
/// Sixteen bytes are folded per step by one widening multiplication, as wyhash does
/// (https://github.com/wangyi-fudan/wyhash).
enum FingerprintHash {
  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB
  private static let third: UInt64 = 0x8EBC_6AF0_9C88_C6E3

  /// The hash of `bytes`; never zero.
  @inline(__always)
  static func of(_ bytes: Bytes, seed: UInt64 = 0) -> UInt64 {
    var state = seed ^ first
    var position = 0
    while position &+ 16 <= bytes.count {
      let low = word(bytes, position)
      let high = word(bytes, position &+ 8)
      state = fold(low ^ second, high ^ state)
      position &+= 16
    }
    var low: UInt64 = 0
    var high: UInt64 = 0
    if position &+ 8 <= bytes.count {
      low = word(bytes, position)
      position &+= 8
    }
    var shift: UInt64 = 0
    while position < bytes.count {
      high |= UInt64(bytes[position]) &<< shift
      shift &+= 8
      position &+= 1
    }
    state = fold(low ^ second, high ^ state)
    let hash = fold(state ^ third, UInt64(truncatingIfNeeded: bytes.count) ^ second)
    return hash == 0 ? 1 : hash
  }

  /// The hash of two words that overlap in text of `count` bytes.
  @inline(__always)
  static func of(_ low: UInt64, _ high: UInt64, _ count: Int) -> UInt64 {
    let state = fold(low ^ second, high ^ first)
    return fold(state ^ third, UInt64(truncatingIfNeeded: count) ^ second)
  }

  /// The hash of text that is mostly long: its last sixteen bytes are one step, whatever its length.
  @inline(__always)
  static func ofLong(_ bytes: Bytes, seed: UInt64) -> UInt64 {
    guard bytes.count >= 16 else { return of(bytes, seed: seed) }
    var state = seed ^ first
    var position = 0
    let last = bytes.count &- 16
    while position < last {
      state = fold(word(bytes, position) ^ second, word(bytes, position &+ 8) ^ state)
      position &+= 16
    }
    state = fold(word(bytes, last) ^ second, word(bytes, last &+ 8) ^ state)
    return fold(state ^ third, UInt64(truncatingIfNeeded: bytes.count) ^ second)
  }

  @inline(__always)
  private static func word(_ bytes: Bytes, _ position: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
