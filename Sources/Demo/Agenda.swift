import Telemetry

/// What is going to happen in a scenario: lines of its logs and changes of its state, by time.
///
/// A scenario plans a stretch of time ahead and takes out what has come to pass, so that the size
/// of the steps in which time advances changes nothing. Of things at one instant the one that was
/// planned first happens first.
struct Agenda<Change: Sendable>: Sendable {
  private enum Happening: Sendable {
    case line(log: Int, text: String)
    case change(Change)
  }

  private struct Entry: Sendable {
    var time: Timestamp
    var number: UInt64
    var happening: Happening
  }

  /// Sorted by time when `isSorted`, the earliest last.
  private var entries: [Entry] = []
  private var isSorted = true
  private var planned: UInt64 = 0

  /// Plans a line of a log; the line feed is added.
  mutating func log(_ text: String, to log: Int = 0, at time: Timestamp) {
    add(.line(log: log, text: text), time)
  }

  /// Plans a change of the state.
  mutating func change(_ change: Change, at time: Timestamp) {
    add(.change(change), time)
  }

  private mutating func add(_ happening: Happening, _ time: Timestamp) {
    planned += 1
    entries.append(Entry(time: time, number: planned, happening: happening))
    isSorted = false
  }

  /// Writes the lines up to `time`, and hands over the changes in between.
  mutating func advance(
    to time: Timestamp, appendingTo logs: inout [[UInt8]], _ apply: (Change, Timestamp) -> Void
  ) {
    if !isSorted {
      entries.sort { ($1.time, $1.number) < ($0.time, $0.number) }
      isSorted = true
    }
    while let next = entries.last, next.time <= time {
      entries.removeLast()
      switch next.happening {
      case .line(let log, let text):
        logs[log].append(text)
        logs[log].append("\n")
      case .change(let change): apply(change, next.time)
      }
    }
  }

  /// Drops what was planned for before `time`.
  mutating func skip(until time: Timestamp) {
    entries.removeAll { $0.time < time }
  }
}
