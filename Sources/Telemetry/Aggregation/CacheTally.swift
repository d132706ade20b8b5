/// Answers of the caches in front of a service in the open slot.
struct CacheTally {
  private var hits = 0
  private var misses = 0

  mutating func add(_ outcome: LogRecord.CacheOutcome) {
    if outcome == .hit { hits &+= 1 } else { misses &+= 1 }
  }

  mutating func close(
    at time: Timestamp, subject: DisplayText, into readings: inout [SignalReading]
  ) {
    guard hits + misses > 0 else { return }
    for (signal, count) in [(Signal.cacheHits, hits), (.cacheMisses, misses)] {
      readings.append(
        SignalReading(signal: signal, subject: subject, time: time, value: Double(count)))
    }
    self = CacheTally()
  }
}
