/// Text that grows as bytes: what logs and metrics pages are written with.
extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) {
    append(contentsOf: text.utf8)
  }

  /// Appends a whole number, filled with zeros to a width of at most 20 digits.
  mutating func append(decimal value: some BinaryInteger, width: Int = 1) {
    var rest = UInt64(clamping: value)
    var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
    var first = 20
    while rest > 0 || 20 - first < Swift.min(width, 20) {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    for place in first..<20 { append(digits[place]) }
  }

  /// Appends `1234567` as `1.234567` with six decimals, or as `1.234` with three.
  mutating func append(microsecondsAsSeconds microseconds: Int64, decimals: Int) {
    append(decimal: microseconds / 1_000_000)
    append(UInt8(ascii: "."))
    if decimals == 3 {
      append(decimal: microseconds % 1_000_000 / 1000, width: 3)
    } else {
      append(decimal: microseconds % 1_000_000, width: 6)
    }
  }

  /// Appends `1234567` as `1234.567`.
  mutating func append(microsecondsAsMilliseconds microseconds: Int64) {
    append(decimal: microseconds / 1000)
    append(UInt8(ascii: "."))
    append(decimal: microseconds % 1000, width: 3)
  }
}
