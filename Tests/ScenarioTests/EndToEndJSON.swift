import FoundationEssentials

/// Any JSON document, to look into what the program wrote.
indirect enum EndToEndJSON: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([EndToEndJSON])
  case object([String: EndToEndJSON])

  /// Reads a whole document; throws where it is not valid JSON.
  init(text: String) throws {
    self = try JSONDecoder().decode(EndToEndJSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let array = try? value.decode([EndToEndJSON].self) {
      self = .array(array)
    } else {
      self = .object(try value.decode([String: EndToEndJSON].self))
    }
  }

  /// The value of a key; `null` where there is none.
  subscript(_ key: String) -> EndToEndJSON {
    guard case .object(let members) = self else { return .null }
    return members[key] ?? .null
  }

  /// The elements of an array; none of anything else.
  var elements: [EndToEndJSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  var string: String? {
    guard case .string(let string) = self else { return nil }
    return string
  }
}
