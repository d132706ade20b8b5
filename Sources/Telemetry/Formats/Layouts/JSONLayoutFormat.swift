/// JSON lines whose layout a user described: text with variables, like any other layout.
///
/// A line that is not laid out just so (a shipper changed the order or added a key, another program
/// wrote it) is read by what its keys are called.
package struct JSONLayoutFormat<Server: LayoutServer>: LocalStampFormat {
  package static var name: String { LayoutFormat<Server>.name }
  package static var vantage: String { Server.vantage }
  package static var samples: [String] { [] }

  package var label: DisplayText { layout.label }

  package var stampContext: StampContext {
    get { layout.stampContext }
    set {
      layout.stampContext = newValue
      keys.stampContext = newValue
    }
  }

  package var readings: [LogReading] { keys.readings }

  package var latencyUnits: [LatencyUnit] { keys.latencyUnits }

  private var layout: LayoutFormat<Server>
  private var keys = JSONAccessFormat()

  /// A format that knows no layout.
  package init() {
    layout = LayoutFormat()
  }

  /// A format that reads lines laid out like `pattern`.
  package init(_ pattern: LayoutPattern, label: DisplayText) {
    layout = LayoutFormat(pattern, label: label)
  }

  package mutating func learn(from tried: Self) {
    keys.learn(from: tried.keys)
  }

  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    if layout.parse(entry, into: &record) { return true }
    record = LogRecord()
    return keys.parse(entry, into: &record)
  }
}

extension JSONLayoutFormat: LaidOutFormat {
  var patterns: [LayoutPattern] { layout.patterns }
}
