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

  /// `I 261127 21:26:21 web:2591` in the brackets of Tornado, with a whole date in those of Jupyter.
  ///
  /// Source: https://www.tornadoweb.org/en/stable/log.html#tornado.log.LogFormatter
  mutating func tornado(
    _ inner: ByteScanner, _ head: inout Progress, _ record: inout LogRecord
  ) -> Bool {
    guard inner.next.isUpper, inner.peek(1) == UInt8(ascii: " "), inner.peek(2).isDigit else {
      return false
    }
    let level: LogLevel? =
      switch inner.next {
      case UInt8(ascii: "D"): .debug
      case UInt8(ascii: "I"): .info
      case UInt8(ascii: "W"): .warning
      case UInt8(ascii: "E"): .error
      case UInt8(ascii: "C"): .fatal
      default: nil
      }
    var date = ByteScanner(inner.bytes, at: inner.position &+ 2)
    guard let level, let stamp = stamps.unmarked(&date) ?? stamps.stamp(&date) else { return false }
    note(stamp, &head, &record)
    record.level = level
    head.hasLevel = true
    return true
  }

  /// Goes past `Main |` and `Srv 0|`, the worker before the stamp of Sanic.
  func skipWorker(_ head: inout Progress) {
    let line = head.scanner.bytes
    guard head.scanner.position == 0, line.has("Main ") || line.has("Srv ") else { return }
    let front = line.part(0, min(16, line.count))
    guard let mark = front.find("|20") ?? front.find(" 20"), mark &+ 5 < line.count,
      line[mark &+ 5] == UInt8(ascii: "-")
    else { return }
    head.scanner.position = mark &+ 1
  }

  /// `[Nest] 12345  - 03/15/2024, 10:23:45 AM     LOG ` of Nest, whose name is free to choose.
  ///
  /// Source: https://github.com/nestjs/nest/blob/master/packages/common/services/console-logger.service.ts
  mutating func nest(_ head: inout Progress, _ record: inout LogRecord) {
    var ahead = head.scanner
    guard ahead.position == 0, ahead.take(UInt8(ascii: "[")), ahead.next.isLetter,
      let name = ahead.upTo(UInt8(ascii: "]")), name.count <= 64, ahead.take(UInt8(ascii: " "))
    else { return }
    let process = ahead.word()
    ahead.skipBlanks()
    guard process.unsigned != nil, ahead.take("- "), let stamp = stamps.stamp(&ahead) else {
      return
    }
    ahead.skipBlanks()
    head.scanner = ahead
    let word = ahead.word()
    let level = word.equals("LOG") ? .info : LevelWords.level(word)
    if level != .unknown {
      head.scanner = ahead
      record.level = level
      head.hasLevel = true
    }
    note(stamp, &head, &record)
    record.processID = process
    head.known()
    head.goesOn = false
  }

  /// `I1010 13:55:36.123456    1234 httplog.go:132] ` of klog; glog writes the year as well.
  ///
  /// Source: https://github.com/kubernetes/klog/blob/main/internal/buffer/buffer.go
  func klog(_ head: inout Progress, _ record: inout LogRecord) {
    let line = head.scanner.bytes
    guard head.scanner.position == 0, line.count > 24, line[1].isDigit,
      let level = Self.klogLevel(line[0])
    else { return }
    var ahead = ByteScanner(line, at: 1)
    guard let stamp = stamps.unmarked(&ahead), stamp.resolution == 0.000001, ahead.next.isBlank
    else { return }
    ahead.skipBlanks()
    let process = ahead.word()
    guard process.unsigned != nil, ahead.take(UInt8(ascii: " ")) else { return }
    let place = ahead.word()
    guard place.last == UInt8(ascii: "]"), place.find(UInt8(ascii: ":")) != nil else { return }
    head.scanner = ahead
    note(stamp, &head, &record)
    record.level = level
    record.processID = process
    head.hasLevel = true
    head.known()
    head.goesOn = false
  }

  private static func klogLevel(_ letter: UInt8) -> LogLevel? {
    switch letter {
    case UInt8(ascii: "I"): .info
    case UInt8(ascii: "W"): .warning
    case UInt8(ascii: "E"): .error
    case UInt8(ascii: "F"): .fatal
    default: nil
    }
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
