/// What `redis-cli SLOWLOG GET` prints, into a pipe or onto a terminal.
///
///     5                            1) 1) (integer) 5
///     1795240113                      2) (integer) 1795240113
///     37                              3) (integer) 37
///     eval                            4) 1) "eval"
///     return 1                           2) "return 1"
///     127.0.0.1:46082                 5) "127.0.0.1:46082"
///     (name of the client)            6) ""
///
/// `redis-cli -3` prints the same. With `--json` all entries stand in one line, and `jq -c '.[]'`
/// makes a line of each:
///
///     [[5,1795240113,37,["eval","return 1"],"127.0.0.1:46082",""],[4,1795240113,...]]
///
/// The newest entry comes first, so ids fall; where they rise, the command was run again, and only
/// entries above the highest id seen before count. An id that is low but of a later time than the
/// highest says that the server was restarted. Durations are in microseconds.
///
/// Arguments stand in single quotes in the statement, `SET 'user:1' 'x'`, as literals do everywhere:
/// what takes literals out of a line or a statement then takes out all of them. The log shows this
/// statement in place of the lines, of which none says whether it is an argument.
/// Source: https://redis.io/docs/latest/commands/slowlog-get/
package struct RedisSlowlogFormat: LogFormat {
  package static let name = "redis-slowlog"
  package static let vantage = "redis"
  package static let isSequential = true
  package static let showsMessages = true
  package static let sqlDialect = SQLDialect.redis
  package static let samples = [
    "1) 1) (integer) 5", "7) 1) (integer) 0",
  ]

  private enum State {
    case id, time, duration, arguments, clientName
  }

  private var state = State.id
  /// Whether the entry at hand is laid out for a terminal, and the column of its numbers.
  private var isIndexed = false
  private var column = 0
  private var id = 0
  private var time = 0
  private var microseconds = 0
  private var command: [UInt8] = []
  /// Lines of the arguments so far, of which one may have several.
  private var argumentLines = 0
  /// Whether the next argument may be the name of a subcommand.
  private var takesName = true
  private var runs = SlowlogRuns()
  private var texts = TextArena()
  /// Whether empty names are there: where other formats are asked first, no empty line comes here.
  private var hasEmptyLines = false
  /// Where the line at hand goes on with another entry; 0 where it does not.
  private var nextEntry = 0
  package private(set) var replacedLines = 0
  private static let longestCommand = 1024
  /// An entry that goes on for longer was cut off: no command is logged with more than 32 arguments of
  /// 128 bytes.
  private static let mostArgumentLines = 256
  private static let plausibleTimes = 1_000_000_000...4_000_000_000

  package init() {}

  package mutating func parse(_ line: Bytes, into record: inout LogRecord) -> Bool {
    replacedLines = 0
    nextEntry = 0
    if line.first == UInt8(ascii: "["), state == .id || state == .clientName,
      listed(line, &record)
    {
      replacedLines = 1
      return true
    }
    if let item = IndexedItem(line) { return indexed(item, &record) }
    return !isIndexed && plain(line, &record)
  }

  package mutating func read(_ chunk: Bytes, into accumulator: inout LogAccumulator) {
    var start = 0
    while start < chunk.count {
      let end = chunk.lineEnd(from: start)
      let line = chunk.line(from: start, to: end)
      accumulator.lineNumber &+= 1
      var record = LogRecord()
      if parse(line, into: &record) {
        count(&record, bytes: end + 1 - start, &accumulator)
        while nextEntry > 0, listed(line, &record) {
          count(&record, bytes: 0, &accumulator)
          // They are one line.
          accumulator.tally.lines &-= 1
          accumulator.tally.parsed &-= 1
        }
      } else {
        accumulator.addUnparsed(line, bytes: end + 1 - start)
      }
      start = end + 1
    }
  }

  private func count(
    _ record: inout LogRecord, bytes: Int, _ accumulator: inout LogAccumulator
  ) {
    withUnsafePointer(to: &record) { record in
      accumulator.add(record, bytes: bytes)
      accumulator.show(record)
    }
  }

  /// An entry as JSON: the first of its line, or the next one.
  private mutating func listed(_ line: Bytes, _ record: inout LogRecord) -> Bool {
    var scanner = ByteScanner(line, at: nextEntry)
    // The bracket around all entries.
    if nextEntry == 0, scanner.peek(1) == UInt8(ascii: "[") { scanner.position = 1 }
    nextEntry = 0
    guard scanner.take("["), let number = scanner.number(), scanner.take(","),
      let seconds = scanner.number(), Self.plausibleTimes ~= seconds, scanner.take(","),
      let duration = scanner.number(), scanner.take(",[")
    else { return false }
    (id, time) = (number, seconds)
    begin(duration: duration)
    state = .id
    while let argument = scanner.quoted() {
      texts.begin(room: argument.count)
      add(texts.unescaped(argument))
      _ = scanner.take(",")
    }
    guard scanner.take("]") else { return false }
    // Servers before Redis 4 name no client.
    let client = scanner.take(",") ? scanner.quoted() : nil
    if scanner.take(",") { _ = scanner.quoted() }
    guard scanner.take("]") else { return false }
    record = LogRecord()
    finish(client: client ?? Bytes.none, &record)
    if scanner.take(",") { nextEntry = scanner.position }
    return true
  }

  /// A line of the form for pipes, which says nothing of what it is.
  private mutating func plain(_ line: Bytes, _ record: inout LogRecord) -> Bool {
    switch state {
    case .id:
      guard let number = line.unsigned else { return line.isEmpty }
      id = number
      state = .time
    case .time:
      guard let number = line.unsigned, Self.plausibleTimes ~= number else { return give(up: line) }
      time = number
      state = .duration
    case .duration:
      guard let number = line.unsigned else { return give(up: line) }
      begin(duration: number)
      // Three numbers, one of them a time: now the id and the time are no others.
      replacedLines = 3
    case .arguments:
      // The first argument is the name of the command.
      if !command.isEmpty, Self.isAddress(line) {
        finish(client: line, &record)
        state = .clientName
      } else {
        argumentLines &+= 1
        guard argumentLines <= Self.mostArgumentLines else { return give(up: line) }
        add(line)
      }
      replacedLines = 1
    case .clientName:
      state = .id
      if line.isEmpty { hasEmptyLines = true }
      // The name is missing where empty lines are.
      if let number = line.unsigned, mayBeNext(number) { return plain(line, &record) }
      // What is no name for sure may be a line of another log, which is not to be lost.
      replacedLines = hasEmptyLines ? 1 : 0
    }
    return true
  }

  /// Whether a number is the id of the entry that comes next, in this run of the command or another.
  private func mayBeNext(_ number: Int) -> Bool {
    number == id &- 1 || number >= id && !hasEmptyLines
  }

  private mutating func give(up line: Bytes) -> Bool {
    state = .id
    return false
  }

  /// A line of the form for terminals, `2) (integer) 1795240113`.
  private mutating func indexed(_ item: IndexedItem, _ record: inout LogRecord) -> Bool {
    if let inner = item.inner, inner.index == 1, let number = inner.integer {
      isIndexed = true
      id = number
      column = inner.column
      state = .time
      replacedLines = 1
      return true
    }
    guard isIndexed else { return false }
    if item.column == column {
      switch (item.index, state) {
      case (2, .time):
        guard let number = item.integer, Self.plausibleTimes ~= number else { return false }
        time = number
        state = .duration
      case (3, .duration):
        guard let number = item.integer else { return false }
        begin(duration: number)
      case (4, .arguments):
        if let argument = item.inner?.text { add(argument) }
      case (5, .arguments):
        finish(client: item.text, &record)
        state = .clientName
      case (6, .clientName): state = .id
      default: return true
      }
    } else if state == .arguments, item.column > column {
      add(item.text)
    } else {
      return true
    }
    replacedLines = 1
    return true
  }

  private mutating func begin(duration: Int) {
    microseconds = duration
    command.removeAll(keepingCapacity: true)
    argumentLines = 0
    takesName = true
    state = .arguments
  }

  private mutating func add(_ argument: Bytes) {
    guard command.count < Self.longestCommand else { return }
    let isFirst = command.isEmpty
    if !isFirst { command.append(0x20) }
    if takesName, RedisCommands.isName(argument) {
      command.append(contentsOf: argument)
      takesName = isFirst && RedisCommands.isContainer(argument)
    } else {
      addQuoted(argument.part(0, min(argument.count, Self.longestCommand - command.count)))
      takesName = false
    }
  }

  /// Quotes and backslashes are doubled: wherever a reader takes the text to end, it ends there.
  private mutating func addQuoted(_ text: Bytes) {
    let quote = UInt8(ascii: "'")
    command.append(quote)
    for byte in text {
      if byte == quote || byte == UInt8(ascii: "\\") { command.append(byte) }
      command.append(byte)
    }
    command.append(quote)
  }

  /// Makes `record` a statement unless an earlier run has shown the entry.
  private mutating func finish(client: Bytes, _ record: inout LogRecord) {
    guard runs.isNew(id: id, time: time), !command.isEmpty else { return }
    let head = Array("\(microseconds) us ".utf8)
    let text = head + command
    texts.begin(room: text.count)
    record.message = texts.write(atMost: text.count) { room in
      room.copyBytes(from: text)
      return text.count
    }
    record.statement = record.message.from(head.count)
    record.kind = .query
    record.level = .info
    record.seconds = Double(microseconds) / 1_000_000
    record.time = Timestamp(microseconds: Int64(time) &* 1_000_000)
    record.timeResolution = 1
    record.client = client.part(0, client.lastIndex(of: UInt8(ascii: ":")) ?? client.count)
  }

  /// `127.0.0.1:46082`, `[::1]:46082`, `/run/redis.sock:0`, and `?:0` for a client that is gone.
  private static func isAddress(_ text: Bytes) -> Bool {
    guard let colon = text.lastIndex(of: UInt8(ascii: ":")), colon > 0,
      text.from(colon &+ 1).unsigned != nil
    else { return false }
    let host = text.part(0, colon)
    if host.equals("?") || host.first == UInt8(ascii: "/") { return true }
    if host.first == UInt8(ascii: "[") { return host.last == UInt8(ascii: "]") }
    let points = host.count { $0 == UInt8(ascii: ".") }
    if points == 3 { return host.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") } }
    return host.count { $0 == UInt8(ascii: ":") } > 1
      && host.allSatisfy { $0.isHex || $0 == UInt8(ascii: ":") }
  }
}
