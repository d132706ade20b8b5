import Testing

@testable import Telemetry

/// What entries of PostgreSQL say beyond one statement a line.
@Suite struct PostgreSQLMessageTests {
  private let head = "2026-11-21 02:25:43.829 UTC [13276] "

  private func kinds(_ messages: [String]) -> [String] {
    var parser = PostgreSQLFormat()
    return messages.map { message in
      let words = summary(of: head + message, by: &parser) ?? "nil"
      let parts = words.split(separator: "sql=", maxSplits: 1)
      return words.hasPrefix("query") && parts.count == 2 ? String(parts[1]) : "-"
    }
  }

  @Test func `pairs log_statement with log_duration`() {
    #expect(
      kinds([
        "LOG:  statement: select 1", "LOG:  duration: 0.2 ms", "LOG:  duration: 0.3 ms",
        "LOG:  duration: 0.1 ms", "LOG:  duration: 0.1 ms", "LOG:  execute <unnamed>: select 2",
        "DETAIL:  parameters: $1 = '1'", "LOG:  duration: 0.2 ms",
        "LOG:  statement: select 1/0", "ERROR:  division by zero", "LOG:  duration: 0.2 ms",
      ]) == ["-", "select 1", "-", "-", "-", "-", "-", "select 2", "-", "-", "-"])
  }

  @Test func `takes a statement that was cancelled for one that failed`() {
    #expect(
      kinds([
        "ERROR:  canceling statement due to statement timeout", "STATEMENT:  select pg_sleep(10)",
        "STATEMENT:  select 2", "ERROR:  canceling statement due to lock timeout",
        "CONTEXT:  while locking tuple (0,1) in relation \"a\"", "STATEMENT:  select 3",
        "ERROR:  57014: canceling statement due to user request",
        "LOCATION:  ProcessInterrupts, postgres.c:3412", "STATEMENT:  select 4",
      ]) == ["-", "select pg_sleep(10)", "-", "-", "-", "select 3", "-", "-", "select 4"])
    var parser = PostgreSQLFormat()
    let error = "ERROR:  canceling statement due to statement timeout"
    #expect(summary(of: head + error, by: &parser)?.hasPrefix("message error") == true)
    #expect(
      summary(of: head + "STATEMENT:  select a\n\tfrom b", by: &parser)
        == "query notice 2026-11-21T02:25:43.829Z failed pid=13276 sql=select a\n\tfrom b")
  }

  @Test func `leaves the statements of other entries messages`() {
    #expect(
      kinds([
        "ERROR:  division by zero", "STATEMENT:  select 1/0",
        "LOG:  process 1 still waiting for ShareLock on transaction 2 after 1000.100 ms",
        "DETAIL:  Process holding the lock: 3. Wait queue: 1.", "STATEMENT:  update a set b = 1",
        "ERROR:  canceling statement due to statement timeout", "LOG:  checkpoint starting: time",
        "STATEMENT:  select 2",
      ]) == Array(repeating: "-", count: 8))
    var parser = PostgreSQLFormat()
    _ = summary(of: head + "ERROR:  canceling statement due to lock timeout", by: &parser)
    let other = head.replacing("13276", with: "13277")
    #expect(summary(of: other + "STATEMENT:  select 1", by: &parser)?.hasPrefix("message") == true)
  }

  @Test(arguments: [
    ("FATAL:  sorry, too many clients already", 1),
    ("FATAL:  53300: sorry, too many clients already", 1),
    ("FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute", 1),
    ("FATAL:  too many connections for role \"app\"", 1),
    ("FATAL:  password authentication failed for user \"app\"", 0),
    ("LOG:  sorry, too many clients already", 0), ("ERROR:  division by zero", 0),
  ])
  func `counts connections that were refused`(message: String, count: Int) {
    var parser = PostgreSQLFormat()
    var record = LogRecord()
    let isRead = withBytes(head + message) { parser.parse($0, into: &record) }
    #expect(isRead && record.hasReadings == (count > 0))
    if record.hasReadings {
      #expect(parser.readings == [LogReading(.poolTimeouts, 1, subject: "postgresql connections")])
    }
  }

  @Test func `joins what syslog cut into lines`() {
    let entry = """
      Feb 11 13:15:40 test-pc postgres[10819]: [7-1] db=shop,app=psql,client=[local] LOG:  duration: 13.997 ms  statement: SELECT d.datname as "Name",
      Feb 11 13:15:40 test-pc postgres[10819]: [7-2] #011       r.rolname as "Owner"
      Feb 11 13:15:40 test-pc postgres[10820]: [3-2] #011       FROM other
      Feb 11 13:15:40 test-pc postgres[10819]: [7-3] #011FROM pg_database d
      """
    #expect(
      summary(of: entry, as: PostgreSQLFormat.self)
        == "query info 0.013997s pid=10819 client=local sql=SELECT d.datname as \"Name\",\n       r.rolname as \"Owner\"\nFROM pg_database d"
    )
  }

  @Test func `sums the rows that a plan's scans read`() {
    let plan = """
      LOG:  duration: 4.098 ms  plan:
      \tQuery Text: select * from a join b using (id) where a.x = 'q';
      \tQuery Parameters: $1 = 'secret'
      \tNested Loop  (cost=0.00..9.99 rows=1 width=36) (actual time=0.1..4.0 rows=7 loops=1)
      \t  ->  Seq Scan on a  (cost=0.00..9.99 rows=2 width=3) (actual time=0.1..0.2 rows=9 loops=1)
      \t        Filter: (x = 'q'::text)
      \t        Rows Removed by Filter: 991
      \t  ->  Bitmap Heap Scan on b  (cost=0.00..9.99 rows=2 width=3) (actual time=0.1..0.2 rows=2.00 loops=9)
      \t        ->  Bitmap Index Scan on b_id  (cost=0.00..9.99 rows=2 width=3) (actual time=0.1..0.2 rows=2 loops=9)
      \t  ->  CTE Scan on c  (cost=0.00..9.99 rows=2 width=3) (never executed)
      """
    #expect(
      summary(of: head + plan, as: PostgreSQLFormat.self)
        == "query info 2026-11-21T02:25:43.829Z 0.004098s rows=7 examined=1018 pid=13276 sql=select * from a join b using (id) where a.x = 'q';"
    )
  }

  @Test func `sums the rows of a plan in JSON`() {
    let plan = """
      LOG:  duration: 4.098 ms  plan:
      \t{
      \t  "Query Text": "select \\"a\\" from t",
      \t  "Plan": {
      \t    "Node Type": "Limit",
      \t    "Actual Rows": 3,
      \t    "Actual Loops": 1,
      \t    "Plans": [
      \t      {
      \t        "Node Type": "Index Only Scan",
      \t        "Actual Rows": 3,
      \t        "Actual Loops": 2,
      \t        "Rows Removed by Filter": 10
      \t      }
      \t    ]
      \t  }
      \t}
      """
    #expect(
      summary(of: head + plan, as: PostgreSQLFormat.self)
        == "query info 2026-11-21T02:25:43.829Z 0.004098s rows=3 examined=26 pid=13276 sql=select \"a\" from t"
    )
  }

  @Test func `takes no more than the statement from a plan in YAML or XML`() {
    #expect(
      kinds([
        "LOG:  duration: 4.1 ms  plan:\n\tQuery Text: \"select 'x'\"\n\tPlan: \n\t  Node Type: \"Result\"",
        "LOG:  duration: 4.1 ms  plan:\n\t<explain>\n\t<Query-Text>select 2</Query-Text>\n\t<Plan>",
      ]) == ["select 'x'", "select 2"])
  }
}
