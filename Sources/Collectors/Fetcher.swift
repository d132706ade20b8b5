import Telemetry

/// Something that gets the present state of a metrics endpoint.
package protocol Fetcher: Sendable {
  /// Gets it once; cancelling the task ends it early.
  func fetch() async throws(FetchError) -> FetchedBody
  /// Gets it once, asking for formats in this order; the same as `fetch()` where none are told.
  func fetch(asking accept: AcceptHeader) async throws(FetchError) -> FetchedBody
}

extension Fetcher {
  /// Gets it once, in whatever format it comes.
  package func fetch(asking accept: AcceptHeader) async throws(FetchError) -> FetchedBody {
    try await fetch()
  }
}

/// What an endpoint answered.
package struct FetchedBody: Hashable, Sendable {
  /// The body, unpacked.
  package var bytes: [UInt8]
  /// The Content-Type header as it came; empty when there was none.
  package var contentType: String
  /// The status of the answer, such as 200.
  package var status: Int
  /// When the answer was complete.
  package var arrival: ArrivalTime
  /// From the request to the end of the answer.
  package var elapsedSeconds: Double

  /// An answer.
  package init(
    bytes: [UInt8], contentType: String, status: Int = 200, arrival: ArrivalTime,
    elapsedSeconds: Double = 0
  ) {
    self.bytes = bytes
    self.contentType = contentType
    self.status = status
    self.arrival = arrival
    self.elapsedSeconds = elapsedSeconds
  }
}

/// An endpoint and all that is needed to be let in.
package struct FetchTarget: Hashable, Sendable {
  /// One header that the user adds to each request.
  package struct Header: Hashable, Sendable {
    /// The name as it was written.
    package var name: String
    /// The value, which may be a secret.
    package var value: String

    /// Reads the argument of `--header`: `Name: value`.
    package init(argument: String) throws(SourceError) {
      let parts = argument.split(separator: ":", maxSplits: 1)
      let isToken = { (byte: UInt8) in
        (0x21..<0x7F).contains(byte) && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
      }
      guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy(isToken),
        parts[1].utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
      else {
        // The value is not repeated: it may be a secret.
        throw SourceError("--header: expected 'Name: value' on one line")
      }
      name = String(parts[0])
      value = String(parts[1].drop { $0 == " " })
    }
  }

  /// How TLS is done where it is not as usual; all paths are of PEM files.
  package struct TLS: Hashable, Sendable {
    /// Certificates to trust instead of those of the system.
    package var authorities: String?
    /// The certificate to show, with its chain.
    package var certificate: String?
    /// The key of that certificate, where it is not in the same file.
    package var privateKey: String?
    /// Whether any certificate will do.
    package var isInsecure = false

    /// TLS as usual.
    package init() {}
  }

  /// The address, without the credentials it may have held.
  package var url: EndpointURL
  /// Headers of the user; they replace those of svctop.
  package var headers: [Header] = []
  /// Goes into `Authorization: Bearer`; read anew for each request.
  package var bearer: Secret?
  /// Goes into `Authorization: Basic`; those of the URL unless set.
  package var credentials: BasicCredentials?
  /// How certificates are checked and shown.
  package var tls = TLS()
  /// For the whole of a fetch, redirects included.
  package var timeoutSeconds = 5.0
  /// Bytes of the longest body accepted, after decompression.
  package var bodyLimit = 64 << 20

  /// A target without any extras.
  package init(url: EndpointURL) {
    self.url = url
    credentials = url.credentials
  }
}
