/// One queue: jobs, messages or offsets that wait to be worked off.
package struct QueueRow: Hashable, Sendable {
  /// As the source calls it; the source's own name where it names no queue.
  package var name: DisplayText
  /// The source whose readings these are.
  package var source: SourceID
  /// Jobs that wait, by the last reading in the window.
  package var waiting: Double
  /// The most that waited at any reading in the window.
  package var mostWaiting: Double
}

extension History {
  /// Queues, the one in which most waited at some time in the window first.
  ///
  /// What waits at the moment changes with each reading, and rows that change places cannot be read.
  package func queueRows(_ window: Window, now: Timestamp) -> [QueueRow] {
    let range = range(of: window, now: now)
    let rows = signals.keys.filter { $0.signal == .taskBacklog }.compactMap { key -> QueueRow? in
      guard let waiting = signals.last(key, in: range, now: now) else { return nil }
      return QueueRow(
        name: title(of: key), source: key.source, waiting: waiting,
        mostWaiting: signals.points(key, in: range, now: now).reduce(waiting) { max($0, $1.1) })
    }
    return rows.sorted {
      ($1.mostWaiting, $0.name, $0.source) < ($0.mostWaiting, $1.name, $1.source)
    }
  }
}
