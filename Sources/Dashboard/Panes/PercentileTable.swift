import Telemetry
import TextUI

/// Percentiles with how well each is known: the bucket it lies in, the requests above it.
enum PercentileTable {
  private static let ranks = [
    ("p50", 0.5), ("p75", 0.75), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99), ("p99.9", 0.999),
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
      buffer.write(
        "no distribution: only \(known) is known", at: inner.origin.moved(by: 1),
        style: theme[.muted], maxWidth: inner.width - 2)
      return
    }
    let quantiles = histogram.quantiles(ranks.map { $0.1 })
    let isCoarse = quantiles.contains { $0?.range != nil || $0?.isBeyondLastBound == true }
    var rows = zip(ranks, quantiles).map { rank, quantile in
      Table.Row([
        Table.Field(rank.0, style: theme[.muted]),
        Table.Field(Units.quantile(quantile)),
        Table.Field(isCoarse ? bucket(of: quantile) : "", style: theme[.muted]),
        Table.Field(Units.count(UInt64((Double(histogram.count) * (1 - rank.1)).rounded()))),
      ])
    }
    rows.append(
      Table.Row([
        Table.Field("max", style: theme[.muted]),
        Table.Field(latency?.maxSeconds.map(Units.duration) ?? "-"), Table.Field(""),
        Table.Field(""),
      ]))
    var table = Table(
      [
        Table.Column("", minWidth: 6), .number("TIME", 8, priority: 1),
        Table.Column(isCoarse ? "BUCKET" : "", minWidth: 18, flex: 1, priority: 3),
        .number("SLOWER", 7, priority: 2),
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
