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
