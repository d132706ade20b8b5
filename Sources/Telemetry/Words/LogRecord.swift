/// A run of bytes inside a buffer that somebody else owns; valid only during the call it came with.
package typealias Bytes = UnsafeRawBufferPointer

/// How serious a log line says it is, in rising order.
package enum LogLevel: UInt8, Comparable, Sendable {
  /// `unknown` is below all: the line does not say.
  case unknown, trace, debug, info, notice, warning, error, fatal

  package static func < (left: LogLevel, right: LogLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What one log line, or one entry of several lines, says.
///
/// The slices point into the chunk being read and are valid only until the next call of the
/// parser. An empty slice, a NaN and a negative count all mean "the line does not say".
package struct LogRecord {
  /// What the record is about; it decides which of the fields count.
  package enum Kind: UInt8, Sendable {
    /// Text with a level; nothing is aggregated from it.
    case message
    /// One HTTP request that was answered (or given up).
    case request
    /// One statement that a database ran.
    case query
    /// One request that this service made to another.
    case outbound
    /// One run of a background job, or one step of it.
    case task
    /// A moment in which an event loop was blocked for `seconds`.
    case stall
    /// One look-up in the cache `name`, with its outcome in `cache`.
    case lookup
  }

  /// What a cache made of a request: a stale or revalidated answer is a hit, a bypass is unknown.
  package enum CacheOutcome: UInt8, Sendable {
    /// `unknown` where the line does not say.
    case unknown, hit, miss
  }

  /// A message unless the parser says otherwise.
  package var kind = Kind.message
  /// As the line says; `unknown` where it does not.
  package var level = LogLevel.unknown
  /// When it ended, as the line says; `nil` for formats without a stamp (arrival time is used).
  package var time: Timestamp?
  /// Granularity of `time` in seconds: 1 for a stamp that shows whole seconds.
  package var timeResolution = 0.001
  /// HTTP method as written.
  package var method = Bytes(start: nil, count: 0)
  /// Request target as written, query string included.
  package var target = Bytes(start: nil, count: 0)
  /// Route template, when the line carries one (`/users/{id}`, `/api/:version/projects`).
  package var route = Bytes(start: nil, count: 0)
  /// HTTP status; 0 when there was no answer or the line has none.
  package var status = 0
  /// How long it took, in seconds.
  package var seconds = Double.nan
  /// How long the upstream took, in seconds; a list is summed.
  package var upstreamSeconds = Double.nan
  /// Bytes of the answer; negative when the line does not say.
  package var bytesSent: Int64 = -1
  /// SQL text, comments included, as far as it was logged.
  package var statement = Bytes(start: nil, count: 0)
  /// Rows that the statement returned; negative when the line does not say.
  package var rowsSent: Int64 = -1
  /// Rows that it looked at; negative when the line does not say.
  package var rowsExamined: Int64 = -1
  /// Name of a task, a step, a pool, a cache, or the host that an outbound call went to.
  package var name = Bytes(start: nil, count: 0)
  /// Whether it failed: a request without a status then had no answer.
  package var failed = false
  /// Id of one request, which other lines of it may carry as well.
  package var requestID = Bytes(start: nil, count: 0)
  /// Id of the trace it is part of, across services.
  package var traceID = Bytes(start: nil, count: 0)
  /// Database connection or session, where it is not the process.
  package var connectionID = Bytes(start: nil, count: 0)
  /// Process that wrote the line; stands in for `connectionID` where that is empty.
  package var processID = Bytes(start: nil, count: 0)
  /// Address of who asked, as written.
  package var client = Bytes(start: nil, count: 0)
  /// Name of who asked, as the service knows it.
  package var user = Bytes(start: nil, count: 0)
  /// Id of a visitor's session or of its client (a cookie, a device).
  package var session = Bytes(start: nil, count: 0)
  /// User agent; or the rest of a combined line, ` "referer" "agent" ...`, which is taken apart
  /// only for the lines that need it (see `VisitorAgent`).
  package var agent = Bytes(start: nil, count: 0)
  /// Seconds of `seconds` that went into database calls, as the application says.
  package var databaseSeconds = Double.nan
  /// Database calls made while answering, as the application says.
  package var queryCount: Int64 = -1
  /// Whether a cache in front of the service answered.
  package var cache = CacheOutcome.unknown
  /// Whether the format's `readings` hold values that the entry shows beside all this.
  package var hasReadings = false
  /// The human part of the line, for the log tail.
  package var message = Bytes(start: nil, count: 0)

  /// A record that says nothing.
  package init() {}
}

/// One value of a signal that a log entry shows, such as the idle connections of a pool.
package struct LogReading: Hashable, Sendable {
  /// What the value is about.
  package var signal: Signal
  /// The pool, cache or process; empty for the source as a whole.
  package var subject: DisplayText
  /// In the signal's unit; for a counter the increase since the entry before.
  package var value: Double

  /// One value of one entry.
  package init(_ signal: Signal, _ value: Double, subject: DisplayText = "") {
    self.signal = signal
    self.subject = subject
    self.value = value
  }
}
