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
  /// One of the lowest rows is always labelled, and no more than a few rows in a line go without.
  static func labels(of heat: LatencyHeat) -> [String] {
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

  /// Puts a value of the scale beside the row that it is the upper edge of, as on the axes of charts,
  /// unless another stands there; on a tall map no two stand below each other.
  mutating func add(_ value: Double) {
    guard value > 0, value <= heat.bounds[0] * (1 + 1e-9), let row = row(endingAt: value) else {
      return
    }
    let near = max(0, row - gap)...min(heat.bounds.count - 1, row + gap)
    if texts[near].allSatisfy(\.isEmpty) { put(Units.axisDuration(value), at: row) }
  }

  /// Rows that are left between two labels, where there is room for that.
  private var gap: Int { heat.bounds.count >= 8 ? 1 : 0 }

  /// The row whose upper edge is nearest to a value; `nil` where rows are so coarse that the edge is
  /// clearly another one, and below the scale.
  private func row(endingAt value: Double) -> Int? {
    let (bounds, row) = (heat.bounds, heat.row(of: value))
    let lower = lowerEdge(of: row)
    guard lower > 0 else { return row }
    let nearest = value * value < bounds[row] * lower ? row + 1 : row
    guard nearest < bounds.count else { return nil }
    let isCoarse = bounds[row] > 2 * lower
    let factor = max(value, bounds[nearest]) / min(value, bounds[nearest])
    return isCoarse && factor > HeatLabels.mostOff ? nil : nearest
  }

  /// Where a row begins: rows are equal steps on a logarithmic scale, so that the lowest is as high
  /// as the others.
  private func lowerEdge(of row: Int) -> Double {
    let bounds = heat.bounds
    if row + 1 < bounds.count { return bounds[row + 1] }
    return row > 0 ? bounds[row] * bounds[row] / bounds[row - 1] : 0
  }

  /// How far a label may be from the edge of a coarse row, as a factor.
  private static let mostOff = 1.2
  /// Rows in a line that go without a label at most, and those that are left on either side of one
  /// that is put between.
  private static let (mostWithout, apart) = (8, 3)

  /// Labels one of the lowest rows, so that the scale has an end: as low as there is a very round
  /// value, else with the roundest of those that are further up.
  mutating func addLowest() {
    let last = heat.bounds.count - 1
    let above = texts.lastIndex { !$0.isEmpty } ?? -1
    let lowest = last - HeatLabels.apart + 1
    var first = last
    while first > above + gap, first >= lowest {
      if fill(first...last, most: HeatLabels.mostOfStep) { return }
      first -= 1
    }
    guard above + 1 < lowest else { return }
    first = lowest
    while !fill(max(first, above + 2)...last), first > above + 2 { first -= HeatLabels.apart }
  }

  /// Very round values are no more than so many of a round step: 12, 15 and 20, but not 22.
  private static let mostOfStep = 10.0

  /// Puts the roundest value that there is between labels too far from each other, until none are.
  mutating func fillGaps() {
    var above = -1
    while let below = texts.indices.first(where: { $0 > above && !texts[$0].isEmpty }) {
      let isFar = below - above - 1 > HeatLabels.mostWithout
      if isFar, fill((above + HeatLabels.apart)...(below - HeatLabels.apart)) { continue }
      above = below
    }
  }

  /// Labels one of some rows with the roundest value that ends there and is not told elsewhere.
  ///
  /// - Returns: whether there is such a value.
  private mutating func fill(_ rows: ClosedRange<Int>, most: Double = .infinity) -> Bool {
    let (highest, lowest) = (heat.bounds[rows.lowerBound], lowerEdge(of: rows.upperBound))
    for step in HeatLabels.steps where step >= HeatLabels.finestStep(at: highest) {
      var multiple = min(most, (highest / step + 1e-9).rounded(.down))
      while multiple > 0, multiple * step > lowest {
        let value = multiple * step
        if let row = row(endingAt: value), rows.contains(row),
          put(Units.axisDuration(value), at: row)
        {
          return true
        }
        multiple -= 1
      }
    }
    return false
  }

  /// False where the text stands elsewhere already.
  @discardableResult
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
