import NIOCore
import NIOHTTP1
import NIOPosix
import TestSupport

/// A service on this host whose metrics are the content of a file at the time of the request.
///
/// Each answer ends its connection, so that after `stop` nothing listens and nothing is kept.
struct EndToEndServer: Sendable {
  private let channel: any Channel
  let port: Int

  /// Serves the file at `path` on a free port, or on the one given.
  static func start(serving path: String, port: Int = 0) async throws -> EndToEndServer {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(FileResponder(path: path))
        }
      }
      .bind(host: "127.0.0.1", port: port).get()
    return EndToEndServer(channel: channel, port: channel.localAddress?.port ?? 0)
  }

  /// Listens no longer; the port is refused from now on.
  func stop() async throws { try await channel.close() }

  /// The address of the metrics.
  var url: String { "http://127.0.0.1:\(port)/metrics" }
}

private final class FileResponder: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let path: String

  init(path: String) { self.path = path }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .end = unwrapInboundIn(data) else { return }
    let body = (try? PTYFolder.read(path)) ?? ""
    let headers = HTTPHeaders([
      ("Content-Type", "text/plain; version=0.0.4"), ("Content-Length", String(body.utf8.count)),
      ("Connection", "close"),
    ])
    let head = HTTPResponseHead(
      version: .http1_1, status: body.isEmpty ? .serviceUnavailable : .ok, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
    // No reference to the context may leave its event loop, so the channel closes itself.
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      channel.close(promise: nil)
    }
  }
}
