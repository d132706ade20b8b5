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

  /// Round values at the upper edges of rows: powers of ten before their halves, those before their
  /// fifths; where rows are too fine for two of them, multiples of a round step.
  ///
  /// The lowest row is always labelled, and no more than a few rows in a line go without.
  private static func labels(of heat: LatencyHeat) -> [String] {
    var labels = HeatLabels(heat)
    for digit in HeatLabels.digits {
      for power in HeatLabels.powers { labels.add(digit * power) }
    }
    if labels.count < 2 { labels = HeatLabels.ofRoundSteps(heat) }
    labels.addLowest()
    labels.fillGaps()
    return labels.texts
  }
}

/// Labels beside the rows of a heat map.
private struct HeatLabels {
  /// What round values begin with, the roundest first.
  static let digits = [1.0, 5, 2]
  /// A microsecond to a quarter of an hour; written down, for 0.1 is no product of tenths.
  static let powers = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100, 1000]

  private let heat: LatencyHeat
  private(set) var texts: [String]

  init(_ heat: LatencyHeat) {
    self.heat = heat
    texts = [String](repeating: "", count: heat.bounds.count)
  }

  var count: Int { texts.count { !$0.isEmpty } }

  /// Puts a value that is not on the scale's lowest bound or off the scale beside the row that it is
  /// the upper edge of, as on the axes of charts, unless another stands there; on a tall map no two
  /// stand below each other.
  mutating func add(_ value: Double) {
    let rows = heat.bounds.count
    guard value > heat.bounds[rows - 1], value <= heat.bounds[0], let row = row(endingAt: value)
    else { return }
    let gap = rows >= 8 ? 1 : 0
    let near = max(0, row - gap)...min(rows - 1, row + gap)
    if texts[near].allSatisfy(\.isEmpty) { texts[row] = Units.axisDuration(value) }
  }

  /// The row whose upper edge is nearest to a value; `nil` where rows are so coarse that the edge is
  /// clearly another one.
  private func row(endingAt value: Double) -> Int? {
    let (bounds, row) = (heat.bounds, heat.row(of: value))
    guard row + 1 < bounds.count, bounds[row + 1] > 0 else { return row }
    let nearest = value * value < bounds[row] * bounds[row + 1] ? row + 1 : row
    let isCoarse = bounds[row] > 2 * bounds[row + 1]
    let factor = max(value, bounds[nearest]) / min(value, bounds[nearest])
    return isCoarse && factor > HeatLabels.mostOff ? nil : nearest
  }

  /// How far a label may be from the edge of a coarse row, as a factor.
  private static let mostOff = 1.2
  /// Rows in a line that go without a label at most, and those that are left on either side of one
  /// that is put between.
  private static let (mostWithout, apart) = (8, 3)

  /// Labels the lowest row, round or not.
  mutating func addLowest() {
    let last = heat.bounds.count - 1
    let text = Units.axisDuration(heat.bounds[last])
    if texts[last].isEmpty, !texts.contains(text) { texts[last] = text }
  }

  /// Puts the roundest value that there is between labels too far from each other, until none are.
  mutating func fillGaps() {
    var above = -1
    while let below = texts.indices.first(where: { $0 > above && !texts[$0].isEmpty }) {
      if below - above - 1 > HeatLabels.mostWithout, fill(above: above, below: below) { continue }
      above = below
    }
  }

  /// Labels a row between two; false where no text is there that differs from all others.
  private mutating func fill(above: Int, below: Int) -> Bool {
    let rows = (above + HeatLabels.apart)...(below - HeatLabels.apart)
    let (highest, lowest) = (heat.bounds[rows.lowerBound], heat.bounds[rows.upperBound])
    for step in HeatLabels.steps where step >= HeatLabels.finestStep(at: highest) {
      let value = (highest / step + 1e-9).rounded(.down) * step
      guard value >= lowest, let row = row(endingAt: value), rows.contains(row) else { continue }
      return put(Units.axisDuration(value), at: row)
    }
    let middle = (rows.lowerBound + rows.upperBound) / 2
    return put(Units.axisDuration(heat.bounds[middle]), at: middle)
  }

  private mutating func put(_ text: String, at row: Int) -> Bool {
    guard !texts.contains(text) else { return false }
    texts[row] = text
    return true
  }

  /// Round steps, the largest first.
  private static let steps = powers.reversed().flatMap { power in [5, 2, 1].map { $0 * power } }

  /// Multiples of the largest round step with which there are two labels; without such a step the
  /// upper bounds of every other row, as far as they differ.
  static func ofRoundSteps(_ heat: LatencyHeat) -> HeatLabels {
    let (lowest, highest) = (heat.bounds[heat.bounds.count - 1], heat.bounds[0])
    for step in steps where step < highest && step >= finestStep(at: highest) {
      var labels = HeatLabels(heat)
      let (first, last) = ((lowest / step).rounded(.down), (highest / step).rounded(.down))
      for multiple in stride(from: first, through: last, by: 1) { labels.add(multiple * step) }
      if labels.count >= 2 { return labels }
    }
    var labels = HeatLabels(heat)
    for row in stride(from: 0, to: heat.bounds.count, by: 2) {
      let text = Units.duration(heat.bounds[row])
      if !labels.texts.contains(text) { labels.texts[row] = text }
    }
    return labels
  }

  /// The least step that labels of durations about so long can tell.
  private static func finestStep(at seconds: Double) -> Double {
    switch seconds {
    case ..<0.001: 1e-6
    case ..<0.01: 1e-4
    case ..<1: 1e-3
    case ..<10: 0.01
    case ..<100: 0.1
    default: 1
    }
  }
}
