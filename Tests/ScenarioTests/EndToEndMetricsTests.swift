import Collectors
import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// A service that is scraped over HTTP: from the bytes on the wire to the figures on the screen.
struct EndToEndMetricsTests {
  private let folder: PTYFolder
  private let path: String
  private static let identity = SourceIdentity(
    name: "api", kind: .metrics, location: "http://127.0.0.1/metrics")

  init() throws {
    folder = try PTYFolder()
    path = folder.path + "/metrics"
  }

  /// One scraped service with its dashboard, ten seconds between two scrapes.
  private struct Scene {
    var dashboard = EndToEndDashboard([EndToEndMetricsTests.identity])
    var session = MetricsSession()
    var fetcher: EndToEndFetcher

    init(_ url: String) throws { fetcher = try EndToEndFetcher(url) }

    mutating func scrape(after seconds: Double = 10) async {
      fetcher.seconds += seconds
      dashboard.pass(seconds: seconds)
      let collector = MetricsCollector(fetcher: fetcher, source: 0, intervalSeconds: 10)
      dashboard.take(await collector.scrape(&session))
      dashboard.pass(seconds: 0)
    }
  }

  @Test func `counters that grow become rates, errors and percentiles`() async throws {
    try folder.write("metrics", EndToEndService().exposition)
    let server = try await EndToEndServer.start(serving: path)
    var scene = try Scene(server.url)
    await scene.scrape()
    #expect(scene.dashboard.health(0) == .ok)
    #expect(scene.dashboard.totals.requests == 0, "one scrape says nothing about traffic")
    for step in 1...3 {
      try folder.write("metrics", EndToEndService(steps: step).exposition)
      await scene.scrape()
    }
    try await server.stop()
    let users = try #require(scene.dashboard.endpoint("GET /users/{user_id}"))
    #expect(users.requests == 120)
    #expect(users.statuses[5] == 12)
    #expect(abs((users.rate ?? 0) - 4) < 1e-9)
    #expect(abs((users.errorRate ?? 0) - 0.1) < 1e-9)
    #expect(users.inFlight == 3)
    // Half are below 100 ms; the 95th of 100 is half-way between 500 ms (90 %) and 1 s (100 %).
    #expect(abs((users.latency?.p50?.seconds ?? 0) - 0.1) < 1e-9)
    #expect(abs((users.latency?.p95?.seconds ?? 0) - 0.75) < 1e-9)
    #expect(users.latency?.p95?.range == 0.5...1)
    #expect(abs((users.latency?.meanSeconds ?? 0) - 0.2) < 1e-9)
    let orders = try #require(scene.dashboard.endpoint("POST /orders"))
    #expect(orders.requests == 30)
    #expect(orders.errorRate == 0)
    #expect(scene.dashboard.totals.requests == 150)
    #expect(abs((scene.dashboard.totals.rate ?? 0) - 5) < 1e-9)
    let figures = scene.dashboard.model.figures
    #expect(figures.pools.map(\.name) == ["main"])
    #expect(figures.pools.first?.saturation == 0.9)
    #expect(figures.pools.first?.waiting == 4)
    #expect(figures.caches.first?.hitRate == 0.75)
    #expect(figures.memory.first?.residentBytes == 53_000_000)
    let screen = scene.dashboard.screen
    for text in ["GET  /users/{user_id}", "POST /orders", "1 source", "10.0", "main", "users"] {
      #expect(screen.contains(text), "\(text) is not on the screen")
    }
  }

