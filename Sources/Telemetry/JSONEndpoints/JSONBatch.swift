extension Batch {
  /// Says what keeps totals of a page from telling what happened between two polls.
  mutating func tell(_ state: JSONTotals, of location: String) {
    if state.usesCoarseMeans {
      notes.append(
        DisplayText(
          "\(location): means are rounded too coarsely to tell those of a few requests: the "
            + "service's own means, over all of its requests, stand for them"))
    }
    if state.fallsOften || state.takesTurns {
      let consequence = state.takesTurns ? "they give no rates" : "rates are too high"
      tellOfProcesses(
        DisplayText(
          "\(location): totals fall again and again: several processes answer in turn; "
            + "\(consequence) until each is watched by itself or they share their counters"))
      return
    }
    for (name, count) in state.fallen.sorted(by: { $0.key < $1.key }).prefix(3) {
      let cause = "it covers recent requests only"
      let causes = count.isJudged ? cause : "\(cause), or several processes answer in turn"
      notes.append(DisplayText("\(name): the count shrinks: \(causes); no rates"))
    }
  }

  /// Joins the deltas of one endpoint: raw paths that have one template.
  mutating func mergeTraffic() {
    var places: [String: Int] = [:]
    var merged: [TrafficDelta] = []
    for delta in traffic {
      let key = "\(delta.kind.rawValue) \(delta.name)"
      guard let place = places[key] else {
        places[key] = merged.count
        merged.append(delta)
        continue
      }
      // The quantiles of two paths cannot be merged: those of the busier one stand for both.
      if delta.statuses.total > merged[place].statuses.total, !delta.reported.isEmpty {
        merged[place].reported = delta.reported
      }
      merged[place].statuses.merge(delta.statuses)
      merged[place].reportedMaxSeconds = Double.maximum(
        merged[place].reportedMaxSeconds, delta.reportedMaxSeconds)
      guard let latency = delta.latency else { continue }
      merged[place].latency =
        merged[place].latency.map {
          JSONGrowth.bare($0.count &+ latency.count, $0.sumSeconds + latency.sumSeconds)
        }
        ?? latency
    }
    traffic = merged
  }
}
