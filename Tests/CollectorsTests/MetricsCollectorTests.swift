import Telemetry
import Testing

@testable import Collectors

struct MetricsCollectorTests {
  /// An endpoint that says that it was asked, and never answers.
  private struct SilentFetcher: Fetcher {
    let asked: AsyncStream<Void>.Continuation

    func fetch() async throws(FetchError) -> FetchedBody {
      asked.yield()
      try? await Task.sleep(for: .seconds(3600))
      throw .cancelled
    }
  }

  @Test func `a scrape that is given up on leaving is no failure`() async {
    let (asked, askedContinuation) = AsyncStream<Void>.makeStream()
    let (batches, batchesContinuation) = AsyncStream<Batch>.makeStream()
    let collector = MetricsCollector(
      fetcher: SilentFetcher(asked: askedContinuation), source: 0, intervalSeconds: 1)
    let running = Task {
      await collector.run { batchesContinuation.yield($0) }
      batchesContinuation.finish()
    }
    for await _ in asked { break }
    running.cancel()
    var healths: [SourceHealth] = []
    for await batch in batches { healths.append(batch.health) }
    #expect(healths.isEmpty)
  }
}
