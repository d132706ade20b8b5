/// Which lines are shown to the formats that may yet turn up in a source.
///
/// A file's first lines need not show all that it holds, but asking every format about every line
/// would cost more than reading. So lines that nobody knows are tried a few in each batch, and those
/// that are known as mere messages once for each shape: lines of one program share a few.
struct FormatDiscovery {
  private static let unknownPerBatch = 50
  /// Messages tried in a batch, until so many were tried that hardly anything new is to be expected.
  private static let (messagesPerBatch, messagesLater, enough) = (200, 10, 2000)
  /// Bytes of a line that its shape is made of: stamp, level and who speaks.
  private static let shapeLength = 48

  private var unknownLeft = unknownPerBatch
  private var messagesLeft = messagesPerBatch
  private var tried = 0
  /// Shapes seen lately, each at the place that its hash gives it.
  private var shapes = [UInt64](repeating: 0, count: 256)

  /// Begins a batch.
  mutating func renew() {
    unknownLeft = Self.unknownPerBatch
    messagesLeft = tried < Self.enough ? Self.messagesPerBatch : Self.messagesLater
  }

  /// Whether to ask about a line that no format knows.
  mutating func wantsUnknown() -> Bool {
    guard unknownLeft > 0 else { return false }
    unknownLeft -= 1
    return true
  }

  /// Whether to ask about a line of which little is known: when none of its shape was seen lately.
  mutating func wantsMessage(_ line: Bytes) -> Bool {
    guard messagesLeft > 0 else { return false }
    let shape = Self.shape(of: line)
    let place = Int(truncatingIfNeeded: shape >> 32) & (shapes.count - 1)
    guard shapes[place] != shape else { return false }
    shapes[place] = shape
    messagesLeft -= 1
    tried += 1
    return true
  }

  /// A hash of the line's beginning in which runs of letters are alike, and runs of digits.
  private static func shape(of line: Bytes) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var last: UInt8 = 0
    for byte in line.prefix(shapeLength) {
      let kind: UInt8 =
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...:
          UInt8(ascii: "a")
        default: byte
        }
      if kind == last, kind == UInt8(ascii: "0") || kind == UInt8(ascii: "a") { continue }
      last = kind
      hash = (hash ^ UInt64(kind)) &* 0x0000_0100_0000_01B3
    }
    return hash | 1
  }
}
