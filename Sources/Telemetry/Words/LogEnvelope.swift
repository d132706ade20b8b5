/// What a collector of logs puts around each line of a program: Docker, CRI, journald, syslog.
///
/// One struct, one file, one line in `LogEnvelopeCatalog`. The lines inside may be of any format;
/// a value is the opener of one source and may keep a buffer for what it unescapes.
package protocol LogEnvelope: Sendable {
  /// The name that users see before that of the format: `docker`.
  static var name: String { get }

  /// Real lines, each of which `open` must accept.
  static var samples: [String] { get }

  /// Whether its shape cannot be anything else, so that it is opened whatever is inside.
  ///
  /// Others are opened only when more of the lines is understood that way.
  static var isUnmistakable: Bool { get }

  /// Whether it holds nothing that formats read by themselves, such as a stamp or a process, so
  /// that it is opened also when as much is understood without.
  static var isForeign: Bool { get }

  /// Whether an envelope takes several lines, every byte of which counts: empty lines and carriage
  /// returns too.
  static var spansLines: Bool { get }

  /// Whether an envelope may begin with `line`.
  static func begins(_ line: Bytes) -> Bool

  /// An opener of one source that has opened nothing yet.
  init()

  /// Forgets an envelope that has begun, as what comes next stands elsewhere.
  mutating func forget()

  /// Takes what stamps leave unsaid; called once, before the first line is opened.
  mutating func take(_ stamps: StampContext)

  /// Which of a program's outputs the line opened last came from: pieces of one are joined.
  var stream: UInt64 { get }

  /// Opens `line` (without its line end); `false` when it is no such envelope.
  mutating func open(_ line: Bytes, into letter: inout Enclosed) -> Bool
}

/// What was inside an envelope.
package struct Enclosed {
  /// The program's line without its line end; valid until the next call of the opener.
  package var content = Bytes(start: nil, count: 0)
  /// When the collector got the line, which stands in for a stamp that the line lacks.
  package var time: Timestamp?
  /// Whether more lines of the envelope have to come before there is anything to hand over.
  package var isIncomplete = false
  /// Whether the same line holds another line of the program: `open` it again.
  package var hasMore = false
  /// Whether the program's line goes on in the next envelope of this stream.
  package var isPartial = false

  /// Nothing.
  package init() {}
}

/// An envelope whose stamps may lack a zone or a year, which the reader can supply.
package protocol LocalStampEnvelope: LogEnvelope {
  /// Set once, before the first line is opened.
  var stampContext: StampContext { get set }
}

extension LogEnvelope {
  /// A new opener that reads stamps without a zone or a year as `stamps` says.
  package static func make(_ stamps: StampContext) -> any LogEnvelope {
    var envelope = Self()
    envelope.take(stamps)
    return envelope
  }

  package static var isForeign: Bool { true }

  package static var spansLines: Bool { false }

  package static func begins(_ line: Bytes) -> Bool { true }

  package mutating func forget() {}

  package mutating func take(_ stamps: StampContext) {}

  package var stream: UInt64 { 0 }
}

extension LocalStampEnvelope {
  /// Sets `stampContext`.
  package mutating func take(_ stamps: StampContext) {
    stampContext = stamps
  }
}
