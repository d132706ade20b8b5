/// Puts a pattern together, variable by variable, and refuses what could not be told apart.
struct LayoutBuilder {
  private var pieces: [LayoutPattern.Piece] = []
  private var literals: [UInt8] = []
  private var headEnd = 0

  /// Adds one byte of fixed text.
  mutating func add(literal byte: UInt8) {
    literals.append(byte)
    if pieces.isEmpty {
      headEnd = literals.count
    } else {
      let start = pieces[pieces.count - 1].literal.lowerBound
      pieces[pieces.count - 1].literal = start..<literals.count
    }
  }

  /// Adds a variable that stands at `column` of the user's text.
  ///
  /// `isDashed` says that a dash stands for it when it is empty.
  mutating func add(
    _ field: LayoutField, column: Int, isDashed: Bool = false
  ) throws(LayoutError) {
    if let last = pieces.last, last.literal.isEmpty {
      // `$uri$is_args$args` and `%U%q` are one target, and a part of a stamp has its own width.
      if field == .arguments { return joinArguments(isDashed) }
      let endsBySelf: Bool
      switch last.field {
      case .stampPart: endsBySelf = true
      case .host: endsBySelf = field == .target
      default: endsBySelf = false
      }
      guard endsBySelf else {
        throw LayoutError(
          "nothing between this variable and the one before, so that no line shows where one ends",
          column: column, hint: "put a blank between them")
      }
    }
    pieces.append(
      LayoutPattern.Piece(
        field: field == .arguments ? .skipped : field, literal: literals.count..<literals.count))
  }

  private mutating func joinArguments(_ isDashed: Bool) {
    let last = pieces.count - 1
    if isDashed, pieces[last].field == .target { pieces[last].field = .dashedTarget }
  }

  /// The pattern; a layout that says nothing about its lines is refused.
  consuming func finish(column: Int) throws(LayoutError) -> LayoutPattern {
    var before = headEnd > 0 ? literals[headEnd - 1] : 0
    for index in pieces.indices {
      let literal = pieces[index].literal
      let quote = UInt8(ascii: "\"")
      pieces[index].isQuoted =
        before == quote && !literal.isEmpty && literals[literal.lowerBound] == quote
      if !literal.isEmpty, literals[literal.lowerBound] == UInt8(ascii: " ") {
        pieces[index].holdsBlanks = pieces[index].field.mayHoldBlanks
      }
      before = literal.isEmpty ? 0 : literals[literal.upperBound - 1]
    }
    let says = pieces.contains { piece in
      switch piece.field {
      case .skipped, .host, .upstreamList, .time, .stampPart, .client, .user, .session, .agent:
        false
      default: true
      }
    }
    guard says else {
      throw LayoutError(
        "no variable that says anything about requests, statements or messages", column: column)
    }
    return LayoutPattern(pieces: pieces, literals: literals, head: 0..<headEnd)
  }
}

extension LayoutPattern {
  /// A pattern of our own: fields, each after its fixed text.
  init(_ fields: [(before: StaticString, field: LayoutField)]) {
    var layout = LayoutBuilder()
    do {
      for (before, field) in fields {
        for byte in Bytes(before) { layout.add(literal: byte) }
        try layout.add(field, column: 0)
      }
      self = try layout.finish(column: 0)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
