import Synchronization
import Telemetry
import Testing

@testable import Collectors

/// A service whose pages change between scrapes; what has no page is not there.
private final class Pages: Sendable {
  private let known = Mutex<[String: String]>([:])

  func show(_ pages: [String: String]) { known.withLock { $0 = pages } }

  func page(_ location: String) throws(FetchError) -> FetchedBody {
    guard let text = known.withLock({ $0[location] }) else { throw .status(404) }
    return FetchedBody(bytes: Array(text.utf8), contentType: "", arrival: .now())
  }
}

/// How each page was connected to, in the order of the scrapes.
private final class Uses: Sendable {
  private let noted = Mutex<[ConnectionUse]>([])

  func note(_ use: ConnectionUse) { noted.withLock { $0.append(use) } }

  /// A letter for each since the last call: `o` once, `r` round, `k` kept.
  func takeLetters() -> String {
    noted.withLock { noted in
      defer { noted = [] }
      return noted.map { "\($0)".prefix(1) }.joined()
    }
  }
}

private struct Page: SiblingFetcher {
  var location = "/"
  let pages: Pages
  /// How it was asked to connect.
  var uses: Uses?

  func fetch() async throws(FetchError) -> FetchedBody { try pages.page(location) }

  func sibling(
    at location: String, withinSeconds seconds: Double?, for use: ConnectionUse
  ) -> (any Fetcher)? {
    uses?.note(use)
    return Page(location: location, pages: pages)
  }
}

@Suite struct `A session of one service's metrics` {
  private static func exposition(_ requests: Int) -> String {
    """
    # TYPE http_requests_total counter
    http_requests_total{route="/a",status="200"} \(requests)

    """
  }

  private static func endpoints(_ requests: Int) -> String {
    #"{"endpoints": {"GET /a": {"total_requests": \#(requests), "total_duration": 1}}}"#
  }

  @Test func `does not count requests of a page again that the next exposition tells of`() async {
    let pages = Pages()
    var session = MetricsSession()
    var counted: [UInt64] = []
    // The process has had no requests when its pages are looked for, so both are read.
    let scrapes: [[String: String]] = [
      [
        "/metrics": "# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds 1\n",
        "/performance/endpoints": Self.endpoints(5),
      ],
      ["/metrics": Self.exposition(10), "/performance/endpoints": Self.endpoints(10)],
      ["/metrics": Self.exposition(30), "/performance/endpoints": Self.endpoints(30)],
      ["/performance/endpoints": Self.endpoints(40)],
      ["/metrics": Self.exposition(60), "/performance/endpoints": Self.endpoints(60)],
    ]
    for scrape in scrapes {
      pages.show(scrape)
      let batch = await session.scrape(Page(pages: pages), source: 0)
      counted.append(batch.traffic.reduce(0) { $0 + $1.statuses.total })
    }
    #expect(counted.suffix(3) == [20, 0, 30])
  }

  /// A process that says when it began, or does not, and its requests so far.
  private static func process(start: Int?, _ requests: Int) -> String {
    let said = start.map { "process_start_time_seconds \($0)\n" } ?? ""
    return said + exposition(requests)
  }

  @Test(arguments: [
    (name: "one process that tells when it began", starts: [1], isAnonymous: false),
    (name: "one process that does not", starts: [1], isAnonymous: true),
    (name: "two that tell when they began", starts: [1, 2], isAnonymous: false),
    (name: "two that do not", starts: [1, 2], isAnonymous: true),
  ])
  func `keeps its connection once one process is seen to answer`(
    name: String, starts: [Int], isAnonymous: Bool
  ) async {
    let pages = Pages()
    let uses = Uses()
    var session = MetricsSession { 0 }
    let page = Page(location: "/metrics", pages: pages, uses: uses)
    for scrape in 0..<50 {
      let start = starts[scrape % starts.count]
      pages.show([
        "/metrics": Self.process(start: isAnonymous ? nil : start, start * 1_000 + scrape)
      ])
      _ = await session.scrape(page, source: 0)
    }
    let letters = uses.takeLetters()
    let kept = starts.count == 1 ? "kkkkkkkkokkkkkkkkkokkkkkkkkko" : ""
    #expect(letters == "o" * (50 - kept.count) + kept, "\(name)")
  }

  @Test func `looks for other processes again when one that it kept has been replaced`() async {
    let pages = Pages()
    let uses = Uses()
    var session = MetricsSession { 0 }
    let page = Page(location: "/metrics", pages: pages, uses: uses)
    let began = Int(ArrivalTime.now().wall.seconds)
    for scrape in 0..<40 {
      pages.show(["/metrics": Self.process(start: 1, scrape)])
      _ = await session.scrape(page, source: 0)
    }
    #expect(uses.takeLetters().hasSuffix("kkkkkkkkko"))
    for scrape in 0..<10 {
      pages.show(["/metrics": Self.process(start: began, scrape)])
      _ = await session.scrape(page, source: 0)
    }
    #expect(uses.takeLetters() == "kooooooooo")
  }

  @Test func `does not keep a connection to what is JSON by now`() async {
    let pages = Pages()
    let uses = Uses()
    var session = MetricsSession { 0 }
    let page = Page(location: "/metrics", pages: pages, uses: uses)
    pages.show(["/metrics": Self.process(start: 1, 1)])
    for _ in 0..<40 { _ = await session.scrape(page, source: 0) }
    #expect(uses.takeLetters().hasSuffix("kkkkkkkkko"))
    pages.show(["/metrics": Self.endpoints(5)])
    for _ in 0..<10 { _ = await session.scrape(page, source: 0) }
    #expect(uses.takeLetters() == "kooooooooo")
  }

  @Test func `never keeps a connection to pages that do not tell of processes`() async {
    let pages = Pages()
    let uses = Uses()
    var session = MetricsSession { 0 }
    pages.show(["/gauges": "# TYPE node_load1 gauge\nnode_load1 0.5\n"])
    let page = Page(location: "/gauges", pages: pages, uses: uses)
    for _ in 0..<40 { _ = await session.scrape(page, source: 0) }
    #expect(uses.takeLetters() == "o" * 40)
  }
}

private func * (letter: String, count: Int) -> String { String(repeating: letter, count: count) }
