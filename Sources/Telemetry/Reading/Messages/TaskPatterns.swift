/// Messages that say how long something took: `NAME took 1.2s`, `NAME completed in 340 ms`.
extension MessagePatterns {
  /// No name of a task is longer.
  static let longestName = 80
  /// No id in brackets behind the name of a task is longer.
  static let longestID = 256

  static let tasks: [MessagePattern] =
    jobs + lambda + [
      MessagePattern("step", step),
      MessagePattern("took", took),
      MessagePattern("completed", finished), MessagePattern("done", finished),
      MessagePattern("executed", finished), MessagePattern("ended", finished),
      MessagePattern("finished", finished), MessagePattern("failed", finished),
      MessagePattern("processed", finished), MessagePattern("ran", finished),
      MessagePattern("succeeded", finished),
    ]

  /// Reads `NAME took 1.2s`.
  private static func took(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard let seconds = duration(text, after: word.end) else { return false }
    return task(named: name(before: word.start, in: text), seconds, &record)
  }

  /// Reads `NAME completed in 340 ms`, `NAME failed after 2s` and `Finished NAME in 340 ms`.
  private static func finished(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    if let seconds = duration(text, afterPreposition: word.end) {
      guard task(named: name(before: word.start, in: text), seconds, &record) else { return false }
      record.failed = word.isOne("failed")
      return true
    }
    // `Finished NAME in 340 ms`: a number among the words would make a new name of every line.
    for preposition: StaticString in [" in ", " after "] {
      let reach = 1 &+ longestName &+ preposition.utf8CodeUnitCount
      guard let place = text.find(preposition, from: word.end, within: reach),
        let seconds = duration(text, afterPreposition: place)
      else { continue }
      let name = text.part(word.end, place).trimmed
      guard isName(name), !isRequest(name), task(named: name, seconds, &record) else {
        return false
      }
      record.failed = word.isOne("failed")
      return true
    }
    return false
  }

  /// Reads `Step 3/7: NAME (4.5s)` and `Step 3 of 7: NAME took 4.5s`.
  private static func step(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(text, at: word.end)
    guard scanner.take(UInt8(ascii: " ")), scanner.number() != nil else { return false }
    if scanner.take(UInt8(ascii: "/")) || scanner.take(" of "), scanner.number() == nil {
      return false
    }
    guard scanner.take(": ") else { return false }
    let start = scanner.position
    for mark: StaticString in [" (", " took ", " completed in ", " finished in ", " done in "] {
      let reach = longestName &+ mark.utf8CodeUnitCount
      guard let place = text.find(mark, from: start, within: reach), place > start,
        let seconds = duration(text, after: place &+ mark.utf8CodeUnitCount)
      else { continue }
      let name = text.part(start, place).trimmed
      return isName(name) && task(named: name, seconds, &record)
    }
    return false
  }

  /// Fills in a task; `false` when its name names nothing.
  ///
  /// A NaN says that no time is known.
  static func task(named name: Bytes, _ seconds: Double, _ record: inout LogRecord) -> Bool {
    guard !name.isEmpty, !isGeneric(name) else { return false }
    record.kind = .task
    record.name = name
    record.seconds = seconds
    return true
  }

  /// Words that name nothing: `it took 3 s`, `request completed in 12 ms`.
  private static func isGeneric(_ name: Bytes) -> Bool {
    name.equalsAnyCase("it") || name.equalsAnyCase("this") || name.equalsAnyCase("that")
      || name.equalsAnyCase("query") || name.equalsAnyCase("request")
      || name.equalsAnyCase("response")
  }

  /// A duration with a unit after blanks, `:` and `=`.
  static func duration(_ text: Bytes, after start: Int) -> Double? {
    var scanner = ByteScanner(text, at: start)
    while scanner.next.isBlank || scanner.next == UInt8(ascii: ":")
      || scanner.next == UInt8(ascii: "=")
    { scanner.position &+= 1 }
    guard let seconds = DurationScanner.written(&scanner), !scanner.next.isWord else { return nil }
    return seconds
  }

  private static func duration(_ text: Bytes, afterPreposition start: Int) -> Double? {
    var scanner = ByteScanner(text, at: start)
    scanner.skipBlanks()
    guard scanner.take("in ") || scanner.take("after ") else { return nil }
    return duration(text, after: scanner.position)
  }

  /// The words just before `end` that can be a name: at most four, none with a digit by itself.
  private static func name(before end: Int, in text: Bytes) -> Bytes {
    var last = end
    while last > 0, text[last &- 1].isBlank { last &-= 1 }
    // Huey writes `app.add: 9c1f0a1e-... executed in 0.5s`; an id alone would name each run anew.
    if last >= 36, TraceContext.isUUID(text.part(last &- 36, last)) {
      guard text.has(": ", at: last &- 38) else { return .none }
      last &-= 38
    }
    // Celery writes `Task app.add[9c1f...] succeeded in 0.5s`.
    if last > 0, text[last &- 1] == UInt8(ascii: "]") {
      let front = text.last(longestID, before: last)
      if let open = front.lastIndex(of: UInt8(ascii: "[")) { last = last &- front.count &+ open }
    }
    var first = last
    var words = 0
    while first > 0, words < 4 {
      var start = first
      while start > 0, isNameByte(text[start &- 1]) { start &-= 1 }
      let word = text.part(start, first)
      guard isName(word), word.contains(where: \.isLetter) else { break }
      let mark = start > 0 ? text[start &- 1] : UInt8(ascii: " ")
      // The host of `ann@example.org` and of `https://example.org` is a piece of an address.
      if mark == UInt8(ascii: "@") || word.has("//") {
        if words == 0 { return .none }
        break
      }
      words &+= 1
      first = start
      // The value of `status=OK took=1.2ms` names nothing.
      if mark == UInt8(ascii: "=") { return .none }
      if start == 0 || mark != UInt8(ascii: " ") { break }
      first &-= 1
    }
    let name = text.part(min(first, last), last).trimmed
    if isRequest(name) { return .none }
    for prefix: StaticString in ["Task ", "Job ", "Step ", "Stage "] where name.has(prefix) {
      return name.from(prefix.utf8CodeUnitCount)
    }
    return name
  }

  /// Whether a name is a method and its target: `GET /x`.
  private static func isRequest(_ name: Bytes) -> Bool {
    guard let space = name.find(UInt8(ascii: " ")) else { return false }
    return HTTPMethod.isCommon(name.part(0, space)) && name.has("/", at: space &+ 1)
  }

  /// Whether text may name a task: no word of it is a bare number.
  private static func isName(_ text: Bytes) -> Bool {
    guard !text.isEmpty, text.count <= longestName else { return false }
    var scanner = ByteScanner(text)
    while !scanner.isAtEnd {
      scanner.skipBlanks()
      let word = scanner.word()
      guard word.allSatisfy(isNameByte), word.contains(where: \.isLetter) else { return false }
      if word.allSatisfy(\.isHex), word.count >= 8 { return false }
    }
    return true
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/")
  }
}
