/// Writes the series that stand for a histogram or summary which came in one piece.
///
/// They are named as text names them (`x_bucket{route="/a",le="0.5"}`), so that the rest of a
/// session need not know how they came. Buffers are reused from metric to metric.
struct SeriesWriter {
  private var name: [UInt8] = []
  private var labels: [UInt8] = []
  private var isQuoted = false
  private var text: [UInt8] = []

  /// Starts a metric of this name, which is written as it is in text (escaped).
  mutating func begin(escapedName: Bytes) {
    name.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
    name.append(contentsOf: escapedName)
    isQuoted = !SeriesWriter.isPlain(escapedName)
  }

  /// Adds a label whose name and value are escaped already.
  mutating func addLabel(escapedName: Bytes, escapedValue: Bytes) {
    if !labels.isEmpty { labels.append(UInt8(ascii: ",")) }
    SeriesWriter.write(label: escapedName, to: &labels)
    labels.append(contentsOf: escapedValue)
    labels.append(UInt8(ascii: "\""))
  }

  /// Adds a label as a message has it.
  mutating func addLabel(name: Bytes, value: Bytes) {
    var key: [UInt8] = []
    if SeriesWriter.needsEscapes(name) {
      SeriesWriter.escape(name, to: &key)
    } else {
      key.append(contentsOf: name)
    }
    if !labels.isEmpty { labels.append(UInt8(ascii: ",")) }
    key.withUnsafeBytes { SeriesWriter.write(label: $0, to: &labels) }
    SeriesWriter.escape(value, to: &labels)
    labels.append(UInt8(ascii: "\""))
  }

  /// Calls `body` with the series of the metric's name and `suffix`, and one label more.
  @inline(__always)
  mutating func series(
    _ suffix: StaticString, label: StaticString? = nil, value: String = "",
    _ body: (Bytes) -> Void
  ) {
    text.removeAll(keepingCapacity: true)
    if isQuoted { text += [UInt8(ascii: "{"), UInt8(ascii: "\"")] }
    text += name
    text.append(contentsOf: Bytes(suffix))
    if isQuoted { text.append(UInt8(ascii: "\"")) }
    let hasLabels = !labels.isEmpty || label != nil
    if hasLabels { text.append(UInt8(ascii: isQuoted ? "," : "{")) }
    text += labels
    if let label {
      if !labels.isEmpty { text.append(UInt8(ascii: ",")) }
      text.append(contentsOf: Bytes(label))
      text += [UInt8(ascii: "="), UInt8(ascii: "\"")]
      text.append(contentsOf: value.utf8)
      text.append(UInt8(ascii: "\""))
    }
    if hasLabels || isQuoted { text.append(UInt8(ascii: "}")) }
    text.withUnsafeBytes { body($0) }
  }

  /// Escapes text as label values and quoted names are.
  static func escape(_ plain: Bytes, to text: inout [UInt8]) {
    for byte in plain {
      switch byte {
      case 0x0A: text += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\\"), UInt8(ascii: "\""): text += [UInt8(ascii: "\\"), byte]
      default: text.append(byte)
      }
    }
  }

  private static func write(label name: Bytes, to text: inout [UInt8]) {
    let isQuoted = !isPlain(name)
    if isQuoted { text.append(UInt8(ascii: "\"")) }
    text.append(contentsOf: name)
    if isQuoted { text.append(UInt8(ascii: "\"")) }
    text += [UInt8(ascii: "="), UInt8(ascii: "\"")]
  }

  private static func needsEscapes(_ text: Bytes) -> Bool {
    text.contains { $0 == 0x0A || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }
  }

  /// Whether a name may stand without quotes.
  static func isPlain(_ name: Bytes) -> Bool {
    guard let first = name.first, !(first &- 0x30 < 10) else { return false }
    return name.allSatisfy {
      ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ":")
    }
  }
}
