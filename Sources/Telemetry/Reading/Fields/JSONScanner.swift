/// A cursor over one JSON text that hands out keys and values without building anything.
///
/// Strings come raw, escapes included (see `TextArena.unescaped`). Cost: one `memchr` per string.
/// A broken text ends the walk and leaves `isBroken` set.
struct JSONScanner {
  enum Value {
    /// Raw text between the quotes.
    case string(Bytes)
    /// Digits, sign, point and exponent as written.
    case number(Bytes)
    /// `true` or `false`.
    case bool(Bool)
    case null
    /// The scanner stands just after `{`.
    case object
    /// The scanner stands just after `[`.
    case array
  }

  private(set) var isBroken = false
  /// Offset of what comes next in the text.
  var position: Int { scanner.position }
  private var scanner: ByteScanner

  /// A cursor over `text`.
  init(_ text: Bytes) {
    scanner = ByteScanner(text)
  }

  /// Whether only white space is left.
  var isAtEnd: Bool {
    mutating get {
      skipSpace()
      return scanner.isAtEnd
    }
  }

  /// The whole text.
  var text: Bytes { scanner.bytes }

  /// Where the next value begins, and whether it is a string.
  mutating func valueStart() -> (position: Int, isString: Bool) {
    skipSpace()
    return (scanner.position, scanner.next == UInt8(ascii: "\""))
  }

  /// Goes past text that is known to stand here.
  @inline(__always)
  mutating func skip(_ count: Int) {
    scanner.position &+= count
  }

  /// The raw text of the string whose quote was skipped.
  @inline(__always)
  mutating func restOfString() -> Bytes? {
    let start = scanner.position
    guard let end = scanner.bytes.closingQuote(from: start) else { return broken() }
    scanner.position = end &+ 1
    return scanner.bytes.part(start, end)
  }

  /// The next key of the object the scanner is in; `nil` after its last one, past the `}`.
  @inline(__always)
  mutating func nextKey() -> Bytes? {
    skipSpace()
    if scanner.next == UInt8(ascii: ",") {
      scanner.position &+= 1
      skipSpace()
    }
    if scanner.next == UInt8(ascii: "}") {
      scanner.position &+= 1
      return nil
    }
    guard let key = scanner.quoted() else { return broken() }
    skipSpace()
    guard scanner.take(UInt8(ascii: ":")) else { return broken() }
    return key
  }

  /// Whether the array the scanner is in has another element; at its end moves past the `]`.
  mutating func hasElement() -> Bool {
    skipSpace()
    if scanner.next == UInt8(ascii: ",") {
      scanner.position &+= 1
      skipSpace()
    }
    guard scanner.next == UInt8(ascii: "]") else { return !scanner.isAtEnd }
    scanner.position &+= 1
    return false
  }

  /// The value at the scanner; for an object or an array only its opening bracket is taken.
  @inline(__always)
  mutating func value() -> Value? {
    skipSpace()
    switch scanner.next {
    case UInt8(ascii: "\""):
      guard let text = scanner.quoted() else { return broken() }
      return .string(text)
    case UInt8(ascii: "{"):
      scanner.position &+= 1
      return .object
    case UInt8(ascii: "["):
      scanner.position &+= 1
      return .array
    default: return plainValue()
    }
  }

  /// The number at the scanner if it is digits with at most a point among them and a comma or the
  /// end of an object behind, as most are; else `nil`, and nothing is taken.
  @inline(__always)
  mutating func plainNumber() -> JSONNumber? {
    let bytes = scanner.bytes
    let start = scanner.position
    // Eighteen digits fit the mantissa.
    let limit = min(bytes.count, start &+ 19)
    var end = start
    var mantissa: UInt64 = 0
    var fraction = 0
    while end < limit {
      let byte = bytes[end]
      if byte.isDigit {
        mantissa = mantissa &* 10 &+ UInt64(byte.digit)
      } else if byte == UInt8(ascii: "."), fraction == 0, end > start {
        fraction = end &+ 1
      } else {
        guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}"), end > start, fraction < end
        else { return nil }
        scanner.position = end
        return JSONNumber(
          bytes.part(start, end), mantissa: mantissa,
          fractionDigits: fraction > 0 ? end &- fraction : 0)
      }
      end &+= 1
    }
    return nil
  }

  /// Skips the rest of the object or array that `value` has just opened.
  ///
  /// It counts brackets instead of calling itself, so depth costs nothing.
  mutating func skipRest() {
    var depth = 1
    while depth > 0 {
      switch scanner.next {
      case UInt8(ascii: "\""):
        guard scanner.quoted() != nil else {
          isBroken = true
          return
        }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth &+= 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth &-= 1
      default:
        if scanner.isAtEnd {
          isBroken = true
          return
        }
      }
      scanner.position &+= 1
    }
  }

  private mutating func plainValue() -> Value? {
    if let number = plainNumber() { return .number(number.digits) }
    let start = scanner.position
    let count = scanner.bytes.count
    var end = start
    while end < count {
      let byte = scanner.bytes[end]
      guard
        byte.isDigit || byte.isWord || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "+")
      else { break }
      end &+= 1
    }
    scanner.position = end
    let word = scanner.bytes.part(start, end)
    guard let first = word.first else { return broken() }
    if first.isDigit || (first == UInt8(ascii: "-") && word.count > 1 && word[1].isDigit) {
      return .number(word)
    }
    if word.equals("null") || word.equals("NaN") || word.equals("Infinity")
      || word.equals("-Infinity")
    {
      return .null
    }
    if word.equals("true") { return .bool(true) }
    if word.equals("false") { return .bool(false) }
    return broken()
  }

  @inline(__always)
  private mutating func skipSpace() {
    while scanner.next <= 0x20, !scanner.isAtEnd {
      guard scanner.next.isBlank || scanner.next == 0x0A || scanner.next == 0x0D else { return }
      scanner.position &+= 1
    }
  }

  @inline(never)
  private mutating func broken<Result>() -> Result? {
    isBroken = true
    return nil
  }
}
