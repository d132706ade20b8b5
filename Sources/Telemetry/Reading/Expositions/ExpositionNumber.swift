/// The numbers of an exposition: Go's `ParseFloat` spellings without hexadecimals and `_`.
package enum ExpositionNumber {
  /// Reads a plain decimal from `position` on, and moves `position` past it.
  ///
  /// Returns `nil` for what a table of powers cannot give exactly (more than 15 digits, large
  /// exponents, `NaN`, `+Inf`) and for what is no number; `parse` settles those. One pass over
  /// the digits, nothing is allocated.
  @inline(__always)
  static func scan(
    _ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int
  ) -> Double? {
    var at = position
    guard at < end else { return nil }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    var mantissa: UInt64 = 0
    let start = at
    while at < end, bytes[at] &- 0x30 < 10 {
      mantissa = mantissa &* 10 &+ UInt64(bytes[at] &- 0x30)
      at += 1
    }
    var digits = at - start
    var exponent = 0
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      let fraction = at
      while at < end, bytes[at] &- 0x30 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(bytes[at] &- 0x30)
        at += 1
      }
      digits += at - fraction
      exponent = fraction - at
    }
    guard digits > 0, digits <= 15 else { return nil }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      guard let written = scanExponent(bytes, &at, end) else { return nil }
      exponent += written
    }
    guard exponent >= -22, exponent <= 22 else { return nil }
    var value = Double(mantissa)
    if exponent < 0 { value /= powersOfTen[-exponent] }
    if exponent > 0 { value *= powersOfTen[exponent] }
    position = at
    return isNegative ? -value : value
  }

  private static func scanExponent(
    _ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int
  ) -> Int? {
    var at = position + 1
    guard at < end else { return nil }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    let start = at
    var exponent = 0
    while at < end, bytes[at] &- 0x30 < 10, at - start < 4 {
      exponent = exponent * 10 + Int(bytes[at] &- 0x30)
      at += 1
    }
    guard at > start, at - start < 4 else { return nil }
    position = at
    return isNegative ? -exponent : exponent
  }

  /// The value of a whole token, or `nil` when it is no number.
  package static func parse(_ token: Bytes) -> Double? {
    guard let base = token.baseAddress, !token.isEmpty, token.count < 400 else { return nil }
    let bytes = base.assumingMemoryBound(to: UInt8.self)
    var position = 0
    if let value = scan(bytes, &position, token.count), position == token.count { return value }
    var hasDigit = false
    var isPlain = true
    for byte in token {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        break
      default: isPlain = false
      }
    }
    let text = String(decoding: token, as: UTF8.self)
    if isPlain { return hasDigit ? Double(text) : nil }
    switch text.lowercased() {
    case "nan", "+nan", "-nan": return .nan
    case "inf", "+inf", "infinity", "+infinity": return .infinity
    case "-inf", "-infinity": return -.infinity
    default: return nil
    }
  }

  /// Exact powers of ten: a product or quotient with one of them is rounded once only.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
