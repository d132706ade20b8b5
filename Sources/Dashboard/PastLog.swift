import Telemetry

/// Lines of a moment of the past: memory has the newest alone, files have the others.
///
///     moment ──▶ Effect.readLines ──▶ the shell reads files ──▶ Event.earlierLines ──▶ PastLog
///
/// One reading at a time: whoever steps back fast sees the lines of where they stop.
struct PastLog: Sendable {
  /// Lines that were read once more, and those kept of what cannot be; oldest first.
  private var lines: [LogLine] = []
  /// The moment that they reach up to; `nil` before any were read.
  private(set) var moment: Timestamp?
  /// The moment whose lines are being read; `nil` while nothing is.
  var awaited: Timestamp?

  /// Those up to a moment; `nil` where they do not reach up to it.
  func lines(until end: Timestamp) -> ArraySlice<LogLine>? {
    guard let moment, end <= moment else { return nil }
    return lines[..<(lines.lastIndex { $0.time <= end }.map { $0 + 1 } ?? 0)]
  }

  /// Takes what was read, beside what was kept.
  ///
  /// Of a source that was read only what was kept from before that: its file may have been rotated.
  mutating func take(_ read: EarlierLines, besides kept: [LogLine]) {
    let firsts = Dictionary(
      read.lines.map { ($0.source, $0.time) }, uniquingKeysWith: { min($0, $1) })
    let others = kept.filter { line in
      line.time <= read.until && (firsts[line.source].map { line.time < $0 } ?? true)
    }
    // Several logs interleave; a stable sort keeps the order within each.
    lines = (others + read.lines).enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
    moment = read.until
  }

  /// Forgets all lines.
  mutating func forget() {
    lines = []
    moment = nil
  }

  /// Replaces every text that stands as it was written outside.
  mutating func replaceTexts(_ change: (DisplayText) -> DisplayText) {
    for place in lines.indices { lines[place].text = change(lines[place].text) }
  }
}

extension Model {
  /// Whether lines of the moment shown, or of one before it, are still to come.
  var isReadingLines: Bool { showsPast && pastLog.awaited != nil }

  /// What the shell is to read for the moment of the past that is shown.
  mutating func missingLines() -> [Effect] {
    guard showsPast, let heldAt, pastLog.awaited == nil, pastLog.moment != heldAt,
      history.sources.contains(where: { $0.identity.kind == .log })
    else { return [] }
    pastLog.awaited = heldAt
    return [.readLines(until: heldAt)]
  }

  /// Shows lines that were read, unless an earlier moment is not shown any more, and asks for those
  /// of the moment that is shown by now.
  mutating func take(_ read: EarlierLines) -> [Effect] {
    pastLog.awaited = nil
    if showsPast, let heldAt, heldAt <= read.until {
      let selected = selectedLines
      pastLog.take(read, besides: history.tail)
      select(selected)
    }
    return missingLines()
  }
}
