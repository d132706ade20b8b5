/// Where two views of one endpoint do not tell the same.
package struct SourceDisagreement: Hashable, Sendable {
  /// The figure they disagree about.
  package enum Figure: String, Sendable {
    /// Number of requests, share of errors (0...1), and seconds.
    case requests, errors, p95
  }

  /// What the two views say otherwise; it fixes the unit of both numbers.
  package var figure: Figure
  /// What the first view says.
  package var first: Double
  /// What another view says, in the same unit.
  package var other: Double
  /// Place of the other view among those compared.
  package var place: Int
}

extension SourceDisagreement {
  /// A quarter more or less is told apart from scrapes that begin and end a little later.
  private static let tolerance = 0.25
  /// With fewer requests chance makes views differ.
  private static let fewestRequests: UInt64 = 20

  /// What the later of some views say otherwise than the first, one entry a figure and view.
  ///
  /// Counts must differ by more than chance does (three times the root of the count); latencies
  /// must lie outside of the bucket that the other view knows them by. Views with few requests
  /// are not compared.
  package static func among(
    _ views: [(vantage: DisplayText, row: EndpointRow)]
  ) -> [SourceDisagreement] {
    guard let first = views.first?.row, first.requests >= fewestRequests else { return [] }
    var found: [SourceDisagreement] = []
    for (place, view) in views.enumerated().dropFirst()
    where view.row.requests >= fewestRequests {
      let other = view.row
      if differ(Double(first.requests), Double(other.requests)) {
        found.append(
          Self(
            figure: .requests, first: Double(first.requests), other: Double(other.requests),
            place: place))
      }
      if let one = first.errorRate, let two = other.errorRate,
        differ(Double(first.statuses.errors), Double(other.statuses.errors))
      {
        found.append(Self(figure: .errors, first: one, other: two, place: place))
      }
      if let one = first.latency?.p95, let two = other.latency?.p95, differ(one, two) {
        found.append(Self(figure: .p95, first: one.seconds, other: two.seconds, place: place))
      }
    }
    return found
  }

  /// Whether several views have enough requests to tell, and say the same in every figure that is
  /// shown of them: counts, rates, shares of errors, p50 and p95.
  package static func isNone(
    among views: [(vantage: DisplayText, row: EndpointRow)]
  ) -> Bool {
    guard views.count > 1, let first = views.first?.row,
      views.allSatisfy({ $0.row.requests >= fewestRequests }), among(views).isEmpty
    else { return false }
    return views.dropFirst().allSatisfy { view in
      if let one = first.latency?.p50, let two = view.row.latency?.p50, differ(one, two) {
        return false
      }
      guard let one = first.rate, let two = view.row.rate else { return true }
      return abs(one - two) <= max(one, two) * tolerance
    }
  }

  private static func differ(_ one: Double, _ two: Double) -> Bool {
    abs(one - two) > max(max(one, two) * tolerance, 3 * max(one, two).squareRoot())
  }

  private static func differ(_ one: Quantile, _ two: Quantile) -> Bool {
    let (a, b) = (span(one), span(two))
    return a.lowerBound > b.upperBound * (1 + tolerance)
      || b.lowerBound > a.upperBound * (1 + tolerance)
  }

  /// Between what a quantile may truly lie.
  private static func span(_ quantile: Quantile) -> ClosedRange<Double> {
    if quantile.isBeyondLastBound { return quantile.seconds...Double.infinity }
    return quantile.range ?? quantile.seconds...quantile.seconds
  }
}
