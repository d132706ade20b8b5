import Testing

@testable import Telemetry

/// Logs into which several programs write: each line belongs to whoever wrote it.
@Suite struct InterleavedLogTests {
  /// Formats, then work by name: how often, how many of it timed; then statements.
  private func picture(of lines: [String]) throws -> [String] {
    let batch = try Batch(detecting: lines.joined(separator: "\n"))
    let work = batch.traffic.map {
      "\($0.name) \($0.statuses.total), \($0.latency?.count ?? 0) timed"
    }
    let statements = batch.queries.map { "\($0.calls) \($0.fingerprint ?? "")" }
    return [batch.recognised.map(\.string).joined(separator: " ")]
      + work.sorted() + statements.sorted()
      + (batch.tally.unparsed > 0 ? ["\(batch.tally.unparsed) not understood"] : [])
  }

  private static func nginx(_ second: Int) -> String {
    "10.0.0.\(second) - - [01/Jan/2026:10:00:0\(second) +0000] "
      + "\"GET /a/\(second) HTTP/1.1\" 200 23 \"-\" \"curl\" 0.010"
  }

  private static func uvicorn(_ number: Int) -> String {
    "INFO:     127.0.0.1:5 - \"GET /u/\(number) HTTP/1.1\" 200 OK"
  }

  private static func postgres(_ second: Int, _ statement: String) -> String {
    "2026-01-01 10:00:0\(second).591 UTC [4913] LOG:  duration: 10.211 ms  statement: \(statement)"
  }

  private static let slow = [
    "# Time: 2026-01-01T10:00:00.698433Z",
    "# User@Host: root[root] @ localhost [127.0.0.1]  Id:     3",
    "# Query_time: 0.503464  Lock_time: 0.000324 Rows_sent: 1000  Rows_examined: 2000",
    "SET timestamp=1767261600;", "SELECT * FROM users", "WHERE a = 'x;", "y';",
  ]

