/// Reads what loggers put before a message: stamp, level, process, ids, names, in any order.
///
/// A level word counts when it is where a logger would put it: first, in brackets, before a colon,
/// or in capitals within a few words of a stamp.
struct LineHead: Sendable {
  var stamps = StampScanner()

  /// Fills in what the head of `line` says; returns where the message starts.
  ///
  /// The answer is `nil` when neither a stamp nor a level was found.
  mutating func read(_ line: Bytes, into record: inout LogRecord) -> Int? {
    var head = Progress(scanner: ByteScanner(line))
    if pairs(line, &head, &record) { return head.message }
    priority(&head, &record)
    for _ in 0..<12 where head.goesOn {
      head.skipSeparators()
      switch head.scanner.next {
      case UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "("): bracket(&head, &record)
      default:
        if !head.hasDate, stamp(&head, &record) { continue }
        word(&head, &record)
      }
    }
    return head.messageStart
  }

  /// How far the head has been read.
  private struct Progress {
    var scanner: ByteScanner
    var goesOn = true
    /// Where the message starts as far as known; `nil` until a stamp or a level is found.
    var message: Int?
    var hasStamp = false
    var hasDate = false
    var hasLevel = false
    /// Words that are none of the known things.
    var unknownWords = 0
    /// Whether one of them was not set apart by a separator, so that it may be text.
    var hasPlainWord = false

    mutating func skipSeparators() {
      while !scanner.isAtEnd {
        let byte = scanner.next
        let isDash =
          byte == UInt8(ascii: "-")
          && (scanner.peek(1).isBlank || scanner.peek(1) == byte || scanner.position == 0)
        guard
          byte.isBlank || byte == UInt8(ascii: "|") || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: ":") || isDash
        else { return }
        scanner.position &+= 1
      }
      goesOn = false
    }

    /// Notes that everything up to the scanner belongs to the head.
    mutating func known() {
      if !hasPlainWord || message == nil { message = scanner.position }
    }

    /// The message without a logger's name and a dash or colon: `com.foo.Bar - started`.
    var messageStart: Int? {
      guard let message else { return nil }
      guard hasLevel else { return message }
      var ahead = scanner
      ahead.position = message
      while ahead.next.isBlank || ahead.next == UInt8(ascii: "|") || ahead.next == UInt8(ascii: ":")
        || (ahead.next == UInt8(ascii: "-") && (ahead.peek(1).isBlank || ahead.peek(1) == 0x2D))
      { ahead.position &+= 1 }
      let text = ahead.position
      var name = ahead.word()
      if name.first == UInt8(ascii: "[") {
        ahead.skipBlanks()
        name = ahead.word()
      }
      ahead.skipBlanks()
      let isName =
        name.count > 1
        && name.allSatisfy {
          $0.isWord || $0 == 0x2E || $0 == 0x3A || $0 == 0x2D || $0 == 0x3C || $0 == 0x3E
        }
      if isName, name.last == UInt8(ascii: ":"), name.find(UInt8(ascii: ".")) != nil {
        return ahead.position
      }
      if isName, ahead.take("- ") || ahead.take(": ") { return ahead.position }
      return text
    }
  }

  /// The priority of syslog, `<34>` or `<34>1 `, which holds the severity.
  private func priority(_ head: inout Progress, _ record: inout LogRecord) {
    var ahead = head.scanner
    guard ahead.take(UInt8(ascii: "<")), let value = ahead.number(), value < 192,
      ahead.take(UInt8(ascii: ">"))
    else { return }
    if ahead.next == UInt8(ascii: "1"), ahead.peek(1) == UInt8(ascii: " ") { ahead.position &+= 2 }
    record.level =
      switch value & 7 {
      case 0...2: .fatal
      case 3: .error
      case 4: .warning
      case 5: .notice
      case 6: .info
      default: .debug
      }
    head.scanner = ahead
    head.known()
  }

  private mutating func stamp(_ head: inout Progress, _ record: inout LogRecord) -> Bool {
    let first = head.scanner.next
    guard first.isDigit || first.isUpper,
      head.unknownWords == 0 || head.hasLevel || !head.hasPlainWord
    else { return false }
    var ahead = head.scanner
    guard let stamp = stamps.stamp(&ahead), !ahead.next.isWord else { return false }
    head.scanner = ahead
    note(stamp, &head, &record)
    if first.isUpper, head.scanner.next.isBlank { hostAndTag(&head, &record) }
    if head.scanner.take(" stdout ") || head.scanner.take(" stderr ") {
      _ = head.scanner.word()
    }
    head.known()
    return true
  }

  private func note(_ stamp: Stamp, _ head: inout Progress, _ record: inout LogRecord) {
    head.hasStamp = true
    if let time = stamp.time {
      head.hasDate = true
      record.time = time
      record.timeResolution = stamp.resolution
    }
  }

  /// `web-1 api[123]:` after the stamp of syslog.
  private func hostAndTag(_ head: inout Progress, _ record: inout LogRecord) {
    var ahead = head.scanner
    ahead.skipBlanks()
    _ = ahead.word()
    ahead.skipBlanks()
    var tag = ahead.word()
    guard tag.last == UInt8(ascii: ":") else { return }
    tag = tag.part(0, tag.count &- 1)
    if tag.last == UInt8(ascii: "]"), let open = tag.find(UInt8(ascii: "[")) {
      let process = tag.part(open &+ 1, tag.count &- 1)
      if process.unsigned != nil { record.processID = process }
    }
    head.scanner = ahead
    // The program may print a stamp of its own, which is the better one.
    head.hasDate = false
  }

  private mutating func bracket(_ head: inout Progress, _ record: inout LogRecord) {
    let open = head.scanner.next
    let close: UInt8 = open == UInt8(ascii: "[") ? 0x5D : open == UInt8(ascii: "<") ? 0x3E : 0x29
    let start = head.scanner.position &+ 1
    guard let end = head.scanner.bytes.find(close, from: start), end &- start <= 100 else {
      head.goesOn = false
      return
    }
    var inner = ByteScanner(head.scanner.bytes.part(start, end).trimmed)
    var isKnown = false
    if !head.hasDate, let stamp = stamps.stamp(&inner) {
      note(stamp, &head, &record)
      isKnown = true
      inner.skipBlanks()
      _ = inner.take(UInt8(ascii: "#"))
      if inner.take(": ") { celeryLevel(inner.rest, &head, &record) }
    }
    let rest = inner.rest
    if !head.hasLevel, LevelWords.level(rest) != .unknown {
      record.level = LevelWords.level(rest)
      head.hasLevel = true
      isKnown = true
    } else if record.processID.isEmpty, rest.count <= 8, rest.unsigned != nil {
      record.processID = rest
      isKnown = head.hasStamp || head.hasLevel
    } else if record.requestID.isEmpty, TraceContext.isRequestID(rest) {
      record.requestID = rest
      isKnown = head.hasStamp || head.hasLevel
    }
    if isKnown {
      head.scanner.position = end &+ 1
      head.known()
    } else if head.hasLevel || (head.message == nil && head.unknownWords > 0) {
      head.goesOn = false
    } else {
      head.scanner.position = end &+ 1
      head.unknownWords &+= 1
    }
  }

  /// `INFO/ForkPoolWorker-1` after the stamp in the brackets of Celery.
  private func celeryLevel(_ text: Bytes, _ head: inout Progress, _ record: inout LogRecord) {
    guard let slash = text.find(UInt8(ascii: "/")) else { return }
    let level = LevelWords.level(text.part(0, slash))
    guard level != .unknown else { return }
    record.level = level
    head.hasLevel = true
  }

  private func word(_ head: inout Progress, _ record: inout LogRecord) {
    let start = head.scanner.position
    var word = head.scanner.word()
    if word.isEmpty {
      head.goesOn = false
      return
    }
    if !head.hasLevel, letterLevel(word, at: start, &record) {
      head.hasLevel = true
      head.known()
      return
    }
    if !head.hasLevel, colonLevel(word, at: start, &head, &record) { return }
    while let last = word.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ",") {
      word = word.part(0, word.count &- 1)
    }
    if !head.hasLevel, isLevel(word, head, at: start) {
      record.level = LevelWords.level(word)
      head.hasLevel = true
      head.known()
    } else if head.hasLevel, LevelWords.level(word) == record.level, !head.hasPlainWord {
      // Ruby writes its level twice: `I, [...]  INFO -- : msg`.
      head.known()
    } else if head.message != nil, record.processID.isEmpty, word.count <= 8, word.unsigned != nil,
      head.hasLevel, isSetApart(head.scanner)
    {
      record.processID = word
      head.known()
    } else {
      unknown(&head)
    }
  }

  /// `WARNING: msg`, and `WARNING:name:msg` of Python's `basicConfig`.
  private func colonLevel(
    _ word: Bytes, at start: Int, _ head: inout Progress, _ record: inout LogRecord
  ) -> Bool {
    guard let colon = word.find(UInt8(ascii: ":")),
      head.hasStamp || head.unknownWords == 0 || !head.hasPlainWord
    else { return false }
    var level = LevelWords.level(word.part(0, colon))
    // .NET says `fail`, Monolog sets its channel in front: `local.ERROR:`.
    if level == .unknown, start == 0, word.equals("fail:") { level = .error }
    if level == .unknown, head.hasStamp, colon == word.count &- 1,
      let dot = word.lastIndex(of: UInt8(ascii: ".")), word[dot &+ 1].isUpper
    {
      level = LevelWords.level(word.part(dot &+ 1, colon))
    }
    guard level != .unknown else { return false }
    record.level = level
    head.hasLevel = true
    head.scanner.position = start &+ colon &+ 1
    head.known()
    guard colon &+ 1 < word.count else { return true }
    if let second = word.find(UInt8(ascii: ":"), from: colon &+ 1) {
      head.message = start &+ second &+ 1
    }
    head.goesOn = false
    return true
  }

  /// `I, [` as Ruby's logger writes its level.
  private func letterLevel(_ word: Bytes, at start: Int, _ record: inout LogRecord) -> Bool {
    guard start == 0, word.count == 2, word[1] == UInt8(ascii: ",") else { return false }
    switch word[0] {
    case UInt8(ascii: "D"): record.level = .debug
    case UInt8(ascii: "I"): record.level = .info
    case UInt8(ascii: "W"): record.level = .warning
    case UInt8(ascii: "E"): record.level = .error
    case UInt8(ascii: "F"): record.level = .fatal
    default: return false
    }
    return true
  }

  private func isLevel(_ word: Bytes, _ head: Progress, at start: Int) -> Bool {
    guard LevelWords.level(word) != .unknown else { return false }
    let isCapital = word.allSatisfy(\.isUpper)
    if head.hasStamp { return isCapital || head.unknownWords == 0 || !head.hasPlainWord }
    return isCapital && (head.unknownWords == 0 || !head.hasPlainWord)
  }

  private func unknown(_ head: inout Progress) {
    head.unknownWords &+= 1
    if !isSetApart(head.scanner) { head.hasPlainWord = true }
    let limit = head.hasStamp ? 4 : 1
    if head.hasLevel || head.unknownWords > limit { head.goesOn = false }
    if !head.hasStamp, head.hasPlainWord { head.goesOn = false }
  }

  /// Whether a separator follows the word before the scanner.
  private func isSetApart(_ scanner: ByteScanner) -> Bool {
    var ahead = scanner
    if ahead.position > 0, ahead.bytes[ahead.position &- 1] == UInt8(ascii: ":") { return true }
    ahead.skipBlanks()
    return ahead.next == UInt8(ascii: "|") || ahead.next == UInt8(ascii: "[")
      || (ahead.next == UInt8(ascii: "-") && (ahead.peek(1).isBlank || ahead.peek(1) == 0x2D))
  }

  /// Lines that are `key=value` pairs throughout, with a stamp or a level among them.
  private mutating func pairs(
    _ line: Bytes, _ head: inout Progress, _ record: inout LogRecord
  ) -> Bool {
    var end = 0
    while end < line.count, line[end].isWord { end &+= 1 }
    guard end > 0, end < line.count, line[end] == UInt8(ascii: "=") else { return false }
    var pairs = KeyValueScanner(line)
    var isKnown = false
    while let (key, value) = pairs.next() {
      switch FieldAliases.meaning(of: key).field {
      case .time:
        guard let stamp = stamps.stamp(value), !isKnown || record.time == nil else { continue }
        record.time = stamp.time
        record.timeResolution = stamp.resolution
        isKnown = true
      case .level:
        let level = LevelWords.level(value)
        if level != .unknown { record.level = level }
        isKnown = isKnown || level != .unknown
      default: break
      }
    }
    if isKnown { head.message = 0 }
    return isKnown
  }
}
