/// From when on the newest batches changed what was known of traffic.
///
/// Late lines, and a past that is read backwards, change what seemed to be finished.
struct TouchedTimes: Sendable {
  /// Told apart from those of another history; copies of one history share it.
  final class Lineage: Sendable {}

  private struct Touch: Sendable {
    var version: Int
    /// The earliest time that this batch or a later one changed.
    var time: Timestamp
  }

  /// More than a second's batches of dozens of sources.
  private static let most = 256

  let lineage = Lineage()
  /// Times rise as versions do, for what a later batch changed earlier, an earlier one need not tell.
  private var touches: [Touch] = []
  /// Of what changed before, nothing is known any more.
  private var knownSince: Int

  /// Nothing is known of what came before `version`.
  init(since version: Int) { knownSince = version }

  /// Notes that the batch that made `version` changed what happened at `time` or later.
  mutating func note(_ time: Timestamp, version: Int) {
    while let last = touches.last, last.time >= time { touches.removeLast() }
    touches.append(Touch(version: version, time: time))
    guard touches.count > TouchedTimes.most else { return }
    let gone = touches.count / 2
    knownSince = touches[gone - 1].version
    touches.removeFirst(gone)
  }

  /// Until when everything is as it was at `version`: for ever where nothing changed, never where that
  /// is not known.
  func unchangedUntil(since version: Int) -> Timestamp {
    guard version >= knownSince else { return Timestamp(microseconds: .min) }
    return touches.first { $0.version > version }?.time ?? Timestamp(microseconds: .max)
  }
}
