/// A number of a JSON text, with its value where it is written plainly.
struct JSONNumber {
  /// Digits, sign, point and exponent as written.
  let digits: Bytes
  /// All digits, without the point.
  private let mantissa: UInt64
  /// Digits after the point; negative where the number is not written plainly.
  private let fractionDigits: Int

  /// A number in any spelling.
  init(_ digits: Bytes) {
    self.digits = digits
    mantissa = 0
    fractionDigits = -1
  }

  /// A number that is digits, at most eighteen, with at most a point among them.
  @inline(__always)
  init(_ digits: Bytes, mantissa: UInt64, fractionDigits: Int) {
    self.digits = digits
    self.mantissa = mantissa
    self.fractionDigits = fractionDigits
  }

  /// The value of a number without sign, point and exponent; `nil` where it has more than eighteen
  /// digits.
  @inline(__always)
  var unsigned: Int? {
    fractionDigits == 0 ? Int(truncatingIfNeeded: mantissa) : digits.unsigned
  }

  /// The value; `nil` where it is too large.
  @inline(__always)
  var decimal: Double? {
    if fractionDigits == 0 { return Double(mantissa) }
    if fractionDigits > 0 { return Double(mantissa) / powersOfTen[fractionDigits] }
    var scanner = ByteScanner(digits)
    guard let value = scanner.decimal(), scanner.isAtEnd else { return nil }
    return value
  }

  /// Digits after the point; negative where there is an exponent.
  @inline(__always)
  var decimals: Int { fractionDigits >= 0 ? fractionDigits : writtenDecimals }

  private var writtenDecimals: Int {
    if isWhole { return 0 }
    guard digits.find(UInt8(ascii: "e")) == nil, let point = digits.find(UInt8(ascii: ".")) else {
      return -1
    }
    return digits.count &- point &- 1
  }

  /// Whether it has no point and no exponent.
  @inline(__always)
  var isWhole: Bool {
    if fractionDigits >= 0 { return fractionDigits == 0 }
    return digits.find(UInt8(ascii: ".")) == nil && digits.find(UInt8(ascii: "e")) == nil
  }
}
