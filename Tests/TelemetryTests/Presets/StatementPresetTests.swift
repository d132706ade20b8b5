import Telemetry
import Testing

/// Statements that a database itself counts: their number and time, without percentiles.
struct StatementPresetTests {
  private func second(_ body: String) -> Batch {
    var target = ScrapeTarget()
    #expect(target.scrape(body.replacing("@", with: "10") + "\n").queries.isEmpty)
    return target.scrape(body.replacing("@", with: "15") + "\n")
  }

  /// One line per statement.
  private func picture(_ batch: Batch) -> String {
    batch.queries.map { delta in
      "\(delta.calls) in \(delta.latency?.sumSeconds ?? -1) s, rows \(delta.rowsSent) of "
        + "\(delta.rowsExamined) | \(delta.fingerprint ?? "")"
    }.joined(separator: "\n")
  }

  @Test func `joins pg_stat_statements with their texts`() {
    let batch = second(
      """
      pg_stat_statements_calls_total{user="u",datname="d",queryid="42"} @
      pg_stat_statements_calls_total{user="v",datname="d",queryid="42"} @
      pg_stat_statements_calls_total{user="v",datname="d",queryid="7"} @
      pg_stat_statements_calls_total{user="v",datname="d",queryid="8"} 3
      pg_stat_statements_seconds_total{user="u",datname="d",queryid="42"} @
      pg_stat_statements_rows_total{user="u",datname="d",queryid="42"} @0
      pg_stat_statements_query_id{queryid="42",query="SELECT * FROM users WHERE id = $1"} 1
      """)
    #expect(
      picture(batch) == """
        10 in 5.0 s, rows 50 of 0 | select * from users where id = ?
        5 in -1.0 s, rows 0 of 0 | queryid 7
        """)
    #expect(batch.recognised == ["pg_stat_statements"])
    #expect(batch.queries.first?.id == Fingerprinter.of("select * from users where id = 5").id)
  }

  @Test func `counts a statement that comes only where the list of them grows`() {
    func list(_ calls: [Int: Int]) -> String {
      calls.sorted { $0.key < $1.key }.map { id, calls in
        "pg_stat_statements_calls_total{queryid=\"\(id)\"} \(calls)\n"
      }.joined()
    }
    var target = ScrapeTarget()
    func scrape(_ calls: [Int: Int]) -> [UInt64] { target.scrape(list(calls)).queries.map(\.calls) }
    #expect(scrape([1: 100, 2: 90]).isEmpty)
    #expect(scrape([1: 101, 2: 90, 3: 4]) == [1, 4])
    // The first three only: 4 has pushed 2 out, and 2 comes back.
    #expect(scrape([1: 101, 3: 95, 4: 94]) == [91])
    #expect(scrape([1: 101, 3: 95, 2: 96]) == [6])
  }

  @Test func `reads the digests of mysqld_exporter`() {
    let labels = #"{schema="d",digest="a",digest_text="SELECT * FROM `users` WHERE `id` = ?"}"#
    let family = "mysql_perf_schema_events_statements"
    let batch = second(
      """
      \(family)_total\(labels) @
      \(family)_seconds_total\(labels) @
      \(family)_rows_sent_total\(labels) @
      \(family)_rows_examined_total\(labels) @00
      """)
    #expect(picture(batch) == "5 in 5.0 s, rows 5 of 500 | select * from `users` where `id` = ?")
    #expect(batch.recognised == ["mysql-events-statements"])
  }

  @Test func `adds up one digest of MySQL in several schemas, and no latency of all time`() {
    let family = "mysql_perf_schema_events_statements"
    func told(of schema: String) -> String {
      let labels = #"schema="\#(schema)",digest="a",digest_text="SELECT * FROM `t` LIMIT ?""#
      let counters = ["", "_seconds", "_errors", "_rows_sent", "_rows_examined"]
      return counters.map { "\(family)\($0)_total{\(labels)} @\n" }.joined()
        + """
        \(family)_latency{\(labels),quantile="95"} 0.6
        \(family)_latency_sum{\(labels)} @
        \(family)_latency_count{\(labels)} @

        """
    }
    let batch = second(told(of: "shop") + told(of: "mail"))
    #expect(picture(batch) == "10 in 10.0 s, rows 10 of 10 | select * from `t` limit ?")
    #expect(batch.traffic.isEmpty)
  }

  @Test func `a log that tells each call overrules counters of the statement`() {
    let counted = second(
      """
      pg_stat_statements_calls_total{queryid="1"} @
      pg_stat_statements_seconds_total{queryid="1"} @
      pg_stat_statements_query_id{queryid="1",query="SELECT $1"} 1
      """)
    var history = History(
      sources: [
        SourceIdentity(name: "log", kind: .log, location: ""),
        SourceIdentity(name: "db", kind: .metrics, location: ""),
      ])
    var metrics = Batch(source: 1, time: counted.time)
    metrics.queries = counted.queries
    history.fold(metrics)
    let now = counted.time
    let row = history.queryRows(.last(300), now: now).first
    #expect(row?.calls == 5 && row?.totalSeconds == 5 && row?.latency?.meanSeconds == 1)
    #expect(row?.latency?.p95 == nil)
    var log = Batch(source: 0, time: now)
    log.queries = [
      QueryDelta(
        id: Fingerprinter.of("select 1").id, fingerprint: "select ?", time: now, calls: 1,
        latency: LatencyDelta([0.5]))
    ]
    history.fold(log)
    history.fold(metrics)
    let told = history.queryRows(.last(300), now: now)
    #expect(told.map(\.calls) == [1] && told.first?.latency?.p95?.seconds == 0.5)
  }
}
