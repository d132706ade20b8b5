import Telemetry

/// A fetcher that can ask other paths of the same service, with the same credentials.
package protocol SiblingFetcher: Fetcher {
  /// Path and query of what it fetches; `/` for the service as such.
  var location: String { get }

  /// A fetcher of another path and query of the service, which waits no longer than `seconds`.
  ///
  /// `use` says for how long it needs its connection.
  func sibling(
    at location: String, withinSeconds seconds: Double?, for use: ConnectionUse
  ) -> (any Fetcher)?
}

extension HTTPFetcher: SiblingFetcher {
  package var location: String { target.url.location }

  package func sibling(
    at location: String, withinSeconds seconds: Double?, for use: ConnectionUse
  ) -> (any Fetcher)? {
    guard let url = target.url.sibling(at: location) else { return nil }
    var other = target
    other.url = url
    if let seconds { other.timeoutSeconds = min(seconds, target.timeoutSeconds) }
    var fetcher = HTTPFetcher(other)
    fetcher.use = use
    return fetcher
  }
}

extension EndpointURL {
  /// Path and query; `/` where there are none.
  package var location: String {
    guard let start = string.firstRange(of: "://") else { return "/" }
    let rest = string[start.upperBound...]
    let path = rest.firstIndex { "/?".contains($0) }.map { rest[$0...] } ?? ""
    return path.isEmpty ? "/" : path.hasPrefix("/") ? String(path) : "/" + path
  }

  /// Whether it names a service and no path of it.
  package var isBase: Bool { location == "/" }

  /// Another path and query of the same service.
  package func sibling(at location: String) -> EndpointURL? {
    guard let start = string.firstRange(of: "://") else { return nil }
    let rest = string[start.upperBound...]
    let host = rest.prefix { !"/?".contains($0) }
    let path = location.hasPrefix("/") ? location : "/" + location
    // A path that makes no address is one that cannot be asked.
    return try? EndpointURL("\(string[..<start.upperBound])\(host)\(path)")
  }
}

/// What one path of a service answered.
package struct SiblingAnswer: Sendable {
  /// Path and query that were asked for.
  package var location: String
  /// The answer, or why there is none.
  package var result: Result<FetchedBody, FetchError>
}

extension SiblingFetcher {
  /// Asks several paths, at most four at a time; the answers come in the order of the paths.
  func fetch(
    _ locations: [String], asking accept: AcceptHeader = .textFirst,
    withinSeconds seconds: Double?, for use: ConnectionUse? = nil
  ) async -> [SiblingAnswer] {
    let use = use ?? (locations.count > 1 ? .round : .once)
    if let only = locations.first, locations.count == 1 {
      // Most scrapes; a task of its own would wake another thread.
      let result = await answer(at: only, asking: accept, withinSeconds: seconds, for: use)
      return [SiblingAnswer(location: only, result: result)]
    }
    return await withTaskGroup(of: (Int, SiblingAnswer).self) { group in
      var answers = [SiblingAnswer?](repeating: nil, count: locations.count)
      var next = 0
      func start() {
        guard next < locations.count else { return }
        let place = next
        next += 1
        group.addTask {
          let location = locations[place]
          let result = await answer(
            at: location, asking: accept, withinSeconds: seconds, for: use)
          return (place, SiblingAnswer(location: location, result: result))
        }
      }
      for _ in 0..<4 { start() }
      while let (place, answer) = await group.next() {
        answers[place] = answer
        start()
      }
      return answers.compactMap(\.self)
    }
  }

  private func answer(
    at location: String, asking accept: AcceptHeader, withinSeconds seconds: Double?,
    for use: ConnectionUse
  ) async -> Result<FetchedBody, FetchError> {
    guard let fetcher = sibling(at: location, withinSeconds: seconds, for: use) else {
      return .failure(.protocolViolation("\(location): not a path"))
    }
    do throws(FetchError) {
      return .success(try await fetcher.fetch(asking: accept))
    } catch {
      return .failure(error)
    }
  }
}
