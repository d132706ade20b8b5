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

private struct Page: SiblingFetcher {
  var location = "/"
  let pages: Pages

  func fetch() async throws(FetchError) -> FetchedBody { try pages.page(location) }

  func sibling(
    at location: String, withinSeconds seconds: Double?, keepsConnection: Bool
  ) -> (any Fetcher)? {
    Page(location: location, pages: pages)
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
}
