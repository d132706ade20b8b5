import Telemetry

/// With what the reading of a log begins, so that its parts can be read by several tasks.
struct LogOpening: Sendable {
  let source: SourceID
  let format: any LogFormat
  let envelope: (any LogEnvelope.Type)?
  let stamps: StampContext
  var alternates: [any LogFormat] = []
  /// Formats that may yet turn up; none when the user named one.
  var discoverable: [any LogFormat.Type] = []
  /// How the format was found out; `nil` when the user named it.
  var detection: FormatDetection?
  /// Lines of the file before the place where reading begins; `nil` where that is not known, and lines
  /// have no numbers.
  var linesBefore: UInt64? = 0
  /// Width of the slots that records are counted in, in seconds.
  var slotSeconds = 5.0
  /// Records that ended before are not counted.
  var since: Timestamp?
  /// The last stamp of the file, where it is no sign of a wrong clock.
  var end: Timestamp?
  /// Route templates that the user gave.
  var routeRules = RouteRules()
  var sessionGapSeconds = SessionRules.gapSeconds
  /// Whether other sources may have statements to tie to the requests of this one.
  var expectsStatements = true
  /// What is known of the clock behind the stamps.
  var skew = ClockSkew()

  init(
    source: SourceID, format: any LogFormat, envelope: (any LogEnvelope.Type)?,
    stamps: StampContext
  ) {
    self.source = source
    self.format = format
    self.envelope = envelope
    self.stamps = stamps
  }

  /// How entries lie over lines.
  var entries: EntryLayout {
    EntryLayout(
      format: format.reading(stamps), alternates: alternates, envelope: envelope, stamps: stamps)
  }

  /// A reader that has read nothing.
  func reader(arrival: Timestamp) -> LogReader {
    var configuration = LogAccumulator.Configuration()
    configuration.slotSeconds = slotSeconds
    configuration.since = since
    configuration.discoverable = discoverable
    configuration.stamps = stamps
    configuration.routeRules = routeRules
    configuration.sessionGapSeconds = sessionGapSeconds
    configuration.expectsStatements = expectsStatements
    return LogReader(
      source: source, format: format, alternates: alternates, envelope: envelope?.make(stamps),
      arrival: arrival, configuration: configuration)
  }
}
