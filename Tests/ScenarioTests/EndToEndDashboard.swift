import Collectors
import Dashboard
import Telemetry
import TestSupport
import TextUI

/// The real model fed by real collectors, with a clock that only the test turns.
struct EndToEndDashboard {
  /// 2024-01-02 10:20:00 UTC, when everything here happens.
  static let start = Timestamp(seconds: 1_704_190_800)

  private(set) var model: Model
  private(set) var clock = start

  init(_ sources: [SourceIdentity], window: Window = .last(300)) {
    var settings = Settings()
    settings.window = window
    model = Model(
      history: History(sources: sources), settings: settings, theme: .default,
      size: Size(width: 120, height: 50), clock: EndToEndDashboard.start)
  }

  mutating func take(_ batch: Batch) { _ = model.update(.batch(batch)) }

  /// Lets the clock go on; what was read is looked at anew.
  mutating func pass(seconds: Double) {
    clock = clock + seconds
    _ = model.update(.tick(clock))
  }

  mutating func press(_ key: Key) { _ = model.update(.key(key)) }

  var screen: String { View(model).buffer.text }
  var totals: TotalsRow { model.figures.totals }

  func endpoint(_ name: String) -> EndpointRow? {
    model.figures.endpoints.first { $0.name.description == name }
  }

  func health(_ source: SourceID) -> SourceHealth { model.history.sources[source].health }
}

/// A metrics endpoint fetched over the network, whose answers arrive when the test says.
struct EndToEndFetcher: Fetcher {
  let fetcher: HTTPFetcher
  /// Seconds after the start of the test's clock.
  var seconds = 0.0

  /// A fetcher of the address, which is read as on the command line.
  init(_ url: String, timeoutSeconds: Double = 60) throws {
    guard case .endpoint(let endpoint) = try SourceSpecification(url).location else {
      throw EndToEndFailure("\(url) is no endpoint")
    }
    var target = FetchTarget(url: endpoint)
    target.timeoutSeconds = timeoutSeconds
    fetcher = HTTPFetcher(target)
  }

  func fetch() async throws(FetchError) -> FetchedBody {
    var body = try await fetcher.fetch()
    body.arrival = ArrivalTime(
      wall: EndToEndDashboard.start + seconds, monotonicSeconds: 1000 + seconds)
    return body
  }
}

/// What did not come about in a scenario.
struct EndToEndFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// A collector at work, whose batches are taken until something is seen, or a minute is over.
final class EndToEndCollection {
  private var batches: AsyncStream<Batch?>.AsyncIterator
  private let work: Task<Void, Never>
  private let deadline: Task<Void, Never>

  /// Starts the collector; `run` is its method of that name.
  init(_ run: @escaping @Sendable (@Sendable (Batch) -> Void) async -> Void) {
    let (stream, continuation) = AsyncStream<Batch?>.makeStream()
    batches = stream.makeAsyncIterator()
    work = Task { await run { continuation.yield($0) } }
    deadline = Task {
      // Over only when the scenario has failed; it is cancelled otherwise.
      try? await Task.sleep(for: .seconds(60))
      continuation.yield(nil)
    }
  }

  deinit {
    work.cancel()
    deadline.cancel()
  }

  /// Feeds the dashboard until the condition holds.
  func feed(
    _ dashboard: inout EndToEndDashboard, until what: String,
    _ condition: (EndToEndDashboard) -> Bool
  ) async throws {
    while !condition(dashboard) {
      guard let batch = await batches.next(isolation: #isolation) ?? nil else {
        throw EndToEndFailure("never: \(what); the screen was\n\(dashboard.screen)")
      }
      dashboard.take(batch)
      dashboard.pass(seconds: 0)
    }
  }

  /// Ends the collector and waits until it has.
  func stop() async {
    work.cancel()
    await work.value
  }
}
