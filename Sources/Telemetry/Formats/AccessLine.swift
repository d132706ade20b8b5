/// Reads the lines of the common log format and what servers append to them.
///
///     1.2.3.4 - bob [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.1" 200 2326 "-" "curl/8" 0.057
///     client    user  stamp                       request          status bytes  └─ tail
///
/// Cost: about five `memchr` calls and no allocation; the stamp is compared with the last one.
struct AccessLine: Sendable {
  /// What a format demands after the number of bytes.
  enum Tail {
    /// Anything, which is not looked at.
    case unread
    /// Anything; a time is taken where there is one.
    case any
    /// Referer and agent in quotes; a time is taken where there is one.
    case agent
    /// Referer and agent in quotes, and a time.
    case timedAgent
  }

  /// What stamps leave unsaid.
  var stampContext: StampContext {
    get { stamps.context }
    set { stamps.context = newValue }
  }

  private var stamps = StampScanner()

  /// Reads one line into `record`; `false` when it is not of this kind.
  @inline(__always)
  mutating func parse(_ entry: Bytes, tail: Tail, into record: inout LogRecord) -> Bool {
    guard let base = entry.baseAddress, let afterStamp = head(entry, base, &record),
      let afterRequest = RequestText.read(entry, from: afterStamp, into: &record),
      let afterBytes = statusAndBytes(entry, from: afterRequest, &record)
    else { return false }
    record.kind = .request
    record.message = entry
    record.agent = entry.from(afterBytes)
    switch tail {
    case .unread: return true
    case .any: if afterBytes == entry.count { return true }
    case .agent, .timedAgent: break
    }
    if let seconds = finalTime(entry, from: afterBytes) {
      record.seconds = seconds
      return true
    }
    guard let end = Self.agentEnd(entry, from: afterBytes) ?? (tail == .any ? afterBytes : nil)
    else { return false }
    if let seconds = plainTime(entry, from: end) {
      record.seconds = seconds
      return true
    }
    if end < entry.count { AccessTail.read(entry.from(end), into: &record) }
    return tail != .timedAgent || record.seconds == record.seconds
  }

  /// Client, user and stamp; returns where the text of the request starts.
  @inline(__always)
  private mutating func head(
    _ entry: Bytes, _ base: UnsafeRawPointer, _ record: inout LogRecord
  ) -> Int? {
    guard let space = entry.find(UInt8(ascii: " ")), space > 0 else { return nil }
    var stamp = space &+ 6
    if entry.has(" - - [", at: space) {
      record.client = entry.part(0, space)
    } else {
      guard let start = names(entry, firstEnd: space, &record) else { return nil }
      stamp = start
    }
    // The stamp, then `] "` and at least one more byte.
    guard entry.count &- stamp > 29 else { return nil }
    guard entry.has("] \"", at: stamp &+ 26),
      let seconds = stamps.commonLogSeconds(at: base + stamp)
    else { return fineStamp(entry, from: stamp, &record) }
    record.time = Timestamp(microseconds: seconds &* 1_000_000)
    record.timeResolution = 1
    return stamp &+ 29
  }

  /// Reads `10/Oct/2025:13:55:36.123 +0200`; returns where the text of the request starts.
  @inline(never)
  private mutating func fineStamp(
    _ entry: Bytes, from start: Int, _ record: inout LogRecord
  ) -> Int? {
    var scanner = ByteScanner(entry, at: start)
    guard scanner.peek(11) == UInt8(ascii: ":"), scanner.peek(20) == UInt8(ascii: "."),
      let stamp = stamps.stamp(&scanner),
      scanner.take("] \"")
    else { return nil }
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    return scanner.position
  }

  /// Client and user where they are more than a client and two dashes; returns the stamp's start.
  ///
  /// Four words mean that a virtual host comes first: `shop.io:80 8.8.4.4 - - [`.
  @inline(never)
  private func names(_ entry: Bytes, firstEnd: Int, _ record: inout LogRecord) -> Int? {
    guard let bracket = entry.find(UInt8(ascii: "["), from: firstEnd), bracket < 2048,
      entry[bracket &- 1] == UInt8(ascii: " ")
    else { return nil }
    var scanner = ByteScanner(entry.part(0, bracket &- 1))
    guard Self.wordCount(scanner.bytes) >= 3 else { return nil }
    var client = scanner.word()
    if Self.wordCount(scanner.bytes) > 3 {
      let afterHost = scanner.position
      scanner.skipBlanks()
      let second = scanner.word()
      if Self.isAddress(second) { client = second } else { scanner.position = afterHost }
    }
    record.client = client
    scanner.skipBlanks()
    _ = scanner.word()
    let user = scanner.rest.trimmed
    if !user.equals("-"), !user.equals("\"\"") { record.user = user }
    return bracket &+ 1
  }

  private static func wordCount(_ text: Bytes) -> Int {
    var scanner = ByteScanner(text)
    var count = 0
    while !scanner.isAtEnd {
      if !scanner.word().isEmpty { count &+= 1 }
      scanner.skipBlanks()
    }
    return count
  }

