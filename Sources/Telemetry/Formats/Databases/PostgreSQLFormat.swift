/// The stderr log of PostgreSQL with any usual `log_line_prefix`.
///
/// Lines that begin with a tab, or that syslog numbers, continue the entry before.
/// Source: https://www.postgresql.org/docs/current/runtime-config-logging.html
package struct PostgreSQLFormat: LocalStampFormat {
  package static let name = "postgresql"
  package static let vantage = "postgresql"
  package static let isMultiLine = true
  package static let isSequential = true
  package static let sqlDialect = SQLDialect.postgresql
  package static let samples = [
    "2026-11-21 02:25:43.829 UTC [13276] LOG:  duration: 4.959 ms  statement: create table users(id serial)",
    "2026-11-20 21:25:44 EST [13399]: [5-1] user=postgres,db=postgres,app=psql,client=[local] LOG:  duration: 0.987 ms  statement: SELECT u.id, count(*)\n\t\tFROM users u",
    "2026-11-21 02:25:45 UTC:[local]:postgres@postgres:[13433]:LOG:  duration: 0.041 ms  execute <unnamed>: SELECT abalance FROM pgbench_accounts WHERE aid = $1;",
    "2026-11-21 02:25:43.837 UTC [13276] LOG:  duration: 4.098 ms  plan:\n\tQuery Text: select pg_sleep(0.004);\n\tResult  (cost=0.00..0.01 rows=1 width=36) (actual time=4.092..4.092 rows=1 loops=1)",
    "2026-11-21 03:25:44.334 CET [13372] postgres@postgres ERROR:  division by zero",
    "2026-11-21 03:25:44.335 CET [13372] postgres@postgres STATEMENT:  select 1/0;",
    "Feb 11 13:15:40 test-pc postgres[10819]: [7-1] db=shop,app=psql LOG:  duration: 13.997 ms  statement: SELECT 1",
  ]

  package var stampContext: StampContext {
    get { prefix.stamps.stamps.context }
    set { prefix.stamps.stamps.context = newValue }
  }

  package var readings: [LogReading] { PostgreSQLMessage.refusals }

  private var prefix = PostgreSQLPrefix()
  private var messages = PostgreSQLMessage()
  private var texts = TextArena()

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    guard let first = line.first, !first.isBlank else { return false }
    guard let label = PostgreSQLLabel.find(line) else { return false }
    // A label at the very start needs an empty prefix; SQL may well say `log:`.
    let head = line.part(0, label.start)
    return label.start == 0 || prefix.looksLikePrefix(head)
      || prefix.mayBe(head, of: label, in: line)
  }

  package func continues(_ entry: Bytes, with line: Bytes) -> Bool {
    guard let first = line.first else { return true }
    return first.isBlank || SyslogCounter.isFurther(line)
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    let firstLineEnd = entry.find(0x0A) ?? entry.count
    let line = entry.part(0, firstLineEnd)
    guard let label = PostgreSQLLabel.find(line) else { return false }
    let head = entry.part(0, label.start)
    guard prefix.read(head, into: &record) || prefix.takes(head, of: label, in: line) else {
      return false
    }
    record.level = label.level
    var start = label.end
    while start < entry.count, entry[start].isBlank { start &+= 1 }
    record.message = entry.from(start)
    if firstLineEnd < entry.count, let counter = SyslogCounter(head) {
      texts.begin(entry)
      record.message = counter.joined(record.message, &texts)
    }
    messages.read(
      record.message, isLog: label.isLog, isStatement: label.isStatement(in: line), into: &record)
    return true
  }
}

/// The number of a message in `[7-1]`, by which syslog's `[7-2] #011FROM users` continues it.
private struct SyslogCounter {
  /// `[7-` of the message.
  private let opening: Bytes

  /// Finds `[7-1]` in what stands before the label.
  init?(_ head: Bytes) {
    guard let end = head.find("-1]") else { return nil }
    var start = end
    while start > 0, head[start &- 1].isDigit { start &-= 1 }
    guard start > 0, start < end, head[start &- 1] == UInt8(ascii: "[") else { return nil }
    opening = head.part(start &- 1, end &+ 1)
  }

  /// Whether a line has the number of a further line, `[7-2]`, as a word among its first ones.
  static func isFurther(_ line: Bytes) -> Bool {
    var search = 0
    while let open = line.find(UInt8(ascii: "["), from: search), open < 200 {
      search = open &+ 1
      guard open == 0 || line[open &- 1].isBlank else { continue }
      var scanner = ByteScanner(line, at: search)
      guard scanner.number() != nil, scanner.take(UInt8(ascii: "-")),
        let number = scanner.number(), number > 1, scanner.take(UInt8(ascii: "]"))
      else { continue }
      return scanner.isAtEnd || scanner.next.isBlank
    }
    return false
  }

  /// The message without what syslog put before its further lines; itself when it put nothing.
  func joined(_ message: Bytes, _ texts: inout TextArena) -> Bytes {
    guard let second = message.find(0x0A), second &+ 1 < message.count,
      textStart(message.from(second &+ 1)) != nil
    else { return message }
    return texts.write(atMost: message.count) { room in
      var count = 0
      var start = 0
      while start < message.count {
        let end = message.find(0x0A, from: start) ?? message.count
        let line = message.part(start, end)
        // A line of another message got in between.
        let isOther = start > 0 && !(line.first ?? 0).isBlank && textStart(line) == nil
        if !isOther {
          if start > 0 {
            room[count] = 0x0A
            count &+= 1
          }
          let text = start > 0 ? line.from(textStart(line) ?? 0) : line
          UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: text)
          count &+= text.count
        }
        start = end &+ 1
      }
      return count
    }
  }

  /// Where the text starts in a line that continues the message.
  private func textStart(_ line: Bytes) -> Int? {
    var search = 0
    while let place = line.find(UInt8(ascii: "["), from: search), place < 200 {
      search = place &+ 1
      guard place &+ opening.count <= line.count,
        line.part(place, place &+ opening.count).elementsEqual(opening),
        let close = line.find(UInt8(ascii: "]"), from: place &+ opening.count)
      else { continue }
      var start = close &+ 1
      while start < line.count, line[start].isBlank { start &+= 1 }
      // Syslog writes a tab in octal.
      while line.has("#011", at: start) { start &+= 4 }
      return start
    }
    return nil
  }
}
