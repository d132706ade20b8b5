import Collectors
import Testing

struct ScrapePaceTests {
  @Test(arguments: [
    (interval: 5.0, elapsed: 2.0, longest: Double.infinity, wait: 3.0), (5, 0, 1, 1),
    (5, 9, Double.infinity, 0.05), (0, 0, Double.infinity, 0.1),
  ])
  func `waits for the rest of the interval, and no longer than it is told`(
    interval: Double, elapsed: Double, longest: Double, wait: Double
  ) async {
    let clock = HurriedClock()
    await ScrapePace(seconds: interval, clock: clock)
      .wait(elapsedSeconds: elapsed, atMost: longest)
    #expect(clock.waits == [.seconds(wait)])
  }

  @Test func `hurries those who wait`() async {
    let pace = ScrapePace(seconds: 3600)
    let waiting = Task { await pace.wait(elapsedSeconds: 0, atMost: .infinity) }
    let hurrying = Task {
      while !Task.isCancelled {
        await pace.hurry()
        await Task.yield()
      }
    }
    await waiting.value
    hurrying.cancel()
  }

  @Test func `takes up a new interval`() async {
    let clock = HurriedClock()
    let pace = ScrapePace(seconds: 3600, clock: clock)
    await pace.set(seconds: 7)
    await pace.wait(elapsedSeconds: 0, atMost: .infinity)
    #expect(clock.waits == [.seconds(7)])
  }

  @Test func `lets a cancelled task go`() async {
    let pace = ScrapePace(seconds: 3600)
    let waiting = Task { await pace.wait(elapsedSeconds: 0, atMost: .infinity) }
    waiting.cancel()
    await waiting.value
  }
}
