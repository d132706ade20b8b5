/// A format whose lines are one JSON object each.
///
/// That of a product says which keys mark its lines and what its own keys mean:
///
///     package var line = JSONLine(names)
///     static let names = FieldNames(
///       marks: ["DownstreamStatus"], own: [(FieldMeaning(field: .seconds, unit: 1e-9), "Duration")])
package protocol JSONLineFormat: LocalStampFormat {
  /// The reader, made with the names of the product.
  var line: JSONLine { get set }
}

extension JSONLineFormat {
  /// That of `line`.
  package var stampContext: StampContext {
    get { line.stamps.context }
    set { line.stamps.context = newValue }
  }

  /// Those of `line`.
  package var readings: [LogReading] { line.readings }

  /// Those of `line`.
  package var latencyUnits: [LatencyUnit] { line.units.found }

  /// As `line` learns.
  package mutating func learn(from tried: Self) {
    line.learn(from: tried.line)
  }

  /// As `line` reads it.
  package mutating func parse(_ entry: Bytes, into record: inout LogRecord) -> Bool {
    line.parse(entry, into: &record)
  }
}
