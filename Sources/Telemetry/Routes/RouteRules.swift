/// Route templates that a user gives, which go before everything that is guessed.
///
///     /blog/{slug}            one segment per parameter, also `:slug` and `<slug>`
///     /files/{path...}        the rest of the path; also `**`
///     /v{version}/users       a parameter may be a part of a segment
package struct RouteRules: Sendable, Hashable {
  /// Why a rule cannot be used.
  package struct RuleError: Error, Hashable {
    package let description: DisplayText
  }

  private enum Piece: Hashable {
    case literal([UInt8])
    case parameter
    case rest
  }

  private struct Rule: Hashable {
    var text: [UInt8]
    var pieces: [Piece]
  }

  private var rules: [Rule] = []

  /// No rules.
  package init() {}

  /// The rules as written, of which the first that matches a path counts.
  package init(_ templates: [String]) throws(RuleError) {
    for template in templates { rules.append(try Self.rule(template)) }
  }

  /// Whether there are none.
  package var isEmpty: Bool { rules.isEmpty }

  /// The template of the first rule that matches `path` (without a query string).
  func template(of path: Bytes) -> [UInt8]? {
    rules.first { Self.matches(path, 0, $0.pieces[...]) }?.text
  }

  private static func matches(_ path: Bytes, _ start: Int, _ pieces: ArraySlice<Piece>) -> Bool {
    guard let piece = pieces.first else {
      return start == path.count
        || start == path.count - 1 && path[start] == UInt8(ascii: "/") && start > 0
    }
    let others = pieces.dropFirst()
    switch piece {
    case .rest: return true
    case .literal(let bytes):
      guard path.count - start >= bytes.count,
        path.part(start, start + bytes.count).elementsEqual(bytes)
      else { return false }
      return matches(path, start + bytes.count, others)
    case .parameter:
      var end = start
      while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
      guard end > start else { return false }
      // A literal that follows within the segment is looked for from its end: `{name}.json`.
      guard case .literal(let next)? = others.first, next.first != UInt8(ascii: "/") else {
        return matches(path, end, others)
      }
      while end > start {
        if matches(path, end, others) { return true }
        end -= 1
      }
      return false
    }
  }

  private static func rule(_ template: String) throws(RuleError) -> Rule {
    guard template.hasPrefix("/") else {
      throw error(template, "must begin with a slash, as in /blog/{slug}")
    }
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { pieces.append(.literal(literal)) }
      literal = []
    }
    var rest = Array(template.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "<"):
        let close = byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ">")
        guard let end = rest.firstIndex(of: close) else {
          throw error(template, "has no \(Character(UnicodeScalar(close))) for an opened parameter")
        }
        let name = rest[..<end]
        flush()
        pieces.append(takesRest(name) ? .rest : .parameter)
        rest = rest[(end + 1)...]
      case UInt8(ascii: ":") where literal.last == UInt8(ascii: "/"):
        flush()
        pieces.append(.parameter)
        rest = rest.drop { $0 != UInt8(ascii: "/") }
      case UInt8(ascii: "*"):
        flush()
        let isRest = rest.first == UInt8(ascii: "*")
        if isRest { rest.removeFirst() }
        pieces.append(isRest ? .rest : .parameter)
      default: literal.append(byte)
      }
    }
    flush()
    if let place = pieces.firstIndex(of: .rest), place < pieces.count - 1 {
      throw error(template, "has something after the parameter that takes the rest")
    }
    if pieces.count > 32 { throw error(template, "has too many parameters") }
    return Rule(text: Array(template.utf8), pieces: pieces)
  }

  /// Whether a parameter takes the rest: `path...`, `path:path` of Starlette, `path:x` of Flask.
  private static func takesRest(_ name: ArraySlice<UInt8>) -> Bool {
    name.suffix(3).elementsEqual("...".utf8) || name.suffix(5).elementsEqual(":path".utf8)
      || name.starts(with: "path:".utf8)
  }

  private static func error(_ template: String, _ reason: String) -> RuleError {
    RuleError(description: DisplayText("route rule \(template): it \(reason)"))
  }
}
