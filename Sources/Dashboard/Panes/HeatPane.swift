import Telemetry
import TextUI

/// When the requests of one endpoint were how slow: time across, latency up on a logarithmic scale.
struct HeatPane: Pane {
  let id = PaneID.heat

  func title(of model: Model) -> String {
    guard case .overview = model.place, let name = LatencyPane.subject(of: model) else {
      return id.title
    }
    return "\(id.title)  \(name)"
  }

  func isFed(by model: Model) -> Bool { LatencyPane().isFed(by: model) }

  func caption(of model: Model) -> StyledText {
    let line = String(model.symbols.frame.horizontal)
    let shades = model.symbols.shades.dropFirst().map { String($0) }.joined()
    return StyledText("\(shades) more requests  ") + StyledText(line, style: model.theme[.p95])
      + StyledText(" p95")
  }

  func contentHeight(of model: Model) -> Int { 10 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    guard let name = LatencyPane.subject(of: model) else { return buffer.fill(rect) }
    HeatPane.draw(name, model, into: &buffer, in: rect)
  }

  /// Draws the map without its frame; rows stand on factors, so that their labels are exact.
  static func draw(
    _ name: EndpointName, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    buffer.fill(rect)
    let rows = min(40, rect.height - 1)
    let (range, columns) = ChartTime.axis(of: model, most: max(1, rect.width - labelWidth - 4))
    guard rows > 1,
      let heat = model.history.heat(
        of: name, in: range, columns: columns, rows: rows, now: model.moment)
    else {
      buffer.write(
        "no latencies of this endpoint in the last \(ChartTime.short(range.seconds))",
        at: rect.origin.moved(by: 1), style: model.theme[.muted], maxWidth: rect.width - 2)
      return
    }
    Heatmap(
      rows: heat.counts, rowLabels: labels(of: heat.bounds),
      timeLabels: ChartTime.labels(of: range, model: model), styles: model.theme.heat,
      line: heat.p95Rows, lineStyle: model.theme[.p95], axisStyle: model.theme[.axis],
      labelWidth: labelWidth
    ).draw(into: &buffer, in: rect)
  }

  private static let labelWidth = 7

  /// Every other row has its upper bound beside it.
  private static func labels(of bounds: [Double]) -> [String] {
    bounds.enumerated().map { $0.offset.isMultiple(of: 2) ? Units.duration($0.element) : "" }
  }
}
