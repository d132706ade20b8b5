import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Telemetry
import Testing

@testable import Collectors

@Suite struct `An HTTP fetcher` {
  /// Fetches from a server that gives the same answer to everything.
  private func fetch(
    _ answer: LoopbackServer.Answer, path: String = "/metrics",
    _ adjust: (inout FetchTarget) -> Void = { _ in }
  ) async throws -> FetchedBody {
    try await fetch(path: path, adjust) { _ in answer }
  }

  private func fetch(
    path: String = "/metrics", _ adjust: (inout FetchTarget) -> Void = { _ in },
    answer: @escaping @Sendable (HTTPRequestHead) -> LoopbackServer.Answer
  ) async throws -> FetchedBody {
    let server = try await LoopbackServer.start(answer)
    var target = try FetchTarget.patient("http://127.0.0.1:\(server.port)\(path)")
    adjust(&target)
    do {
      let body = try await HTTPFetcher(target).fetch()
      await server.stop()
      return body
    } catch {
      await server.stop()
      throw error
    }
  }

  /// What a server sees of a request, line by line.
  private static func describe(_ head: HTTPRequestHead) -> LoopbackServer.Answer {
    let lines = head.headers.map { "\($0.name.lowercased()): \($0.value)\n" }
    return .text("\(head.method) \(head.uri)\n" + lines.sorted().joined())
  }

  @Test func `gives body, type and times`() async throws {
    let body = try await fetch(.text("up 1\n"))
    #expect(body.bytes == Array("up 1\n".utf8))
    #expect(body.contentType == "text/plain")
    #expect(body.status == 200)
    #expect(body.elapsedSeconds > 0)
    #expect(body.arrival.monotonicSeconds > 0)
  }

