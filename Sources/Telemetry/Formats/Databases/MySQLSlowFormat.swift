/// The slow query log of MySQL, MariaDB and Percona Server, of any version since 5.0.
///
///     # Time: 2026-01-01T00:00:00.432000Z
///     # User@Host: app0[app] @ web-0 [10.0.0.5]  Id: 1050
///     # Query_time: 0.109659  Lock_time: 0.000005 Rows_sent: 195  Rows_examined: 377858
///     use shop;
///     SET timestamp=1767225600;
///     SELECT ...;
///
/// Older servers and MariaDB write `# Time:` only when the second has changed, in local time; for
/// them an entry ended `Query_time` after the second in `SET timestamp`, which needs no zone.
/// Source: https://dev.mysql.com/doc/refman/8.4/en/slow-query-log.html
package struct MySQLSlowFormat: LocalStampFormat {
  package static let name = "mysql-slow"
  package static let vantage = "mysql"
  package static let isMultiLine = true
  package static let isSequential = true
  package static let sqlDialect = SQLDialect.mysql
  package static let samples = [
    "# Time: 2016-07-20T18:13:25.698433Z\n# User@Host: root[root] @ localhost [127.0.0.1]  Id:     3\n# Query_time: 0.003464  Lock_time: 0.000324 Rows_sent: 1000  Rows_examined: 2000\nuse shop;\nSET timestamp=1469038405;\nSELECT *\nFROM users;",
    "# User@Host: root[root] @ localhost []\n# Thread_id: 3  Schema: shop  QC_hit: No\n# Query_time: 0.050185  Lock_time: 0.000000  Rows_sent: 1  Rows_examined: 0\n# Rows_affected: 0  Bytes_sent: 130\n#\n# explain: id\tselect_type\n#\nSET timestamp=1795239951;\nselect sleep(0.05);",
    "# Time: 071015 21:43:52\n# User@Host: root[root] @ localhost []\n# Query_time: 2  Lock_time: 0  Rows_sent: 1  Rows_examined: 0\nselect sleep(2) from n;",
    "# Time: 071218 11:48:27 # User@Host: [SQL_SLAVE] @  []\n# Thread_id: 10\n# Query_time: 0.000012  Lock_time: 0.000000  Rows_sent: 0  Rows_examined: 0\n# administrator command: Quit;",
    "/usr/sbin/mysqld, Version: 8.0.36 (MySQL Community Server - GPL). started with:\nTcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock\nTime                 Id Command    Argument",
    "mariadbd, Version: 10.11.6-MariaDB-0+deb12u1-log (Debian 12). started with:\nTcp port: 3306  Unix socket: /run/mysqld/mysqld.sock\nTime\t\t    Id Command\tArgument",
  ]

  package var stampContext: StampContext {
    get { stamps.stamps.context }
    set { stamps.stamps.context = newValue }
  }

  private var stamps = StampMemo()
  /// The last `# Time:`; without a zone it serves only entries that have no `SET timestamp`.
  private var stamp: Stamp?
  private var stampIsExact = false

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    guard line.first == UInt8(ascii: "#") else { return Self.isBanner(line) }
    return line.has("# User@Host: ") || line.has("# Time: ")
  }

  package func continues(_ entry: Bytes, with line: Bytes) -> Bool {
    guard entry.first == UInt8(ascii: "#") else {
      return line.has("Tcp port: ") || line.has("Time  ") || line.has("Time\t")
    }
    return line.first == UInt8(ascii: "#") || !SlowEntry(entry).isComplete
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    guard entry.first == UInt8(ascii: "#") else {
      record.message = entry
      record.level = .info
      return Self.isBanner(entry.part(0, entry.find(0x0A) ?? entry.count))
    }
    var start = 0
    var header = Header()
    while entry.has("#", at: start) {
      let end = entry.find(0x0A, from: start) ?? entry.count
      guard header.read(entry.part(start, end), into: &record) else { return false }
      start = end &+ 1
      if !header.stamp.isEmpty { readStamp(&header) }
    }
    guard header.isKnown else { return false }
    record.level = .info
    record.message = entry
    if let stamp {
      record.time = stamp.time
      record.timeResolution = stamp.resolution
    }
    guard record.seconds == record.seconds else { return true }
    statement(entry.from(min(start, entry.count)), header, &record)
    return true
  }

  /// The lines after the header: `use db;`, `SET timestamp=1;` and the statement.
  private func statement(_ text: Bytes, _ header: Header, _ record: inout LogRecord) {
    var rest = text
    if rest.hasAnyCase("use "), let end = rest.find(";\n") { rest = rest.from(end &+ 2) }
    if rest.has("SET "), let end = rest.find(";\n"),
      let key = rest.part(0, end).find("timestamp=")
    {
      var scanner = ByteScanner(rest, at: key &+ 10)
      if let start = scanner.decimal(), !stampIsExact {
        record.time = Timestamp(seconds: start + record.seconds)
        record.timeResolution = 1
      }
      rest = rest.from(end &+ 2)
    }
    if rest.has("# administrator command: ") { rest = rest.from(2) }
    record.statement = rest.isEmpty ? header.command : rest
    if record.statement.last == UInt8(ascii: ";") {
      record.statement = record.statement.part(0, record.statement.count &- 1)
    }
    if record.statement.isEmpty { return record.seconds = .nan }
    record.kind = .query
    record.message = record.statement
  }

  /// Keeps the stamp of `# Time:`.
  private mutating func readStamp(_ header: inout Header) {
    let text = header.stamp
    header.stamp = .none
    var scanner = ByteScanner(text)
    if text.count > 10, text[4] == UInt8(ascii: "-") {
      stamp = stamps.stamp(&scanner)
      stampIsExact = stamp != nil
      return
    }
    stampIsExact = false
    stamp = nil
    guard let date = scanner.digits(6),
      let days = CivilDate.days(
        year: 2000 + date / 10_000, month: date / 100 % 100, day: date % 100)
    else { return }
    scanner.skipBlanks()
    guard let clock = DurationScanner.written(&scanner), clock < 86_400 else { return }
    let midnight = Double(days * 86_400 - stamps.stamps.context.offsetSeconds)
    stamp = Stamp(time: Timestamp(seconds: midnight + clock), resolution: 1)
  }

  /// The first of the three lines that a server writes when it opens the log.
  private static func isBanner(_ line: Bytes) -> Bool {
    line.last == UInt8(ascii: ":") && line.find(", Version: ") != nil
      && line.find(" started with:") != nil
  }
}

