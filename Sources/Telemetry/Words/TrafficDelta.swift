/// What kind of work a `TrafficDelta` counts.
package enum TrafficKind: UInt8, Hashable, Sendable {
  /// Requests that the service answered; the name is method and route template.
  case endpoint
  /// Requests that the service made; the name is method and host (and template where known).
  case outbound
  /// Runs of a background job or of a step; the name is the task, without a method.
  case task
}

/// Durations of some pieces of work, as counts per bucket.
package struct LatencyDelta: Hashable, Sendable {
  /// What the numbers of the buckets in `counts` mean.
  package var layout: BucketLayout
  /// How often each bucket was hit.
  package var counts: SparseCounts
  /// Sum of all durations in seconds; NaN when not known.
  package var sumSeconds: Double
  /// Number of durations in `counts`.
  package var count: UInt64
  /// Longest duration in seconds; NaN when not known.
  package var maxSeconds: Double
  /// Shortest duration in seconds; NaN when not known.
  package var minSeconds: Double

  /// Durations with all that is known about them.
  package init(
    layout: BucketLayout, counts: SparseCounts, count: UInt64, sumSeconds: Double,
    minSeconds: Double = .nan, maxSeconds: Double = .nan
  ) {
    self.layout = layout
    self.counts = counts
    self.count = count
    self.sumSeconds = sumSeconds
    self.minSeconds = minSeconds
    self.maxSeconds = maxSeconds
  }
}

/// A quantile that an application computed by itself (a summary metric), shown as given.
package struct ReportedQuantile: Hashable, Sendable {
  /// 0 to 1.
  package var quantile: Double
  /// Not finite where the application had nothing to compute it from.
  package var seconds: Double

  /// A figure as the application gave it.
  package init(quantile: Double, seconds: Double) {
    self.quantile = quantile
    self.seconds = seconds
  }
}

/// Requests of one endpoint (or runs of one task) in one slot of time, as one source saw them.
package struct TrafficDelta: Hashable, Sendable {
  package var kind: TrafficKind
  package var name: EndpointName
  /// Any instant of the slot the work ended in.
  package var time: Timestamp
  /// How each piece of work ended; their total is the number of pieces.
  package var statuses: StatusCounts
  /// `nil` where no duration is known.
  package var latency: LatencyDelta?
  /// Quantiles the application computed; they replace earlier ones.
  package var reported: [ReportedQuantile]
  /// Largest duration the application remembers in seconds (Micrometer's `_max`); NaN if none.
  package var reportedMaxSeconds: Double

  /// Work of one endpoint in one slot.
  package init(
    kind: TrafficKind = .endpoint, name: EndpointName, time: Timestamp, statuses: StatusCounts,
    latency: LatencyDelta? = nil, reported: [ReportedQuantile] = [],
    reportedMaxSeconds: Double = .nan
  ) {
    self.kind = kind
    self.name = name
    self.time = time
    self.statuses = statuses
    self.latency = latency
    self.reported = reported
    self.reportedMaxSeconds = reportedMaxSeconds
  }
}
