/// Number of a source, given in the order of the command line.
package typealias SourceID = Int

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
  /// Whose the pools of a page are, as far as their names do not tell or would mislead; every batch
  /// of a scrape has all of them.
  package var pools: [PoolIdentity] = []
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
  /// Which of the usual paths of a service tell something, as `/metrics (prometheus text)`.
  ///
  /// The first of the `notes` says it too, see `foundNote`; `nil` where the address named a path.
  package var found: DisplayText?
  /// That several processes answer behind one address, each with counters of its own, in words that
  /// are among `notes` too; `nil` where one seems to answer.
  package var processNote: DisplayText?
  /// Whether the file has older lines that are not read.
  package var leavesOutOlder = false
  /// Bytes of a file's past that are yet to be read behind this batch, 0 once there are none; `nil`
  /// where it tells nothing new of that.
  package var unreadBytes: UInt64?

  /// An empty batch of one source.
  package init(source: SourceID, time: Timestamp) {
    self.source = source
    self.time = time
  }
}
