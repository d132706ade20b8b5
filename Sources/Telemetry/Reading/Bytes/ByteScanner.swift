#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A cursor over bytes: each function takes what it names and moves past it, or moves nothing.
package struct ByteScanner {
  /// All of them, those that were passed too.
  package let bytes: Bytes
  /// Offset of the next byte.
  package var position: Int

  /// A cursor at `position`.
  package init(_ bytes: Bytes, at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Whether nothing is left.
  package var isAtEnd: Bool { position >= bytes.count }

  /// The next byte, or 0 at the end.
  @inline(__always)
  package var next: UInt8 { peek(0) }

  /// What is left.
  package var rest: Bytes { bytes.from(position) }

  /// The byte `offset` places ahead, or 0 past the end.
  @inline(__always)
  package func peek(_ offset: Int) -> UInt8 {
    let place = position &+ offset
    return place < bytes.count ? bytes[place] : 0
  }

  /// Takes `byte` if it comes next.
  @inline(__always)
  package mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position &+= 1
    return true
  }

  /// Takes `text` if it comes next.
  @inline(__always)
  package mutating func take(_ text: StaticString) -> Bool {
    guard bytes.has(text, at: position) else { return false }
    position &+= text.utf8CodeUnitCount
    return true
  }

  /// Skips blanks and tabs.
  @inline(__always)
  package mutating func skipBlanks() {
    while position < bytes.count, bytes[position].isBlank { position &+= 1 }
  }

  /// Skips terminal colours, `ESC [ ... m`.
  mutating func skipColours() {
    while next == 0x1B, peek(1) == UInt8(ascii: "[") {
      position &+= 2
      while position < bytes.count, !(0x40...0x7E ~= bytes[position]) { position &+= 1 }
      if position < bytes.count { position &+= 1 }
    }
  }

  /// Skips white space, line ends included.
  mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position &+= 1 }
  }

  /// Takes the bytes before the next `byte`, and that byte.
  package mutating func upTo(_ byte: UInt8) -> Bytes? {
    guard let end = bytes.find(byte, from: position) else { return nil }
    defer { position = end &+ 1 }
    return bytes.part(position, end)
  }

  /// Takes the bar between two columns, and the blanks around it.
  mutating func takeBar() -> Bool {
    skipBlanks()
    guard take(UInt8(ascii: "|")) else { return false }
    skipBlanks()
    return true
  }

  /// Takes the bytes up to the next blank, which stays; empty at a blank or at the end.
  package mutating func word() -> Bytes {
    let start = position
    while position < bytes.count, !bytes[position].isBlank { position &+= 1 }
    return bytes.part(start, position)
  }

  /// Takes a string in double quotes and gives its raw text, escapes included.
  @inline(__always)
  package mutating func quoted() -> Bytes? {
    guard next == UInt8(ascii: "\""), let end = bytes.closingQuote(from: position &+ 1) else {
      return nil
    }
    let text = bytes.part(position &+ 1, end)
    position = end &+ 1
    return text
  }

  /// Takes exactly `count` digits.
  package mutating func digits(_ count: Int) -> Int? {
    guard bytes.count &- position >= count else { return nil }
    var value = 0
    for offset in 0..<count {
      let byte = bytes[position &+ offset]
      guard byte.isDigit else { return nil }
      value = value &* 10 &+ byte.digit
    }
    position &+= count
    return value
  }

  /// Takes a run of digits; a value over 18 digits stays at the largest of them.
  @inline(__always)
  package mutating func number() -> Int? {
    let start = position
    var value = 0
    while position < bytes.count, bytes[position].isDigit {
      value = value &* 10 &+ bytes[position].digit
      position &+= 1
    }
    guard position > start else { return nil }
    return position &- start <= 18 ? value : 999_999_999_999_999_999
  }

  /// Takes a decimal number: digits, a fraction, an exponent; a sign only in front.
  ///
  /// Correct to about 15 digits, which is what durations and epochs need; `nil` when too large.
  package mutating func decimal() -> Double? {
    let start = position
    let isNegative = take(UInt8(ascii: "-"))
    if !isNegative { _ = take(UInt8(ascii: "+")) }
    var mantissa: UInt64 = 0
    var scale = 0
    var digitCount = 0
    func add(_ byte: UInt8, isFraction: Bool) {
      digitCount &+= 1
      if mantissa < 100_000_000_000_000_000 {
        mantissa = mantissa &* 10 &+ UInt64(byte.digit)
        if isFraction { scale &-= 1 }
      } else if !isFraction {
        scale &+= 1
      }
    }
    while next.isDigit {
      add(next, isFraction: false)
      position &+= 1
    }
    if next == UInt8(ascii: "."), peek(1).isDigit {
      position &+= 1
      while next.isDigit {
        add(next, isFraction: true)
        position &+= 1
      }
    }
    guard digitCount > 0 else {
      position = start
      return nil
    }
    if next | 0x20 == UInt8(ascii: "e") { scale &+= exponent() }
    let value = scaled(Double(mantissa), by: scale)
    guard value.isFinite else {
      position = start
      return nil
    }
    return isNegative ? -value : value
  }

  /// Takes `e` and a signed number of at most four digits that counts; 0 if it is none.
  private mutating func exponent() -> Int {
    var ahead = ByteScanner(bytes, at: position &+ 1)
    let isNegative = ahead.take(UInt8(ascii: "-"))
    if !isNegative { _ = ahead.take(UInt8(ascii: "+")) }
    guard let power = ahead.number() else { return 0 }
    position = ahead.position
    return isNegative ? -min(power, 9999) : min(power, 9999)
  }
}

/// Those powers of ten that a `Double` holds exactly.
let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/// `value` times ten to `power`; infinity and zero are where they should be.
private func scaled(_ value: Double, by power: Int) -> Double {
  if power == 0 || value == 0 { return value }
  if power > 0 {
    return power < powersOfTen.count ? value * powersOfTen[power] : value * pow(10, Double(power))
  }
  return -power < powersOfTen.count ? value / powersOfTen[-power] : value * pow(10, Double(power))
}
