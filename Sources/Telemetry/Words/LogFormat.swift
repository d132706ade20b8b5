/// How one kind of log file is read: one struct, one file, one line in `LogFormatCatalog`.
///
/// A value is the parser of one source and may carry state (a cache of the last time stamp, the
/// columns a header line announced). Nothing here allocates per line.
package protocol LogFormat: Sendable {
  /// The name a user types after `--format` and sees as "recognised": `nginx-timed`.
  static var name: String { get }

  /// The name of this value, which differs from the type's for layouts that a user gave.
  var label: DisplayText { get }

  /// The product whose view of the traffic this is: `nginx`.
  ///
  /// Two sources of one vantage describe different requests and are added (two servers behind
  /// one balancer); two sources of different vantages describe the same requests and are joined.
  static var vantage: String { get }

  /// Real entries of the format, each of which `parse` must accept.
  static var samples: [String] { get }

  /// A parser of one source that has read nothing yet.
  init()

  /// Takes what stamps leave unsaid; called once, before the first entry is parsed.
  ///
  /// The default does nothing, for stamps that say it all; see `LocalStampFormat`.
  mutating func take(_ stamps: StampContext)

  /// Takes over what `tried`, which has read the first lines of a source, found out about all of them.
  ///
  /// The default does nothing, for formats whose lines say it all.
  mutating func learn(from tried: Self)

  /// The same parser, as one for a log with such lines.
  ///
  /// The default is the parser itself; see `PlainNumberFormat`.
  func settled(by lines: [[UInt8]]) -> any LogFormat

  /// Units of durations that it has read as numbers under keys.
  var latencyUnits: [LatencyUnit] { get }

  /// Whether `line` (without its line end) opens a new entry.
  ///
  /// Formats whose entries are single lines keep the default, which says yes.
  func beginsEntry(_ line: Bytes) -> Bool

  /// Whether `line`, which begins no entry, belongs to `entry`, the lines since the last one began.
  ///
  /// The default says yes; a format that can tell its lines from those of other programs says no
  /// to theirs, which then stand by themselves.
  func continues(_ entry: Bytes, with line: Bytes) -> Bool

  /// Reads one entry, without its final line end, into `record`, which arrives empty.
  ///
  /// Returns `false`, and leaves `record` in any state, when the entry is not of this format.
  mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool

  /// Whether entries may span lines; the reader then groups lines by `beginsEntry`.
  static var isMultiLine: Bool { get }

  /// Whether it takes any line of a program as a message, so that formats which know more of a line
  /// are asked before it.
  static var isGeneral: Bool { get }

  /// Whether lines with one number more at their end are taken too, and the number is not read.
  static var leavesNumbers: Bool { get }

  /// Whether the log shows the messages of entries, where they have one, in place of all lines.
  ///
  /// For formats whose lines say nothing by themselves; those not understood are not quoted either.
  /// Where another format leads they are shown in place of `replacedLines` alone.
  static var showsMessages: Bool { get }

  /// How many lines, up to the one parsed last, the message of their entry is shown in place of.
  ///
  /// None while that line may be something else; more than one where it makes sure those before it.
  var replacedLines: Int { get }

  /// The dialect of the statements in it, where the format alone says so.
  static var sqlDialect: SQLDialect { get }

  /// Values of signals that the entry parsed last shows, when its record says so.
  var readings: [LogReading] { get }

  /// Whether lines at the start of the file say how the others are to be read.
  ///
  /// Reading that begins in the middle of a file then parses the file's first lines before.
  static var hasHeader: Bool { get }

  /// Whether an entry's meaning depends on entries before it, beyond the date of a stamp.
  ///
  /// Reading that begins in the middle of a file then parses some lines before that place.
  static var isSequential: Bool { get }

  /// How a line is laid out, in nginx's `log_format` notation, where that can be said.
  ///
  /// For documentation, and to say in which column a line differs.
  static var layout: String? { get }

  /// Reads a chunk of whole lines into `accumulator`: the one dynamic call of a chunk.
  ///
  /// The default splits the chunk and calls `parse`; no format needs its own.
  mutating func read(_ chunk: Bytes, into accumulator: inout LogAccumulator)
}

extension LogFormat {
  package static var isMultiLine: Bool { false }

  package static var isGeneral: Bool { false }

  package static var leavesNumbers: Bool { false }

  package static var showsMessages: Bool { false }

  package var replacedLines: Int { 0 }

  package var label: DisplayText { DisplayText(Self.name) }

  package var readings: [LogReading] { [] }

  package mutating func take(_ stamps: StampContext) {}

  package mutating func learn(from tried: Self) {}

  package func settled(by lines: [[UInt8]]) -> any LogFormat { self }

  package var latencyUnits: [LatencyUnit] { [] }

  package static var hasHeader: Bool { false }

  package static var isSequential: Bool { false }

  package static var layout: String? { nil }

  package static var sqlDialect: SQLDialect { .unknown }

  package func beginsEntry(_ line: Bytes) -> Bool { true }

  package func continues(_ entry: Bytes, with line: Bytes) -> Bool { true }
}
