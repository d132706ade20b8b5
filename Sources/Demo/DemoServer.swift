import NIOCore
import NIOHTTP1
import NIOPosix

/// A small HTTP server on the loopback interface that serves the pages it was last given.
///
/// The pages live on its one event-loop thread; new ones are handed over to it.
struct DemoServer: Sendable {
  private let group: MultiThreadedEventLoopGroup
  private let channel: any Channel
  private let pages: NIOLoopBoundBox<[DemoPage]>

  /// Starts serving on a port that the system chooses.
  static func start(pages: [DemoPage]) async throws -> DemoServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let box = NIOLoopBoundBox.makeBoxSendingValue(pages, eventLoop: group.next())
    do {
      let channel = try await ServerBootstrap(group: group)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            try channel.pipeline.syncOperations.addHandler(PageHandler(pages: box))
          }
        }
        .bind(host: "127.0.0.1", port: 0).get()
      return DemoServer(group: group, channel: channel, pages: box)
    } catch {
      // The failure to listen is what the caller wants to hear of, not one to clean up after it.
      try? await group.shutdownGracefully()
      throw error
    }
  }

  /// The port it listens on.
  var port: Int { channel.localAddress?.port ?? 0 }

  /// Whether it has not been stopped.
  var isOpen: Bool { channel.isActive }

  /// Serves other pages from now on.
  func publish(_ newPages: [DemoPage]) {
    channel.eventLoop.execute { pages.value = newPages }
  }

  /// Closes every connection and ends the thread; a second call does nothing.
  func stop() async {
    // It fails only if it has been shut down before, which is what is wanted.
    try? await group.shutdownGracefully()
  }
}

/// Answers requests on one connection from the pages of the moment.
private final class PageHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let pages: NIOLoopBoundBox<[DemoPage]>
  private var request: HTTPRequestHead?

  init(pages: NIOLoopBoundBox<[DemoPage]>) {
    self.pages = pages
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end:
      guard let head = request else { return }
      request = nil
      answer(head, context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let path = request.uri.prefix { $0 != "?" }
    let page = pages.value.first { $0.path == path }
    let status: HTTPResponseStatus
    if request.method != .GET && request.method != .HEAD {
      status = .methodNotAllowed
    } else {
      status = page == nil ? .notFound : .ok
    }
    let body = status == .ok ? page?.body ?? [] : Array("\(status.reasonPhrase)\n".utf8)
    var headers = HTTPHeaders()
    headers.add(
      name: "Content-Type",
      value: status == .ok ? page?.contentType ?? "text/plain" : "text/plain; charset=utf-8")
    headers.add(name: "Content-Length", value: String(body.count))
    if status == .methodNotAllowed { headers.add(name: "Allow", value: "GET, HEAD") }
    let head = HTTPResponseHead(version: request.version, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD {
      let bytes = context.channel.allocator.buffer(bytes: body)
      context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
    }
    let channel = context.channel
    let isKeptAlive = request.isKeepAlive
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      if !isKeptAlive { channel.close(promise: nil) }
    }
  }
}
