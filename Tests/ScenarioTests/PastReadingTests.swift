import ArgumentParser
import Collectors
import Telemetry
import TestSupport
import Testing

@testable import svctop

/// Whether the files of a picture were read as far as they went when it was begun.
@Suite(.timeLimit(.minutes(1))) struct PastReadingTests {
  private let folder: PTYFolder
  private let plan: SourcePlan

  /// A short log and one of 5 MiB, and a source that is no file.
  init() throws {
    folder = try PTYFolder()
    let paths = [
      try folder.write("short.log", "a\n"),
      try folder.write("long.log", [UInt8](repeating: 0x0A, count: 5 << 20)),
    ]
    plan = try SourcePlan(
      CommonOptions.parse(paths + ["http://127.0.0.1:1/metrics"]), Configuration())
  }

  private func batch(_ source: SourceID, bytes: UInt64) -> Batch {
    var batch = Batch(source: source, time: Timestamp(seconds: 1))
    batch.tally.bytes = bytes
    return batch
  }

  @Test func `it is over when all but the ends of the files was counted`() async {
    let past = PastReading(of: plan)
    past.add(batch(2, bytes: 1 << 30))
    let waiting = Task { await past.end() }
    past.add(batch(1, bytes: 2 << 20))
    past.add(batch(1, bytes: 2 << 20))
    await waiting.value
  }

  @Test func `nothing has to be waited for without files`() async throws {
    let plan = try SourcePlan(
      CommonOptions.parse(["http://127.0.0.1:1/metrics", "/no/such.log"]), Configuration())
    await PastReading(of: plan).end()
  }

  @Test func `who is cancelled waits no more`() async {
    let past = PastReading(of: plan)
    let waiting = Task { await past.end() }
    waiting.cancel()
    await waiting.value
  }
}
