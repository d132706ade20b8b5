import Testing

@testable import Telemetry

@Suite struct AppEntryFormatTests {
  @Test(arguments: [
    (
      "2026-11-21 05:33:51,241 DEBUG django.db.backends (0.012) SELECT id,\n  username\nFROM auth_user\nWHERE id > 0\n; args=[0]; alias=default",
      "query debug 2026-11-21T05:33:51.241Z 0.012s sql=SELECT id,\n  username\nFROM auth_user\nWHERE id > 0"
    ),
    (
      "2026-11-21 05:33:47,414 DEBUG django.db.backends (0.003) \n            SELECT name\n            FROM t; args=None; alias=default",
      "query debug 2026-11-21T05:33:47.414Z 0.003s sql=SELECT name\n            FROM t"
    ),
    (
      "info: Microsoft.EntityFrameworkCore.Database.Command[20101]\n      Executed DbCommand (1,012ms) [Parameters=[@p='?' (DbType = Int32)], CommandType='Text', CommandTimeout='30']\n      SELECT [u].[Id]\n      FROM [Users] AS [u]",
      "query info 1.012s sql=SELECT [u].[Id]\n      FROM [Users] AS [u]"
    ),
    (
      "fail: Microsoft.EntityFrameworkCore.Database.Command[20102]\n      Failed executing DbCommand (3ms) [Parameters=[], CommandType='Text', CommandTimeout='30']\n      SELECT 1",
      "query error 0.003s failed sql=SELECT 1"
    ),
    (
      "10:00:00.123 request_id=F3kQ [debug] QUERY OK source=\"users\" db=1.2ms queue=0.1ms idle=912.3ms\nSELECT u0.\"id\" FROM \"users\" AS u0 WHERE (u0.\"id\" = $1) [1]\n↳ Shop.Users.get/1, at: lib/shop/users.ex:12",
      "query debug 0.0012s req=F3kQ sql=SELECT u0.\"id\" FROM \"users\" AS u0 WHERE (u0.\"id\" = $1)"
    ),
    ("query is slow: SELECT *\nFROM t\nexecution time: 1200", "query 1.2s sql=SELECT *\nFROM t"),
    (
      "2026-01-01 10:00:00 ERROR SLOW QUERY (1.5s): SELECT 1\nTraceback (most recent call last):\n  File \"a.py\"",
      "query error 2026-01-01T10:00:00Z 1.5s sql=SELECT 1"
    ),
    (
      "2026-01-01 10:00:00 ERROR it broke\nTraceback (most recent call last):\n  nothing took 3s",
      "message error 2026-01-01T10:00:00Z | it broke"
    ),
  ])
  func `reads statements that span lines`(entry: String, expected: String) {
    #expect(summary(of: entry, as: AppEntryFormat.self) == expected)
  }

  @Test(arguments: [
    ("2026-01-01 10:00:00 INFO hi", true), ("[INFO] hi", true), ("plain text", true),
    ("INFO:     hi", true), ("", false), ("  indented", false), ("\tat a.b", false),
    ("FROM users", false), ("where id = 1", false), ("SELECT 1", false), ("; args=(1,)", false),
    (") AS t", false), ("Traceback (most recent call last):", false), ("Caused by: x", false),
    ("app.NotFoundError: x", false), ("[SQL: SELECT 1", false), ("fromage", true),
    ("↳ lib/a.ex:1", false), ("execution time: 12", false), ("selected: 3", true),
    ("For more see x", true),
    ("Not Found: /nope", true), ("Update done", true),
  ])
  func `knows where an entry begins`(line: String, expected: Bool) {
    #expect(withBytes(line) { AppEntryFormat().beginsEntry($0) } == expected)
  }
}
