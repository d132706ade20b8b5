import Testing

@testable import Telemetry

/// Lines of PostgreSQL 15 under several values of `log_line_prefix`.
@Suite struct PostgreSQLFormatTests {
  @Test(arguments: [
    (  // %m [%p]
      "2026-11-21 02:25:43.829 UTC [13276] LOG:  duration: 4.959 ms  statement: select 1;",
      "query info 2026-11-21T02:25:43.829Z 0.004959s pid=13276 sql=select 1;"
    ),
    (  // %m [%p] %q%u@%d, in Berlin
      "2026-11-21 03:25:44.332 CET [13372] postgres@shop LOG:  duration: 4.551 ms  statement: select 1",
      "query info 2026-11-21T02:25:44.332Z 0.004551s pid=13372 user=postgres sql=select 1"
    ),
    (  // %t [%p]: [%l-1] user=%u,db=%d,app=%a,client=%h, in New York
      "2026-11-20 21:25:44 EST [13399]: [3-1] user=postgres,db=postgres,app=psql,client=172.23.0.1 LOG:  duration: 59.911 ms  statement: UPDATE t SET a = 1",
      "query info 2026-11-21T02:25:44Z 0.059911s pid=13399 client=172.23.0.1 user=postgres sql=UPDATE t SET a = 1"
    ),
    (  // %t:%r:%u@%d:[%p]:, as RDS has it
      "2018-08-22 16:00:04 UTC:ec2-1-1-1-1.compute-1.amazonaws.com(48808):myuser@mydb:[18762]:LOG:  duration: 3668.685 ms  execute <unnamed>: SELECT 1",
      "query info 2018-08-22T16:00:04Z 3.668685s pid=18762 client=ec2-1-1-1-1.compute-1.amazonaws.com user=myuser sql=SELECT 1"
    ),
    (  // single blanks
      "2021-05-27 17:00:00 UTC:10.1.91.65:user@my_db:[24743]:LOG: duration: 0.054 ms statement: SELECT * FROM t1;",
      "query info 2021-05-27T17:00:00Z 5.4e-05s pid=24743 user=user sql=SELECT * FROM t1;"
    ),
    (
      "2022-02-17 14:45:13.727 UTC [691] [queryid=4266247047529477710] postgres@stack LOG:  duration: 25.450 ms  statement: SELECT n.nspname as \"Schema\",\n\t  c.relname",
      "query info 2022-02-17T14:45:13.727Z 0.02545s pid=691 user=postgres sql=SELECT n.nspname as \"Schema\",\n\t  c.relname"
    ),
    (  // %n %c %b %x %e
      "1795227946.805 6b01012a.34b6 client backend 0 00000 LOG:  duration: 4.367 ms  statement: select 1",
      "query info 2026-11-21T02:25:46.805Z 0.004367s conn=6b01012a.34b6 sql=select 1"
    ),
    (  // an empty prefix
      "LOG:  duration: 1.200 ms  statement: select 1", "query info 0.0012s sql=select 1"
    ),
    (  // < %m >, in Tokyo
      "< 2026-11-21 11:25:47.827 JST > LOG:  duration: 6.784 ms  statement: select 1",
      "query info 2026-11-21T02:25:47.827Z 0.006784s sql=select 1"
    ),
    (  // [%m] [%p] [%v] [%e]: %u %d %a, in a zone without a name
      "[2026-11-20 23:25:48.354 -03] [13569] [3/0] [00000]: postgres postgres psql LOG:  duration: 0.980 ms  statement: select 1",
      "query info 2026-11-21T02:25:48.354Z 0.00098s pid=13569 sql=select 1"
    ),
    (  // %m %p %l %a %u %d %h
      "2026-11-21 02:25:48.866 UTC 13594 3 psql postgres postgres [local] LOG:  duration: 4.622 ms  statement: select 1",
      "query info 2026-11-21T02:25:48.866Z 0.004622s pid=13594 sql=select 1"
    ),
    (  // through syslog, which knows no year
      "Feb 11 13:15:40 test-pc postgres[10819]: [7-1] db=shop,app=psql,client=[local] LOG:  duration: 13.997 ms  statement: SELECT 1",
      "query info 0.013997s pid=10819 client=local sql=SELECT 1"
    ),
    (
      "2019-03-14T00:23:00+00:00 app[postgres.4821]: [GREEN] [20-1]  sql_error_code = 00000 LOG:  duration: 6679.293 ms  statement: WITH a AS (SELECT 1) SELECT 2",
      "query info 2019-03-14T00:23:00Z 6.679293s sql=WITH a AS (SELECT 1) SELECT 2"
    ),
    (
      "2026-11-21 02:25:44.066 UTC [13282] LOG:  duration: 3205.800 ms  execute a2: SELECT ...[Your log message was truncated]",
      "query info 2026-11-21T02:25:44.066Z 3.2058s pid=13282 sql=SELECT ..."
    ),
  ])
  func `reads statements under any prefix`(entry: String, expected: String) {
    #expect(summary(of: entry, as: PostgreSQLFormat.self) == expected)
  }

