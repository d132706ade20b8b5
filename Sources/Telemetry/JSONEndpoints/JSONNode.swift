/// A JSON value as a tree, for bodies that are read a few times a minute.
package indirect enum JSONNode: Sendable {
  /// Also what is not kept: too deep, too many, or a number that is not finite.
  case null
  case bool(Bool)
  /// The value, and half of the last decimal that was written: how well it is known.
  case number(Double, uncertainty: Double)
  /// Without its escapes.
  case string(String)
  /// The elements in the order they were written.
  case array([JSONNode])
  /// Members in the order they were written.
  case object(JSONObject)

  /// A number, also one written as a string; `nil` for anything else and for NaN.
  package var number: Double? {
    switch self {
    case .number(let value, _): value
    case .string(let text):
      text.utf8.count < 40 ? Double(text).flatMap { $0.isFinite ? $0 : nil } : nil
    default: nil
    }
  }

  /// How far a number may be off because its writer rounded it.
  package var uncertainty: Double {
    if case .number(_, let uncertainty) = self { uncertainty } else { 0 }
  }

  /// The text of a string; `nil` for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The members of an object; `nil` for anything else.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// The elements of an array; `nil` for anything else.
  package var array: [JSONNode]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The value of a key; `nil` where this is no object or the key is missing.
  package subscript(key: String) -> JSONNode? { object?[key] }
}

/// The members of a JSON object in the order they were written.
package struct JSONObject: Sendable {
  /// One key with its value.
  package struct Member: Sendable {
    /// Without its escapes; not always the only one of that name.
    package var key: String
    /// What stands after the colon.
    package var value: JSONNode
  }

  /// Every pair as it was written, also those whose key comes again.
  package internal(set) var members: [Member] = []

  /// The value of a key; of several members with one key the last one counts.
  package subscript(key: String) -> JSONNode? {
    members.last { $0.key == key }?.value
  }

  /// The first of the keys that has a number.
  func number(_ keys: String...) -> Double? {
    for key in keys {
      if let number = self[key]?.number { return number }
    }
    return nil
  }
}

/// Why a body could not be read as JSON.
package enum JSONFault: Error, Hashable, Sendable {
  /// More than `limit` bytes.
  case tooLarge(limit: Int)
  /// Not JSON, or cut off.
  case broken

  /// Completes the sentence "not readable: ...".
  package var phrase: DisplayText {
    switch self {
    case .tooLarge(let limit): DisplayText("JSON of more than \(limit >> 20) MiB")
    case .broken: "broken JSON (cut off, or not JSON at all)"
    }
  }
}

extension JSONNode {
  /// Longest body that is read.
  package static let bodyLimit = 16 << 20
  /// Containers inside one another that are kept; deeper ones become `null`.
  private static let depthLimit = 32
  /// Values that are kept; the rest of a larger body is left out.
  private static let nodeLimit = 1_000_000

  /// Reads a whole body; memory is about twenty times that of the body at most.
  package init(_ body: Bytes) throws(JSONFault) {
    guard body.count <= JSONNode.bodyLimit else { throw .tooLarge(limit: JSONNode.bodyLimit) }
    let start = body.has("\u{FEFF}") ? 3 : 0
    var builder = JSONBuilder(body.from(start))
    guard let root = builder.node(depth: 0), builder.isComplete else { throw .broken }
    self = root
  }

  /// Builds nodes, keeping count of them.
  private struct JSONBuilder {
    private var scanner: JSONScanner
    private var texts = TextArena()
    private var nodes = 0

    init(_ body: Bytes) {
      scanner = JSONScanner(body)
    }

    var isComplete: Bool {
      mutating get { !scanner.isBroken && scanner.isAtEnd }
    }

    mutating func node(depth: Int) -> JSONNode? {
      guard let value = scanner.value() else { return nil }
      nodes += 1
      switch value {
      case .null: return .null
      case .bool(let value): return .bool(value)
      case .string(let raw): return .string(text(raw))
      case .number(let word):
        guard let value = ExpositionNumber.parse(word), value.isFinite else { return .null }
        return .number(value, uncertainty: JSONBuilder.uncertainty(word))
      case .object, .array:
        guard depth < JSONNode.depthLimit, nodes < JSONNode.nodeLimit else {
          scanner.skipRest()
          return scanner.isBroken ? nil : .null
        }
        if case .array = value { return elements(depth) }
        return members(depth)
      }
    }

    private mutating func elements(_ depth: Int) -> JSONNode? {
      var elements: [JSONNode] = []
      while scanner.hasElement() {
        guard let element = node(depth: depth + 1) else { return nil }
        elements.append(element)
      }
      return .array(elements)
    }

    private mutating func members(_ depth: Int) -> JSONNode? {
      var object = JSONObject()
      while let key = scanner.nextKey() {
        let name = text(key)
        guard let value = node(depth: depth + 1) else { return nil }
        object.members.append(.init(key: name, value: value))
      }
      return scanner.isBroken ? nil : .object(object)
    }

    private mutating func text(_ raw: Bytes) -> String {
      texts.begin(raw)
      return String(decoding: texts.unescaped(raw), as: UTF8.self)
    }

    /// Half of the last decimal of a number as written; 0 for whole numbers.
    private static func uncertainty(_ word: Bytes) -> Double {
      guard let point = word.find(UInt8(ascii: ".")) else { return 0 }
      var decimals = 0
      for byte in word.from(point + 1) {
        guard byte.isDigit else { return 0 }
        decimals += 1
      }
      var half = 0.5
      for _ in 0..<min(decimals, 20) { half /= 10 }
      return half
    }
  }
}
