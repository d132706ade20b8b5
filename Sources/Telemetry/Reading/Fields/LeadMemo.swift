/// What stood between the values of the line before: `,"request_uri":"`, by its place.
///
/// Writers keep the order of their keys and their blanks, so that most of a line is known before it
/// is read. Cost of a known lead: two loads and comparisons of sixteen bytes instead of a walk from
/// the end of one value to the start of the next.
struct LeadMemo: Sendable {
  /// The text from the end of a value, or from the start of an object, to the next value.
  struct Lead: Sendable {
    /// Bytes, with the quote that opens a string; 0 where nothing is known.
    fileprivate var shortLength: UInt8 = 0
    fileprivate var keyStart: UInt8 = 0
    fileprivate var keyLength: UInt8 = 0
    /// Whether the value is a string, so that the lead ends with its quote.
    fileprivate(set) var opensString = false
    fileprivate(set) var meaning = FieldMeaning()

    var length: Int { Int(shortLength) }

    /// The key in a lead that stands at `start` of `text`.
    @inline(__always)
    func key(in text: Bytes, at start: Int) -> Bytes {
      let keyStart = start &+ Int(keyStart)
      return text.part(keyStart, keyStart &+ Int(keyLength))
    }
  }

  private struct Entry: Sendable {
    /// Sixteen bytes from the start, and before the end; of a shorter lead the same twice, of
    /// which `mask` says how many count.
    var front = SIMD2<UInt64>.zero
    var back = SIMD2<UInt64>.zero
    var mask = SIMD2<UInt64>.zero
    var lead = Lead()
  }

  private static let lengths = 8...32
  private static let size = 32

  private var entries = InlineArray<32, Entry>(repeating: Entry())

  /// The lead known by its place in the line, if it stands at `start` of `text`.
  ///
  /// Nothing changes; a function that may change things works in place, where others are given a
  /// copy of all entries.
  @inline(__always)
  mutating func lead(_ place: Int, in text: Bytes, at start: Int) -> Lead? {
    guard place < LeadMemo.size, let base = text.baseAddress else { return nil }
    let length = entries[place].lead.length
    guard length > 0, start &+ max(16, length) <= text.count else { return nil }
    let (front, back) = LeadMemo.ends(base + start, length)
    let difference =
      ((front ^ entries[place].front) | (back ^ entries[place].back)) & entries[place].mask
    return difference[0] | difference[1] == 0 ? entries[place].lead : nil
  }

  /// Keeps what stands from `start` to `end` of `text` as the lead of its place.
  @inline(never)
  mutating func learn(
    _ place: Int, in text: Bytes, from start: Int, to end: Int, key: Bytes, opensString: Bool,
    _ meaning: FieldMeaning
  ) {
    guard place < LeadMemo.size else { return }
    let length = end &- start
    guard LeadMemo.lengths ~= length, start &+ 16 <= text.count, let base = text.baseAddress,
      let own = key.baseAddress
    else {
      entries[place].lead.shortLength = 0
      return
    }
    let (front, back) = LeadMemo.ends(base + start, length)
    entries[place] = Entry(
      front: front, back: back, mask: LeadMemo.mask(ofFirst: length),
      lead: Lead(
        shortLength: UInt8(length), keyStart: UInt8(own - base - start),
        keyLength: UInt8(key.count), opensString: opensString, meaning: meaning))
  }

  /// Sixteen bytes from the start of a text and before its end, or the same where it is shorter.
  @inline(__always)
  private static func ends(
    _ text: UnsafeRawPointer, _ length: Int
  ) -> (front: SIMD2<UInt64>, back: SIMD2<UInt64>) {
    (
      text.loadUnaligned(as: SIMD2<UInt64>.self),
      text.loadUnaligned(fromByteOffset: max(0, length &- 16), as: SIMD2<UInt64>.self)
    )
  }

  /// Bits of the first bytes of sixteen in memory.
  private static func mask(ofFirst count: Int) -> SIMD2<UInt64> {
    var bytes = SIMD16<UInt8>.zero
    for place in 0..<min(16, count) { bytes[place] = 0xFF }
    return unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
  }
}
