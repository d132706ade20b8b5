import Testing

@testable import Telemetry

/// Lines of logs that hold commands whose values no quotes tell.
@Suite struct CommandMaskTests {
  @Test(arguments: [
    (
      #"{"level":"warn","db.system":"redis","db.statement":"HSET user:1 name Bob","ms":3}"#,
      #"{"level":"warn","db.system":"redis","db.statement":"hset ?","ms":3}"#
    ),
    (
      #"{"db.query.text" : "SET key Bob", "db.system.name" : "redis"}"#,
      #"{"db.query.text" : "set ?", "db.system.name" : "redis"}"#
    ),
    (
      #"{"db":{"system":"redis","statement":"SET key \"Bob\""}}"#,
      #"{"db":{"system":"redis","statement":"set ?"}}"#
    ),
    (#"{"db.statement":"SET user:1 Bob"}"#, #"{"db.statement":"set ?"}"#),
    (#"{"db.statement":"HSET user:1 name Bo…"#, #"{"db.statement":"hset ?"#),
    (
      #"msg=slow db.system=redis db.statement="GET Bob" ms=3"#,
      #"msg=slow db.system=redis db.statement="get ?" ms=3"#
    ),
    (
      #"{"db.system":"mongodb","db.statement":"{\"find\":\"users\",\"filter\":{\"name\":\"Bob\"}}"}"#,
      #"{"db.system":"mongodb","db.statement":"{find: ?, filter: {name: ?}}"}"#
    ),
    (
      #"{"db.statement":"{\"aggregate\":\"users\",\"pipeline\":[{\"$group\":{\"_id\":\"$city\"}}]}"}"#,
      #"{"db.statement":"{aggregate: ?, pipeline: [{$group: {_id: \"$city\"}}]}"}"#
    ),
    (
      #"{"db.system":"mongodb","db.query.text":"find shop.users { filter: { name: 'Bob' } }"}"#,
      #"{"db.system":"mongodb","db.query.text":"find shop.users {filter: {name: ?}}"}"#
    ),
    (
      #"{"db.system":"mongodb","db.statement":"users.find({name: 'Bob'})"}"#,
      #"{"db.system":"mongodb","db.statement":"users.find ?"}"#
    ),
    (
      #"1795240113.107412 [0 127.0.0.1:60866] "SET" "user:1" "it's \"Bob\"""#,
      "1795240113.107412 [0 127.0.0.1:60866] set ?"
    ),
    (#"1795240113.107412 [0 lua] "ping""#, "1795240113.107412 [0 lua] ping"),
    (
      #"1795240113.107412 [3 unix:/run/redis.sock] "au…"#,
      "1795240113.107412 [3 unix:/run/redis.sock] ?"
    ),
    (
      #"disk 5" ok db.system=redis db.statement="SET user:1 Bob""#,
      #"disk 5" ok db.system=redis db.statement="set ?""#
    ),
    (
      #""1795918979.138432 [0 127.0.0.1:49612] \"SET\" \"a\\\"b\" \"x\"""#,
      #""1795918979.138432 [0 127.0.0.1:49612] set ?""#
    ),
    (
      #"{"level":"info","msg":"query {\"find\":\"users\",\"filter\":{\"email\":\"a@b\"}}"}"#,
      #"{"level":"info","msg":"query {find: ?, filter: {email: ?}}"}"#
    ),
    (
      #"msg="ran {\"delete\":\"users\",\"deletes\":[{\"q\":{\"id\":7}}]} in 3 ms" n=1"#,
      #"msg="ran {delete: ?, deletes: [{q: {id: ?}}]} in 3 ms" n=1"#
    ),
    (
      #"{"msg":"query {\"find\":\"users\",\"filter\":{\"email\":\"a@b…"#,
      #"{"msg":"query {find: ?, filter: {email: ?…"#
    ),
    (
      #"{"log":"{\"db.statement\":\"SET user:1 Bob\"}\n","stream":"stdout"}"#,
      #"{"log":"{\"db.statement\":\"set ?\"}\n","stream":"stdout"}"#
    ),
    (#"{"query":"{\"find\":\"users\",\"limit\":5}"}"#, #"{"query":"{find: ?, limit: ?}"}"#),
    (#"query="GET cart" ms=3"#, #"query="get ?" ms=3"#),
    (#"query="get user:1""#, #"query="get ?""#),
    (#"query="hset user name Bob""#, #"query="hset ?""#),
    (#"query="auth secret""#, #"query="auth ?""#),
    (#"2) "Bob" "#, "2) ?"), (#"1~ "Bob""#, "1~ ?"), (#"1# "st" => "#, "1# ? => "),
    (#"1# "email" => "ann@example.org""#, "1# ? => ?"),
    (#"   1# "calls" => (integer) 1"#, "   1# ? => (integer) 1"),
    (#"    4)  1) "lpush""#, "    4)  1) ?"), (#"       10) "Bob\"s"#, "       10) ?"),
  ])
  func `lose their values`(line: String, masked: String) {
    #expect(CommandMask.masked(line) == masked)
    #expect(CommandMask.masked(masked) == masked)
  }

  @Test(arguments: [
    "", "\"", "=\"", "\":\"", "1)", "1) (integer) 5", #"1) "a" and "b""#, #"12 "a""#,
    #"{"db.system":"postgresql","db.statement":"SELECT a FROM t WHERE b = 'x'"}"#,
    #"{"db.system":"mongodb","db.statement":"shop.users"}"#,
    #"query="get well soon" ms=3"#, #"{"query":"watch movies online"}"#,
    #"{"query":"object storage"}"#, #"{"db.statement":"get well soon"}"#,
    #"{"msg":"answer {\"count\":5,\"limit\":10}"}"#, #"{"msg":"body {\"name\":\"Bob\"}\n"}"#,
    #"{"path":"/a","query":"name=ann","ms":3}"#, #"{"query":"{ user(id: 1) { name } }"}"#,
    #"10.0.0.1 - - [14/Oct/2025:14:00:00 +0000] "GET /get HTTP/1.1" 200 5 "-" "curl/8" 250"#,
    #"1795240113.107412 [0 127.0.0.1:60866] connected"#, #"{"msg":"hset user:1 name Bob"}"#,
  ])
  func `other lines stay as they are`(line: String) {
    #expect(CommandMask.masked(line) == line)
  }

  @Test func `a command that was cut in the midst of a list comes to an end`() {
    let line = #"{"db.system":"mongodb","db.statement":"{find: 'u', filter: {_id: {$in: [1, 2}}}"}"#
    #expect(!CommandMask.masked(line).contains("1"))
  }
}
