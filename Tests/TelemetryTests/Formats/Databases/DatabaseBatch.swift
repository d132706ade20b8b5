@testable import Telemetry

/// What a whole text of a format amounts to, read in chunks of whole lines of about `chunkSize`.
func databaseBatch(of text: String, as format: any LogFormat, chunkSize: Int = 1 << 16) -> Batch {
  var configuration = LogAccumulator.Configuration()
  configuration.slotSeconds = 1e9
  let arrival = Timestamp(seconds: 1_900_000_000)
  var reader = LogReader(
    source: 0, format: format, alternates: [], arrival: arrival, configuration: configuration)
  var chunk: [UInt8] = []
  for byte in text.utf8 {
    chunk.append(byte)
    guard byte == 0x0A, chunk.count >= chunkSize else { continue }
    chunk.withUnsafeBytes { reader.read($0, arrival: arrival) }
    chunk = []
  }
  chunk.withUnsafeBytes { reader.read($0, arrival: arrival) }
  reader.flush()
  return reader.takeBatch(at: arrival, lines: 0)
}
