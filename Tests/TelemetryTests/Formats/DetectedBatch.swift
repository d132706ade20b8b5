import Testing

@testable import Telemetry

extension Batch {
  /// What a whole text says when it is read by the formats that are detected for it, in one slot.
  init(detecting text: String) throws {
    let now = Timestamp(seconds: 1_800_000_000)
    var configuration = LogAccumulator.Configuration()
    configuration.slotSeconds = 1e9
    let bytes = Array((text + "\n").utf8)
    self = try bytes.withUnsafeBytes { bytes in
      let found = FormatDetection(bytes)
      var reader = LogReader(
        source: 0, format: try #require(found.primary), alternates: found.alternates,
        envelope: found.envelope?.init(), arrival: now, configuration: configuration)
      reader.read(bytes, arrival: now)
      reader.flush()
      return reader.takeBatch(at: now, lines: 0)
    }
  }
}

extension Batch {
  /// Requests, calls and tasks by name with their statuses and longest duration, then statements.
  var picture: [String] {
    let lines = traffic.sorted { $0.name.description < $1.name.description }.map { delta in
      let statuses = (1...5).flatMap { hundreds in
        Array(repeating: "\(hundreds)xx", count: Int(delta.statuses[hundreds]))
      }
      let longest = delta.latency.map { " \(Self.milliseconds($0.maxSeconds))" } ?? ""
      return ([delta.name.description] + statuses).joined(separator: " ") + longest
    }
    return lines
      + queries.map {
        "\($0.fingerprint?.string ?? "") \(Self.milliseconds($0.latency?.maxSeconds))"
      }
  }

  private static func milliseconds(_ seconds: Double?) -> String {
    guard let seconds else { return "-" }
    return "\((seconds * 1e6).rounded() / 1000) ms"
  }
}
