/// A JSON document as read back by the tests, independent of how it was written.
enum ParsedJSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([ParsedJSON])
  case object([String: ParsedJSON])

  subscript(key: String) -> ParsedJSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  subscript(place: Int) -> ParsedJSON? {
    guard case .array(let values) = self, values.indices.contains(place) else { return nil }
    return values[place]
  }

  var keys: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.keys)
  }

  /// Reads a whole document; `nil` when it is not valid JSON or has a key twice.
  init?(_ text: String) {
    var parser = JSONParser(rest: text.unicodeScalars[...])
    guard let value = parser.value() else { return nil }
    parser.skipBlanks()
    guard parser.rest.isEmpty else { return nil }
    self = value
  }
}

/// A reader of RFC 8259 for test documents.
private struct JSONParser {
  var rest: Substring.UnicodeScalarView

  mutating func skipBlanks() {
    while let next = rest.first, " \n\r\t".unicodeScalars.contains(next) { rest.removeFirst() }
  }

  mutating func value() -> ParsedJSON? {
    skipBlanks()
    switch rest.first {
    case "{": return object()
    case "[": return array()
    case "\"": return string().map { .string($0) }
    case "t": return word("true", .bool(true))
    case "f": return word("false", .bool(false))
    case "n": return word("null", .null)
    default: return number()
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func word(_ word: String, _ value: ParsedJSON) -> ParsedJSON? {
    guard rest.starts(with: word.unicodeScalars) else { return nil }
    rest.removeFirst(word.unicodeScalars.count)
    return value
  }

  private mutating func object() -> ParsedJSON? {
    guard take("{") else { return nil }
    var members: [String: ParsedJSON] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipBlanks()
      guard let key = string(), take(":"), let value = value(), members[key] == nil else {
        return nil
      }
      members[key] = value
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> ParsedJSON? {
    guard take("[") else { return nil }
    var values: [ParsedJSON] = []
    if take("]") { return .array(values) }
    repeat {
      guard let value = value() else { return nil }
      values.append(value)
    } while take(",")
    return take("]") ? .array(values) : nil
  }

  private mutating func string() -> String? {
    guard rest.popFirst() == "\"" else { return nil }
    var text = String.UnicodeScalarView()
    while let next = rest.popFirst() {
      switch next {
      case "\"": return String(text)
      case "\\":
        guard let escaped = escape() else { return nil }
        text.append(escaped)
      case "\u{00}"..<"\u{20}": return nil
      default: text.append(next)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "\"": return "\""
    case "\\": return "\\"
    case "u":
      let digits = String(String.UnicodeScalarView(rest.prefix(4)))
      guard digits.count == 4, let value = UInt32(digits, radix: 16) else { return nil }
      rest.removeFirst(4)
      return Unicode.Scalar(value)
    default: return nil
    }
  }

  private mutating func number() -> ParsedJSON? {
    var text = String.UnicodeScalarView()
    while let next = rest.first, "+-.0123456789eE".unicodeScalars.contains(next) {
      text.append(next)
      rest.removeFirst()
    }
    let isForeign = text.first == "+" || text.first == "." || text.last == "."
    return isForeign ? nil : Double(String(text)).map { .number($0) }
  }
}