  /// Whether a word is an IPv4 or IPv6 address rather than an identity.
  static func isAddress(_ word: Bytes) -> Bool {
    word.allSatisfy { $0.isHex || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      && (word.find(UInt8(ascii: ".")) != nil || word.find(UInt8(ascii: ":")) != nil)
  }

  /// Reads ` 200 2326` or ` 408 -`; returns where the rest starts.
  @inline(__always)
  private func statusAndBytes(_ entry: Bytes, from start: Int, _ record: inout LogRecord) -> Int? {
    guard entry.count &- start >= 6, entry[start] == UInt8(ascii: " "), entry[start &+ 1].isDigit,
      entry[start &+ 2].isDigit, entry[start &+ 3].isDigit, entry[start &+ 4] == UInt8(ascii: " ")
    else { return nil }
    record.status = entry[start &+ 1].digit &* 100
    record.status &+= entry[start &+ 2].digit &* 10 &+ entry[start &+ 3].digit
    var scanner = ByteScanner(entry, at: start &+ 5)
    if let bytes = scanner.number() {
      record.bytesSent = Int64(bytes)
    } else {
      guard scanner.take(UInt8(ascii: "-")) else { return nil }
      record.bytesSent = 0
    }
    guard scanner.isAtEnd || scanner.next == UInt8(ascii: " ") else { return nil }
    return scanner.position
  }

  /// Skips ` "referer" "agent"`; returns where the rest starts.
  @inline(__always)
  static func agentEnd(_ entry: Bytes, from start: Int) -> Int? {
    guard entry.has(" \"", at: start), let referer = entry.closingQuote(from: start &+ 2),
      entry.has(" \"", at: referer &+ 1), let agent = entry.closingQuote(from: referer &+ 3)
    else { return nil }
    return agent &+ 1
  }

  /// The time of the commonest tail by far, read from the end: `... agent" 0.057`.
  ///
  /// A quoted field of digits before it may be the upstream's time, which is read from the front.
  @inline(__always)
  private func finalTime(_ entry: Bytes, from start: Int) -> Double? {
    let end = entry.count
    guard end &- start > 16, entry[end &- 4] == UInt8(ascii: ".") else { return nil }
    var milliseconds = entry[end &- 3].digit &* 100 &+ entry[end &- 2].digit &* 10
    milliseconds &+= entry[end &- 1].digit
    guard entry[end &- 3].isDigit, entry[end &- 2].isDigit, entry[end &- 1].isDigit else {
      return nil
    }
    var place = end &- 5
    var factor = 1000
    while entry[place].isDigit, factor < 1_000_000_000 {
      milliseconds &+= entry[place].digit &* factor
      factor &*= 10
      place &-= 1
    }
    guard factor > 1000, entry[place] == UInt8(ascii: " "),
      entry[place &- 1] == UInt8(ascii: "\"")
    else { return nil }
    let before = entry[place &- 2]
    guard before != UInt8(ascii: "\""), before != UInt8(ascii: "-"),
      !before.isDigit || endsInWord(entry, place &- 1) || !isTime(entry, endingAt: place &- 1)
    else { return nil }
    return Double(milliseconds) / 1000
  }

  /// Whether there is a letter among the last eight bytes before `end` and no quote behind it, as
  /// most agents have one: `okhttp/4.12.0`.
  @inline(__always)
  private func endsInWord(_ entry: Bytes, _ end: Int) -> Bool {
    guard end >= 8 else { return false }
    let word = UInt64(
      littleEndian: entry.loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self))
    let letters = word & 0x4040_4040_4040_4040
    let difference = word ^ 0x2222_2222_2222_2222
    // Marks each quote; a mark too many only means a closer look.
    let quotes = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    return letters != 0 && letters.leadingZeroBitCount &- 1 < quotes.leadingZeroBitCount
  }

  /// Whether the quoted field that ends at `end` holds nothing but numbers, as lists of times do.
  private func isTime(_ entry: Bytes, endingAt end: Int) -> Bool {
    var place = end &- 1
    while place > 0, entry[place] != UInt8(ascii: "\"") {
      let byte = entry[place]
      if !byte.isDigit, byte != UInt8(ascii: "."), byte != UInt8(ascii: ","),
        byte != UInt8(ascii: " "), byte != UInt8(ascii: "-"), byte != UInt8(ascii: ":")
      {
        return false
      }
      place &-= 1
    }
    return true
  }

  /// The commonest tail by far: a blank, seconds with three decimals, the end.
  @inline(__always)
  private func plainTime(_ entry: Bytes, from start: Int) -> Double? {
    let end = entry.count
    guard end &- start >= 6, end &- start <= 12, entry[start] == UInt8(ascii: " "),
      entry[end &- 4] == UInt8(ascii: ".")
    else { return nil }
    var milliseconds = 0
    var place = start &+ 1
    while place < end {
      if place != end &- 4 {
        guard entry[place].isDigit else { return nil }
        milliseconds = milliseconds &* 10 &+ entry[place].digit
      }
      place &+= 1
    }
    return Double(milliseconds) / 1000
  }
}
