/// What a stamp leaves unsaid: the zone of a stamp without one, and the year of a syslog stamp.
package struct StampContext: Hashable, Sendable {
  /// Seconds east of Greenwich of stamps that name no zone.
  package var offsetSeconds = 0
  /// An instant near the end of the log; without it a stamp without a year has no time.
  package var now: Timestamp?

  /// UTC, and nothing known of the year.
  package init(offsetSeconds: Int = 0, now: Timestamp? = nil) {
    self.offsetSeconds = offsetSeconds
    self.now = now
  }
}

/// A format whose stamps may lack a zone or a year, which the reader can supply.
package protocol LocalStampFormat: LogFormat {
  /// Set once, before the first entry is parsed.
  var stampContext: StampContext { get set }
}

extension LogFormat {
  /// A new parser that reads stamps without a zone or a year as `stamps` says.
  package static func make(_ stamps: StampContext) -> any LogFormat {
    Self().reading(stamps)
  }

  /// The same parser, reading stamps without a zone or a year as `stamps` says.
  package func reading(_ stamps: StampContext) -> any LogFormat {
    var local = self
    local.take(stamps)
    return local
  }
}

extension LocalStampFormat {
  /// Sets `stampContext`.
  package mutating func take(_ stamps: StampContext) {
    stampContext = stamps
  }
}
