extension UInt8 {
  @inline(__always)
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Value of a digit; meaningless for other bytes.
  @inline(__always)
  var digit: Int { Int(self &- 0x30) }

  @inline(__always)
  var isUpper: Bool { self &- 0x41 < 26 }

  @inline(__always)
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  @inline(__always)
  var isHex: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  /// A letter, a digit or an underscore.
  @inline(__always)
  var isWord: Bool { isLetter || isDigit || self == 0x5F }

  @inline(__always)
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  @inline(__always)
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}