  @Test func `asks as Prometheus asks`() async throws {
    let body = try await fetch(
      path: "/metrics?x=1", { $0.timeoutSeconds = 62.5 }, answer: Self.describe)
    let seen = String(decoding: body.bytes, as: UTF8.self).split(separator: "\n")
    #expect(seen.first == "GET /metrics?x=1")
    #expect(
      seen.contains(
        """
        accept: application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,\
        application/openmetrics-text;version=0.0.1;q=0.5,\
        text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2
        """))
    #expect(seen.contains("accept-encoding: gzip"))
    // Each scrape may reach another of the workers behind the port.
    #expect(seen.contains("connection: close"))
    #expect(seen.contains("user-agent: svctop/0.1.0"))
    #expect(seen.contains("x-prometheus-scrape-timeout-seconds: 62.5"))
  }

  @Test func `unpacks gzip and joins chunks`() async throws {
    let packed = try await fetch(
      .body(headers: [("Content-Encoding", "gzip")], LoopbackFixtures.gzip))
    #expect(packed.bytes == Array("up 1\n".utf8))
    let chunked = try await fetch(.chunks([Array("up".utf8), Array(" 1\n".utf8)]))
    #expect(chunked.bytes == Array("up 1\n".utf8))
  }

  @Test func `says that a compressed body is damaged`() async throws {
    let damaged = LoopbackServer.Answer.body(
      headers: [("Content-Encoding", "gzip")], [0x1F, 0x8B] + Array("nothing".utf8))
    await #expect(throws: FetchError.damagedCompression) { try await fetch(damaged) }
  }

  @Test func `limits the body after it was unpacked`() async throws {
    let bomb = LoopbackServer.Answer.body(
      headers: [("Content-Encoding", "gzip")], LoopbackFixtures.gzipBomb)
    #expect(LoopbackFixtures.gzipBomb.count < 1000)
    await #expect(throws: FetchError.bodyTooLarge(limit: 99_999)) {
      try await fetch(bomb) { $0.bodyLimit = 99_999 }
    }
    let body = try await fetch(bomb) { $0.bodyLimit = 100_000 }
    #expect(body.bytes.count == 100_000)
  }

  @Test(arguments: [401, 403, 404, 500, 503, 204])
  func `takes any status but 200 for a failure`(code: Int) async throws {
    await #expect(throws: FetchError.status(code)) {
      try await fetch(.body(HTTPResponseStatus(statusCode: code), []))
    }
  }

  @Test func `gives up in time, also in the middle of a body`() async throws {
    for answer in [LoopbackServer.Answer.silence, .stall] {
      await #expect(throws: FetchError.timedOut(seconds: 0.05)) {
        try await fetch(answer) { $0.timeoutSeconds = 0.05 }
      }
    }
  }

  @Test func `says so when the server hangs up, before its answer or in the middle`() async throws {
    await #expect { try await fetch(.hangUp) } throws: { error in
      if case FetchError.closedUnanswered(_, true) = error { true } else { false }
    }
    await #expect { try await fetch(.cut) } throws: { error in
      if case FetchError.closed = error { true } else { false }
    }
  }

  @Test func `follows redirects, but not for ever`() async throws {
    let body = try await fetch { head in
      head.uri == "/metrics" ? .redirect("/metrics/") : .text(head.uri)
    }
    #expect(body.bytes == Array("/metrics/".utf8))
    await #expect(throws: FetchError.tooManyRedirects) {
      try await fetch { head in .redirect(head.uri + "x") }
    }
    await #expect(throws: FetchError.badRedirect) { try await fetch(.redirect("ftp://host/")) }
  }

  @Test func `keeps credentials from other hosts`() async throws {
    let other = try await LoopbackServer.start(Self.describe)
    let location = "http://127.0.0.1:\(other.port)/other"
    let body = try await fetch({
      $0.credentials = BasicCredentials(name: "u", password: .fromAddress("p"))
      $0.headers = [try? FetchTarget.Header(argument: "X-Api-Key: k")].compactMap(\.self)
    }) { _ in .redirect(location) }
    let seen = String(decoding: body.bytes, as: UTF8.self)
    #expect(seen.hasPrefix("GET /other\n"))
    #expect(!seen.contains("authorization"))
    #expect(!seen.contains("x-api-key"))
    await other.stop()
  }

  @Test func `names the host that asks for the credentials it did not get`() async throws {
    let other = try await LoopbackServer.start { _ in .body(.unauthorized, []) }
    let location = "http://127.0.0.1:\(other.port)/other"
    let error = FetchError.redirectedAway(to: DisplayText(location))
    await #expect(throws: error) {
      try await fetch({
        $0.credentials = BasicCredentials(name: "u", password: .fromAddress("p"))
      }) { _ in .redirect(location) }
    }
    #expect(
      error.description.string
        == "HTTP 401: redirected to \(location), which gets no credentials; name that address")
    await #expect(throws: FetchError.status(401)) { try await fetch(.redirect(location)) }
    await other.stop()
  }

  @Test func `sends a token that stands alone in the address`() async throws {
    let server = try await LoopbackServer.start(Self.describe)
    for user in ["token", "token:"] {
      let url = try EndpointURL("http://\(user)@127.0.0.1:\(server.port)/")
      let body = try await HTTPFetcher(FetchTarget.patient(url)).fetch()
      let seen = String(decoding: body.bytes, as: UTF8.self)
      #expect(seen.contains("authorization: Basic dG9rZW46\n"))
    }
    await server.stop()
  }

  @Test func `sends the secrets it is given`() async throws {
    let files = TemporaryFiles()
    let path = files.file("token", "abc\n")
    let bearer = try await fetch(path: "/", { $0.bearer = .file(path) }, answer: Self.describe)
    #expect(String(decoding: bearer.bytes, as: UTF8.self).contains("authorization: Bearer abc\n"))
    let basic = try await fetch(
      path: "/",
      {
        $0.credentials = BasicCredentials(name: "user", password: .file(path))
        $0.headers = [try? FetchTarget.Header(argument: "X-Api-Key: k")].compactMap(\.self)
      }, answer: Self.describe)
    let seen = String(decoding: basic.bytes, as: UTF8.self)
    #expect(seen.contains("authorization: Basic dXNlcjphYmM=\n"))
    #expect(seen.contains("x-api-key: k\n"))
    await #expect(throws: FetchError.secret(.unset(name: "SVCTOP_NO_SUCH_VARIABLE"))) {
      try await fetch(.text("")) { $0.bearer = .environment("SVCTOP_NO_SUCH_VARIABLE") }
    }
  }

  @Test func `speaks over a socket in the file system`() async throws {
    let files = TemporaryFiles()
    let path = files.directory + "/app.sock"
    let server = try await LoopbackServer.start(path: path, Self.describe)
    let host = path.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "%2F")
    var target = try FetchTarget.patient("http+unix://\(host)/metrics")
    #expect(target.url.address == path)
    for (header, expected) in [(nil, "localhost"), ("Host: shop.example", "shop.example")] {
      target.headers = try header.map { [try FetchTarget.Header(argument: $0)] } ?? []
      let body = try await HTTPFetcher(target).fetch()
      let seen = String(decoding: body.bytes, as: UTF8.self).split(separator: "\n")
      #expect(seen.first == "GET /metrics")
      #expect(seen.filter { $0.hasPrefix("host: ") } == ["host: \(expected)"])
    }
    await server.stop()
  }

  @Test func `tells a refused connection and an unknown host`() async throws {
    let server = try await LoopbackServer.start { _ in .silence }
    let port = server.port
    await server.stop()
    let refused = try HTTPFetcher(.patient("http://127.0.0.1:\(port)/"))
    await #expect(throws: FetchError.refused(address: "127.0.0.1:\(port)")) {
      try await refused.fetch()
    }
    let unknown = try HTTPFetcher(.patient("http://no-such-host.invalid/"))
    await #expect(throws: FetchError.unknownHost("no-such-host.invalid")) {
      try await unknown.fetch()
    }
    let socket = try HTTPFetcher(.patient("http+unix://%2Fnone.sock/"))
    await #expect(throws: FetchError.unreachable(address: "/none.sock", SystemError(code: 2))) {
      try await socket.fetch()
    }
  }

  @Test func `checks certificates unless told not to`() async throws {
    let files = TemporaryFiles()
    let authority = files.file("ca.pem", LoopbackFixtures.certificate)
    let server = try await LoopbackServer.start(isSecure: true) { _ in .text("up 1\n") }
    var target = try FetchTarget.patient("https://127.0.0.1:\(server.port)/metrics")
    let reason =
      "the certificate is not trusted or has expired; trust its CA with --cacert FILE, "
      + "or use --insecure"
    await #expect(throws: FetchError.tls(reason: reason)) {
      try await HTTPFetcher(target).fetch()
    }
    target.tls.isInsecure = true
    #expect(try await HTTPFetcher(target).fetch().status == 200)
    target.tls = FetchTarget.TLS()
    target.tls.authorities = authority
    #expect(try await HTTPFetcher(target).fetch().status == 200)
    target.tls.authorities = files.file("empty.pem", "")
    await #expect(throws: FetchError.certificateFile(path: files.directory + "/empty.pem")) {
      try await HTTPFetcher(target).fetch()
    }
    await server.stop()
  }

  @Test func `tells a server without TLS`() async throws {
    let server = try await LoopbackServer.start { _ in .text("up 1\n") }
    let target = try FetchTarget.patient("https://127.0.0.1:\(server.port)/metrics")
    await #expect(throws: FetchError.tls(reason: "the server does not speak TLS here; try http:")) {
      try await HTTPFetcher(target).fetch()
    }
    await server.stop()
  }

  @Test func `ends when its task is cancelled`() async throws {
    let server = try await LoopbackServer.start { _ in .silence }
    let target = try FetchTarget.patient("http://127.0.0.1:\(server.port)/metrics")
    let task = Task { try await HTTPFetcher(target).fetch() }
    task.cancel()
    await #expect(throws: FetchError.cancelled) { try await task.value }
    await server.stop()
  }

  @Test func `lets go of a connection soon after the last path of a round`() async throws {
    // Both are noted on the server's threads: those of tests may be busy with others for minutes.
    let answered = Mutex(Double.nan)
    let closed = Mutex(Double.infinity)
    let (closings, continuation) = AsyncStream<Void>.makeStream()
    let server = try await LoopbackServer.start(
      onClose: {
        closed.withLock { $0 = ArrivalTime.now().monotonicSeconds }
        continuation.finish()
      }
    ) { head in
      answered.withLock { $0 = ArrivalTime.now().monotonicSeconds }
      // Nobody waits for ever for a connection that is never closed.
      _ = MultiThreadedEventLoopGroup.singleton.any()
        .scheduleTask(in: .minutes(1)) { continuation.finish() }
      return head.headers["connection"].isEmpty ? .text("up 1\n") : .hangUp
    }
    let url = try EndpointURL("http://127.0.0.1:\(server.port)/metrics")
    var fetcher = HTTPFetcher(FetchTarget.patient(url))
    fetcher.use = .round
    #expect(try await fetcher.fetch().status == 200)
    for await _ in closings {}
    // A connection pool's usual patience is a minute.
    #expect(closed.withLock { $0 } - answered.withLock { $0 } < 30)
    await server.stop()
  }

  @Test func `asks again where a connection that was kept is closed`() async throws {
    let connected = Mutex(0)
    let server = try await LoopbackServer.start(
      onOpen: { connected.withLock { $0 += 1 } }
    ) { head in
      // The second request on a connection finds it closed, as after a pause that was too long.
      head.uri == "/closing" ? .hangUp : .text("up 1\n")
    }
    // Other tests may keep this one waiting for minutes.
    let connections = HTTPConnections(scrapePatience: .hours(1))
    func fetcher(_ path: String, _ use: ConnectionUse) throws -> HTTPFetcher {
      let url = try EndpointURL("http://127.0.0.1:\(server.port)\(path)")
      var fetcher = HTTPFetcher(FetchTarget.patient(url), connections: connections)
      fetcher.use = use
      return fetcher
    }
    for _ in 0..<3 { #expect(try await fetcher("/metrics", .kept).fetch().status == 200) }
    #expect(connected.withLock { $0 } == 1)
    // That one, and the one that it is asked on once more.
    await #expect(throws: FetchError.self) { try await fetcher("/closing", .kept).fetch() }
    #expect(connected.withLock { $0 } == 2)
    await #expect(throws: FetchError.self) { try await fetcher("/closing", .once).fetch() }
    #expect(connected.withLock { $0 } == 3)
    await connections.shutDown()
    await server.stop()
  }

  @Test func `closes its connections and can be used again`() async throws {
    let server = try await LoopbackServer.start { _ in .text("up 1\n") }
    let target = try FetchTarget.patient("http://127.0.0.1:\(server.port)/metrics")
    let connections = HTTPConnections()
    for _ in 0..<2 {
      #expect(try await HTTPFetcher(target, connections: connections).fetch().status == 200)
      await connections.shutDown()
    }
    await server.stop()
  }

  @Test func `describes every failure in one line`() {
    for (error, text) in [
      (
        FetchError.status(401),
        "HTTP 401: credentials needed; use --bearer-file FILE or --user NAME:FILE"
      ),
      (.status(418), "HTTP 418"),
      (.timedOut(seconds: 5), "no answer within 5 s; see --timeout"),
      (.timedOut(seconds: 0.5), "no answer within 0.5 s; see --timeout"),
      (.tls(reason: "why; what to do"), "TLS failed: why; what to do"),
      (
        .certificateFile(path: "a", SystemError(code: 2)),
        "a: no such file; check --cacert, --cert and --key"
      ),
      (.certificateFile(path: "a"), "a: not readable as PEM; check --cacert, --cert and --key"),
      (
        .closedUnanswered(address: "h:1", isPlain: true),
        "h:1: closed the connection before it answered; if it speaks TLS, write https://"
      ),
      (
        .closedUnanswered(address: "h:1", isPlain: false),
        "h:1: closed the connection before it answered"
      ),
      (.bodyTooLarge(limit: 64 << 20), "answer is larger than 64 MiB; is this a metrics endpoint?"),
    ] {
      #expect(error.description.string == text)
    }
  }
}
