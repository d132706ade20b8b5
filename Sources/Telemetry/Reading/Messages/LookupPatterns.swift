/// Messages about one look-up in a cache, as applications and Rails write them.
///
///     cache hit key=user:12              Cache MISS for user:123 (0.8ms)       cache=hit key=user:12
///     [CACHE] HIT user:12                [Cache][user] MISS: 123               Redis Cache HIT: user:12
///     [Cache next] hit: user:12 (0.4ms)  Cache fetch_hit: users/1-2017         Cache generate: users/1
///
/// Rails' `Cache read` and `Cache write` do not tell whether there was anything, and sentences about
/// many look-ups (`cache hit rate 85%`, `cache hits: 12`) are none.
/// Source: https://api.rubyonrails.org/classes/ActiveSupport/Cache/Store.html#method-i-fetch
extension MessagePatterns {
  static let lookups: [MessagePattern] = [
    MessagePattern("cache", afterCache),
    MessagePattern("cache_hit") { joined($0, $1, .hit, &$2) },
    MessagePattern("cache_miss") { joined($0, $1, .miss, &$2) },
  ]

  private static let longestKind = 40

  /// What stands after the word `cache`.
  private static func afterCache(
    _ text: Bytes, _ word: Word, _ record: inout LogRecord
  ) -> Bool {
    let isBracketed = word.start > 0 && text[word.start &- 1] == UInt8(ascii: "[")
    var place = word.end
    var name = Bytes.none
    if place < text.count, text[place] == UInt8(ascii: "=") {
      place &+= 1
    } else {
      guard place < text.count, !text[place].isWord else { return false }
      skipMarks(text, &place)
      name = group(text, &place)
    }
    var outcome = outcome(text, &place)
    if outcome == .unknown, isBracketed, let close = text.find(UInt8(ascii: "]"), from: place),
      close &- word.end <= longestKind
    {
      // `[Cache next] hit`: the name stands inside the brackets.
      name = text.part(word.end, close).trimmed
      place = close
      skipMarks(text, &place)
      outcome = Self.outcome(text, &place)
    }
    guard outcome != .unknown, isOneLookup(text, place, isBracketed: isBracketed) else {
      return false
    }
    tell(outcome, of: name, text, place, &record)
    return true
  }

  /// `cache_hit key=user:12`, `cache_hit=false`.
  private static func joined(
    _ text: Bytes, _ word: Word, _ said: LogRecord.CacheOutcome, _ record: inout LogRecord
  ) -> Bool {
    var place = word.end
    var outcome = said
    if place < text.count, text[place] == UInt8(ascii: "=") {
      let start = place &+ 1
      place = start
      while place < text.count, text[place].isWord { place &+= 1 }
      let value = text.part(start, place)
      let isTrue = value.equalsAnyCase("true") || value.equals("1")
      guard isTrue || value.equalsAnyCase("false") || value.equals("0") else { return false }
      if !isTrue { outcome = said == .hit ? .miss : .hit }
    }
    guard isOneLookup(text, place, isBracketed: false) else { return false }
    tell(outcome, of: .none, text, place, &record)
    return true
  }

