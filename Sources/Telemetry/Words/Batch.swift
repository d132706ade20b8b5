/// Number of a source, given in the order of the command line.
package typealias SourceID = Int

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

/// One value of one signal at one instant.
///
/// For a counter signal the value is the increase since the reading before, corrected for resets.
package struct SignalReading: Hashable, Sendable {
  package var signal: Signal
  /// The pool, cache or process the value belongs to; empty for the source as a whole.
  package var subject: DisplayText
  /// When the value was read, or the entry that shows it was logged.
  package var time: Timestamp
  /// In the signal's unit; the history leaves out one that is not finite.
  package var value: Double

  /// One value.
  package init(signal: Signal, subject: DisplayText, time: Timestamp, value: Double) {
    self.signal = signal
    self.subject = subject
    self.time = time
    self.value = value
  }
}

/// A gauge that its source tells no longer: a pool was closed, a process has ended.
package struct EndedGauge: Hashable, Sendable {
  package var signal: Signal
  package var subject: DisplayText

  /// A gauge by what it was about.
  package init(signal: Signal, subject: DisplayText) {
    self.signal = signal
    self.subject = subject
  }
}

/// One statement as it was logged, kept as an example of its fingerprint.
package struct QueryExample: Hashable, Sendable {
  /// With its literals, cut off where it is very long.
  package var statement: DisplayText
  /// How long it took; 0 where the log does not say.
  package var seconds: Double
  package var time: Timestamp
  /// Number of the line in its file, from 1; 0 when not known.
  package var line: UInt64
  package var source: SourceID

  /// One logged statement.
  package init(
    statement: DisplayText, seconds: Double, time: Timestamp, line: UInt64, source: SourceID
  ) {
    self.statement = statement
    self.seconds = seconds
    self.time = time
    self.line = line
    self.source = source
  }
}

/// Calls of one SQL fingerprint in one slot of time, as one source saw them.
package struct QueryDelta: Hashable, Sendable {
  /// 64-bit hash of the fingerprint, shown as 16 hexadecimal digits.
  package var id: UInt64
  /// The fingerprint; only with the first delta of a source, later ones may leave it out.
  package var fingerprint: DisplayText?
  package var time: Timestamp
  /// Calls of the slot, also those whose duration is not known.
  package var calls: UInt64
  /// `nil` where no duration is known.
  package var latency: LatencyDelta?
  /// Rows that the calls returned, in all.
  package var rowsSent: UInt64 = 0
  /// Calls that `rowsSent` is the sum of.
  package var rowsSentCalls: UInt64 = 0
  /// Rows that the calls looked at, in all.
  package var rowsExamined: UInt64 = 0
  package var rowsExaminedCalls: UInt64 = 0
  /// When its first and its last call ended, where that is known better than by `time`.
  package var seen: ClosedRange<Timestamp>?
  /// Calls of this delta that were the slowest until then, slowest first; at most five.
  package var examples: [QueryExample] = []

  /// Calls of one fingerprint in one slot.
  package init(
    id: UInt64, fingerprint: DisplayText?, time: Timestamp, calls: UInt64,
    latency: LatencyDelta? = nil
  ) {
    self.id = id
    self.fingerprint = fingerprint
    self.time = time
    self.calls = calls
    self.latency = latency
  }
}

/// What became of the input of a source since the batch before.
package struct SourceTally: Hashable, Sendable {
  /// Bytes of input, those of lines not understood among them.
  package var bytes: UInt64 = 0
  /// Lines of a log, or samples of an exposition.
  package var lines: UInt64 = 0
  /// Of `lines`, those that were understood.
  package var parsed: UInt64 = 0
  package var unparsed: UInt64 = 0
  /// The last line that was not understood, with what was wrong where that is known.
  package var unparsedExample: DisplayText?

  /// Nothing yet.
  package init() {}
}

/// How a source is doing.
package enum SourceHealth: Hashable, Sendable {
  /// Nothing was read yet.
  case waiting
  case ok
  /// The last attempt failed; what was read before stays, with its age.
  case failing(DisplayText)
  /// A file was read to its end, or a pipe was closed: nothing more will come.
  case ended
}

