import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A small HTTP server on this host that answers as a test wants.
struct LoopbackServer: Sendable {
  /// What the server does with one request.
  enum Answer: Sendable {
    case body(HTTPResponseStatus = .ok, headers: [(String, String)] = [], [UInt8])
    /// The same with chunks instead of a length.
    case chunks([[UInt8]])
    /// Nothing is ever sent.
    case silence
    /// The head and a part of the body, then nothing.
    case stall
    /// The same, and the connection is closed.
    case cut
    case hangUp

    static func text(_ text: String) -> Answer {
      .body(headers: [("Content-Type", "text/plain")], Array(text.utf8))
    }

    static func redirect(_ location: String) -> Answer {
      .body(.temporaryRedirect, headers: [("Location", location)], [])
    }
  }

  private let channel: any Channel

  var port: Int { channel.localAddress?.port ?? 0 }

  /// Starts a server on a free port, or on a socket at `path`; with TLS if `isSecure`.
  ///
  /// `onOpen` hears of each connection that begins, `onClose` of each that ends.
  static func start(
    path: String? = nil, isSecure: Bool = false, onOpen: @escaping @Sendable () -> Void = {},
    onClose: @escaping @Sendable () -> Void = {},
    _ answer: @escaping @Sendable (HTTPRequestHead) -> Answer
  ) async throws -> LoopbackServer {
    let context = isSecure ? try secureContext() : nil
    let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { channel in
        onOpen()
        return channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let context { try pipeline.addHandler(NIOSSLServerHandler(context: context)) }
          try pipeline.configureHTTPServerPipeline()
          try pipeline.addHandler(Responder(answer, onClose))
        }
      }
    if let path {
      return LoopbackServer(channel: try await bootstrap.bind(unixDomainSocketPath: path).get())
    }
    return LoopbackServer(channel: try await bootstrap.bind(host: "127.0.0.1", port: 0).get())
  }

  func stop() async { try? await channel.close() }

  private static func secureContext() throws -> NIOSSLContext {
    let certificate = try NIOSSLCertificate(
      bytes: Array(LoopbackFixtures.certificate.utf8), format: .pem)
    let key = try NIOSSLPrivateKey(bytes: Array(LoopbackFixtures.privateKey.utf8), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
  }
}

private final class Responder: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let answer: @Sendable (HTTPRequestHead) -> LoopbackServer.Answer
  private let onClose: @Sendable () -> Void

  init(
    _ answer: @escaping @Sendable (HTTPRequestHead) -> LoopbackServer.Answer,
    _ onClose: @escaping @Sendable () -> Void
  ) {
    self.answer = answer
    self.onClose = onClose
  }

  func channelInactive(context: ChannelHandlerContext) { onClose() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(let head) = unwrapInboundIn(data) else { return }
    switch answer(head) {
    case .silence: break
    case .hangUp: context.close(promise: nil)
    case .body(let status, let headers, let bytes):
      let length = [("Content-Length", String(bytes.count))]
      send(status, HTTPHeaders(headers + length), [bytes], context)
      end(context)
    case .chunks(let chunks):
      send(.ok, HTTPHeaders([("Transfer-Encoding", "chunked")]), chunks, context)
      end(context)
    case .stall: sendPart(context)
    case .cut:
      sendPart(context)
      context.close(promise: nil)
    }
  }

  private func send(
    _ status: HTTPResponseStatus, _ headers: HTTPHeaders, _ pieces: [[UInt8]],
    _ context: ChannelHandlerContext
  ) {
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    for piece in pieces {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: piece)))), promise: nil)
    }
  }

  private func sendPart(_ context: ChannelHandlerContext) {
    send(.ok, HTTPHeaders([("Content-Length", "100")]), [Array("up 1\n".utf8)], context)
    context.flush()
  }

  private func end(_ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
