import Telemetry
import TextUI

/// What each source says of one endpoint, and where they disagree.
enum SeenByPanel {
  typealias Account = (vantage: DisplayText, row: EndpointRow)

  /// Lines that it takes, its frame included: the first two sources are in sight.
  static func height(of views: [Account]) -> Int {
    let hasNote = !SourceDisagreement.among(comparable(views)).isEmpty
    return min(views.count + 1, 3) + (hasNote ? 1 : 0) + 2
  }

  static func draw(
    _ views: [Account], _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let names = model.history.sources.map(\.identity.name.string)
    let compared = comparable(views)
    let disagreements = SourceDisagreement.among(compared)
    let said = caption(of: views, compared, disagreements, width: rect.width)
    let inner = Panel(title: "seen by", caption: StyledText(said))
      .draw(model, into: &buffer, in: rect)
    let rows = views.map { view in
      Table.Row([
        Table.Field(view.row.sources.prefix(1).map { names[$0] }.joined(separator: ", ")),
        Table.Field(Units.rate(view.row.rate)),
        Table.Field(Units.quantile(view.row.latency?.p50)),
        Table.Field(Units.quantile(view.row.latency?.p95)),
        Table.Field(Units.percent(view.row.errorRate)),
      ])
    }
    let (table, note) = inner.splitting(top: inner.height - (disagreements.isEmpty ? 0 : 1))
    Table(
      columns: [
        Table.Column("SOURCE", minWidth: 10, flex: 1),
        .number("RATE/s", 6, priority: 2), .number("P50", 7, priority: 3),
        .number("P95", 7, priority: 1), .number("ERR %", 5, priority: 1),
      ], rows: rows, headerStyle: theme[.header], noteStyle: theme[.muted]
    ).draw(into: &buffer, in: table)
    guard !note.isEmpty else { return }
    let words = disagreements.map { word(for: $0, compared, names) }.joined(separator: "; ")
    buffer.write(
      "\(String(model.symbols.high)) \(words)", at: note.origin.moved(by: 1), style: theme[.high],
      maxWidth: note.width - 2)
  }

  /// Whether the views say the same, where that can be told.
  private static func caption(
    of views: [Account], _ compared: [Account], _ disagreements: [SourceDisagreement], width: Int
  ) -> String {
    if views.count < 2 { return "" }
    if !disagreements.isEmpty { return "sources disagree" }
    if compared.count < views.count {
      // Beside the title a frame that is narrower has no room for all of it.
      return (width < 52 ? "" : "watched for ") + "different lengths of time"
    }
    return SourceDisagreement.isNone(among: views)
      ? "sources agree; figures from the first" : "figures from the first"
  }

  /// The views that watched for about as long as the first: a log reaches back to before the metrics
  /// were first read, and what is of different times need not agree.
  private static func comparable(_ views: [Account]) -> [Account] {
    func seconds(_ row: EndpointRow) -> Double? {
      row.rate.flatMap { $0 > 0 ? Double(row.requests) / $0 : nil }
    }
    guard let first = views.first.flatMap({ seconds($0.row) }) else { return views }
    return views.filter { view in
      seconds(view.row).map { min($0, first) >= 0.8 * max($0, first) } ?? true
    }
  }

  private static func word(
    for disagreement: SourceDisagreement, _ views: [Account], _ names: [String]
  ) -> String {
    let source = views[disagreement.place].row.sources.first.map { names[$0] } ?? "another"
    switch disagreement.figure {
    case .requests:
      return
        "\(source) has \(Units.count(UInt64(disagreement.other))) requests, not \(Units.count(UInt64(disagreement.first)))"
    case .errors:
      return
        "\(source) has \(Units.percent(disagreement.other)) % errors, not \(Units.percent(disagreement.first)) %"
    case .p95:
      return
        "\(source) has p95 \(Units.duration(disagreement.other)), not \(Units.duration(disagreement.first))"
    }
  }
}
