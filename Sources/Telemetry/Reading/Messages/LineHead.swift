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
    skipWorker(&head)
    nest(&head, &record)
    klog(&head, &record)
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

  func note(_ stamp: Stamp, _ head: inout Progress, _ record: inout LogRecord) {
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
    if !head.hasDate, !head.hasLevel, tornado(inner, &head, &record) {
      head.scanner.position = end &+ 1
      head.known()
      return
    }
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
      head.hasLevel, head.isSetApart
    {
      record.processID = word
      head.known()
    } else {
      unknown(&head)
    }
  }

  private func unknown(_ head: inout Progress) {
    head.unknownWords &+= 1
    if !head.isSetApart { head.hasPlainWord = true }
    let limit = head.hasStamp ? 4 : 1
    if head.hasLevel || head.unknownWords > limit { head.goesOn = false }
    if !head.hasStamp, head.hasPlainWord { head.goesOn = false }
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
