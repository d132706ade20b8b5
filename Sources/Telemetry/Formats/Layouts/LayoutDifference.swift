extension LayoutPattern {
  /// The first place where `line` is not laid out like this; `nil` when it is.
  ///
  /// The column is counted in characters from 1.
  package func firstDifference(in line: Bytes) -> (column: Int, expected: DisplayText)? {
    guard let difference = difference(in: line) else { return nil }
    return (LayoutPattern.column(of: difference.place, in: line), expectation(at: difference))
  }

  /// The first place where `line` is not laid out like this, with how much of it is.
  func difference(in line: Bytes) -> Difference? {
    var values = LayoutValues()
    var record = LogRecord()
    return read(line, &values, into: &record)
  }

  /// What should stand where a line differs.
  func expectation(at difference: Difference) -> DisplayText {
    if difference.piece >= pieces.count { return "the end of the line" }
    if !difference.isLiteral { return pieces[difference.piece].field.expectation }
    let literal = literal(after: difference.piece)
    if literal.string.isEmpty { return "the end of the line" }
    if literal.string == " " { return "a blank" }
    return DisplayText("`\(literal)`")
  }

  /// The character of a byte, counted from 1.
  static func column(of place: Int, in line: Bytes) -> Int {
    var column = 1
    for byte in line.part(0, min(place, line.count)) where byte & 0xC0 != 0x80 { column += 1 }
    return column
  }
}
