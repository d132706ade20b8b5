import Collectors
import Synchronization
import Telemetry

/// How much of what files held at the start is still to be read.
///
/// A collector reads the past before it follows, and says nothing of when it is through; what it
/// has counted tells.
final class PastReading: Sendable {
  /// What may stay unread at an end of a file: less than its longest line.
  private static let slackBytes: Int64 = 1 << 20
  /// Time without anything read after which no more is expected.
  private static let patienceSeconds = 10.0
  private static let pauseSeconds = 0.05

  /// Bytes that are left of each file.
  private let left: Mutex<[SourceID: Int64]>

  /// Everything that the files of a plan hold now.
  init(of plan: SourcePlan) {
    var sizes: [SourceID: Int64] = [:]
    for (id, reading) in plan.readings.enumerated() {
      guard case .file(let path) = reading, let file = try? LogFile(path: path) else { continue }
      sizes[id] = file.size
    }
    left = Mutex(sizes)
  }

  /// Counts what a batch is made of.
  func add(_ batch: Batch) {
    left.withLock { $0[batch.source]? -= Int64(clamping: batch.tally.bytes) }
  }

  /// Waits until all is read, or nothing more is, or the task is cancelled.
  func end() async {
    var last = unread
    var waited = 0.0
    while last > 0, waited < PastReading.patienceSeconds, !Task.isCancelled {
      try? await Task.sleep(for: .seconds(PastReading.pauseSeconds))
      let now = unread
      waited = now < last ? 0 : waited + PastReading.pauseSeconds
      last = now
    }
  }

  private var unread: Int64 {
    left.withLock { left in
      left.values.filter { $0 > PastReading.slackBytes }.reduce(0, +)
    }
  }
}
