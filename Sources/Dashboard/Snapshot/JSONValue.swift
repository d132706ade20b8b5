import Telemetry

/// A JSON document that keeps the order of its keys and writes `null` for what is not known.
package enum JSONValue: Sendable {
  /// What is not known; the key of such a member is written all the same.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// Written without a point.
  case integer(Int64)
  /// Written with a point or an exponent; what is not finite becomes `null`.
  case number(Double)
  /// Unescaped; control characters and quotes are escaped when it is written.
  case string(String)
  /// On one line, unless it holds an object.
  case array([JSONValue])
  /// In the order given; nobody checks that each key stands there once.
  case object([(key: String, value: JSONValue)])

  /// A number, or `null` when it is not known or not finite.
  static func optional(_ value: Double?) -> JSONValue {
    value.map { $0.isFinite ? .number($0) : .null } ?? .null
  }

  /// A whole number, or `null`.
  static func optional(_ value: UInt64?) -> JSONValue {
    value.map { .integer(Int64(clamping: $0)) } ?? .null
  }

  /// Milliseconds with three decimals, or `null`.
  static func milliseconds(_ seconds: Double?) -> JSONValue {
    optional(seconds.map { ($0 * 1_000_000).rounded() / 1000 })
  }

  static func text(_ text: DisplayText?) -> JSONValue {
    text.map { .string($0.string) } ?? .null
  }

  static func time(_ time: Timestamp) -> JSONValue { .string(CalendarTime(time).rfc3339) }

  /// The document as text, objects and arrays of objects on lines of their own.
  package var text: String {
    var text = UTF8Text()
    write(to: &text, indent: 0)
    text.add("\n")
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func write(to text: inout UTF8Text, indent: Int) {
    switch self {
    case .null: text.add("null")
    case .bool(let value): text.add(value ? "true" : "false")
    case .integer(let value): text.append(String(value))
    case .number(let value): text.append(JSONValue.shortest(value))
    case .string(let value): text.addQuoted(value)
    case .array(let values):
      let isNested = values.contains { if case .object = $0 { true } else { false } }
      text.add("[")
      for (place, value) in values.enumerated() {
        if place > 0 { text.add(",") }
        if isNested { text.addLine(indent + 1) } else if place > 0 { text.add(" ") }
        value.write(to: &text, indent: indent + 1)
      }
      if isNested { text.addLine(indent) }
      text.add("]")
    case .object(let members):
      text.add("{")
      for (place, member) in members.enumerated() {
        if place > 0 { text.add(indent == 0 ? "," : ", ") }
        if indent == 0 { text.addLine(1) }
        text.addQuoted(member.key)
        text.add(": ")
        member.value.write(to: &text, indent: indent + 1)
      }
      if indent == 0 { text.addLine(0) }
      text.add("}")
    }
  }

  /// The shortest text that reads back as the same number.
  private static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == value.rounded() && abs(value) < 1e15
      ? String(Int64(value)) + ".0" : String(value)
  }
}

/// Text that grows as bytes: adding a few to a `String` costs several times as much.
private struct UTF8Text {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ literal: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func addLine(_ indent: Int) {
    add("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  mutating func addQuoted(_ text: String) {
    add("\"")
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if isPlain { append(text) } else { addEscaped(text) }
    add("\"")
  }

  private mutating func addEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): add("\\\"")
      case UInt8(ascii: "\\"): add("\\\\")
      case 0x00..<0x20:
        let digits = String(byte, radix: 16)
        add("\\u")
        append(String(repeating: "0", count: 4 - digits.count) + digits)
      default: bytes.append(byte)
      }
    }
  }
}
