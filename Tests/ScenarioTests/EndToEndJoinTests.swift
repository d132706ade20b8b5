import Collectors
import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// One service seen by three sources at once: its metrics, the proxy's log, the database's log.
struct EndToEndJoinTests {
  private static let sources = [
    SourceIdentity(name: "api", kind: .metrics, location: "http://127.0.0.1/metrics"),
    SourceIdentity(name: "nginx", kind: .log, location: "access.log"),
    SourceIdentity(name: "postgres", kind: .log, location: "postgresql.log"),
  ]

  private func lineOfDatabase(second: Int, fraction: Int, milliseconds: Int, _ sql: String)
    -> String
  {
    let time = "\(EndToEndAccess.padded(second, 2)).\(EndToEndAccess.padded(fraction, 3))"
    return "2024-01-02 10:20:\(time) UTC [4711] LOG:  duration: \(milliseconds).000 ms  "
      + "statement: \(sql)\n"
  }

  @Test func `metrics, proxy and database become one row with its statements`() async throws {
    let folder = try PTYFolder()
    try folder.write("metrics", EndToEndService().exposition)
    let server = try await EndToEndServer.start(serving: folder.path + "/metrics")
    var fetcher = try EndToEndFetcher(server.url)
    var session = MetricsSession()
    var dashboard = EndToEndDashboard(Self.sources)
    let first = await MetricsCollector(fetcher: fetcher, source: 0, intervalSeconds: 10)
      .scrape(&session)
    dashboard.take(first)
    // 40 requests of 400 ms, one after the other; each runs one statement of 300 ms within it.
    let access = (0..<40).map { number in
      EndToEndAccess(second: number + 1, path: "/users/\(number)", milliseconds: 400).line
    }
    let statements = (0..<40).map { number in
      lineOfDatabase(
        second: number, fraction: 950, milliseconds: 300,
        "SELECT * FROM users WHERE id = \(number)")
    }
    let accessPath = try folder.write("access.log", access.joined())
    let databasePath = try folder.write("postgresql.log", statements.joined())
    for (source, path) in [(1, accessPath), (2, databasePath)] {
      let collection = EndToEndCollection {
        await LogCollector(path: path, source: source).run($0)
      }
      try await collection.feed(&dashboard, until: "\(path) is read") {
        $0.model.history.sources[source].tally.lines == 40
      }
      await collection.stop()
    }
    try folder.write("metrics", EndToEndService(steps: 1).exposition)
    fetcher.seconds = 60
    dashboard.pass(seconds: 60)
    let second = await MetricsCollector(fetcher: fetcher, source: 0, intervalSeconds: 10)
      .scrape(&session)
    dashboard.take(second)
    dashboard.pass(seconds: 5)
    try await server.stop()

    // The log's `/users/{id}` is taken for the same, under the name that the application gives it.
    let names = dashboard.model.figures.endpoints.map(\.name.description).sorted()
    #expect(names == ["GET /users/{user_id}", "POST /orders"], "the same endpoint stands twice")
    let users = try #require(dashboard.endpoint("GET /users/{user_id}"))
    #expect(users.requests == 40, "requests are counted once, not once for each source")
    #expect(Set(users.sources) == [0, 1])
    // The proxy's log knows each duration, the histogram of the service only three bounds.
    #expect(users.sources.first == 1)
    #expect(users.latency?.p95?.range == nil)
    #expect(abs((users.latency?.p95?.seconds ?? 0) / 0.4 - 1) < 0.006)
    #expect(dashboard.totals.requests == 50)
    #expect(abs((users.queriesPerRequest ?? 0) - 1) < 0.05)

    let query = try #require(dashboard.model.figures.queries.first)
    #expect(query.calls == 40)
    #expect(query.callers.map(\.endpoint.description) == ["GET /users/{user_id}"])
    #expect(abs(query.totalSeconds - 12) < 0.1)
    #expect(query.fingerprint.string.contains("users") && !query.fingerprint.string.contains("39"))
    #expect(dashboard.screen.contains("3 sources"))
    // Down to the statement: the sort is by p95, so users may be second.
    dashboard.press(.character("/"))
    for letter in "users" { dashboard.press(.character(letter)) }
    dashboard.press(.enter)
    dashboard.press(.enter)
    #expect(dashboard.screen.contains("esc back"))
    #expect(dashboard.screen.uppercased().contains("SELECT * FROM USERS"))
    #expect(!dashboard.screen.contains("id = 39"), "a literal is shown")
  }
}
