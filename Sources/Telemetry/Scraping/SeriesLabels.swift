/// What one pass over the labels of a series gives, kept beside the series.
struct SeriesLabels: Sendable {
  /// The label that tells the parts of one distribution apart, if the series has one.
  enum Part: UInt8, Sendable {
    case none, bound, quantile
    /// A bucket that is not cumulative; see `BucketSpot`.
    case spot
  }

  /// A hash of all labels but that of `part`; does not depend on their order.
  private(set) var hash: UInt64 = 0
  /// A hash of the names of all labels.
  private(set) var namesHash: UInt64 = 0
  /// The number of a bound or quantile; NaN when it is none.
  private(set) var number = Double.nan
  private(set) var part = Part.none

  /// Reads a series; returns its metric name with its labels, or what is wrong.
  @inline(__always)
  static func read(_ series: Bytes) -> Result<(name: Bytes, labels: SeriesLabels), ExpositionFault>
  {
    var labels = SeriesLabels()
    return MetricLabels.read(series) { labels.add($0) }.map { ($0, labels) }
  }

  /// The same labels with another bound.
  @inline(__always)
  func withBound(_ number: Double) -> SeriesLabels {
    var other = self
    other.number = number
    return other
  }

  @inline(__always)
  private mutating func add(_ label: MetricLabel) {
    let name = SeriesTable.hash(label.name)
    namesHash &+= name
    if label.name.count == 2, label.name[0] == 0x6C, label.name[1] == 0x65 {
      number = ExpositionNumber.parse(label.value) ?? .nan
      part = .bound
    } else if label.name.count == 8, label.name.equals("quantile") {
      number = SeriesLabels.quantile(label.value)
      part = .quantile
    } else if SeriesLabels.mayBeSpot(label.name), BucketSpot.read(label) != nil {
      part = .spot
    } else {
      hash &+= SeriesTable.hash(label.value) &* (name | 1) ^ (name >> 7)
    }
  }

  @inline(__always)
  private static func mayBeSpot(_ name: Bytes) -> Bool {
    name.count == 7 && name.first == UInt8(ascii: "v") || name.first == UInt8(ascii: "_")
  }

  /// A quantile label as 0 to 1: `95` and `999`, as mysqld_exporter writes, become 0.95 and 0.999.
  private static func quantile(_ text: Bytes) -> Double {
    guard let value = ExpositionNumber.parse(text), value >= 0, value < 1e9 else { return .nan }
    if value <= 1 { return value }
    var divisor = 100.0
    while value >= divisor { divisor *= 10 }
    return value / divisor
  }
}
