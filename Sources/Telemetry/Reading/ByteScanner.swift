#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

extension Bytes {
  /// The empty run of bytes, which is how a record says "nothing".
  package static var none: Bytes { Bytes(start: nil, count: 0) }

  /// The bytes of our own text, for comparisons.
  init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The bytes from `start` up to `end`, which must lie inside.
  @inline(__always)
  func part(_ start: Int, _ end: Int) -> Bytes {
    guard let baseAddress, start < end else { return .none }
    return Bytes(start: baseAddress + start, count: end &- start)
  }

  /// The bytes from `start` to the end.
  @inline(__always)
  func from(_ start: Int) -> Bytes { part(start, count) }

  /// Offset of the first `byte` at or after `start`.
  @inline(__always)
  func find(_ byte: UInt8, from start: Int = 0) -> Int? {
    guard let baseAddress, start < count,
      let hit = memchr(baseAddress + start, Int32(byte), count &- start)
    else { return nil }
    return UnsafeRawPointer(hit) - baseAddress
  }

  /// Offset of the first occurrence of `text`, which is not empty, at or after `start`.
  func find(_ text: StaticString, from start: Int = 0) -> Int? {
    var place = start
    while let hit = find(text.utf8Start[0], from: place) {
      if has(text, at: hit) { return hit }
      place = hit &+ 1
    }
    return nil
  }

  /// Whether `text` stands at `start`.
  @inline(__always)
  func has(_ text: StaticString, at start: Int = 0) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let baseAddress, start >= 0, length <= count &- start else { return false }
    return memcmp(baseAddress + start, text.utf8Start, length) == 0
  }

  /// Whether `text`, given in lower case, stands at `start` in any case.
  func hasAnyCase(_ text: StaticString, at start: Int = 0) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, length <= count &- start else { return false }
    for offset in 0..<length where self[start &+ offset].lowercased != text.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether these bytes are `text`.
  func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && has(text)
  }

  /// Whether these bytes are `text`, given in lower case, in any case.
  func equalsAnyCase(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && hasAnyCase(text)
  }

  /// The same bytes without blanks and tabs at either end.
  var trimmed: Bytes {
    var start = 0
    var end = count
    while start < end, self[start].isBlank { start &+= 1 }
    while end > start, self[end &- 1].isBlank { end &-= 1 }
    return part(start, end)
  }

  /// Offset of the quote that ends a string whose text starts at `start`.
  ///
  /// A quote after an odd number of backslashes belongs to the text.
  @inline(__always)
  func closingQuote(from start: Int) -> Int? {
    guard let end = find(UInt8(ascii: "\""), from: start) else { return nil }
    if end > start, self[end &- 1] == UInt8(ascii: "\\") {
      return closingQuotePastEscapes(candidate: end, from: start)
    }
    return end
  }

  @inline(never)
  private func closingQuotePastEscapes(candidate: Int, from start: Int) -> Int? {
    var end = candidate
    while true {
      var backslashes = 0
      while end &- backslashes > start, self[end &- backslashes &- 1] == UInt8(ascii: "\\") {
        backslashes &+= 1
      }
      if backslashes & 1 == 0 { return end }
      guard let next = find(UInt8(ascii: "\""), from: end &+ 1) else { return nil }
      end = next
    }
  }

  /// The value of these bytes if all of them are digits and it fits 18 of them.
  var unsigned: Int? {
    guard count > 0, count <= 18 else { return nil }
    var value = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      value = value &* 10 &+ byte.digit
    }
    return value
  }
}

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

/// A cursor over bytes: each function takes what it names and moves past it, or moves nothing.
package struct ByteScanner {
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

  /// Takes the bytes before the next `byte`, and that byte.
  package mutating func upTo(_ byte: UInt8) -> Bytes? {
    guard let end = bytes.find(byte, from: position) else { return nil }
    defer { position = end &+ 1 }
    return bytes.part(position, end)
  }

  /// Takes the bytes up to the next blank, which stays; empty at a blank or at the end.
  package mutating func word() -> Bytes {
    let start = position
    while position < bytes.count, !bytes[position].isBlank { position &+= 1 }
    return bytes.part(start, position)
  }

  /// Takes a string in double quotes and gives its raw text, escapes included.
  package mutating func quoted() -> Bytes? {
    guard next == UInt8(ascii: "\""), let end = bytes.closingQuote(from: position &+ 1) else {
      return nil
    }
    defer { position = end &+ 1 }
    return bytes.part(position &+ 1, end)
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

private let powersOfTen: [Double] = [
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
