/// How lines are laid out: fixed text and the fields between it.
///
///     $remote_addr - $remote_user [$time_local] "$request" $status
///     └─ field ──┘└┬┘└─ field ──┘└┤└─ field ─┘└┬┘└ field ┘└┤└ field, to the end of the line
///               literal        literal      literal     literal
///
/// A field ends where the literal after it is found for the first time; a stamp or a request that
/// a blank ends, behind its own blanks. Cost of a line: about one `memchr` a field; nothing is allocated.
package struct LayoutPattern: Sendable {
  /// A field and the literal that ends it.
  struct Piece: Sendable {
    var field: LayoutField
    /// The literal after the field, as a range of `literals`; empty for the last field.
    var literal: Range<Int>
    /// Whether the field stands in double quotes, in which a backslash may escape a quote.
    var isQuoted = false
    /// Whether a blank ends the field, which may hold blanks itself.
    var holdsBlanks = false
  }

  /// Where and why a line is not laid out like this.
  struct Difference: Equatable {
    /// Offset of the first byte that does not fit.
    var place: Int
    /// Fields of a certain shape that fitted before it.
    var typedFields: Int
    /// The piece that does not fit; -1 for the text before the first field.
    var piece: Int
    /// Whether the literal of the piece is missing rather than its field wrong.
    var isLiteral: Bool
  }

  private(set) var pieces: [Piece]
  private let literals: [UInt8]
  private let head: Range<Int>
  /// Whether lines are about requests.
  let isAboutRequests: Bool
  /// Whether the time of the upstream is all that is known of how long a request took.
  let hasUpstreamTimeOnly: Bool
  /// Whether stamps say when a request came, as Apache's do, rather than when it was answered.
  var isStampedAtStart = false

  /// A pattern that no line fits.
  init() {
    self.init(pieces: [], literals: [], head: 0..<0)
  }

  init(pieces: [Piece], literals: [UInt8], head: Range<Int>) {
    self.literals = literals
    self.head = head
    self.pieces = LayoutPattern.settled(pieces)
    let fields = self.pieces.map(\.field)
    isAboutRequests = fields.contains {
      $0.isAboutRequests
    }
    hasUpstreamTimeOnly =
      fields.contains(.upstreamSeconds)
      && !fields.contains { if case .seconds = $0 { true } else { false } }
  }

  /// Whether no line fits because there is nothing to read.
  var isEmpty: Bool { pieces.isEmpty }

  /// Leaves of several fields that say the same only the best one.
  private static func settled(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces
    for (index, piece) in pieces.enumerated() {
      guard let own = piece.field.standing else { continue }
      let isBeaten = pieces.enumerated().contains { other, rival in
        guard let standing = rival.field.standing, standing.group == own.group else { return false }
        return standing.rank < own.rank || (standing.rank == own.rank && other < index)
      }
      if isBeaten { pieces[index].field = piece.field.isList ? .upstreamList : .skipped }
    }
    return pieces
  }

  /// Reads a line into `record`; `nil` when it fits, else the first place that does not.
  func read(
    _ line: Bytes, _ values: inout LayoutValues, into record: inout LogRecord
  ) -> Difference? {
    literals.withUnsafeBytes { literals in
      var place = head.count
      var typed = 0
      guard !pieces.isEmpty, line.has(literals.part(head.lowerBound, head.upperBound), at: 0) else {
        return Difference(place: 0, typedFields: 0, piece: -1, isLiteral: true)
      }
      for index in pieces.indices {
        let piece = pieces[index]
        let literal = literals.part(piece.literal.lowerBound, piece.literal.upperBound)
        if case .stampPart(let part) = piece.field {
          guard let end = values.take(part, line, at: place) else {
            return Difference(place: place, typedFields: typed, piece: index, isLiteral: false)
          }
          place = end
          guard line.has(literal, at: place) else {
            return Difference(place: place, typedFields: typed, piece: index, isLiteral: true)
          }
        } else {
          guard let end = LayoutPattern.end(of: piece, in: line, from: place, literal, &values)
          else {
            return unended(index, line, from: place, typed, &values)
          }
          guard values.set(piece.field, line.part(place, end), &record) else {
            return Difference(place: place, typedFields: typed, piece: index, isLiteral: false)
          }
          place = end
        }
        if piece.field.isTyped { typed &+= 1 }
        place &+= literal.count
      }
      guard place == line.count else {
        return Difference(
          place: place, typedFields: typed, piece: pieces.count, isLiteral: true)
      }
      return nil
    }
  }

  /// Where a field ends that starts at `start`; `nil` when the literal after it is missing.
  @inline(__always)
  private static func end(
    of piece: Piece, in line: Bytes, from start: Int, _ literal: Bytes,
    _ values: inout LayoutValues
  ) -> Int? {
    if piece.holdsBlanks, let end = values.end(of: piece.field, line, from: start),
      line.has(literal, at: end)
    {
      return end
    }
    guard let first = literal.first else {
      guard piece.field == .host else { return line.count }
      var end = start
      while end < line.count, line[end] != UInt8(ascii: "/"), !line[end].isBlank { end &+= 1 }
      return end
    }
    var search = start
    while true {
      let hit =
        piece.isQuoted ? line.closingQuote(from: search) : line.find(first, from: search)
      guard let hit else { return nil }
      if line.has(literal, at: hit), !piece.field.isList || !isInsideList(line, from: start, hit) {
        return hit
      }
      search = hit &+ 1
    }
  }

  /// Whether the blank or colon at `place` separates two parts of a list rather than two fields.
  private static func isInsideList(_ line: Bytes, from start: Int, _ place: Int) -> Bool {
    guard place > start else { return false }
    if line[place] == UInt8(ascii: ":") { return line.has(" : ", at: place &- 1) }
    guard line[place] == UInt8(ascii: " ") else { return false }
    if line[place &- 1] == UInt8(ascii: ",") { return true }
    if line.has(" : ", at: place) { return true }
    return place &- 2 > start && line.has(" : ", at: place &- 2)
  }

  /// What is wrong with a field after which the literal is missing.
  @inline(never)
  private func unended(
    _ index: Int, _ line: Bytes, from start: Int, _ typedFields: Int, _ values: inout LayoutValues
  ) -> Difference {
    let piece = pieces[index]
    var place = line.count
    var isLiteral = true
    if piece.field == .time {
      let end = values.endOfStamp(line, from: start)
      isLiteral = end != nil
      place = end ?? start
    } else if !piece.isQuoted {
      var scanner = ByteScanner(line, at: start)
      _ = scanner.word()
      place = scanner.position
    }
    return Difference(
      place: place, typedFields: typedFields, piece: index, isLiteral: isLiteral)
  }

  /// How far a line fits when the field that does not is left out of account.
  func reach(in line: Bytes, past difference: Difference) -> Int {
    guard pieces.indices.contains(difference.piece), !difference.isLiteral else { return 0 }
    var lenient = self
    lenient.pieces[difference.piece].field = .skipped
    return lenient.difference(in: line)?.place ?? line.count + 1
  }

  /// The text of a literal, for a user.
  func literal(after piece: Int) -> DisplayText {
    let range = piece < 0 ? head : piece < pieces.count ? pieces[piece].literal : 0..<0
    return DisplayText(String(decoding: literals[range], as: UTF8.self))
  }
}

extension Bytes {
  /// Whether `text` stands at `start`.
  @inline(__always)
  func has(_ text: Bytes, at start: Int) -> Bool {
    guard start >= 0, text.count <= count &- start else { return false }
    for offset in 0..<text.count where self[start &+ offset] != text[offset] { return false }
    return true
  }
}
