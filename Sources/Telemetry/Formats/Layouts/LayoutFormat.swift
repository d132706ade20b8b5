/// Whose view of the traffic the lines of a layout are; see `LogFormat.vantage`.
package protocol LayoutServer: Sendable {
  /// The word for it: `nginx`.
  static var vantage: String { get }
}

/// A web server in front of applications.
package enum FrontServer: LayoutServer {
  package static let vantage = NginxCombinedFormat.vantage
}

/// gunicorn and its like.
package enum GunicornServer: LayoutServer {
  package static let vantage = "gunicorn"
}

/// A log format that a user described in the notation of his server.
package struct LayoutFormat<Server: LayoutServer>: LocalStampFormat {
  package static var name: String { "layout" }
  package static var vantage: String { Server.vantage }
  package static var samples: [String] { [] }

  package let label: DisplayText

  package var stampContext: StampContext {
    get { values.stamps.context }
    set { values.stamps.context = newValue }
  }

  private let pattern: LayoutPattern
  private var values = LayoutValues()

  /// A format that understands nothing, which the protocol asks for.
  package init() {
    self.init(LayoutPattern(), label: "layout")
  }

  /// A format that reads lines laid out like `pattern`.
  package init(_ pattern: LayoutPattern, label: DisplayText) {
    self.pattern = pattern
    self.label = label
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    pattern.parse(entry, &values, into: &record)
  }
}

extension LayoutFormat: LaidOutFormat {
  var patterns: [LayoutPattern] { [pattern] }
}

/// A format whose lines are known to be laid out in one of some ways.
protocol LaidOutFormat: LogFormat {
  var patterns: [LayoutPattern] { get }
}

extension LayoutPattern {
  /// Reads a line from end to end; `false` when it is not laid out like this.
  @inline(__always)
  func parse(
    _ entry: Bytes, _ values: inout LayoutValues, into record: inout LogRecord
  ) -> Bool {
    values.begin()
    guard read(entry, &values, into: &record) == nil,
      values.conclude(
        entry, isAboutRequests: isAboutRequests, hasUpstreamTimeOnly: hasUpstreamTimeOnly, &record)
    else { return false }
    if isStampedAtStart, record.seconds == record.seconds, let start = record.time {
      record.time = start + record.seconds
    }
    return true
  }
}

/// Several layouts of which a log uses one: that of the line before is tried first.
struct LayoutVariants: Sendable {
  let patterns: [LayoutPattern]
  var values = LayoutValues()
  /// The layout of the line before.
  private(set) var latest = 0

  init(_ patterns: [LayoutPattern]) {
    self.patterns = patterns
  }

  /// Reads a line by the first layout that it has.
  mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    if patterns[latest].parse(entry, &values, into: &record) { return true }
    for place in patterns.indices where place != latest {
      record = LogRecord()
      if patterns[place].parse(entry, &values, into: &record) {
        latest = place
        return true
      }
    }
    return false
  }
}
