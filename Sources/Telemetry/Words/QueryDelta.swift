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