/// Requests that were turned away for one reason, by who asked.
package struct RefusalDelta: Hashable, Sendable {
  /// 413 or 429.
  package var status: Int
  package var endpoint: EndpointName
  /// Address of the caller; empty where the log does not say or too many were seen.
  package var client: DisplayText
  package var count: UInt64
  package var last: Timestamp
  /// Number of the last such line, from 1; 0 when not known.
  package var line: UInt64

  /// Refusals of one status, endpoint and caller.
  package init(
    status: Int, endpoint: EndpointName, client: DisplayText, count: UInt64, last: Timestamp,
    line: UInt64 = 0
  ) {
    self.status = status
    self.endpoint = endpoint
    self.client = client
    self.count = count
    self.last = last
    self.line = line
  }
}

/// What a cache in front of a service made of the requests to one endpoint in one slot of time.
package struct LookupDelta: Hashable, Sendable {
  package var endpoint: EndpointName
  package var time: Timestamp
  package var hits: UInt32
  package var misses: UInt32
}

/// What one collector saw in one interval: the only thing that crosses from task to task.
package struct Batch: Sendable {
  /// A number that the history does not know makes it ignore the batch.
  package var source: SourceID
  /// When the batch was closed, on the wall clock.
  package var time: Timestamp
  /// Time the batch speaks for, by which rates divide; `nil` when it has no extent.
  package var covered: ClosedRange<Timestamp>?
  /// When all that the source tells of ends, where that is known before it has told all; slots of
  /// time that are too fine to be remembered until then need not be kept.
  package var end: Timestamp?
  package var traffic: [TrafficDelta] = []
  package var queries: [QueryDelta] = []
  /// Gauges, and increases of counters, in the order they were read.
  package var readings: [SignalReading] = []
  /// Gauges that the source has ceased to tell: they have no value from `time` on.
  package var ended: [EndedGauge] = []
  /// The newest lines for the log tail, oldest first; not all that were read.
  package var lines: [LogLine] = []
  /// Messages about the start of the program, in the order they came.
  package var startUps: [StartUpLine] = []
  /// Requests of some length, for correlation, in the order they were read.
  package var requestSpans: [RequestSpan] = []
  /// Statements, for correlation, in the order they were read.
  package var querySpans: [QuerySpan] = []
  /// The endpoints that `requestSpans` and `querySpans` number.
  package var spanEndpoints: [EndpointName] = []
  /// Calls to other services, for correlation, in the order they were read.
  package var outboundSpans: [OutboundSpan] = []
  /// The hosts and routes that `outboundSpans` number.
  package var outboundNames: [EndpointName] = []
  /// What caches in front of a service made of its requests.
  package var lookups: [LookupDelta] = []
  /// Look-ups that lines tell of, for correlation, in the order they were read.
  package var lookupSpans: [LookupSpan] = []
  /// The caches that `lookupSpans` number.
  package var lookupCaches: [DisplayText] = []
  /// Requests answered with 413 or 429.
  package var refusals: [RefusalDelta] = []
  /// Sessions of those who asked; `nil` when no request says who it was.
  package var sessions: SessionRuns?
  package var tally = SourceTally()
  /// How the source was doing when the batch was closed.
  package var health = SourceHealth.ok
  /// Formats or presets in use; empty when nothing new is known.
  package var recognised: [DisplayText] = []
  /// Whose view of the traffic this is; see `LogFormat.vantage`.
  package var vantage: DisplayText = ""
  /// Things a user should know: "no buckets exposed: p95 not available; set ...".
  package var notes: [DisplayText] = []
  /// That several processes answer behind one address, each with counters of its own, in words that
  /// are among `notes` too; `nil` where one seems to answer.
  package var processNote: DisplayText?

  /// An empty batch of one source.
  package init(source: SourceID, time: Timestamp) {
    self.source = source
    self.time = time
  }
}