/// What the lines that begin with `#` say.
private struct Header {
  /// Text after `# Time:`.
  var stamp = Bytes.none
  /// Text after `# `, of a command that is no statement.
  var command = Bytes.none
  /// Whether a line was of this format.
  var isKnown = false

  /// Reads one line; `false` when no slow log has a line like that.
  mutating func read(_ line: Bytes, into record: inout LogRecord) -> Bool {
    guard line.count > 2, line[1] == UInt8(ascii: " ") else { return isKnown }
    switch line[2] {
    case UInt8(ascii: "T") where line.has("Time: ", at: 2):
      isKnown = true
      stamp = line.from(8)
      // Some versions write both headers into one line.
      if let user = line.find("# User@Host: ", from: 8) {
        stamp = line.part(8, user)
        userAndHost(line.from(user &+ 13), &record)
      }
    case UInt8(ascii: "U") where line.has("User@Host: ", at: 2):
      isKnown = true
      userAndHost(line.from(13), &record)
    case UInt8(ascii: "Q") where line.has("Query_time: ", at: 2):
      isKnown = true
      figures(line, &record)
    case UInt8(ascii: "T") where line.has("Thread_id: ", at: 2):
      isKnown = true
      var scanner = ByteScanner(line, at: 13)
      record.connectionID = scanner.word()
      failures(line, &record)
    case UInt8(ascii: "S") where line.has("Schema: ", at: 2):
      failures(line, &record)
    case UInt8(ascii: "a") where line.has("administrator command: ", at: 2):
      command = line.from(2)
    default: break
    }
    return isKnown
  }

  /// `root[root] @ localhost [127.0.0.1]  Id:     3`.
  private func userAndHost(_ text: Bytes, _ record: inout LogRecord) {
    guard let at = text.find(" @ ") else { return }
    let user = text.part(0, text.find(UInt8(ascii: "[")) ?? at)
    record.user = user.count < at ? user : text.part(0, at)
    guard let open = text.find(UInt8(ascii: "["), from: at),
      let close = text.find(UInt8(ascii: "]"), from: open)
    else { return }
    let address = text.part(open &+ 1, close)
    record.client = address.isEmpty ? text.part(at &+ 3, open).trimmed : address
    if let id = text.find("Id:", from: close) {
      record.connectionID = text.from(id &+ 3).trimmed
    }
  }

  /// `Query_time: 0.003464  Lock_time: 0.000324 Rows_sent: 1000  Rows_examined: 2000 ...`.
  private func figures(_ line: Bytes, _ record: inout LogRecord) {
    var scanner = ByteScanner(line, at: 14)
    scanner.skipBlanks()
    guard let seconds = scanner.decimal(), seconds >= 0 else { return }
    record.seconds = seconds
    // What every version writes comes first, and mostly alone.
    if scanner.take("  Lock_time: "), scanner.decimal() != nil {
      scanner.skipBlanks()
      if scanner.take("Rows_sent: ") { record.rowsSent = count(&scanner) }
      scanner.skipBlanks()
      if scanner.take("Rows_examined: ") { record.rowsExamined = count(&scanner) }
    }
    while !scanner.isAtEnd {
      scanner.skipBlanks()
      let key = scanner.word()
      scanner.skipBlanks()
      switch key.count {
      case 10 where key.equals("Rows_sent:"): record.rowsSent = count(&scanner)
      case 14 where key.equals("Rows_examined:"): record.rowsExamined = count(&scanner)
      case 6 where key.equals("Errno:"): if count(&scanner) > 0 { record.failed = true }
      case 7 where key.equals("Killed:"): if count(&scanner) > 0 { record.failed = true }
      case 10 where key.equals("Thread_id:"): record.connectionID = scanner.word()
      default: break
      }
    }
  }

  /// `Thread_id: 10  Schema: db  Last_errno: 0  Killed: 0` of Percona Server and MariaDB; newer ones
  /// of Percona begin with `Schema`.
  private func failures(_ line: Bytes, _ record: inout LogRecord) {
    for key in ["Last_errno: ", "Killed: "] as [StaticString] {
      guard let place = line.find(key) else { continue }
      var scanner = ByteScanner(line, at: place &+ key.utf8CodeUnitCount)
      if count(&scanner) > 0 { record.failed = true }
    }
  }

  private func count(_ scanner: inout ByteScanner) -> Int64 {
    Int64(scanner.number() ?? -1)
  }
}
