import Telemetry

extension ShopFixture {
  /// One signal of the application over the twelve minutes.
  struct Gauge: Sendable {
    var signal: Signal
    var subject: DisplayText
    var first: Double
    /// What it has become by now; a counter grows by `first` at every reading.
    var last: Double

    init(_ signal: Signal, _ subject: DisplayText, _ first: Double, _ last: Double? = nil) {
      self.signal = signal
      self.subject = subject
      self.first = first
      self.last = last ?? first
    }
  }

  /// Readings every fifteen seconds.
  static func gauges(_ gauges: [Gauge]) -> [Batch] {
    stride(from: 0, through: pastSeconds, by: 15).map { second in
      var batch = Batch(source: 0, time: time(second))
      let part = Double(second) / Double(pastSeconds)
      batch.readings = gauges.map { gauge in
        // A breaker is open or not; it opened a good minute ago.
        let part = gauge.signal == .breakerState ? (part < 0.9 ? 0 : 1) : part
        return SignalReading(
          signal: gauge.signal, subject: gauge.subject, time: time(second),
          value: gauge.first + (gauge.last - gauge.first) * part)
      }
      return batch
    }
  }
}

extension ShopFixture.Gauge {
  private static let mebibyte = 1_048_576.0

  static let troubled = [
    Self(.poolInUse, "loader", 6, 13), Self(.poolLimit, "loader", 10),
    Self(.poolWaiting, "loader", 4),
    Self(.poolInUse, "poster", 9), Self(.poolLimit, "poster", 10),
    Self(.poolInUse, "main", 4), Self(.poolIdle, "main", 6), Self(.poolLimit, "main", 10),
    Self(.cacheHits, "sessions", 971), Self(.cacheMisses, "sessions", 29),
    Self(.cacheBytes, "sessions", 12 * mebibyte),
    Self(.cacheHits, "products", 84), Self(.cacheMisses, "products", 16),
    Self(.cacheHits, "search", 201), Self(.cacheMisses, "search", 299),
    Self(.cacheEntries, "search", 900, 24_000),
    Self(.residentBytes, "api", 540 * mebibyte, 612 * mebibyte),
    Self(.memoryLimitBytes, "api", 1024 * mebibyte),
    Self(.residentBytes, "worker", 188 * mebibyte),
    Self(.inFlight, "GET /api/users/{id}/feed", 2),
  ]

  static let healthy = [
    Self(.poolInUse, "main", 4), Self(.poolIdle, "main", 6), Self(.poolLimit, "main", 10),
    Self(.cacheHits, "sessions", 971), Self(.cacheMisses, "sessions", 29),
    Self(.residentBytes, "api", 540 * mebibyte), Self(.memoryLimitBytes, "api", 1024 * mebibyte),
  ]
}
