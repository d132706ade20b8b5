import CBytes

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

  /// Offset of the first occurrence of `text` that ends within `limit` bytes after `start`.
  func find(_ text: StaticString, from start: Int, within limit: Int) -> Int? {
    part(0, Swift.min(count, start &+ limit)).find(text, from: start)
  }

  /// The at most `limit` bytes before `end`, which must lie inside.
  func last(_ limit: Int, before end: Int) -> Bytes {
    part(Swift.max(0, end &- limit), end)
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

  /// The same bytes without white space, line ends included, at either end.
  var trimmedSpace: Bytes {
    var start = 0
    var end = count
    while start < end, self[start] <= 0x20 { start &+= 1 }
    while end > start, self[end &- 1] <= 0x20 { end &-= 1 }
    return part(start, end)
  }

  /// Offset of the quote that ends a string whose text starts at `start`.
  ///
  /// A quote after an odd number of backslashes belongs to the text.
  @inline(__always)
  func closingQuote(from start: Int) -> Int? {
    guard let end = quote(from: start) else { return nil }
    if end > start, self[end &- 1] == UInt8(ascii: "\\") {
      return closingQuotePastEscapes(candidate: end, from: start)
    }
    return end
  }

  /// The first double quote from `start` on.
  ///
  /// Most quoted fields are short: 48 bytes are looked at before `memchr` is worth its call.
  @inline(__always)
  private func quote(from start: Int) -> Int? {
    guard let base = baseAddress, start >= 0 else { return nil }
    var place = start
    while place &- start < 48, place &+ 16 <= count {
      let hit = svctop_place_in_16(base + place, UInt8(ascii: "\""))
      if hit < 16 { return place &+ hit }
      place &+= 16
    }
    return find(UInt8(ascii: "\""), from: place)
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
