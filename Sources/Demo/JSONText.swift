/// A JSON document to be served, written without blanks as FastAPI does.
indirect enum JSONText: Hashable, Sendable {
  case null
  case bool(Bool)
  case whole(Int)
  case number(Double)
  case text(String)
  case list([JSONText])
  /// Members in the order in which they are written.
  case object([Member])

  struct Member: Hashable, Sendable {
    var key: String
    var value: JSONText
  }

  static func members(_ members: [(String, JSONText)]) -> JSONText {
    .object(members.map { Member(key: $0.0, value: $0.1) })
  }

  /// A number with so many decimals, as Python's `round` leaves it.
  static func rounded(_ value: Double, _ decimals: Int) -> JSONText {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return .number((value * scale).rounded() / scale)
  }

  var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  private func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append("null")
    case .bool(let value): output.append(value ? "true" : "false")
    case .whole(let value): output.append("\(value)")
    case .number(let value): output.append("\(value)")
    case .text(let text): JSONText.quote(text, &output)
    case .list(let values):
      output.append("[")
      for (place, value) in values.enumerated() {
        if place > 0 { output.append(",") }
        value.write(to: &output)
      }
      output.append("]")
    case .object(let members):
      output.append("{")
      for (place, member) in members.enumerated() {
        if place > 0 { output.append(",") }
        JSONText.quote(member.key, &output)
        output.append(":")
        member.value.write(to: &output)
      }
      output.append("}")
    }
  }

  private static func quote(_ text: String, _ output: inout [UInt8]) {
    output.append("\"")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { output.append("\\") }
      output.append(byte)
    }
    output.append("\"")
  }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByIntegerLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .whole(value) }
  init(dictionaryLiteral elements: (String, JSONText)...) { self = .members(elements) }
}
