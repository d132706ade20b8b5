import Telemetry
import TextUI

/// Percentiles with how well each is known: the bucket it lies in, the requests above it.
///
/// Where there are fewer lines, those that decide nothing leave.
enum PercentileTable {
  /// Cells in which it has all but the buckets, its frame included.
  static let least = 25

  /// What is told, with the order in which it stays: 1 is the last to leave.
  private static let ranks: [(name: String, share: Double?, priority: Int)] = [
    ("p50", 0.5, 3), ("p75", 0.75, 7), ("p90", 0.9, 5), ("p95", 0.95, 1), ("p99", 0.99, 2),
    ("p99.9", 0.999, 6), ("max", nil, 4),
  ]

  static func draw(
    _ histogram: LatencyHistogram?, _ latency: LatencySummary?, _ model: Model,
    into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let spread = latency?.loneMean == nil ? histogram : nil
    let resolution = spread.map { $0.layout == .logarithmic ? "within 0.54 %" : "from buckets" }
    let inner = Panel(
      title: "percentiles",
      caption: StyledText(
        resolution ?? (latency?.isReported == true ? "as the application says" : ""))
    ).draw(model, into: &buffer, in: rect)
    guard let histogram = spread else {
      let known =
        latency?.loneMean.map { "the mean of \(Units.duration($0))" } ?? "what the table shows"
      TextBlock("no distribution: only \(known) is known", style: theme[.muted])
        .draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
      return
    }
    let lines = max(1, inner.height - 1)
    let shown = ranks.filter { $0.priority <= lines }
    let quantiles = histogram.quantiles(shown.compactMap(\.share))
    let isCoarse = quantiles.contains { $0?.range != nil || $0?.isBeyondLastBound == true }
    var rows = zip(shown, quantiles).map { rank, quantile in
      let slower = Double(histogram.count) * (1 - (rank.share ?? 1))
      return Table.Row([
        Table.Field(rank.name, style: theme[.muted]),
        Table.Field(Units.quantile(quantile)),
        Table.Field(isCoarse ? bucket(of: quantile) : "", style: theme[.muted]),
        Table.Field(Units.count(UInt64(slower.rounded()))),
      ])
    }
    if shown.last?.share == nil {
      rows.append(
        Table.Row([
          Table.Field("max", style: theme[.muted]),
          Table.Field(latency?.maxSeconds.map(Units.duration) ?? "-"),
        ]))
    }
    var table = Table(
      [
        Table.Column("", minWidth: 5), .number("TIME", 8, priority: 1),
        Table.Column(isCoarse ? "BUCKET" : "", minWidth: 18, flex: 1, priority: 3),
        .number("SLOWER", 6, priority: 2),
      ], rows: rows, theme: theme)
    table.gutter = 1
    table.draw(into: &buffer, in: inner)
  }

  /// Between what a percentile truly lies, where that is coarse.
  static func bucket(of quantile: Quantile?) -> String {
    guard let quantile else { return "" }
    if quantile.isBeyondLastBound { return "past the last one" }
    return quantile.range.map {
      "\(Units.duration($0.lowerBound)) to \(Units.duration($0.upperBound))"
    } ?? "exact"
  }
}
