/// What stood between the values of the line before: `,"request_uri":"`, by its place.
///
/// Writers keep the order of their keys and their blanks, so that most of a line is known before it
/// is read. Cost of a known lead: four loads and comparisons instead of a walk from the end of one
/// value to the start of the next.
struct LeadMemo: Sendable {
  /// The text from the end of a value, or from the start of an object, to the next value.
  struct Lead: Sendable {
    /// Bytes, with the quote that opens a string; 0 where nothing is known.
    fileprivate(set) var length = 0
    fileprivate var keyStart = 0
    fileprivate var keyLength = 0
    /// Whether the value is a string, so that the lead ends with its quote.
    fileprivate(set) var opensString = false
    fileprivate(set) var meaning = FieldMeaning()

    /// The key in a lead that stands at `start` of `text`.
    @inline(__always)
    func key(in text: Bytes, at start: Int) -> Bytes {
      text.part(start &+ keyStart, start &+ keyStart &+ keyLength)
    }
  }

  private struct Entry: Sendable {
    /// Eight bytes each from the start, and before the end; they overlap where it is short.
    var words = InlineArray<4, UInt64>(repeating: 0)
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
    guard length > 0, start &+ length <= text.count else { return nil }
    let words = LeadMemo.words(base + start, length)
    let front = (words[0] ^ entries[place].words[0]) | (words[1] ^ entries[place].words[1])
    let back = (words[2] ^ entries[place].words[2]) | (words[3] ^ entries[place].words[3])
    return front | back == 0 ? entries[place].lead : nil
  }

  /// Keeps what stands from `start` to `end` of `text` as the lead of its place.
  @inline(never)
  mutating func learn(
    _ place: Int, in text: Bytes, from start: Int, to end: Int, key: Bytes, opensString: Bool,
    _ meaning: FieldMeaning
  ) {
    guard place < LeadMemo.size else { return }
    let length = end &- start
    guard LeadMemo.lengths ~= length, let base = text.baseAddress, let own = key.baseAddress else {
      entries[place].lead.length = 0
      return
    }
    entries[place] = Entry(
      words: LeadMemo.words(base + start, length),
      lead: Lead(
        length: length, keyStart: own - base - start, keyLength: key.count,
        opensString: opensString, meaning: meaning))
  }

  /// All of a text of 8 to 32 bytes.
  @inline(__always)
  private static func words(_ text: UnsafeRawPointer, _ length: Int) -> InlineArray<4, UInt64> {
    func word(_ place: Int) -> UInt64 {
      text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
    return [
      word(0), word(min(8, length &- 8)), word(max(0, length &- 16)), word(length &- 8),
    ]
  }
}
