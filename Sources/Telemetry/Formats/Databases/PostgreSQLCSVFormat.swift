/// The csvlog of PostgreSQL, of any version since 8.3: 22 columns, later up to 26.
///
/// Columns in quotes may hold line ends and doubled quotes.
/// Source: https://www.postgresql.org/docs/current/runtime-config-logging.html#RUNTIME-CONFIG-LOGGING-CSVLOG
package struct PostgreSQLCSVFormat: LocalStampFormat {
  package static let name = "postgresql-csv"
  package static let vantage = "postgresql"
  package static let isMultiLine = true
  package static let isSequential = true
  package static let sqlDialect = SQLDialect.postgresql
  package static let samples = [
    "2021-01-22 10:03:22.785 CET,\"aaaa\",\"aaaa\",1486,\"127.0.0.1:52306\",6009c305.5ce,32878,\"SELECT\",2021-01-21 19:08:05 CET,14/10903,0,LOG,00000,\"duration: 26.120 ms  execute S_65: select 1\",\"parameters: $1 = 'XXX', $2 = NULL\",,,,,,,,\"\"",
    "2026-11-21 05:45:47.342 UTC,,,2522,,6b01300b.9da,2,,2026-11-21 05:45:47 UTC,,0,LOG,00000,\"listening on IPv4 address \"\"127.0.0.1\"\", port 54391\",,,,,,,,,\"\",\"postmaster\",,0",
    "2026-11-21 05:49:12.101 UTC,\"postgres\",\"shop\",3601,\"[local]\",6b0130d8.e11,3,\"SELECT\",2026-11-21 05:49:12 UTC,3/2,0,LOG,00000,\"duration: 1.209 ms  statement: SELECT \"\"id\"\"\nFROM users\nWHERE name = 'a,b'\",,,,,,,,,\"psql\",\"client backend\",,-1023456789",
  ]

  package var stampContext: StampContext {
    get { stamps.stamps.context }
    set { stamps.stamps.context = newValue }
  }

  package var readings: [LogReading] { PostgreSQLMessage.refusals }

  private var stamps = StampMemo()
  private var messages = PostgreSQLMessage()
  private var texts = TextArena()

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    guard line.count > 22, line[0].isDigit, line[4] == UInt8(ascii: "-"),
      line[7] == UInt8(ascii: "-"), line[10] == UInt8(ascii: " "), line[13] == UInt8(ascii: ":")
    else { return false }
    // Log time, then a user in quotes or nothing; the process is the fourth column.
    var fields = CSVScanner(line)
    for _ in 0..<3 where fields.next() == nil { return false }
    guard let process = fields.next() else { return false }
    return process.bytes.unsigned != nil
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    var fields = CSVScanner(entry)
    guard let time = fields.next(), let stamp = stamps.stamp(time.bytes), let user = fields.next(),
      fields.next() != nil, let process = fields.next(), process.bytes.unsigned != nil,
      let client = fields.next(), let session = fields.next()
    else { return false }
    for _ in 7..<12 where fields.next() == nil { return false }
    guard let severity = fields.next(), fields.next() != nil, let message = fields.next() else {
      return false
    }
    record.level = PostgreSQLLabel.level(severity.bytes)
    guard record.level != .unknown else { return false }
    texts.begin(entry)
    record.time = stamp.time
    record.timeResolution = stamp.resolution
    record.user = user.bytes
    record.processID = process.bytes
    record.connectionID = session.bytes
    record.client = Self.host(client.bytes)
    record.message = message.text(&texts)
    let query = record.level >= .error ? query(behind: fields) : .none
    messages.read(
      record.message, isLog: severity.bytes.equals("LOG"), query: query, into: &record)
    return true
  }

  /// The statement that an error is about; detail, hint, an internal query with its position and
  /// the context stand between the message and it.
  private mutating func query(behind fields: CSVScanner) -> Bytes {
    var fields = fields
    for _ in 0..<5 where fields.next() == nil { return .none }
    return fields.next()?.text(&texts) ?? .none
  }

  /// The host of `127.0.0.1:52306`.
  private static func host(_ client: Bytes) -> Bytes {
    guard let colon = client.lastIndex(of: UInt8(ascii: ":")) else { return client }
    return client.part(0, colon)
  }
}

/// A cursor over the columns of one row of comma-separated values.
///
/// Source: https://www.rfc-editor.org/rfc/rfc4180
private struct CSVScanner {
  struct Field {
    /// What stands between the quotes, if there are any.
    var bytes: Bytes
    var hasDoubledQuotes = false

    /// The text with each doubled quote made single.
    func text(_ texts: inout TextArena) -> Bytes {
      guard hasDoubledQuotes else { return bytes }
      return texts.write(atMost: bytes.count) { room in
        var count = 0
        var place = 0
        while place < bytes.count {
          let byte = bytes[place]
          room[count] = byte
          count &+= 1
          place &+= byte == UInt8(ascii: "\"") ? 2 : 1
        }
        return count
      }
    }
  }

  private let row: Bytes
  private var position = 0

  init(_ row: Bytes) {
    self.row = row
  }

  /// The next column; `nil` after the last one, and for one whose quotes do not end.
  mutating func next() -> Field? {
    guard position <= row.count else { return nil }
    if position < row.count, row[position] == UInt8(ascii: "\"") { return quoted() }
    let end = row.find(UInt8(ascii: ","), from: position) ?? row.count
    defer { position = end &+ 1 }
    return Field(bytes: row.part(position, end))
  }

  private mutating func quoted() -> Field? {
    let start = position &+ 1
    var search = start
    var field = Field(bytes: .none)
    while let quote = row.find(UInt8(ascii: "\""), from: search) {
      if quote &+ 1 < row.count, row[quote &+ 1] == UInt8(ascii: "\"") {
        field.hasDoubledQuotes = true
        search = quote &+ 2
        continue
      }
      field.bytes = row.part(start, quote)
      position = quote &+ 2
      return field
    }
    return nil
  }
}
