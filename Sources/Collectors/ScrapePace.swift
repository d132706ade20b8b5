/// How often metrics are scraped; may change, and be hurried, while collectors wait.
package actor ScrapePace {
  private let clock: any Clock<Duration>
  private var seconds: Double
  private var sleeping: [Int: Task<Void, any Error>] = [:]
  private var next = 0

  /// A scrape every so many seconds of the `clock`; less than a tenth of a second is a tenth.
  package init(seconds: Double, clock: any Clock<Duration> = ContinuousClock()) {
    self.seconds = max(0.1, seconds)
    self.clock = clock
  }

  /// Changes the interval, and lets nobody wait for the end of the old one.
  package func set(seconds: Double) {
    self.seconds = max(0.1, seconds)
    hurry()
  }

  /// Lets everybody who waits go on now.
  package func hurry() {
    for task in sleeping.values { task.cancel() }
  }

  /// Waits for the rest of the interval, of which some has elapsed; a cancelled task waits no more.
  package func wait(elapsedSeconds: Double, atMost longest: Double) async {
    let rest = max(0.05, min(seconds, longest) - elapsedSeconds)
    let task = Task { [clock] in try await clock.sleep(for: .seconds(rest)) }
    let place = next
    next += 1
    sleeping[place] = task
    await withTaskCancellationHandler {
      _ = await task.result
    } onCancel: {
      task.cancel()
    }
    sleeping[place] = nil
  }
}
