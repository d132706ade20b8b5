import Telemetry
import TextUI

/// What the detail of a statement has to say, made once for a picture: `QueryDetailLayout` counts
/// its lines, `QueryDetail` draws it.
struct QueryDetailContent {
  /// The statement, a clause to a line.
  let clauses: TextBlock
  /// The statement where a clause to a line takes too much.
  let paragraph: TextBlock
  /// The slowest calls, a line to each.
  let examples: TextBlock
  /// How many calls took how long, from the shortest to the longest that there are.
  let bars: [HistogramBars.Row]

  init(of row: QueryRow, _ model: Model) {
    let lines = StatementLayout.lines(of: row.fingerprint.string, theme: model.theme)
    clauses = TextBlock(lines: lines, hangingIndent: 4)
    paragraph = TextBlock(
      lines: [lines.reduce(StyledText("")) { $0 + ($0.isEmpty ? "" : " ") + $1.trimmed }])
    examples = SlowestCalls.text(of: row, model)
    bars = QueryDetailContent.bars(of: row, model)
  }

  /// Durations with their upper bounds in seconds: decades, each divided at three.
  private static let steps: [(bound: Double, label: String)] = [
    (0.000_1, "< 100 us"), (0.000_3, "100-300 us"), (0.001, "0.3-1 ms"), (0.003, "1-3 ms"),
    (0.01, "3-10 ms"), (0.03, "10-30 ms"), (0.1, "30-100 ms"), (0.3, "100-300 ms"),
    (1, "0.3-1 s"), (3, "1-3 s"), (10, "3-10 s"), (30, "10-30 s"), (100, "30-100 s"),
    (.infinity, "> 100 s"),
  ]

  private static func bars(of row: QueryRow, _ model: Model) -> [HistogramBars.Row] {
    let histogram = model.history.queryHistogram(
      of: row.id, model.settings.window, now: model.moment)
    guard let histogram else { return [] }
    var counts = [UInt64](repeating: 0, count: steps.count)
    histogram.forEachBucket { lower, upper, count in
      let middle = upper.isFinite ? (lower + upper) / 2 : lower
      counts[steps.firstIndex { middle <= $0.bound } ?? steps.count - 1] += count
    }
    let used = counts.indices.filter { counts[$0] > 0 }
    guard let first = used.first, let last = used.last else { return [] }
    return (first...last).map { place in
      HistogramBars.Row(
        label: steps[place].label, count: Double(counts[place]), value: Units.count(counts[place]),
        style: model.theme[.accent])
    }
  }
}

extension StyledText {
  /// The line without the blanks it begins with.
  fileprivate var trimmed: StyledText {
    guard let first = runs.first else { return self }
    var runs = runs
    runs[0].text = String(first.text.drop { $0 == " " })
    return StyledText(runs)
  }
}
