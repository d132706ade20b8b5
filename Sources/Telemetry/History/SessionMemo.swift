import Synchronization

/// What many sessions came to lately, for whoever asks each second.
///
/// Percentiles of thousands hardly move within seconds, and finding them is the most of the work: how many
/// sessions there are is told anew each time, their percentiles are some seconds old at most.
package final class SessionMemo: Sendable {
  /// What does not change with each second.
  struct Spread: Sendable {
    var durations: SessionQuantiles?
    var requests: SessionQuantiles?
  }

  private struct Known {
    let lineage: TouchedTimes.Lineage
    let window: Window
    let now: Timestamp
    let spread: Spread
  }

  /// How old percentiles may be: as old as what detectors found.
  private static let patienceSeconds = 5.0
  /// Sessions from which on it pays.
  private static let fewest = 1_000

  private let known = Mutex<Known?>(nil)

  /// Nothing was asked for yet.
  package init() {}

  /// What is known of a window that ended shortly before; nothing where no time has passed, as in a log
  /// that has ended, of which more may have been read since.
  func spread(of history: History, _ window: Window, now: Timestamp) -> Spread? {
    known.withLock { known in
      guard let known, known.lineage === history.touched.lineage, known.window == window,
        now > known.now, now - known.now < Self.patienceSeconds
      else { return nil }
      return known.spread
    }
  }

  /// Notes what `sampled` sessions came to.
  func note(
    _ spread: Spread, sampled: Int, of history: History, _ window: Window, now: Timestamp
  ) {
    guard sampled >= Self.fewest else { return }
    known.withLock {
      $0 = Known(lineage: history.touched.lineage, window: window, now: now, spread: spread)
    }
  }
}
