/// A request or a statement with its place in time, kept for a while to tie queries to requests.
package struct Span: Hashable, Sendable {
  /// When it ended.
  package var end: Timestamp
  /// How long it took; NaN or negative where the line does not say.
  package var seconds: Double
  /// How far the true end may lie after `end`, in seconds (1 for stamps of whole seconds).
  package var uncertainty: Double
  /// Hashes of the ids its line carries; 0 where there is none.
  package var requestID: UInt64 = 0
  /// Also one that a comment in a statement carries.
  package var traceID: UInt64 = 0
  /// Of the connection or session, else of the process that wrote the line.
  package var connectionID: UInt64 = 0

  /// A piece of work that ended at `end`.
  package init(end: Timestamp, seconds: Double, uncertainty: Double) {
    self.end = end
    self.seconds = seconds
    self.uncertainty = uncertainty
  }

  /// The span with no duration in place of an unknown one: an instant.
  var withDuration: Span {
    guard !(seconds >= 0) else { return self }
    var span = self
    span.seconds = 0
    return span
  }
}

/// A request with its place in time.
package struct RequestSpan: Hashable, Sendable {
  /// Index into `Batch.spanEndpoints`.
  package var endpoint: Int
  /// When and for how long it was served.
  package var span: Span
  /// Statements run while answering, as the application says; negative where it does not say.
  package var queryCount: Int32 = -1

  /// A request to an endpoint.
  package init(endpoint: Int, span: Span) {
    self.endpoint = endpoint
    self.span = span
  }
}

/// A statement with its place in time.
package struct QuerySpan: Hashable, Sendable {
  /// Id of the fingerprint.
  package var query: UInt64
  /// Index into `Batch.spanEndpoints` where a comment in the statement names its endpoint.
  package var endpoint: Int?
  /// When and for how long it ran.
  package var span: Span
  /// Hash of the statement as logged, comments at its end left out; 0 where not known.
  package var literals: UInt64 = 0
  /// Number of the line in its file, from 1; 0 when not known.
  package var line: UInt64 = 0

  /// A call of a statement.
  package init(query: UInt64, endpoint: Int?, span: Span) {
    self.query = query
    self.endpoint = endpoint
    self.span = span
  }
}

/// A look-up in a cache, with its place in time.
package struct LookupSpan: Hashable, Sendable {
  /// Index into `Batch.lookupCaches`.
  package var cache: Int
  /// Whether the cache answered.
  package var isHit: Bool
  /// When it was made, and how long it took where that is known.
  package var span: Span
}

/// A request that the service made to another, with its place in time.
package struct OutboundSpan: Hashable, Sendable {
  /// Index into `Batch.outboundNames`.
  package var name: Int
  /// When and for how long it was made.
  package var span: Span
  /// Hash of the target as logged; 0 where not known.
  package var target: UInt64 = 0
  /// Number of the line in its file, from 1; 0 when not known.
  package var line: UInt64 = 0

  /// A call to the host or route that `name` numbers.
  package init(name: Int, span: Span) {
    self.name = name
    self.span = span
  }
}
