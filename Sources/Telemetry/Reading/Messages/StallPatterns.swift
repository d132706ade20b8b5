/// Messages that say for how long an event loop was blocked.
///
///     Executing <Task pending coro=<work() running at a.py:3>> took 0.208 seconds        asyncio
///     Thread vert.x-eventloop-thread-0 has been blocked for 2155 ms, time limit is 2000 ms
///     Blocked for 123.4ms, operation started here                          Node's blocked-at
///     event loop lag: 120ms
extension MessagePatterns {
  static let stalls: [MessagePattern] = [
    MessagePattern("executing", asyncio),
    MessagePattern("blocked", blocked),
    MessagePattern("loop", loopLag),
  ]

  /// No description of a slow callback is longer.
  private static let longestDescription = 8192

  /// asyncio's warning about a slow callback; `took` stands after what may be a long description.
  private static func asyncio(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard word.isEarly, text.has(" <", at: word.end) else { return false }
    let head = text.part(0, min(text.count, word.end &+ longestDescription))
    var mark: Int?
    var search = word.end
    while let place = head.find("> took ", from: search) {
      mark = place
      search = place &+ 1
    }
    if mark == nil { mark = head.find(" took ", from: word.end).map { $0 &- 1 } }
    guard let mark, let seconds = duration(text, after: mark &+ 7) else { return false }
    record.kind = .stall
    record.seconds = seconds
    record.name = callback(text.part(word.end, mark))
    return true
  }

  private static func blocked(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard text.has(" for ", at: word.end), let seconds = duration(text, after: word.end &+ 4) else {
      return false
    }
    record.kind = .stall
    record.seconds = seconds
    return true
  }

  private static func loopLag(_ text: Bytes, _ word: Word, _ record: inout LogRecord) -> Bool {
    guard text.hasAnyCase("event", at: word.start &- 6) else { return false }
    for name: StaticString in [" lag", " delay", " latency"]
    where text.hasAnyCase(name, at: word.end) {
      guard let seconds = duration(text, after: word.end &+ name.utf8CodeUnitCount) else {
        return false
      }
      record.kind = .stall
      record.seconds = seconds
      return true
    }
    return false
  }

  /// The function in `Task pending name='Task-2' coro=<work() running at ...`, if it is there.
  private static func callback(_ text: Bytes) -> Bytes {
    guard let start = text.find("coro=<") else { return .none }
    var end = start &+ 6
    while end < text.count, isNameByte(text[end]) { end &+= 1 }
    return text.part(start &+ 6, end)
  }
}
