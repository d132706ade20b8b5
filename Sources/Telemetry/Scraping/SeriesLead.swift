import Glibc

/// What the buckets of a histogram have in common: all but the number of their last label.
///
///     name_bucket{handler="/users",status="200",le="     0.25     "}
///     the lead, compared with the series read before     number    end
///
/// Eight of nine series of a first scrape are such buckets, and are read by one comparison.
struct SeriesLead: Sendable {
  private static let end: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "}")]
  private static let opening: StaticString = "le=\""

  private var text: [UInt8] = []
  private var name: UInt32 = 0
  private var labels = SeriesLabels()

  /// The number of the metric name and the labels of a series that goes on as the one before did;
  /// `nil` where it has to be read whole.
  @inline(__always)
  func labels(of series: Bytes) -> (name: UInt32, labels: SeriesLabels)? {
    let start = text.count
    let close = series.count &- SeriesLead.end.count
    guard start > 0, close > start, let base = series.baseAddress,
      text.withUnsafeBytes({ $0.baseAddress.map { memcmp(base, $0, start) } }) == 0,
      series[close] == SeriesLead.end[0], series[close &+ 1] == SeriesLead.end[1],
      let number = ExpositionNumber.parse(series.part(start, close))
    else { return nil }
    return (name, labels.withBound(number))
  }

  /// Notes a series that was read whole.
  mutating func learn(_ series: Bytes, name: UInt32, labels: SeriesLabels) {
    text.removeAll(keepingCapacity: true)
    let close = series.count &- SeriesLead.end.count
    guard labels.part == .bound, close > 0, series.from(close).elementsEqual(SeriesLead.end) else {
      return
    }
    var start = close
    while start > 0, series[start &- 1] != UInt8(ascii: "\"") { start &-= 1 }
    let opening = start &- SeriesLead.opening.utf8CodeUnitCount
    guard opening > 0, series.has(SeriesLead.opening, at: opening),
      series[opening &- 1] == UInt8(ascii: ",") || series[opening &- 1] == UInt8(ascii: "{")
    else { return }
    text.append(contentsOf: series.part(0, start))
    self.name = name
    self.labels = labels
  }
}
