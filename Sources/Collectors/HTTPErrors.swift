import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

extension FetchError {
  /// What an error of the HTTP library means.
  init(_ error: any Error, at url: EndpointURL, timeoutSeconds: Double) {
    switch error {
    case let error as FetchError: self = error
    case is CancellationError: self = .cancelled
    case let error as HTTPClientError: self.init(error, at: url, timeoutSeconds: timeoutSeconds)
    case let error as NIOConnectionError: self.init(error, at: url, timeoutSeconds: timeoutSeconds)
    case let error as IOError: self.init(SystemError(code: error.errnoCode), at: url)
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
      self = .tls(reason: FetchError.tlsReason("\(error)"))
    // The library says so of a body that ends before its Content-Length.
    case HTTPParserError.invalidEOFState: self = .closed(address: url.address)
    case is NIOHTTPDecompression.DecompressionError: self = .damagedCompression
    case is HTTPParserError: self = .protocolViolation("\(error)")
    case is ChannelError: self = .closed(address: url.address)
    default: self = .protocolViolation(FetchError.firstLine("\(error)"))
    }
  }

  /// What an error means that came before any of an answer.
  static func beforeAnswer(
    _ error: any Error, at url: EndpointURL, timeoutSeconds: Double
  ) -> FetchError {
    let failure = FetchError(error, at: url, timeoutSeconds: timeoutSeconds)
    // Whatever could not be parsed was sent, and an end in the midst of it is an end of an answer.
    guard case .closed(let address) = failure, !(error is HTTPParserError) else { return failure }
    return .closedUnanswered(address: address, isPlain: url.isPlain)
  }

  private init(_ error: HTTPClientError, at url: EndpointURL, timeoutSeconds: Double) {
    switch error {
    case .deadlineExceeded, .connectTimeout, .readTimeout, .tlsHandshakeTimeout,
      .getConnectionFromPoolTimeout:
      self = .timedOut(seconds: timeoutSeconds)
    case .cancelled: self = .cancelled
    case .remoteConnectionClosed, .uncleanShutdown: self = .closed(address: url.address)
    default: self = .protocolViolation(FetchError.firstLine(error.shortDescription))
    }
  }

  private init(_ error: NIOConnectionError, at url: EndpointURL, timeoutSeconds: Double) {
    let failures = error.connectionErrors.map(\.error)
    if failures.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
      self = .unknownHost(error.host)
    } else if let failure = failures.compactMap({ $0 as? IOError }).first {
      self.init(SystemError(code: failure.errnoCode), at: url)
    } else {
      self = .timedOut(seconds: timeoutSeconds)
    }
  }

  private init(_ error: SystemError, at url: EndpointURL) {
    switch error.code {
    case ECONNREFUSED: self = .refused(address: url.address)
    case ECONNRESET, EPIPE: self = .closed(address: url.address)
    default: self = .unreachable(address: url.address, error)
    }
  }

  /// The part of a TLS error that tells a person something, and what to do about it.
  private static func tlsReason(_ text: String) -> String {
    // The library does not tell a certificate of the server that has expired from a strange one.
    let untrusted =
      "the certificate is not trusted or has expired; trust its CA with --cacert FILE, or use "
      + "--insecure"
    let known = [
      ("EXPIRED", "the client certificate has expired; renew that of --cert"),
      ("CERTIFICATE_VERIFY_FAILED", untrusted),
      ("unableToValidateCertificate", untrusted),
      (
        "failedToValidateHostname",
        "the certificate is for another host; name that host, or use --insecure"
      ),
      ("WRONG_VERSION_NUMBER", "the server does not speak TLS here; try http:"),
      ("CERTIFICATE_REQUIRED", "the server wants a client certificate; use --cert and --key"),
    ]
    return known.first { text.contains($0.0) }?.1 ?? firstLine(text)
  }

  private static func firstLine(_ text: String) -> String {
    String(text.prefix { !$0.isNewline }.prefix(160))
  }
}
