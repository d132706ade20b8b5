import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Telemetry

/// Fetches an endpoint over HTTP, asking in the words that Prometheus uses.
package struct HTTPFetcher: Fetcher {
  private static let mostRedirects = 5

  /// What is fetched.
  package let target: FetchTarget
  /// Whether the next request of the same round may use the connection.
  var keepsConnection = false
  private let connections: HTTPConnections

  /// A fetcher that shares its connections with all others.
  package init(_ target: FetchTarget) {
    self.init(target, connections: .shared)
  }

  init(_ target: FetchTarget, connections: HTTPConnections) {
    self.target = target
    self.connections = connections
  }

  package func fetch() async throws(FetchError) -> FetchedBody {
    try await fetch(asking: .textFirst)
  }

  package func fetch(asking accept: AcceptHeader) async throws(FetchError) -> FetchedBody {
    let result = await withTaskGroup(of: Result<FetchedBody, FetchError>.self) { group in
      group.addTask {
        do throws(FetchError) { return .success(try await follow(asking: accept)) } catch {
          return .failure(error)
        }
      }
      group.addTask {
        // Sleeping ends early only because the fetch is over or was cancelled.
        try? await Task.sleep(for: .seconds(HTTPFetcher.sane(target.timeoutSeconds)))
        return .failure(Task.isCancelled ? .cancelled : .timedOut(seconds: target.timeoutSeconds))
      }
      let first = await group.next() ?? .failure(.cancelled)
      group.cancelAll()
      return first
    }
    return try result.get()
  }

  /// Fetches, going where redirects lead.
  private func follow(asking accept: AcceptHeader) async throws(FetchError) -> FetchedBody {
    let start = ArrivalTime.now().monotonicSeconds
    let client = await connections.client()
    let tls = try target.tls.configuration()
    var url = target.url
    for _ in 0...HTTPFetcher.mostRedirects {
      var request = HTTPClientRequest(url: url.string)
      request.headers = try headers(for: url, asking: accept)
      request.tlsConfiguration = tls
      let response: HTTPClientResponse
      do {
        response = try await client.execute(request, deadline: .distantFuture)
      } catch {
        throw .beforeAnswer(error, at: url, timeoutSeconds: target.timeoutSeconds)
      }
      do {
        guard let location = HTTPFetcher.redirect(response) else {
          return try await complete(response, since: start)
        }
        guard let next = url.redirected(to: location) else { throw FetchError.badRedirect }
        url = next
      } catch FetchError.status(401) where hasSecrets && keepsSecrets(from: url) {
        throw .redirectedAway(to: url.display)
      } catch {
        throw FetchError(error, at: url, timeoutSeconds: target.timeoutSeconds)
      }
    }
    throw .tooManyRedirects
  }

  private static func redirect(_ response: HTTPClientResponse) -> String? {
    guard [301, 302, 303, 307, 308].contains(response.status.code) else { return nil }
    return response.headers.first(name: "Location")
  }

  private func complete(
    _ response: HTTPClientResponse, since start: Double
  ) async throws -> FetchedBody {
    guard response.status.code == 200 else { throw FetchError.status(Int(response.status.code)) }
    let encoding = response.headers.first(name: "Content-Encoding")?.lowercased() ?? "identity"
    guard ["identity", "gzip", "deflate"].contains(encoding) else {
      throw FetchError.encoding(encoding)
    }
    var bytes: [UInt8] = []
    for try await piece in response.body {
      guard bytes.count + piece.readableBytes <= target.bodyLimit else {
        throw FetchError.bodyTooLarge(limit: target.bodyLimit)
      }
      bytes.append(contentsOf: piece.readableBytesView)
    }
    let arrival = ArrivalTime.now()
    return FetchedBody(
      bytes: bytes, contentType: response.headers.first(name: "Content-Type") ?? "",
      status: Int(response.status.code), arrival: arrival,
      elapsedSeconds: arrival.monotonicSeconds - start)
  }

  private var hasSecrets: Bool {
    target.bearer != nil || target.credentials != nil || !target.headers.isEmpty
  }

  /// Whether credentials and headers of the user do not go there.
  private func keepsSecrets(from url: EndpointURL) -> Bool { url.origin != target.url.origin }

  /// The headers of a request; to another host than the target's go only those without secrets.
  private func headers(
    for url: EndpointURL, asking accept: AcceptHeader
  ) throws(FetchError) -> HTTPHeaders {
    var headers = HTTPHeaders()
    // HTTP/1.1 demands one; the library sends none to a socket in the file system.
    if url.isSocket { headers.add(name: "Host", value: "localhost") }
    headers.add(name: "Accept", value: accept.value)
    headers.add(name: "Accept-Encoding", value: "gzip")
    headers.add(name: "User-Agent", value: "svctop/0.1.0")
    // Workers behind one port: a connection that is kept would show the same one for ever.
    if !keepsConnection { headers.add(name: "Connection", value: "close") }
    headers.add(
      name: "X-Prometheus-Scrape-Timeout-Seconds", value: FetchError.shortest(target.timeoutSeconds)
    )
    if keepsSecrets(from: url) { return headers }
    do throws(SecretError) {
      if let bearer = target.bearer {
        headers.add(name: "Authorization", value: "Bearer \(try bearer.value())")
      } else if let credentials = target.credentials {
        let pair = "\(credentials.name):\(try credentials.password.value())"
        headers.add(name: "Authorization", value: "Basic \(Base64.encoded(pair.utf8))")
      }
    } catch {
      throw .secret(error)
    }
    for header in target.headers { headers.replaceOrAdd(name: header.name, value: header.value) }
    return headers
  }

  /// A time that a clock can wait for, whatever was asked for.
  private static func sane(_ seconds: Double) -> Double {
    seconds > 0 ? min(seconds, 86_400) : 0
  }
}
