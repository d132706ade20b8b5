/// A first line that names the columns of those below: `timestamp,method,path,status,duration_ms`.
///
/// No format of the catalogue reads such lines, but a regular expression does.
struct ColumnHeader {
  /// The expression for a line below.
  let expression: String

  private static let mostColumns = 64

  /// The columns that `line` names; `nil` for a line that names none of a request.
  init?(_ line: Bytes) {
    guard line.count < 4096, let separator = ColumnHeader.separator(in: line) else { return nil }
    let names = line.split(separator: separator, omittingEmptySubsequences: false)
    guard 3...ColumnHeader.mostColumns ~= names.count else { return nil }
    var columns: [String] = []
    var fields: [LogField] = []
    let mark = String(UnicodeScalar(separator))
    for part in names {
      let quoted = Bytes(rebasing: part).trimmed
      let isQuoted = quoted.count > 1 && quoted.first == UInt8(ascii: "\"")
      let name = isQuoted ? quoted.part(1, quoted.count - 1) : quoted
      guard ColumnHeader.isName(name) else { return nil }
      let meaning = FieldAliases.meaning(of: name)
      let value = isQuoted ? "[^\"]*" : "[^\(mark)]*"
      var column = value
      if ColumnHeader.isTaken(meaning.field), !fields.contains(meaning.field) {
        fields.append(meaning.field)
        column = "(?<\(ColumnHeader.group(name, meaning))>\(value))"
      }
      columns.append(isQuoted ? "\"\(column)\"" : column)
    }
    guard fields.contains(.target) || fields.contains(.route) || fields.contains(.request),
      fields.contains(.status) || fields.contains(.seconds)
    else { return nil }
    expression = "^" + columns.joined(separator: mark == "|" ? "\\|" : mark) + "$"
  }

  /// What stands between the columns; `nil` for a line without columns.
  private static func separator(in line: Bytes) -> UInt8? {
    let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
    return separators.first { line.find($0) != nil }
  }

  private static func isName(_ text: Bytes) -> Bool {
    guard let first = text.first, first.isLetter || first == UInt8(ascii: "_"), text.count <= 40
    else { return false }
    return text.allSatisfy {
      $0.isWord || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: " ")
    }
  }

  /// Whether a column is worth a group.
  private static func isTaken(_ field: LogField) -> Bool {
    switch field {
    case .time, .method, .target, .request, .route, .status, .seconds, .requestID, .client: true
    default: false
    }
  }

  /// The name of a column as one of a group; `ms` where it leaves the unit of a time open.
  private static func group(_ name: Bytes, _ meaning: FieldMeaning) -> String {
    if meaning.field == .seconds, meaning.unitRule == .open { return "ms" }
    return String(
      decoding: name.map { $0.isLetter || $0.isDigit ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
  }
}