  private static func skipMarks(_ text: Bytes, _ place: inout Int) {
    let limit = min(text.count, place &+ 4)
    while place < limit {
      switch text[place] {
      case UInt8(ascii: " "), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "|"),
        UInt8(ascii: "-"):
        place &+= 1
      default: return
      }
    }
  }

  /// The name in `[user]`, which stands between `[Cache]` and what came of it.
  private static func group(_ text: Bytes, _ place: inout Int) -> Bytes {
    guard place < text.count, text[place] == UInt8(ascii: "["),
      let close = text.find(UInt8(ascii: "]"), from: place), close &- place <= longestKind
    else { return .none }
    let name = text.part(place &+ 1, close)
    place = close
    skipMarks(text, &place)
    return name
  }

  private static func outcome(_ text: Bytes, _ place: inout Int) -> LogRecord.CacheOutcome {
    var end = place
    while end < text.count, text[end].isWord { end &+= 1 }
    let word = text.part(place, end)
    let found: LogRecord.CacheOutcome =
      if word.equalsAnyCase("hit") || word.equals("fetch_hit") {
        .hit
      } else if word.equalsAnyCase("miss") || (word.equals("generate") && text.has(":", at: end)) {
        .miss
      } else {
        .unknown
      }
    if found != .unknown { place = end }
    return found
  }

  /// Whether what follows the outcome is the key of one look-up, or nothing.
  private static func isOneLookup(_ text: Bytes, _ place: Int, isBracketed: Bool) -> Bool {
    guard place < text.count else { return true }
    switch text[place] {
    case UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: "-"): return false
    case UInt8(ascii: ":"): return isBracketed || !isFigure(text, from: place &+ 1)
    case UInt8(ascii: " "): break
    default: return true
    }
    var start = place
    while start < text.count, text[start] == UInt8(ascii: " ") { start &+= 1 }
    guard start < text.count, text[start].isWord else { return true }
    if isFigure(text, from: start) { return isBracketed }
    var end = start
    while end < text.count, text[end].isWord { end &+= 1 }
    let word = text.part(start, end)
    if statistics.contains(where: { word.equalsAnyCase($0) }) { return false }
    if isBracketed || prepositions.contains(where: { word.equalsAnyCase($0) }) { return true }
    // A key shows by its punctuation: `key=user`, `user:12`, `users/1`, `user_12`.
    guard end < text.count else { return word.find(UInt8(ascii: "_")) != nil }
    return text[end] == UInt8(ascii: "=") || text[end] == UInt8(ascii: ":")
      || text[end] == UInt8(ascii: "/") || word.find(UInt8(ascii: "_")) != nil
  }

  private static let statistics: [StaticString] = [
    "rate", "ratio", "count", "counts", "percentage", "percent", "probability", "penalty", "or",
    "and", "latency", "total", "stats", "statistics", "counter",
  ]
  private static let prepositions: [StaticString] = ["for", "on", "key", "in", "from"]

  /// Whether a number, and not a key, comes next: `85%`, `12`, `0.85`.
  private static func isFigure(_ text: Bytes, from start: Int) -> Bool {
    var place = start
    while place < text.count, text[place] == UInt8(ascii: " ") { place &+= 1 }
    let first = place
    while place < text.count, text[place].isDigit || text[place] == UInt8(ascii: ".") {
      place &+= 1
    }
    guard place > first else { return false }
    return place == text.count || text[place] == UInt8(ascii: "%") || text[place].isBlank
      || text[place] == UInt8(ascii: ",")
  }

  private static func tell(
    _ outcome: LogRecord.CacheOutcome, of name: Bytes, _ text: Bytes, _ place: Int,
    _ record: inout LogRecord
  ) {
    record.kind = .lookup
    record.cache = outcome
    record.name = name.isEmpty ? kind(ofKeyIn: text, from: place) : kind(of: name)
    if let open = text.find(UInt8(ascii: "("), from: place) {
      var scanner = ByteScanner(text, at: open &+ 1)
      if scanner.next.isDigit, let seconds = DurationScanner.duration(&scanner),
        scanner.next == UInt8(ascii: ")")
      {
        record.seconds = seconds
      }
    }
  }

  /// The kind of the key that follows: `user` of `for key: user:12`.
  private static func kind(ofKeyIn text: Bytes, from start: Int) -> Bytes {
    var place = start
    // `Cache HIT (Redis) for key`: where it was found is no key.
    if text.has(" (", at: place), let close = text.find(UInt8(ascii: ")"), from: place) {
      place = close
    }
    for _ in 0..<4 {
      while place < text.count, !text[place].isWord, text[place] != UInt8(ascii: "/") {
        place &+= 1
      }
      var end = place
      while end < text.count, text[end].isWord { end &+= 1 }
      let word = text.part(place, end)
      let isFiller =
        word.equalsAnyCase("for") || word.equalsAnyCase("key") || word.equalsAnyCase("on")
        || word.equalsAnyCase("cache_key") || word.equalsAnyCase("in") || word.equalsAnyCase("from")
      guard isFiller else { break }
      place = end
    }
    return kind(of: text.from(place))
  }

  /// The word that keys of one kind begin with; nothing where they begin with what differs.
  private static func kind(of key: Bytes) -> Bytes {
    var end = 0
    while end < key.count, end <= longestKind,
      key[end].isLetter || key[end] == UInt8(ascii: "_")
    { end &+= 1 }
    guard end > 0, end <= longestKind,
      end == key.count || !key[end].isDigit
        || key[end &- 1] == UInt8(ascii: "_"), !key.has("://", at: end)
    else { return .none }
    while end > 0, key[end &- 1] == UInt8(ascii: "_") { end &-= 1 }
    return key.part(0, end)
  }
}