  @Test func `a service that stops answering is told with its age, and comes back`() async throws {
    try folder.write("metrics", EndToEndService().exposition)
    let first = try await EndToEndServer.start(serving: path)
    var scene = try Scene(first.url)
    await scene.scrape()
    try folder.write("metrics", EndToEndService(steps: 1).exposition)
    await scene.scrape()
    try await first.stop()
    for _ in 0..<2 { await scene.scrape() }
    guard case .failing(let reason) = scene.dashboard.health(0) else {
      Issue.record("a refused connection is no failure")
      return
    }
    // A program that another test starts at this moment may keep the port open for an instant.
    let phrases = ["connection refused", "closed the connection"]
    #expect(phrases.contains { reason.string.contains("127.0.0.1:\(first.port): \($0)") })
    #expect(scene.dashboard.endpoint("GET /users/{user_id}")?.requests == 40, "what was seen stays")
    #expect(scene.dashboard.screen.contains("1 of 1 source failing"))
    scene.dashboard.press(.character("9"))
    #expect(phrases.contains { scene.dashboard.screen.contains($0) })
    #expect(scene.dashboard.screen.contains("read 20 s ago"))
    scene.dashboard.press(.escape)
    // Counters that went on meanwhile are counted when they can be read again.
    try folder.write("metrics", EndToEndService(steps: 4).exposition)
    let second = try await EndToEndServer.start(serving: path, port: first.port)
    await scene.scrape()
    try await second.stop()
    #expect(scene.dashboard.health(0) == .ok)
    #expect(!scene.dashboard.screen.contains("failing"))
    let users = try #require(scene.dashboard.endpoint("GET /users/{user_id}"))
    #expect(users.requests == 160)
    // 160 requests in the 40 s from the first scrape to the last.
    #expect(abs((users.rate ?? 0) - 4) < 1e-9)
  }

  @Test func `a restart of the service loses no request and makes no peak`() async throws {
    try folder.write("metrics", EndToEndService(steps: 100).exposition)
    let server = try await EndToEndServer.start(serving: path)
    var scene = try Scene(server.url)
    await scene.scrape()
    try folder.write("metrics", EndToEndService(steps: 101).exposition)
    await scene.scrape()
    // The new process starts with counters of its own: 1000 to users, none to orders.
    try folder.write("metrics", EndToEndService(steps: 0, startedAt: 1_704_190_825).exposition)
    await scene.scrape()
    try folder.write("metrics", EndToEndService(steps: 1, startedAt: 1_704_190_825).exposition)
    await scene.scrape()
    try await server.stop()
    #expect(scene.dashboard.endpoint("GET /users/{user_id}")?.requests == 40 + 1000 + 40)
    #expect(scene.dashboard.endpoint("POST /orders")?.requests == 10 + 0 + 10)
  }

  @Test(arguments: [
    ("", "HTTP 503"),
    ("<!DOCTYPE html><html><body>Welcome</body></html>", "not an exposition"),
    ("{\"status\":\"UP\"}", "not an exposition"),
    ("one two three four\n\u{1B}]0;x\u{07}five\n", "not an exposition"),
  ])
  func `an answer that is of no use changes no figure`(
    _ body: String, _ phrase: String
  ) async throws {
    try folder.write("metrics", EndToEndService().exposition)
    let server = try await EndToEndServer.start(serving: path)
    var scene = try Scene(server.url)
    await scene.scrape()
    try folder.write("metrics", EndToEndService(steps: 1).exposition)
    await scene.scrape()
    try folder.write("metrics", body)
    await scene.scrape()
    guard case .failing(let reason) = scene.dashboard.health(0) else {
      Issue.record("taken for metrics: \(body)")
      return
    }
    #expect(reason.string.contains(phrase), "\(reason)")
    #expect(reason.string.unicodeScalars.allSatisfy(ControlCharacters.isSafe))
    #expect(scene.dashboard.endpoint("GET /users/{user_id}")?.requests == 40)
    try folder.write("metrics", EndToEndService(steps: 3).exposition)
    await scene.scrape()
    try await server.stop()
    #expect(scene.dashboard.health(0) == .ok)
    #expect(scene.dashboard.endpoint("GET /users/{user_id}")?.requests == 120)
  }

  @Test func `the collector by itself scrapes again and again until cancelled`() async throws {
    try folder.write("metrics", EndToEndService().exposition)
    let server = try await EndToEndServer.start(serving: path)
    let fetcher = try EndToEndFetcher(server.url).fetcher
    let collection = EndToEndCollection { yield in
      await MetricsCollector(fetcher: fetcher, source: 0, intervalSeconds: 0.1).run(yield)
    }
    var dashboard = EndToEndDashboard([Self.identity], window: .all)
    try await collection.feed(&dashboard, until: "a first scrape") { $0.health(0) == .ok }
    try folder.write("metrics", EndToEndService(steps: 1).exposition)
    try await collection.feed(&dashboard, until: "50 requests") { $0.totals.requests == 50 }
    try await server.stop()
    try await collection.feed(&dashboard, until: "the end of the service is seen") {
      if case .failing = $0.health(0) { true } else { false }
    }
    await collection.stop()
  }
}
