/// The most of something, and when it was seen last.
package struct PoolPeak: Hashable, Sendable {
  /// The largest reading that counts.
  package var most: Double
  /// When a reading that counts was last seen.
  package var last: Timestamp
}

extension History {
  /// The most callers that waited for a pool at one reading of the window, and when any did last;
  /// `nil` when none was seen waiting.
  package func waiting(for row: PoolRow, _ window: Window, now: Timestamp) -> PoolPeak? {
    peak(.poolWaiting, of: row, window, now: now) { $0 > 0 }
  }

  /// The most connections in use at one reading of the window, and when it was so last.
  package func mostInUse(of row: PoolRow, _ window: Window, now: Timestamp) -> PoolPeak? {
    let most = peak(.poolInUse, of: row, window, now: now) { _ in true }?.most
    return most.flatMap { most in peak(.poolInUse, of: row, window, now: now) { $0 >= most } }
  }

  private func peak(
    _ signal: Signal, of row: PoolRow, _ window: Window, now: Timestamp,
    where counts: (Double) -> Bool
  ) -> PoolPeak? {
    let key = key(signal, of: row.name, source: row.source)
    var peak: PoolPeak?
    for (time, value) in signals.points(key, in: range(of: window, now: now), now: now)
    where counts(value) {
      peak = PoolPeak(most: max(value, peak?.most ?? value), last: time)
    }
    return peak
  }
}

extension PoolRow {
  /// How long a caller of the window waited for a connection, on average, where that is counted.
  package var meanWaitSeconds: Double? {
    guard let acquired, acquired > 0 else { return nil }
    return waitedSeconds.map { $0 / acquired }
  }

  /// Share of the limit, else of what is open, in use; not known where the limit may be higher.
  package var saturation: Double? {
    guard let inUse, !isLeastLimit else { return nil }
    if let limit, limit > 0 { return inUse / limit }
    guard let idle, inUse + idle > 0 else { return nil }
    return inUse / (inUse + idle)
  }
}
