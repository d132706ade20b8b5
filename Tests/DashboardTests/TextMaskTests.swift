import Telemetry
import TestSupport
import Testing

@testable import Dashboard

/// Lines of logs without what must not leave the house.
@Suite struct TextMaskTests {
  @Test(arguments: [
    (
      "1.2.3.4 - - [x] \"GET /search?q=ann&page=2 HTTP/1.1\" 200 17",
      "1.2.3.4 - - [x] \"GET /search?q=*&page=* HTTP/1.1\" 200 17"
    ),
    (
      "command shop.carts command: find { find: \"carts\", filter: { mail: \"ann@x.org\" } } 104ms",
      "command shop.carts command: find { find: ?, filter: { mail: ? } } ?"
    ),
    ("GET /a?token 200", "GET /a?* 200"),
    ("GET /a?x= 200", "GET /a?x= 200"),
    ("took 3 ms, ok?", "took 3 ms, ok?"),
    ("postgres://bob:s3cret@db:5432/shop down", "postgres://***@db:5432/shop down"),
    ("http://h:80/p/a@b", "http://h:80/p/a@b"),
    (
      "{\"path\":\"/a\",\"query\":\"name=ann\",\"ms\":3}",
      "{\"path\":\"/a\",\"query\":\"name=*\",\"ms\":3}"
    ),
    ("body name=ann&mail=a%40b.org", "body name=*&mail=*"),
    (
      "LOG:  duration: 12.5 ms  statement: SELECT * FROM users WHERE mail = 'a@b.org' AND id = 4711",
      "LOG:  duration: 12.5 ms  statement: SELECT * FROM users WHERE mail = ? AND id = ?"
    ),
    (
      "select \"users\".* from \"users\" where \"users\".\"id\" = 7",
      "select \"users\".* from \"users\" where \"users\".\"id\" = ?"
    ),
    ("SELECT * FROM t1 WHERE name = \"ann\" LIMIT 5", "SELECT * FROM t1 WHERE name = ? LIMIT ?"),
    ("INSERT INTO t VALUES (1, 'it''s', $$x y$$, \"z\")", "INSERT INTO t VALUES (?, ?, ?, ?)"),
    (
      "DETAIL:  Key (email)=(ann@x.org) already exists.", "DETAIL:  Key (email)=(?) already exists."
    ),
    ("DETAIL:  parameters: $1 = 'ann', $2 = '4711'", "DETAIL:  parameters: $1 = ?, $2 = ?"),
    ("DELETE /users/42 HTTP/1.1\" 204 0", "DELETE /users/42 HTTP/1.1\" 204 0"),
    ("can't reach 'db'", "can't reach ?"),
    ("can't reach '\u{301}db'", "can't reach ?"),
    (
      "update t set name = '\u{301}ann' where n = \u{301}47 and m = \u{0D4E}'x'",
      "update t set name = ? where n = \u{301}? and m = \u{0D4E}?"
    ),
    ("GET /a?\u{301}q=ann&p=\u{301}2 200", "GET /a?\u{301}q=*&p=* 200"),
    ("update users set name = 'ann", "update users set name = ?"),
    ("select 1 from t where id = ? and b in (?,?)", "select ? from t where id = ? and b in (?,?)"),
  ])
  func `takes values out and leaves the rest`(line: String, masked: String) {
    #expect(Redaction.line(DisplayText(line)).string == masked)
  }

  @Test func `changes nothing more the second time`() {
    for line in [
      "GET /a?b=c&d=e", "postgres://u:p@h/d", "select * from t where a = 'x' and b = 2",
      "{\"query\":\"a=b&c=d\"}", "?", "'", "\"", "(x)=(", "//", "a=b&c=d&",
    ] {
      let once = Redaction.line(DisplayText(line))
      #expect(Redaction.line(once) == once)
    }
  }
}
