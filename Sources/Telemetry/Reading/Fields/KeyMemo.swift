/// What the keys of the line before meant, by their place: writers keep the order of their keys.
///
/// Cost of a known key: two loads and two comparisons instead of a hash over its letters.
struct KeyMemo: Sendable {
  private struct Entry: Sendable {
    /// The key's first and last eight bytes, which are all of it.
    var first: UInt64 = 0
    var last: UInt64 = 0
    /// 0 where no key was seen, and for keys that are too long.
    var length = 0
    var meaning = FieldMeaning()
  }

  /// Longest key that two words hold.
  private static let longest = 16
  private static let size = 32

  private var entries = InlineArray<32, Entry>(repeating: Entry())

  /// The meaning of the key at a place of the line, looked up by `meaning` unless it is known.
  @inline(__always)
  mutating func meaning(
    of key: Bytes, at own: Int, _ meaning: (Bytes) -> FieldMeaning
  ) -> FieldMeaning {
    guard own < KeyMemo.size, key.count <= KeyMemo.longest, !key.isEmpty else {
      return meaning(key)
    }
    let (first, last) = KeyMemo.words(of: key)
    if entries[own].length == key.count, entries[own].first == first, entries[own].last == last {
      return entries[own].meaning
    }
    let found = meaning(key)
    entries[own] = Entry(first: first, last: last, length: key.count, meaning: found)
    return found
  }

  /// All bytes of a key of 1 to 16 bytes, in two words that may overlap.
  @inline(__always)
  private static func words(of key: Bytes) -> (UInt64, UInt64) {
    let count = key.count
    if count >= 8 {
      return (
        key.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
        key.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      return (
        UInt64(key.loadUnaligned(fromByteOffset: 0, as: UInt32.self)),
        UInt64(key.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      )
    }
    return (UInt64(key[0]), UInt64(key[count &>> 1]) &<< 8 | UInt64(key[count &- 1]))
  }
}
