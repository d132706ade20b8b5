/// Entries of applications whose statements span lines, as loggers of ORMs write them.
///
///     2026-01-01 10:00:00,123 DEBUG django.db.backends (0.001)
///                 SELECT name FROM users
///                 WHERE id = 1; args=(1,); alias=default
///
/// Lines are read as `AppLineFormat` reads them; a line without a head that is indented, is of a
/// stack trace, or starts like a clause of SQL belongs to the entry before it. Sources where no more
/// is understood that way are read by the line.
package struct AppEntryFormat: LocalStampFormat {
  package static let name = "app-entry"
  package static let vantage = "app"
  package static let isGeneral = true
  package static let isMultiLine = true
  package static let samples = [
    "2026-11-21 05:33:47,414 DEBUG django.db.backends (0.000) \n            SELECT name, type FROM sqlite_master\n            WHERE type in ('table', 'view') AND NOT name='sqlite_sequence'\n            ORDER BY name; args=None; alias=default",
    "2026-11-21 05:33:51,241 DEBUG django.db.backends (0.000) SELECT id,\n          username\nFROM auth_user\nWHERE id > 0\n; args=[0]; alias=default",
    "info: Microsoft.EntityFrameworkCore.Database.Command[20101]\n      Executed DbCommand (12ms) [Parameters=[@__id_0='?' (DbType = Int32)], CommandType='Text', CommandTimeout='30']\n      SELECT [u].[Id], [u].[Name]\n      FROM [Users] AS [u]\n      WHERE [u].[Id] = @__id_0",
    "10:00:00.123 request_id=F3kQ [debug] QUERY OK source=\"users\" db=1.2ms queue=0.1ms idle=912.3ms\nSELECT u0.\"id\", u0.\"name\" FROM \"users\" AS u0 WHERE (u0.\"id\" = $1) [1]",
    "2024/03/15 10:23:45 /app/main.go:32 SLOW SQL >= 200ms\n[245.123ms] [rows:1] SELECT * FROM `users` WHERE id = 1",
    "query is slow: SELECT * FROM \"user\" WHERE \"id\" = $1 -- PARAMETERS: [1]\nexecution time: 1200",
  ]

  package var stampContext: StampContext {
    get { line.head.stamps.context }
    set { line.head.stamps.context = newValue }
  }

  package var readings: [LogReading] { line.readings }

  private var line = MessageLine()

  package init() {}

  package func beginsEntry(_ line: Bytes) -> Bool {
    guard let first = line.first else { return false }
    if first.isDigit { return true }
    if first.isBlank { return StackTrace.startsRequest(line) }
    if first == 0x1B || first == UInt8(ascii: "["), MessagePatterns.isGORM(line) { return false }
    return !StackTrace.continues(line) && !StackTrace.continuesStatement(line)
      && !line.has("execution time: ") && !line.has("↳")
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    let text = line.uncoloured(entry)
    guard let end = text.find(0x0A) else { return line.read(text, into: &record) }
    let first = text.part(0, end)
    guard end &+ 1 < text.count else { return line.read(first, into: &record) }
    return line.read(first, whole: text, into: &record)
  }
}
