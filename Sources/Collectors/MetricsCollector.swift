import Telemetry

/// Scrapes one metrics endpoint again and again, and turns each answer into a batch.
///
/// A failed scrape is a state of the source with its reason; the next one is tried all the same.
/// The address of a service without a path is probed for the usual paths; see `EndpointProbe`.
package struct MetricsCollector: Sendable {
  private let fetcher: any Fetcher
  private let source: SourceID
  private let intervalSeconds: Double

  /// A collector of one endpoint, scraped every `intervalSeconds`.
  package init(fetcher: any Fetcher, source: SourceID, intervalSeconds: Double) {
    self.fetcher = fetcher
    self.source = source
    self.intervalSeconds = max(0.1, intervalSeconds)
  }

  /// Scrapes until the task is cancelled.
  ///
  /// The second scrape follows the first after a second at most: rates need two. A `pace` that is
  /// given may be changed meanwhile, and counts instead of the interval.
  package func run(
    mapping: JSONMapping = JSONMapping(), presets: PresetSelection = .all,
    pace: ScrapePace? = nil,
    _ yield: @Sendable (Batch) async -> Void
  ) async {
    let pace = pace ?? ScrapePace(seconds: intervalSeconds)
    var session = MetricsSession(mapping: mapping, presets: presets)
    var longest = 1.0
    while !Task.isCancelled {
      let started = ArrivalTime.now().monotonicSeconds
      let batch = await scrape(&session)
      // An answer that was given up on leaving says nothing about the source.
      if Task.isCancelled, case .failing = batch.health { return }
      await yield(batch)
      let elapsed = ArrivalTime.now().monotonicSeconds - started
      await pace.wait(elapsedSeconds: elapsed, atMost: longest)
      longest = .infinity
    }
  }

  /// Scrapes once, whatever the endpoint speaks; the session remembers what was said.
  package func scrape(_ session: inout MetricsSession) async -> Batch {
    await session.scrape(fetcher, source: source)
  }
}
