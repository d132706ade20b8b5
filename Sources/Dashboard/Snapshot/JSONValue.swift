import Telemetry

/// A JSON document that keeps the order of its keys and writes `null` for what is not known.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
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
    var text = ""
    write(to: &text, indent: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indent: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += JSONValue.shortest(value)
    case .string(let value): JSONValue.quote(value, to: &text)
    case .array(let values):
      let isNested = values.contains { if case .object = $0 { true } else { false } }
      text += "["
      for (place, value) in values.enumerated() {
        if place > 0 { text += "," }
        if isNested { JSONValue.newLine(&text, indent + 1) } else if place > 0 { text += " " }
        value.write(to: &text, indent: indent + 1)
      }
      if isNested { JSONValue.newLine(&text, indent) }
      text += "]"
    case .object(let members):
      text += "{"
      for (place, member) in members.enumerated() {
        if place > 0 { text += indent == 0 ? "," : ", " }
        if indent == 0 { JSONValue.newLine(&text, 1) }
        JSONValue.quote(member.key, to: &text)
        text += ": "
        member.value.write(to: &text, indent: indent + 1)
      }
      if indent == 0 { JSONValue.newLine(&text, 0) }
      text += "}"
    }
  }

  private static func newLine(_ text: inout String, _ indent: Int) {
    text += "\n" + String(repeating: " ", count: indent)
  }

  /// The shortest text that reads back as the same number.
  private static func shortest(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == value.rounded() && abs(value) < 1e15
      ? String(Int64(value)) + ".0" : String(value)
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    let isPlain = string.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if isPlain {
      text += string
      text += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\u{00}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
