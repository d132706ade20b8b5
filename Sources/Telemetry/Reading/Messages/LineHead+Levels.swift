/// The ways in which loggers spell a level.
extension LineHead {
  /// The priority of syslog, `<34>` or `<34>1 `, which holds the severity.
  func priority(_ head: inout Progress, _ record: inout LogRecord) {
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

  /// `INFO/ForkPoolWorker-1` after the stamp in the brackets of Celery.
  func celeryLevel(_ text: Bytes, _ head: inout Progress, _ record: inout LogRecord) {
    guard let slash = text.find(UInt8(ascii: "/")) else { return }
    let level = LevelWords.level(text.part(0, slash))
    guard level != .unknown else { return }
    record.level = level
    head.hasLevel = true
  }

  /// `WARNING: msg`, and `WARNING:name:msg` of Python's `basicConfig`.
  func colonLevel(
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
  func letterLevel(_ word: Bytes, at start: Int, _ record: inout LogRecord) -> Bool {
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

  func isLevel(_ word: Bytes, _ head: Progress, at start: Int) -> Bool {
    guard LevelWords.level(word) != .unknown else { return false }
    let isCapital = word.allSatisfy(\.isUpper)
    if head.hasStamp { return isCapital || head.unknownWords == 0 || !head.hasPlainWord }
    return isCapital && (head.unknownWords == 0 || !head.hasPlainWord)
  }
}
