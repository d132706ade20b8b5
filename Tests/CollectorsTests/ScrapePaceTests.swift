import Collectors
import Testing

struct ScrapePaceTests {
  @Test func `hurries those who wait, and waits no longer than it is told`() async {
    let pace = ScrapePace(seconds: 3600)
    await pace.wait(elapsedSeconds: 0, atMost: 0.05)
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
    let pace = ScrapePace(seconds: 3600)
    await pace.set(seconds: 0.1)
    await pace.wait(elapsedSeconds: 0, atMost: .infinity)
  }

  @Test func `lets a cancelled task go`() async {
    let pace = ScrapePace(seconds: 3600)
    let waiting = Task { await pace.wait(elapsedSeconds: 0, atMost: .infinity) }
    waiting.cancel()
    await waiting.value
  }
}