  @Test(arguments: [
    (
      "2026-11-21 02:25:44.065 UTC [13282] LOG:  duration: 0.068 ms  parse P_0: BEGIN;",
      "info | duration: 0.068 ms  parse P_0: BEGIN;"
    ),
    (
      "2026-11-21 02:25:44.065 UTC [13282] LOG:  duration: 0.006 ms  bind P_0: BEGIN;",
      "info | duration: 0.006 ms  bind P_0: BEGIN;"
    ),
    ("2026-11-21 02:25:44.065 UTC [13282] LOG:  duration: 12 ms", "info | duration: 12 ms"),
    (
      "2026-11-21 02:25:44.065 UTC [13282] LOG:  statement: select 43;",
      "info | statement: select 43;"
    ),
    (
      "2026-11-21 02:25:44.065 UTC [13282] DETAIL:  parameters: $1 = '-251', $2 = '73867'",
      "notice | parameters: $1 = '-251', $2 = '73867'"
    ),
    ("2026-11-21 02:25:44.065 UTC [13282] ERROR:  division by zero", "error | division by zero"),
    ("2026-11-21 02:25:44.065 UTC [13282] STATEMENT:  select 1/0;", "notice | select 1/0;"),
    (
      "2026-11-21 02:25:44.065 UTC [13282] FATAL:  sorry, too many clients already",
      "fatal | sorry, too many clients already"
    ),
    ("2026-11-21 02:25:44.065 UTC [13282] WARNING:  careful 1", "warning | careful 1"),
    (
      "2026-11-21 02:25:44.065 UTC [13282] HINT:  No function matches",
      "notice | No function matches"
    ),
    (
      "2026-11-21 02:25:44.065 UTC [13282] CONTEXT:  PL/pgSQL function f()",
      "notice | PL/pgSQL function f()"
    ),
  ])
  func `counts nothing but finished statements`(entry: String, expected: String) {
    let words = expected.split(separator: " ", maxSplits: 1)
    #expect(
      summary(of: entry, as: PostgreSQLFormat.self)
        == "message \(words[0]) 2026-11-21T02:25:44.065Z pid=13282 \(words[1])")
  }

  @Test func `counts a statement logged with its plan once`() {
    var parser = PostgreSQLFormat()
    let plan =
      "2026-11-21 02:25:43.837 UTC [13276] LOG:  duration: 4.098 ms  plan:\n\tQuery Text: select pg_sleep(0.004),\n\t'é';\n\tResult  (cost=0.00..0.01 rows=1 width=36) (actual time=4.092..4.092 rows=7 loops=1)\n\t  ->  Seq Scan  (cost=0.00..9.99 rows=2 width=3) (actual time=0.1..0.2 rows=9 loops=1)"
    let head = "2026-11-21 02:25:43.837 UTC"
    #expect(
      summary(of: plan, by: &parser)
        == "query info 2026-11-21T02:25:43.837Z 0.004098s rows=7 examined=9 pid=13276 sql=select pg_sleep(0.004),\n\t'é';"
    )
    let statement = "LOG:  duration: 4.650 ms  statement: select pg_sleep(0.004),\n\t'é';"
    #expect(summary(of: "\(head) [13276] \(statement)", by: &parser)?.hasPrefix("message") == true)
    #expect(summary(of: "\(head) [13277] \(statement)", by: &parser)?.hasPrefix("query") == true)
    let later = "2026-11-21 02:25:53.837 UTC"
    #expect(summary(of: "\(later) [13276] \(statement)", by: &parser)?.hasPrefix("query") == true)
  }

  @Test func `reads plans in JSON`() {
    let entry =
      "2026-11-21 02:25:43 UTC [1] LOG:  duration: 2334.085 ms  plan:\n\t{\n\t  \"Query Text\": \"SELECT \\\"a\\\"\\nFROM t\",\n\t  \"Plan\": {}\n\t}"
    #expect(
      summary(of: entry, as: PostgreSQLFormat.self)
        == "query info 2026-11-21T02:25:43Z 2.334085s pid=1 sql=SELECT \"a\"\nFROM t")
  }

  @Test func `finds where entries begin`() {
    let format = PostgreSQLFormat()
    let begins = [
      "2026-11-21 02:25:43.832 UTC [13276] LOG:  duration: 0.704 ms  statement: SELECT u.id, count(*)",
      "2026-11-21 02:25:43.832 UTC [13276] STATEMENT:  select * from nosuch;",
      "ERROR:  division by zero", "< 2026-11-21 11:25:47.827 JST > LOG:  x",
      "user=a,db=b LOG:  x",
    ]
    let continues = [
      "", "\tFROM users u", "\t  WHERE u.name <> 'LOG:  duration: 1 ms'", "  GROUP BY u.id;",
      "FROM t -- LOG: not one", "where a = 'x ERROR: y'",
    ]
    func begin(_ line: String) -> Bool {
      var line = line
      return line.withUTF8 { format.beginsEntry(Bytes($0)) }
    }
    for line in begins { #expect(begin(line), "\(line)") }
    for line in continues { #expect(!begin(line), "\(line)") }
  }

  @Test func `tells how fine a stamp is`() {
    func resolution(_ stamp: String) -> Double {
      var format = PostgreSQLFormat()
      var record = LogRecord()
      var entry = "\(stamp) [1] LOG:  x"
      return entry.withUTF8 { format.parse(Bytes($0), into: &record) } ? record.timeResolution : -1
    }
    #expect(resolution("2026-11-21 02:25:43.832 UTC") == 0.001)
    #expect(resolution("2026-11-21 02:25:43 UTC") == 1)
  }

  @Test(arguments: [
    "", "LOG", "hello LOG:  x", "2026-11-21 02:25:43 UTC [1] hello", "INFO: started",
    "INFO:     Started server process [7]",
    "[WARNING] SLOW QUERY (0.7007s): SELECT 1",
  ])
  func `refuses other lines`(line: String) {
    #expect(summary(of: line, as: PostgreSQLFormat.self) == nil)
  }
}
