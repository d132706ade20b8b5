/// The values a chart's height stands for: equal round steps.
package struct Scale: Hashable, Sendable {
  /// Which steps are round, which depends on what is counted.
  package enum Steps: Hashable, Sendable {
    /// 1, 2 or 5 times a power of ten.
    case decimal
    /// Seconds: below one as decimals, from there on as clocks divide them, as 15 s, 5 min, 1 h.
    case time

    /// The least round step that is not below a value.
    package func least(reaching value: Double) -> Double {
      guard self == .time, value > 1 else { return Scale.niceStep(atLeast: value) }
      let enough = value * (1 - 1e-12)
      return Steps.ofClocks.first { $0 >= enough }
        ?? Steps.hour * Scale.niceStep(atLeast: value / Steps.hour)
    }

    private static let hour = 3600.0
    /// Up to an hour, in seconds; hours are counted in decimals again.
    private static let ofClocks = [1.0, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600]
  }

  /// The value at the upper edge, in the unit of the values; above 0.
  package let maximum: Double
  /// Steps above zero that are labelled; each ends on the edge of a row.
  package let divisions: Int
  /// Rows from one step to the next; above the last one there may be some rows more.
  package let rowsPerStep: Int
  /// What a step stands for.
  package let step: Double

  /// A scale for values up to `top` on a chart of the given rows; never empty, never infinite.
  ///
  /// On five rows and more two steps are labelled at least, or one that ends a row below the upper
  /// edge or at it: so every value lies near a label, and all labels are round.
  package init(top: Double, rows: Int, steps: Steps = .decimal) {
    let usual = Fit(
      top: top, rows: rows, rowsPerStep: Scale.usualRowsPerStep(rows: rows), steps: steps)
    let isEmpty = usual.maximum * Scale.leastUse > top || usual.hasOneLabel && rows >= Scale.lowRows
    let fit = isEmpty && top > 0 ? usual.better(for: top) : usual
    rowsPerStep = fit.rowsPerStep
    step = fit.step
    divisions = rows / rowsPerStep
    maximum = fit.maximum
  }

  /// A scale that ends exactly where the caller wants.
  package init(maximum: Double, rows: Int) {
    self.maximum = maximum > 0 && maximum.isFinite ? maximum : 1
    divisions = Scale.divisions(of: self.maximum, rows: rows)
    rowsPerStep = max(1, rows / divisions)
    step = self.maximum / Double(divisions)
  }

  /// The part of the height a value reaches, 0 to 1.
  package func fraction(_ value: Double) -> Double { min(1, max(0, value / maximum)) }

  /// The row of a chart of `rows` that a value lies in, from the top; `nil` above the upper edge.
  ///
  /// A value on the edge of two rows lies in the lower one, beside which its label stands.
  package func row(of value: Double, rows: Int) -> Int? {
    guard rows > 0, value.isFinite, value <= maximum else { return nil }
    return roundedDown((1 - fraction(value)) * Double(rows) + 1e-9, in: 0...rows - 1)
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not below a value.
  package static func niceStep(atLeast value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    // Whole powers stay exact: 0.1 is one tenth, not a product of rounding errors.
    var power = 1.0
    while power < value, power < 1e300 { power *= 10 }
    var divisor = 1.0
    while power == 1, divisor < 1e300, 1 / (divisor * 10) >= value { divisor *= 10 }
    let decade = power / divisor
    for part in [10.0, 5.0, 2.0] where decade / part >= value * (1 - 1e-12) { return decade / part }
    return decade
  }
}

extension Scale {
  /// Rows from which on a chart has room for two labels.
  private static let lowRows = 5
  /// The part of the height that must be used before steps of other rows are tried.
  private static let leastUse = 0.65
  /// A chart may end this much above the closest that there is, for labels in their usual rows.
  private static let patience = 1.3
  /// Labels that a chart has at most where it tries other rows.
  private static let mostDivisions = 6

  /// A step of so many rows that reaches a value.
  private struct Fit {
    let rows: Int
    let rowsPerStep: Int
    let steps: Steps
    let step: Double
    let maximum: Double

    init(top: Double, rows: Int, rowsPerStep: Int, steps: Steps) {
      self.rows = max(1, rows)
      self.rowsPerStep = rowsPerStep
      self.steps = steps
      let height = Double(self.rows) / Double(rowsPerStep)
      step = steps.least(reaching: top / height)
      maximum = step * height
    }

    /// Whether a second step would end above the chart.
    var hasOneLabel: Bool { 2 * rowsPerStep > rows }

    /// Whether labels tell what every row stands for: a lone one says nothing of many rows above
    /// it, where all values may lie.
    var isReadable: Bool { !hasOneLabel || rows - rowsPerStep <= 1 }

    /// Steps of about as many rows that leave less of the height empty.
    func better(for top: Double) -> Fit {
      let least = max(2, (rows + Scale.mostDivisions - 1) / Scale.mostDivisions)
      guard least <= rows else { return self }
      let fits = (least...min(rows, max(least, 2 * rowsPerStep))).map {
        Fit(top: top, rows: rows, rowsPerStep: $0, steps: steps)
      }
      let readable = fits.filter(\.isReadable)
      let closest = fits.reduce(maximum) { min($0, $1.maximum) }
      // Where none of the readable ones ends so low, the lowest of them does.
      let enough = max(closest * Scale.patience, readable.map(\.maximum).min() ?? 0)
      // One label tells little of what lies between.
      func misfit(_ fit: Fit) -> Int {
        abs(fit.rowsPerStep - rowsPerStep) + (fit.hasOneLabel ? rows : 0)
      }
      return readable.filter { $0.maximum <= enough && $0.maximum < 2 * top }
        .min { misfit($0) < misfit($1) } ?? self
    }
  }

  /// Rows from label to label: an even part of the height, or in a tall chart that has none as many as
  /// are easy to read, with rows left above the last.
  private static func usualRowsPerStep(rows: Int) -> Int {
    let even = evenDivisions(rows: rows)
    guard even == 1, rows >= 10 else { return max(1, rows / even) }
    return max(3, (rows + 2) / 5)
  }

  /// Labels at every second to fourth row, and only where they are exact.
  private static func evenDivisions(rows: Int) -> Int {
    if rows >= 8, rows % 4 == 0 { return 4 }
    for candidate in [2, 3, 5] where rows % candidate == 0 && rows / candidate > 1 {
      return candidate
    }
    return 1
  }

  /// The same of a given maximum: fifths before thirds where they are round.
  private static func divisions(of maximum: Double, rows: Int) -> Int {
    let even = evenDivisions(rows: rows)
    let fifth = maximum / 5
    guard even == 3, rows % 5 == 0, abs(niceStep(atLeast: fifth) / fifth - 1) < 1e-9 else {
      return even
    }
    return 5
  }
}
