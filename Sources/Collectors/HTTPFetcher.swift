import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import Telemetry

/// Fetches an endpoint over HTTP, asking in the words that Prometheus uses.
package struct HTTPFetcher: Fetcher {
  private static let mostRedirects = 5

  /// What is fetched.
  package let target: FetchTarget
  /// For how long the connection is needed.
  var use = ConnectionUse.once
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
    let start = ArrivalTime.now().monotonicSeconds
    let wait = Int64(HTTPFetcher.sane(target.timeoutSeconds) * 1e9)
    let deadline = NIODeadline.now() + .nanoseconds(wait)
    let client = await connections.client(for: use)
    let tls = try target.tls.configuration()
    var url = target.url
    for _ in 0...HTTPFetcher.mostRedirects {
      let headers = try headers(for: url, asking: accept)
      let answer = try await answer(of: client, at: url, headers, tls, deadline)
      if let location = answer.redirect {
        guard let next = url.redirected(to: location) else { throw .badRedirect }
        url = next
        continue
      }
      guard answer.status == 200 else {
        let isRefused = answer.status == 401 && hasSecrets && keepsSecrets(from: url)
        throw isRefused ? .redirectedAway(to: url.display) : .status(answer.status)
      }
      let arrival = ArrivalTime.now()
      return FetchedBody(
        bytes: answer.bytes, contentType: answer.contentType, status: answer.status,
        arrival: arrival, elapsedSeconds: arrival.monotonicSeconds - start)
    }
    throw .tooManyRedirects
  }

  /// Asks, and once more on a new connection where a kept one ends.
  ///
  /// The service may have closed it just then. A cancelled task has no answer.
  private func answer(
    of client: HTTPClient, at url: EndpointURL, _ headers: HTTPHeaders, _ tls: TLSConfiguration?,
    _ deadline: NIODeadline
  ) async throws(FetchError) -> HTTPAnswer {
    guard use == .kept else { return try await ask(client, url, headers, tls, deadline) }
    do throws(FetchError) {
      return try await ask(client, url, headers, tls, deadline)
    } catch {
      switch error {
      case .closed, .closedUnanswered: break
      default: throw error
      }
      var headers = headers
      headers.replaceOrAdd(name: "Connection", value: "close")
      return try await ask(await connections.client(for: .once), url, headers, tls, deadline)
    }
  }

  /// Asks once.
  private func ask(
    _ client: HTTPClient, _ url: EndpointURL, _ headers: HTTPHeaders, _ tls: TLSConfiguration?,
    _ deadline: NIODeadline
  ) async throws(FetchError) -> HTTPAnswer {
    if Task.isCancelled { throw .cancelled }
    let intake = HTTPIntake(bodyLimit: target.bodyLimit)
    do {
      let request = try HTTPClient.Request(
        url: url.string, headers: headers, tlsConfiguration: tls)
      let asking = client.execute(request: request, delegate: intake, deadline: deadline)
      return try await withTaskCancellationHandler {
        try await asking.get()
      } onCancel: {
        asking.cancel()
      }
    } catch {
      let head = intake.head
      guard head.status != 0 else {
        throw .beforeAnswer(error, at: url, timeoutSeconds: target.timeoutSeconds)
      }
      // What else came with it is not of interest.
      if head.status != 200, !Task.isCancelled { return head }
      throw FetchError(error, at: url, timeoutSeconds: target.timeoutSeconds)
    }
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
    if use == .once { headers.add(name: "Connection", value: "close") }
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
