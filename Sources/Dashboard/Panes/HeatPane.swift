import Telemetry
import TextUI

extension PaneID {
  /// See `HeatPane`.
  package static let heat = PaneID("heat")
}

/// When the requests of one endpoint were how slow: time across, latency up on a logarithmic scale.
struct HeatPane: Pane {
  let id = PaneID.heat
  let title = "latency heat map"
  let band = PaneBand.map

  func title(of model: Model) -> String {
    guard case .overview = model.place, let name = LatencyPane.subject(of: model) else {
      return title
    }
    return "\(title)  \(name)"
  }

  func isFed(by model: Model) -> Bool { LatencyPane().isFed(by: model) }

  func absence(of model: Model) -> String {
    "no durations of requests are known; an access log that has them, or a histogram, would tell"
  }

  func caption(of model: Model) -> StyledText {
    let line = String(model.symbols.mapLine)
    let shades = model.symbols.shades.dropFirst().map { String($0) }.joined()
    return StyledText("\(shades) more requests  ") + StyledText(line, style: model.theme[.p95])
      + StyledText(" p95")
  }

  func contentHeight(of model: Model) -> Int { 10 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard let name = LatencyPane.subject(of: model) else { return buffer.fill(rect) }
    HeatPane.draw(name, model, into: &buffer, in: rect)
  }

  /// Draws the map without its frame.
  static func draw(
    _ name: EndpointName, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    buffer.fill(rect)
    let rows = rect.height - 1
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - labelWidth - 4))
    guard rows > 1,
      let heat = model.heat(of: name, in: range, columns: columns, rows: rows)
    else {
      buffer.write(
        "no latencies of this endpoint in the last \(ChartTime.short(range.seconds))",
        at: rect.origin.moved(by: 1), style: model.theme[.muted], maxWidth: rect.width - 2)
      return
    }
    Heatmap(
      rows: heat.counts, rowLabels: labels(of: heat),
      timeLabels: ChartTime.labels(of: range, model: model), styles: model.theme.heat,
      line: heat.p95Rows, lineStyle: model.theme[.p95], axisStyle: model.theme[.axis],
      labelWidth: labelWidth
    ).draw(into: &buffer, in: rect)
  }

  private static let labelWidth = 7

  /// Round values beside the rows that they lie in, where there are two or more; else every other
  /// row has its upper bound beside it.
  ///
  /// Powers of ten go before their halves, those before their fifths. On a tall map no two labels
  /// stand below each other.
  private static func labels(of heat: LatencyHeat) -> [String] {
    let rows = heat.bounds.count
    var labels = [String](repeating: "", count: rows)
    let gap = rows >= 8 ? 1 : 0
    let lowest = heat.bounds[rows - 1]
    for digit in [1.0, 5, 2] {
      for power in -6...3 {
        let value = digit * HeatPane.powers[power + 6]
        guard value > lowest, value <= heat.bounds[0] else { continue }
        let row = heat.row(of: value)
        let near = max(0, row - gap)...min(rows - 1, row + gap)
        if labels[near].allSatisfy(\.isEmpty) { labels[row] = Units.axisDuration(value) }
      }
    }
    guard labels.filter({ !$0.isEmpty }).count < 2 else { return labels }
    return heat.bounds.enumerated().map {
      $0.offset.isMultiple(of: 2) ? Units.duration($0.element) : ""
    }
  }

  /// A microsecond to a quarter of an hour; written down, for 0.1 is no product of tenths.
  private static let powers = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000]
}
