import NIOHTTP1
import Telemetry
import Testing

@testable import Collectors

struct EndpointProbeTests {
  /// A service that answers some paths and 404 on all others.
  private static func service(
    _ pages: [String: String], asked: Asked = Asked()
  ) async throws -> LoopbackServer {
    try await LoopbackServer.start { head in
      asked.note(head.uri)
      return pages[head.uri].map { LoopbackServer.Answer.text($0) } ?? .body(.notFound, [])
    }
  }

  /// The paths that were asked for.
  private struct Asked: Sendable {
    private let stream: AsyncStream<String>
    private let continuation: AsyncStream<String>.Continuation

    init() {
      (stream, continuation) = AsyncStream.makeStream()
    }

    func note(_ path: String) { continuation.yield(path) }

    /// All of them; nothing is noted after that.
    func all() async -> [String] {
      continuation.finish()
      return await stream.reduce(into: []) { $0.append($1) }
    }
  }

  private static func fetcher(_ server: LoopbackServer, _ path: String = "") throws -> HTTPFetcher {
    try HTTPFetcher(.patient("http://127.0.0.1:\(server.port)\(path)"))
  }

  private static let exposition = """
    # TYPE http_requests_total counter
    http_requests_total{route="/a",status="200"} 5

    """
  private static let endpoints =
    #"{"endpoints": {"GET /a": {"total_requests": 5, "total_duration": 1}}, "total_endpoints": 1}"#
  private static let memory = #"{"current_memory_mb": 1}"#

  @Test func `an exposition that counts requests ends the search`() async throws {
    let asked = Asked()
    let server = try await Self.service(
      ["/metrics": Self.exposition, "/performance/endpoints": Self.endpoints], asked: asked)
    var session = MetricsSession()
    let batch = await session.scrape(try Self.fetcher(server), source: 0)
    await server.stop()
    #expect(batch.notes.first == "found /metrics (prometheus text)")
    #expect(batch.found == "/metrics (prometheus text)" && batch.foundNote == batch.notes.first)
    #expect(await !asked.all().contains("/performance/endpoints"))
  }

