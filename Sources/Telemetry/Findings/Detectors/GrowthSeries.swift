/// Readings of something that may only ever grow, cut to the time since it last began anew.
struct GrowthSeries {
  let points: [(seconds: Double, value: Double)]
  let start: Timestamp

  /// The readings since the last fall by more than `dropShare`: a restart or a clean-up.
  init(_ all: [(time: Timestamp, value: Double)], dropShare: Double) {
    var first = 0
    var highest = -Double.infinity
    for (place, point) in all.enumerated() {
      if point.value < highest * (1 - dropShare) {
        first = place
        highest = point.value
      }
      highest = max(highest, point.value)
    }
    let kept = all.dropFirst(first)
    start = kept.first?.time ?? Timestamp(microseconds: 0)
    let origin = start
    points = kept.map { (seconds: $0.time - origin, value: $0.value) }
  }

  private init(_ points: [(seconds: Double, value: Double)], start: Timestamp) {
    self.points = points
    self.start = start
  }

  var seconds: Double { (points.last?.seconds ?? 0) - (points.first?.seconds ?? 0) }

  /// Only the low points, as after each garbage collection; all where there is no saw-tooth.
  var lows: GrowthSeries {
    guard points.count >= 24 else { return self }
    let inner = points.indices.dropFirst().dropLast().filter { place in
      points[place].value < points[place - 1].value && points[place].value <= points[place + 1].value
    }
    return inner.count >= 8 ? GrowthSeries(inner.map { points[$0] }, start: start) : self
  }

  /// The last part, by time.
  func last(_ share: Double) -> GrowthSeries {
    let border = (points.last?.seconds ?? 0) - seconds * share
    return GrowthSeries(points.filter { $0.seconds >= border }, start: start)
  }

  /// The trend of a series that still grows: significant over all, and no slower lately.
  ///
  /// What fills up and stays full grows at first too; its last part is flat.
  func lastingTrend(probability: Double) -> TrendTest? {
    guard let whole = TrendTest(points), whole.score > 0, whole.probability < probability,
      whole.slope > 0
    else { return nil }
    let late = last(0.4).points
    guard late.count >= 4, GrowthSeries.slope(late) >= 0.4 * whole.slope else { return nil }
    return whole
  }

  /// The median slope of all pairs (Theil and Sen), in units per second; 0 for none.
  private static func slope(_ points: [(seconds: Double, value: Double)]) -> Double {
    let step = max(1, points.count / 48)
    let points = stride(from: 0, to: points.count, by: step).map { points[$0] }
    var slopes: [Double] = []
    for later in points.indices.dropFirst() {
      for earlier in 0..<later {
        let seconds = points[later].seconds - points[earlier].seconds
        guard seconds > 0 else { continue }
        slopes.append((points[later].value - points[earlier].value) / seconds)
      }
    }
    return slopes.median ?? 0
  }
}