  @Test func `gives each service of compose its own lines`() throws {
    let lines = (1...5).flatMap { second in
      [
        "db-1   | " + Self.postgres(second, "SELECT 1 FROM t"), "web-1  | " + Self.nginx(second),
        "db-1   | \tWHERE x = 's'", "api-1  | " + Self.uvicorn(second), "db-1   | \tAND y = 6",
      ]
    }
    #expect(
      try picture(of: lines) == [
        "compose postgresql nginx-timed app-line", "GET /a/{id} 5, 5 timed",
        "GET /u/{id} 5, 0 timed", "5 select ? from t where x = ? and y = ?",
      ])
  }

  @Test func `lets only indented lines continue an entry of PostgreSQL`() throws {
    let lines = (1...5).flatMap { second in
      [
        Self.postgres(second, "SELECT 1"), "\tFROM t WHERE x = 's'", Self.nginx(second),
        Self.uvicorn(second),
      ]
    }
    #expect(
      try picture(of: lines) == [
        "postgresql nginx-timed app-line", "GET /a/{id} 5, 5 timed", "GET /u/{id} 5, 0 timed",
        "5 select ? from t where x = ?",
      ])
  }

  @Test func `joins the lines of an entry also where another format leads`() throws {
    var lines = (1...9).map { Self.nginx($0) }
    lines.insert(contentsOf: [Self.postgres(1, "SELECT 1"), "\tFROM t", "\tWHERE x = 5"], at: 4)
    lines.append(contentsOf: [Self.postgres(1, "SELECT 1"), "\tFROM t", "\tWHERE x = 7"])
    #expect(
      try picture(of: lines) == [
        "nginx-timed postgresql", "GET /a/{id} 9, 9 timed", "2 select ? from t where x = ?",
      ])
  }

  @Test func `knows the numbers by which syslog continues an entry`() throws {
    let head = "Feb 11 13:15:40 test-pc postgres[10819]: "
    #expect(
      try picture(of: [
        head + "[7-1] db=shop LOG:  duration: 13.997 ms  statement: SELECT a",
        head + "[7-2] #011FROM t", head + "[7-3] #011WHERE x ~ '[0-9]'",
        head + "[8-1] db=shop LOG:  duration: 13.997 ms  statement: SELECT 2",
      ]) == ["postgresql", "1 select ?", "1 select a from t where x ~ ?"])
  }

  @Test func `ends a statement of MySQL's slow log at its semicolon`() throws {
    let plain = (1...3).flatMap { Self.slow + [Self.uvicorn($0)] }
    #expect(
      try picture(of: plain) == [
        "mysql-slow uvicorn", "GET /u/{id} 3, 0 timed", "3 select * from users where a = ?",
      ])
    let enclosed = (1...3).flatMap { number in
      Self.slow.flatMap { ["mysql-1  | " + $0, "api-1    | " + Self.uvicorn(number)] }
    }
    #expect(
      try picture(of: enclosed) == [
        "compose uvicorn mysql-slow", "GET /u/{id} 21, 0 timed",
        "3 select * from users where a = ?",
      ])
  }

  @Test func `asks a format that takes any line as a message last`() throws {
    let haproxy =
      "lb haproxy[7]: 89.247.124.65:15564 [25/Feb/2026:16:20:00.321] fe be/s1 0/0/1/43/107 200 "
      + "26170 - - ---- 3/3/1/1/0 0/0 \"GET /portal HTTP/1.1\""
    let lines = (1...5).flatMap { second in
      [
        haproxy, "web1 api[77]: " + Self.uvicorn(second), "web1 nginx: " + Self.nginx(second),
      ].map { "Feb 25 16:20:0\(second) \($0)" }
    }
    #expect(
      try picture(of: lines) == [
        "haproxy nginx-timed app-line", "GET /a/{id} 5, 5 timed", "GET /portal 5, 5 timed",
        "GET /u/{id} 5, 0 timed",
      ])
  }

  @Test func `leaves the requests of an access log to the format that reads more of them`() throws {
    let lines =
      (1...2).map { "[2026-01-01 10:00:00 +0000] [\($0)] [INFO] Booting worker with pid: \($0)" }
      + (1...9).map { String(Self.nginx($0).dropLast(6)) }
    #expect(
      try picture(of: lines) == ["nginx-combined app-line", "GET /a/{id} 9, 0 timed"])
  }

  @Test func `reads each bare statement of Django, and the requests between`() throws {
    let lines = (1...9).flatMap { number in
      [
        "(0.001) SELECT \"a\".\"id\" FROM \"a\" WHERE \"a\".\"name\" = 'secret\(number)' LIMIT 21; args=('secret\(number)',); alias=default",
        "(0.002) SELECT COUNT(*) AS \"__count\" FROM \"b\"; args=(); alias=default",
        "[21/Nov/2026 05:33:0\(number)] \"GET /users/\(number)?a=1 HTTP/1.1\" 200 9",
      ]
    }
    #expect(
      try picture(of: lines) == [
        "app-line", "GET /users/{id} 9, 0 timed",
        "9 select \"a\".\"id\" from \"a\" where \"a\".\"name\" = ? limit ?",
        "9 select count(*) as \"__count\" from \"b\"",
      ])
  }

  @Test func `reads a development log of Rails line by line`() throws {
    let lines = (1...9).flatMap { number in
      """
      Started GET "/x/\(number)" for 127.0.0.1 at 2026-01-01 10:00:0\(number) +0000
      Processing by XController#show as HTML
        Parameters: {"id"=>"5"}
        Account Load (12.3ms)  SELECT "accounts".* FROM "accounts" WHERE "accounts"."name" = 'secret' LIMIT 1
        ↳ app/models/x.rb:12:in `foo'
        User Load (0.4ms)  SELECT "users".* FROM "users" WHERE "users"."id" = $1 LIMIT $2  [["id", 1], ["LIMIT", 1]]
        ↳ app/models/x.rb:12:in `foo'
        CACHE User Load (0.0ms)  SELECT "users".* FROM "users" WHERE "users"."id" = 5
        ↳ app/models/x.rb:13:in `foo'
        Rendering layout layouts/application.html.erb
        Rendering x/show.html.erb within layouts/application
        Rendered x/show.html.erb within layouts/application (Duration: 1.2ms | GC: 0.0ms)
        Rendered layout layouts/application.html.erb (Duration: 1.2ms | GC: 0.0ms)
      Completed 200 OK in 123ms (Views: 5.0ms | ActiveRecord: 12.1ms | Allocations: 5)
      """.split(separator: "\n").map(String.init)
    }
    #expect(
      try picture(of: lines) == [
        "rails", "GET /x/{id} 9, 9 timed",
        "9 select \"accounts\".* from \"accounts\" where \"accounts\".\"name\" = ? limit ?",
        "9 select \"users\".* from \"users\" where \"users\".\"id\" = ? limit ?",
      ])
  }

  @Test func `takes off the stamps of collectors before lines are joined`() throws {
    for service in ["", "db-1  | "] {
      let lines = (1...5).flatMap { second in
        [Self.postgres(second, "SELECT 1 FROM t"), "\tWHERE x = \(second)"].map {
          "\(service)2026-01-01T10:00:0\(second).584725130Z \($0)"
        }
      }
      #expect(
        try picture(of: lines) == [
          "\(service.isEmpty ? "docker-logs" : "compose") postgresql",
          "5 select ? from t where x = ?",
        ])
    }
  }

  @Test func `ends an entry that waits while other services write`() throws {
    var reader = LogReader(
      source: 0, format: PostgreSQLFormat(), alternates: [UvicornFormat()],
      envelope: ComposeEnvelope(), arrival: Timestamp(seconds: 0))
    var calls: [UInt64] = []
    for (second, line) in [
      (0.0, "db-1  | " + Self.postgres(1, "SELECT 1")), (0.5, "api-1 | " + Self.uvicorn(1)),
      (2.0, "api-1 | " + Self.uvicorn(2)),
    ] {
      let now = Timestamp(seconds: 1_800_000_000 + second)
      Array((line + "\n").utf8).withUnsafeBytes { reader.read($0, arrival: now) }
      calls.append(reader.takeBatch(at: now, lines: 0).queries.reduce(0) { $0 + $1.calls })
    }
    #expect(calls == [0, 0, 1])
  }
}
