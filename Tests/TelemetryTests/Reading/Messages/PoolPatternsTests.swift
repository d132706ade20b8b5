import Testing

@testable import Telemetry

@Suite struct PoolPatternsTests {
  /// The readings of a line, and of the lines after it.
  private func read(_ log: String) -> [String] {
    var parser = AppLineFormat()
    return log.split(separator: "\n").flatMap { line in
      withBytes(String(line)) { bytes -> [String] in
        var record = LogRecord()
        guard parser.parse(bytes, into: &record), record.hasReadings else { return [] }
        return parser.readings.map { "\($0.signal) \($0.value) \($0.subject.string)" }
      }
    }
  }

  @Test func `reads the state of HikariCP's pools, old and new`() {
    #expect(
      read(
        "2020-12-28 08:23:35.766 DEBUG 28421 --- [Hikari housekeeper] com.zaxxer.hikari.pool.HikariPool        : Hikari - Pool stats (total=5, active=0, idle=5, waiting=2)"
      ) == ["poolInUse 0.0 Hikari", "poolIdle 5.0 Hikari", "poolWaiting 2.0 Hikari"])
    #expect(
      read(
        "2023-08-15 08:47:38,037 [Thread-178] DEBUG com.zaxxer.hikari.pool.HikariPool - HikariPool-1 - Timeout failure stats (total=8/10, idle=0/10, active=8, waiting=128)"
      ) == [
        "poolLimit 10.0 HikariPool-1", "poolIdle 0.0 HikariPool-1", "poolInUse 8.0 HikariPool-1",
        "poolWaiting 128.0 HikariPool-1",
      ])
    #expect(
      read("DEBUG HikariPool-1 - After adding stats (total=1, active=1, idle=0, waiting=0)")
        == [
          "poolInUse 1.0 HikariPool-1", "poolIdle 0.0 HikariPool-1", "poolWaiting 0.0 HikariPool-1",
        ]
    )
  }

  @Test func `reads a pool's state out of a message inside JSON`() {
    var parser = JSONAccessFormat()
    func read(_ message: String) -> [String] {
      withBytes(#"{"@timestamp":"2026-01-01T10:00:00Z","level":"DEBUG","message":"\#(message)"}"#) {
        var record = LogRecord()
        guard parser.parse($0, into: &record), record.hasReadings else { return [] }
        return parser.readings.map { "\($0.signal) \($0.value) \($0.subject.string)" }
      }
    }
    #expect(
      read("HikariPool-1 - Pool stats (total=5, active=0, idle=5, waiting=2)")
        == [
          "poolInUse 0.0 HikariPool-1", "poolIdle 5.0 HikariPool-1", "poolWaiting 2.0 HikariPool-1",
        ]
    )
    #expect(read("started").isEmpty)
  }

  @Test func `counts a timeout once, however often a trace repeats it`() {
    #expect(
      read(
        """
        2020-12-28 08:23:35.766 ERROR 1 --- [main] o.h.engine.jdbc.spi.SqlExceptionHelper : HikariPool-1 - Connection is not available, request timed out after 30000ms.
        java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.
        \tat com.zaxxer.hikari.pool.HikariPool.createTimeoutException(HikariPool.java:696)
        Caused by: java.sql.SQLTransientConnectionException: HikariPool-1 - Connection is not available, request timed out after 30000ms.
        2020-12-28 08:23:36.766 ERROR 1 --- [main] o.h.engine.jdbc.spi.SqlExceptionHelper : HikariPool-1 - Connection is not available, request timed out after 30000ms.
        """) == ["poolTimeouts 1.0 HikariPool-1", "poolTimeouts 1.0 HikariPool-1"])
  }

  @Test func `counts a timeout that only the exception of a trace names`() {
    #expect(
      read(
        """
        ERROR:    Exception in ASGI application
        Traceback (most recent call last):
          File "a.py", line 1, in f
        sqlalchemy.exc.TimeoutError: QueuePool limit of size 5 overflow 10 reached, connection timed out, timeout 30.00 (Background on this error at: https://sqlalche.me/e/20/3o7r)
        """) == ["poolTimeouts 1.0 ", "poolLimit 15.0 "])
  }

  @Test(arguments: [
    "Error: timeout exceeded when trying to connect",
    "KnexTimeoutError: Knex: Timeout acquiring a connection. The pool is probably full.",
    "could not obtain a connection from the pool within 5.000 seconds (waited 5.001 seconds)",
    "psycopg_pool.PoolTimeout: couldn't get a connection after 30.00 sec",
    "connection not available and request was dropped from queue after 2345ms",
  ])
  func `knows the words of other pools`(message: String) {
    #expect(read("2026-01-01 10:00:00 ERROR \(message)") == ["poolTimeouts 1.0 "])
  }

  @Test func `reads the limit that Prisma states`() {
    #expect(
      read(
        "ERROR: Timed out fetching a new connection from the connection pool. (Current connection pool timeout: 10, connection limit: 5)"
      ) == ["poolTimeouts 1.0 ", "poolLimit 5.0 "])
  }

  @Test func `leaves a refusal of the server a message`() {
    #expect(read("2026-01-01 10:00:00 ERROR FATAL: sorry, too many clients already") == [])
    #expect(
      summary(
        of: "2026-01-01 10:00:00 ERROR sorry, too many clients already", as: AppLineFormat.self)
        == "message error 2026-01-01T10:00:00Z | sorry, too many clients already")
  }
}
