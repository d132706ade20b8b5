import Testing

@testable import Telemetry

@Suite struct MySQLSlowFormatTests {
  private let figures =
    "# Query_time: 0.003464  Lock_time: 0.000324 Rows_sent: 1000  Rows_examined: 2000"
  private let user = "# User@Host: root[root] @ localhost [127.0.0.1]  Id:     3"

  @Test func `reads MySQL 5_7 and later, whose stamps say their zone`() {
    for (stamp, expected) in [
      ("2016-07-20T18:13:25.698433Z", "2016-07-20T18:13:25.698433Z"),
      ("2016-07-20T20:13:25.698433+02:00", "2016-07-20T18:13:25.698433Z"),
    ] {
      let entry =
        "# Time: \(stamp)\n\(user)\n\(figures)\nuse shop;\nSET timestamp=1469038405;\nSELECT *\nFROM users;"
      #expect(
        summary(of: entry, as: MySQLSlowFormat.self)
          == "query info \(expected) 0.003464s rows=1000 examined=2000 conn=3 client=127.0.0.1 user=root sql=SELECT *\nFROM users"
      )
    }
  }

  @Test func `reads the log of MariaDB 10_11 with plans`() {
    var parser = MySQLSlowFormat()
    parser.stampContext = StampContext(offsetSeconds: 3600)
    #expect(
      summary(of: "# Time: 261121  6:45:51", by: &parser)
        == "message info 2026-11-21T05:45:51Z | # Time: 261121  6:45:51")
    let entry = """
      # User@Host: app[app] @ localhost []
      # Thread_id: 3  Schema: shop  QC_hit: No
      # Query_time: 0.250139  Lock_time: 0.000035  Rows_sent: 2  Rows_examined: 7
      # Rows_affected: 0  Bytes_sent: 140
      # Pages_accessed: 1  Pages_read: 0  Pages_prefetched: 0  Pages_updated: 0  Old_rows_read: 0
      # Full_scan: Yes  Full_join: No  Tmp_table: No  Tmp_table_on_disk: No
      #
      # explain: id\tselect_type\ttable\ttype\tpossible_keys\tkey\tkey_len\tref\trows\tr_rows
      # explain: 1\tSIMPLE\tusers\tALL\tPRIMARY\tNULL\tNULL\tNULL\t2\t2.00
      #
      SET timestamp=1795239951;
      select * from users where name='o''brien' or id in (1,2,3);
      """
    #expect(
      summary(of: entry, by: &parser)
        == "query info 2026-11-21T05:45:51.250139Z 0.250139s rows=2 examined=7 conn=3 client=localhost user=app sql=select * from users where name='o''brien' or id in (1,2,3)"
    )
  }

  @Test func `reads whole seconds, both headers in one line, and stamps in local time`() {
    var parser = MySQLSlowFormat()
    parser.stampContext = StampContext(offsetSeconds: -7200)
    let entry =
      "# Time: 071218  1:48:27 # User@Host: [SQL_SLAVE] @  []\n# Query_time: 2  Lock_time: 0  Rows_sent: 1  Rows_examined: 0\nselect sleep(2) from n;"
    #expect(
      summary(of: entry, by: &parser)
        == "query info 2007-12-18T03:48:27Z 2.0s rows=1 examined=0 sql=select sleep(2) from n")
    let next = "\(user)\n\(figures)\nselect 1;"
    #expect(
      summary(of: next, by: &parser)
        == "query info 2007-12-18T03:48:27Z 0.003464s rows=1000 examined=2000 conn=3 client=127.0.0.1 user=root sql=select 1"
    )
  }

  @Test(arguments: [
    ("SET timestamp=1;\nselect 1;", "select 1"),
    ("use `a b`;\nSET timestamp=1;\nselect 1;", "select 1"),
    (
      "SET last_insert_id=7,insert_id=8,timestamp=1;\ninsert into t values (1);",
      "insert into t values (1)"
    ),
    ("# administrator command: Quit;", "administrator command: Quit"),
    ("SET timestamp=1;\n# administrator command: Quit;", "administrator command: Quit"),
    ("SET timestamp=1;\nset timestamp=12345;", "set timestamp=12345"),
    ("SET timestamp=1;\nselect 'a;\nb';", "select 'a;\nb'"),
    ("SET timestamp=1;\nselect 'cut", "select 'cut"),
  ])
  func `takes the statement after what the server put before it`(text: String, expected: String) {
    let words = summary(of: "\(user)\n\(figures)\n\(text)", as: MySQLSlowFormat.self)
    #expect(words?.hasSuffix("user=root sql=\(expected)") == true, "\(words ?? "nil")")
  }

  @Test func `marks statements that failed`() {
    for line in [
      "# Query_time: 1.5  Lock_time: 0.1  Rows_sent: 0  Rows_examined: 9 Thread_id: 8 Errno: 1205 Killed: 0",
      "# Thread_id: 8  Schema: shop  Last_errno: 1205  Killed: 0\n# Query_time: 1.5  Lock_time: 0.1  Rows_sent: 0  Rows_examined: 9  Rows_affected: 0  Rows_read: 9",
      "# Thread_id: 8\n# Schema: shop  Last_errno: 1205  Killed: 0\n# Query_time: 1.5  Lock_time: 0.1  Rows_sent: 0  Rows_examined: 9",
      "# Thread_id: 8\n# Schema: shop  Last_errno: 0  Killed: 1317\n# Query_time: 1.5  Lock_time: 0.1  Rows_sent: 0  Rows_examined: 9",
    ] {
      let words = summary(
        of: "# User@Host: a[a] @ b []\n\(line)\nselect 1;", as: MySQLSlowFormat.self)
      #expect(
        words == "query info 1.5s rows=0 examined=9 failed conn=8 client=b user=a sql=select 1")
    }
  }

  @Test func `tells the commands apart that are no statements`() {
    let text = ["Prepare", "Quit", "Ping", "Prepare"].map {
      "\(user)\n\(figures)\nSET timestamp=1767225600;\n# administrator command: \($0);\n"
    }.joined()
    let batch = databaseBatch(of: text, as: MySQLSlowFormat())
    #expect(
      batch.queries.map { "\($0.calls) \($0.fingerprint?.string ?? "nil")" }.sorted() == [
        "1 administrator command: ping", "1 administrator command: quit",
        "2 administrator command: prepare",
      ])
  }

  @Test func `counts entries of a file in which the server was restarted`() {
    let text = """
      /usr/sbin/mysqld, Version: 8.0.36 (MySQL Community Server - GPL). started with:
      Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock
      Time                 Id Command    Argument
      # Time: 2026-01-01T00:00:00.000000Z
      \(user)
      \(figures)
      SET timestamp=1767225600;
      select 1
      from t;
      /usr/sbin/mysqld, Version: 8.0.36 (MySQL Community Server - GPL). started with:
      Tcp port: 3306  Unix socket: /var/run/mysqld/mysqld.sock
      Time                 Id Command    Argument
      \(user)
      \(figures)
      SET timestamp=1767225601;
      select 2
      from t;

      """
    for chunkSize in [1, 7, 64, 4096] {
      let batch = databaseBatch(of: text, as: MySQLSlowFormat(), chunkSize: chunkSize)
      #expect(batch.tally.unparsed == 0)
      #expect(batch.queries.map(\.calls) == [2])
      #expect(batch.queries.first?.fingerprint?.string == "select ? from t")
      #expect(batch.queries.first?.rowsExamined == 4000)
    }
  }

  @Test(arguments: ["", "# a comment", "#", "# Times: 1", "select 1;", "# Rows_sent: 1", "x:"])
  func `refuses other lines`(line: String) {
    #expect(summary(of: line, as: MySQLSlowFormat.self) == nil)
  }
}
