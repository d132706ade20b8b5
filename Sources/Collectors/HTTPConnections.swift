import AsyncHTTPClient
import NIOCore
import NIOHTTPCompression
import NIOPosix

/// The one HTTP client that all fetchers share, made when the first of them asks.
package actor HTTPConnections {
  /// The connections of this process.
  package static let shared = HTTPConnections()

  private var current: (client: HTTPClient, threads: MultiThreadedEventLoopGroup)?

  /// The client, made now if there is none.
  func client() -> HTTPClient {
    if let current { return current.client }
    let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    // The body is measured as it comes out of the decompressor, piece by piece.
    configuration.decompression = .enabled(limit: .none)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    // Connections are kept for the other paths of a round, never for the next round.
    configuration.connectionPool.idleTimeout = .milliseconds(50)
    let client = HTTPClient(
      eventLoopGroupProvider: .shared(threads), configuration: configuration)
    current = (client, threads)
    return client
  }

  /// Closes all connections; call it once, when nothing is fetched any more.
  package func shutDown() async {
    guard let (client, threads) = current else { return }
    current = nil
    // Nothing is left to be done about connections that do not close in order.
    try? await client.shutdown()
    try? await threads.shutdownGracefully()
  }
}
