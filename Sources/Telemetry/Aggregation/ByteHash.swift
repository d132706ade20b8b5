/// A 64-bit hash of bytes, the same on every machine and in every run.
enum ByteHash {
  /// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) with a final mix; never zero.
  @inline(__always)
  static func of(_ bytes: Bytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    hash ^= hash >> 32
    return hash == 0 ? 1 : hash
  }
}
