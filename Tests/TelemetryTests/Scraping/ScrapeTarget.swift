import Telemetry

/// A target that is scraped every five seconds, and pictures of the batches it gives.
struct ScrapeTarget {
  var session: ScrapeSession
  private(set) var scrapes = 0
  /// Wall time of the first scrape.
  static let epoch = Timestamp(seconds: 1_800_000_000)

  init(
    seriesLimit: Int = 200_000, endpointLimit: Int = 1_000,
    presets: PresetSelection = .all
  ) {
    session = ScrapeSession(
      seriesLimit: seriesLimit, endpointLimit: endpointLimit, presets: presets)
  }

  @discardableResult
  mutating func scrape(_ body: String, contentType: String? = nil) -> Batch {
    scrape(bytes: Array(body.utf8), contentType: contentType)
  }

  @discardableResult
  mutating func scrape(bytes: [UInt8], contentType: String? = nil) -> Batch {
    defer { scrapes += 1 }
    return bytes.withUnsafeBytes {
      session.ingest(
        $0, contentType: contentType, wall: ScrapeTarget.epoch + Double(scrapes) * 5,
        monotonicSeconds: Double(scrapes) * 5, source: 7)
    }
  }
}

extension Batch {
  /// One line per endpoint: name, statuses by class, durations, mean and 95th percentile.
  var trafficPicture: String {
    traffic.sorted { $0.name < $1.name }.map { delta in
      var line = delta.name.description
      for statusClass in 1...5 where delta.statuses[statusClass] > 0 {
        line += " \(statusClass)xx:\(delta.statuses[statusClass])"
      }
      if delta.statuses.other > 0 { line += " other:\(delta.statuses.other)" }
      if let latency = delta.latency {
        line += " n:\(latency.count) sum:\(Self.short(latency.sumSeconds))"
        if let p95 = HistogramQuantile.quantile(0.95, of: latency) {
          line += p95.isBeyondLastBound ? " p95>" : " p95:"
          line += Self.short(p95.seconds)
        }
      }
      for reported in delta.reported {
        line += " q\(Self.short(reported.quantile)):\(Self.short(reported.seconds))"
      }
      if !delta.reportedMaxSeconds.isNaN { line += " max:\(Self.short(delta.reportedMaxSeconds))" }
      return line
    }.joined(separator: "\n")
  }

  /// One line per reading, sorted.
  var readingsPicture: String {
    readings.map { reading in
      let subject = reading.subject.string.isEmpty ? "" : " [\(reading.subject.string)]"
      return "\(reading.signal)\(subject) \(Self.short(reading.value))"
    }.sorted().joined(separator: "\n")
  }

  /// The readings of some signals only.
  func readings(of signals: Signal...) -> String {
    var part = self
    part.readings = readings.filter { signals.contains($0.signal) }
    return part.readingsPicture
  }

  private static func short(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let scaled = (value * 1000).rounded() / 1000
    return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
  }
}
