import Telemetry

@testable import Collectors

extension LogCollector {
  /// The batches of a file that is followed until `act`, called after each, says that it is enough.
  static func following(
    _ path: String, _ configuration: Configuration = .init(), _ act: ([Batch]) -> Bool
  ) async -> [Batch] {
    let (stream, continuation) = AsyncStream<Batch>.makeStream()
    var configuration = configuration
    configuration.batchSeconds = 0.01
    let collector = LogCollector(path: path, source: 0, configuration: configuration)
    let collecting = Task {
      await collector.run { continuation.yield($0) }
      continuation.finish()
    }
    var batches: [Batch] = []
    for await batch in stream {
      batches.append(batch)
      if act(batches) { collecting.cancel() }
    }
    await collecting.value
    return batches
  }
}

extension [Batch] {
  /// Lines that were read.
  var lineCount: Int { Int(map(\.tally.lines).reduce(0, +)) }
}
