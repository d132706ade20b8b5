import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix

/// The HTTP clients that all fetchers share, made when the first of them asks.
package actor HTTPConnections {
  /// The connections of this process.
  package static let shared = HTTPConnections()

  /// For how long a connection of a round waits for the next path of it.
  private static let roundPatience = TimeAmount.milliseconds(50)
  /// For how long one waits for the next scrape.
  private let scrapePatience: TimeAmount

  /// Connections that wait for the next scrape so long, by default for two pauses between scrapes, and less
  /// than the five seconds after which Node and Uvicorn close theirs
  /// (https://nodejs.org/api/http.html#serverkeepalivetimeout).
  init(
    scrapePatience: TimeAmount = .nanoseconds(Int64(2e9 * ConnectionReuse.longestPause))
  ) {
    self.scrapePatience = scrapePatience
  }

  private struct Clients {
    let threads: MultiThreadedEventLoopGroup
    var ofRounds: HTTPClient?
    var kept: HTTPClient?
  }

  private var current: Clients?

  /// The client for such use, made now if there is none.
  func client(for use: ConnectionUse) -> HTTPClient {
    var clients = current ?? Clients(threads: MultiThreadedEventLoopGroup(numberOfThreads: 1))
    defer { current = clients }
    if use == .kept {
      let client = clients.kept ?? Self.client(on: clients.threads, patience: scrapePatience)
      clients.kept = client
      return client
    }
    let client = clients.ofRounds ?? Self.client(on: clients.threads, patience: Self.roundPatience)
    clients.ofRounds = client
    return client
  }

  private static func client(
    on threads: MultiThreadedEventLoopGroup, patience: TimeAmount
  ) -> HTTPClient {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    // The body is measured as it comes out of the decompressor, piece by piece.
    configuration.decompression = .enabled(limit: .none)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.connectionPool.idleTimeout = patience
    return HTTPClient(eventLoopGroupProvider: .shared(threads), configuration: configuration)
  }

  /// Closes all connections; call it once, when nothing is fetched any more.
  package func shutDown() async {
    guard let clients = current else { return }
    current = nil
    // Nothing is left to be done about connections that do not close in order.
    try? await clients.ofRounds?.shutdown()
    try? await clients.kept?.shutdown()
    try? await clients.threads.shutdownGracefully()
  }
}
