/// A hash of a request target by which its endpoint is looked up.
///
/// The query string does not count, and neither do the digits of a segment that is a number, for
/// such a segment is `{id}` in every template: `/users/1?x` and `/users/23` share their hash. So a
/// few hundred hashes stand for millions of targets, and the table of them stays in the cache.
enum PathHash {
  /// Longest path whose numbers are left out; templates of longer ones may be cut in a number.
  private static let limit = 256

  private static let first: UInt64 = 0xA076_1D64_78BD_642F
  private static let second: UInt64 = 0xE703_7ED1_A0B4_28DB
  private static let numberMark: UInt64 = 0x8EBC_6AF0_9C88_C6E3
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let lowBits: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

  /// The hash of `target` up to its query string, and where that begins.
  @inline(__always)
  static func of(_ target: Bytes, seed: UInt64, skipsNumbers: Bool) -> (hash: UInt64, end: Int) {
    guard let base = target.baseAddress else { return (fold(seed ^ first, second), 0) }
    let count = target.count
    var state = seed ^ first
    var runStart = 0
    var place = 0
    // The high bit says whether the byte before `place` was a slash.
    var slashBefore: UInt64 = 0
    let skips = skipsNumbers && count <= limit
    while place < count {
      let word = word(base, place, of: count)
      let marks = equal(word, 0x3F3F_3F3F_3F3F_3F3F)
      let slashes = equal(word, 0x2F2F_2F2F_2F2F_2F2F)
      var numbers = digits(word) & (slashes &<< 8 | slashBefore)
      if marks != 0 { numbers &= (marks & (0 &- marks)) &- 1 }
      if skips, numbers != 0 {
        let start = place &+ numbers.trailingZeroBitCount &>> 3
        let end = digitsEnd(base, start, of: count)
        if end == count || isSegmentEnd(target[end]) {
          state = hash(base, runStart, start, state) ^ numberMark
          runStart = end
        }
        place = end
        slashBefore = 0
      } else if marks != 0 {
        let end = place &+ marks.trailingZeroBitCount &>> 3
        return (finish(hash(base, runStart, end, state)), end)
      } else {
        slashBefore = slashes &>> 56
        place &+= 8
      }
    }
    return (finish(hash(base, runStart, count, state)), count)
  }

  /// Where a run of digits ends.
  @inline(__always)
  private static func digitsEnd(_ base: UnsafeRawPointer, _ start: Int, of count: Int) -> Int {
    var place = start
    while place < count {
      let others = ~digits(word(base, place, of: count)) & highBits
      if others != 0 { return min(count, place &+ others.trailingZeroBitCount &>> 3) }
      place &+= 8
    }
    return count
  }

  /// The eight bytes from `place` on, with zeros for those that are not there.
  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ place: Int, of count: Int) -> UInt64 {
    let left = count &- place
    if left >= 8 { return word(base, place) }
    if count >= 8 { return word(base, count &- 8) &>> UInt64((8 &- left) &* 8) }
    var word: UInt64 = 0
    var byte = left
    while byte > 0 {
      byte &-= 1
      word = word &<< 8 | UInt64(base.load(fromByteOffset: place &+ byte, as: UInt8.self))
    }
    return word
  }

  /// Mixes the bytes from `start` to `end` into `state`, as wyhash does.
  @inline(__always)
  private static func hash(
    _ base: UnsafeRawPointer, _ start: Int, _ end: Int, _ state: UInt64
  ) -> UInt64 {
    var state = state
    var place = start
    while place &+ 16 <= end {
      state = fold(word(base, place) ^ second, word(base, place &+ 8) ^ state)
      place &+= 16
    }
    let left = end &- place
    var low: UInt64 = 0
    var high: UInt64 = 0
    if left >= 8 {
      // The two words may overlap; the length below keeps that unambiguous.
      low = word(base, place)
      high = word(base, end &- 8)
    } else if left >= 4 {
      low = UInt64(base.loadUnaligned(fromByteOffset: place, as: UInt32.self))
      high = UInt64(base.loadUnaligned(fromByteOffset: end &- 4, as: UInt32.self))
    } else if left > 0 {
      low = UInt64(base.load(fromByteOffset: place, as: UInt8.self))
      high =
        UInt64(base.load(fromByteOffset: place &+ left &>> 1, as: UInt8.self)) &<< 8
        | UInt64(base.load(fromByteOffset: end &- 1, as: UInt8.self))
    }
    let length = UInt64(truncatingIfNeeded: end &- start)
    return fold(low ^ second ^ length, high ^ state)
  }

  @inline(__always)
  private static func finish(_ state: UInt64) -> UInt64 {
    let hash = fold(state ^ numberMark, second)
    return hash == 0 ? 1 : hash
  }

  @inline(__always)
  private static func isSegmentEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: ";")
  }

  @inline(__always)
  private static func word(_ base: UnsafeRawPointer, _ place: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The high bit of each byte that equals the byte repeated in `pattern`.
  @inline(__always)
  private static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return ~(((difference & lowBits) &+ lowBits) | difference | lowBits)
  }

  /// The high bit of each byte that is a digit.
  @inline(__always)
  private static func digits(_ word: UInt64) -> UInt64 {
    let low = word & lowBits
    let atLeastZero = low &+ 0x5050_5050_5050_5050
    let aboveNine = low &+ 0x4646_4646_4646_4646
    return atLeastZero & ~aboveNine & ~word & highBits
  }

  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }
}
