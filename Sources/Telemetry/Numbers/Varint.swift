/// Integers in as few bytes as they need, seven bits to a byte, the lowest first (LEB128).
enum Varint {
  /// No integer of 64 bits takes more bytes.
  static let mostBytes = 10

  /// Writes `value` at `end` of `target` and moves `end` behind it.
  @inline(__always)
  static func write(_ value: UInt64, to target: UnsafeMutableRawBufferPointer, _ end: inout Int) {
    var rest = value
    while rest >= 0x80 {
      target[end] = UInt8(truncatingIfNeeded: rest) | 0x80
      end &+= 1
      rest >>= 7
    }
    target[end] = UInt8(truncatingIfNeeded: rest)
    end &+= 1
  }

  /// Reads what `write` wrote at `position` and moves `position` behind it.
  @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position &+= 1
      value |= UInt64(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
  }
}
