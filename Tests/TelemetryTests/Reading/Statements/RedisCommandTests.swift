import Testing

@testable import Telemetry

/// Commands of Redis where nothing says that they are no SQL.
@Suite struct RedisCommandTests {
  @Test(arguments: [
    ("HSET user:1 email ann@example.org", "hset ?"), ("AUTH secret", "auth ?"),
    ("get secret", "get ?"), ("CONFIG SET requirepass secret", "config set ?"),
    ("JSON.SET doc:1 $ {}", "json.set ?"), ("SET user:1 secret", "set ?"),
    ("set {user}:1 secret EX 60", "set ?"), ("SET 'user' 'secret'", "set ?"),
    ("KEYS ann*", "keys ?"), ("SCAN 0 MATCH ann", "scan ?"),
    ("OBJECT ENCODING ann", "object encoding ?"),
    ("XREADGROUP GROUP g ann STREAMS s >", "xreadgroup ?"), ("HGETDEL user ann", "hgetdel ?"),
    ("RENAME user:1 user:2", "rename ?"), ("hset ?", "hset ?"), ("config set ?", "config set ?"),
    ("EXPIRE cart 60 NX", "expire ?"), ("GET 'a b'", "get ?"), ("get user:1 x", "get ?"),
    ("TYPE 'it''s'", "type ?"), ("HELLO 3 AUTH ann secret", "hello ?"),
  ])
  func `are known by their names or their keys`(command: String, fingerprint: String) {
    let result = Fingerprinter.of(command)
    #expect(result.text == fingerprint)
    #expect(result == Fingerprinter.of(command, dialect: .redis))
  }

  @Test(arguments: [
    ("SET search_path TO shop", "set search_path to shop"), ("SET NAMES utf8", "set names utf8"),
    ("set @a:=5", "set ? := ?"), ("copy users from stdin", "copy users from stdin"),
    ("GET DIAGNOSTICS n = ROW_COUNT", "get diagnostics n = row_count"),
    ("rename table a to b", "rename table a to b"), ("select 'user:1'", "select ?"),
    // Phrases, which have other arguments than the command.
    ("get well soon", "get well soon"), ("object storage", "object storage"),
    ("type of service", "type of service"), ("hello world", "hello world"),
  ])
  func `are told from statements of SQL`(statement: String, fingerprint: String) {
    #expect(Fingerprinter.of(statement).text == fingerprint)
    #expect(Fingerprinter.masked(statement) == fingerprint)
  }

  @Test(arguments: [
    ("SET user:1 secret", "set user:? ?"), ("get user:12:cart", "get user:?:?"),
    ("INCR rate_limit:203.0.113.9", "incr rate_limit:?"), ("get secret", "get ?"),
    ("get ann@example.org:1", "get ?"), ("EXISTS 2fa:secret", "exists ?"),
    ("publish secret:1 x", "publish ?"), ("FT.SEARCH users:idx @name:ann", "ft.search users:? ?"),
    ("HSET user:1:2:3:4:5 a b", "hset user:?:?:?:? ?"), ("get", "get"),
  ])
  func `show of a key the word that it begins with`(command: String, masked: String) {
    #expect(Fingerprinter.masked(command) == masked)
    #expect(Fingerprinter.masked(masked) == masked)
  }

  @Test func `in lines of applications lose their values too`() {
    let line =
      #"{"time":"2026-01-01T10:00:00Z","level":"warn","db.statement":"SET user:1 secret","duration_ms":12.5}"#
    let batch = databaseBatch(of: line + "\n", as: JSONAccessFormat())
    #expect(batch.queries.map { $0.fingerprint?.string } == ["set ?"])
    #expect(
      batch.queries.flatMap { $0.examples.map { Fingerprinter.masked($0.statement.string) } } == [
        "set user:? ?"
      ])
  }
}