  @Test func `JSON paths of one service are one source`() async throws {
    let server = try await Self.service([
      "/performance/endpoints": Self.endpoints, "/performance/memory": Self.memory,
    ])
    var session = MetricsSession()
    let batch = await session.scrape(try Self.fetcher(server, "/"), source: 0)
    await server.stop()
    #expect(session.locations == ["/performance/endpoints", "/performance/memory"])
    #expect(
      batch.notes.first
        == "found /performance/endpoints, /performance/memory (performance-json)")
    #expect(batch.readings.map(\.value) == [1_048_576])
  }

  @Test func `when nothing is recognised the error says what each path answered`() async throws {
    let server = try await Self.service([
      "/stats": #"{"weather": 1}"#, "/health": "<html></html>", "/status": "ok: yes\nnumber: 5\n",
    ])
    var session = MetricsSession()
    let batch = await session.scrape(try Self.fetcher(server), source: 0)
    await server.stop()
    guard case .failing(let reason) = batch.health else {
      Issue.record("\(batch.health)")
      return
    }
    #expect(reason.string.hasPrefix("no metrics found; tried "))
    #expect(reason.string.contains("/stats: JSON in which nothing is recognised; "))
    #expect(reason.string.contains("/health: looks like an HTML page; "))
    #expect(reason.string.contains("/status: text that is no exposition; "))
    // The many paths that are just not there come last, and not all by name.
    let missing = "; /metrics, /actuator/prometheus, /q/metrics and "
    #expect(reason.string.contains(missing))
    #expect(reason.string.contains(" more: 404; name the full address"))
  }

  @Test func `a service that tells nothing is not probed at every scrape`() async throws {
    let asked = Asked()
    let server = try await Self.service([:], asked: asked)
    var session = MetricsSession()
    let fetcher = try Self.fetcher(server)
    let first = await session.scrape(fetcher, source: 0)
    let second = await session.scrape(fetcher, source: 0)
    await server.stop()
    let paths = await asked.all()
    #expect(paths.count > 20)
    #expect(Set(paths).count == paths.count)
    #expect(first.health == second.health)
  }

  @Test func `a service that is down is asked once, and probed when it is back`() async throws {
    let stopped = try await Self.service([:])
    let port = stopped.port
    await stopped.stop()
    var session = MetricsSession()
    let url = try EndpointURL("http://127.0.0.1:\(port)")
    let batch = await session.scrape(HTTPFetcher(.patient(url)), source: 0)
    guard case .failing(let reason) = batch.health else {
      Issue.record("\(batch.health)")
      return
    }
    #expect(reason.string.contains("connection refused"))
    let server = try await Self.service(["/metrics": Self.exposition])
    let back = await session.scrape(try Self.fetcher(server), source: 0)
    await server.stop()
    #expect(back.health == .ok)
  }

  @Test func `a service that hangs is given up once the usual paths are silent`() async throws {
    let asked = Asked()
    let server = try await LoopbackServer.start { head in
      asked.note(head.uri)
      return .silence
    }
    var target = FetchTarget(url: try EndpointURL("http://127.0.0.1:\(server.port)"))
    target.timeoutSeconds = 0.2
    var session = MetricsSession()
    let batch = await session.scrape(HTTPFetcher(target), source: 0)
    await server.stop()
    let reason =
      "timed out: none of the usual paths answers within 0.2 s; name the full address of the metrics"
    #expect(batch.health == .failing(DisplayText(reason)))
    #expect(await Set(asked.all()).isSubset(of: ExpositionPaths.all))
  }

  @Test func `an address with a path is fetched as it stands`() async throws {
    let asked = Asked()
    let server = try await Self.service(
      ["/performance/memory": Self.memory, "/metrics": Self.exposition], asked: asked)
    var session = MetricsSession()
    let batch = await session.scrape(try Self.fetcher(server, "/performance/memory"), source: 0)
    await server.stop()
    #expect(await asked.all() == ["/performance/memory"])
    #expect(batch.recognised == ["performance-json"])
  }

  @Test func `stub_status is read by its text`() async throws {
    let page =
      "Active connections: 2 \nserver accepts handled requests\n 2 2 9 \nReading: 0 Writing: 1 "
      + "Waiting: 1 \n"
    let server = try await Self.service(["/nginx_status": page])
    var session = MetricsSession()
    let batch = await session.scrape(try Self.fetcher(server), source: 0)
    await server.stop()
    #expect(batch.recognised == ["nginx-stub-status"])
  }

  @Test func `the actuator's index leads to its pages within one scrape`() async throws {
    let page = "/actuator/metrics/http.server.requests"
    let body = #"{"name":"http.server.requests","measurements":[{"statistic":"COUNT","value":5}],"#
    let server = try await Self.service([
      "/actuator/metrics": #"{"names":["http.server.requests"]}"#,
      page: body + #""availableTags":[{"tag":"uri","values":["/a"]}]}"#,
      page + "?tag=uri:/a": body + #""availableTags":[]}"#,
    ])
    var session = MetricsSession()
    let fetcher = try Self.fetcher(server)
    _ = await session.scrape(fetcher, source: 0)
    let lifetime = session.lifetime(source: 0)
    await server.stop()
    #expect(lifetime.traffic.map(\.name.description) == ["/a"])
    #expect(lifetime.traffic.map(\.statuses.total) == [5])
  }

  @Test func `a sibling keeps host, port and scheme`() throws {
    let url = try EndpointURL("http+unix://%2Frun%2Fa.sock/x?y=1")
    #expect(url.location == "/x?y=1")
    #expect(url.sibling(at: "/metrics")?.string == "http+unix://%2Frun%2Fa.sock/metrics")
    #expect(try EndpointURL("http://[::1]:80").location == "/")
    #expect(try EndpointURL("http://h:80?a").location == "/?a")
  }
}
