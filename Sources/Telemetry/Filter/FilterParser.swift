/// Reads a filter expression by recursive descent; a place is an index into the characters.
struct FilterParser {
  let characters: [Character]
  var place = 0
  private var depth = 0

  private static let deepest = 64

  init(_ text: String) {
    characters = Array(text)
  }

  /// The whole expression; `nil` when the text is blank.
  mutating func parse() throws(FilterError) -> FilterNode? {
    skipBlanks()
    guard place < characters.count else { return nil }
    let node = try expression()
    skipBlanks()
    guard place < characters.count else { return node }
    throw FilterError("`)` without `(`", column: place, hint: "quote it to search for it")
  }

  private mutating func expression() throws(FilterError) -> FilterNode {
    var terms = [try term()]
    while takeKeyword("or") { terms.append(try term(after: "or")) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func term(after word: String? = nil) throws(FilterError) -> FilterNode {
    var factors = [try factor(after: word)]
    while true {
      if takeKeyword("and") {
        factors.append(try factor(after: "and"))
      } else if isAtFactor {
        factors.append(try factor(after: nil))
      } else {
        return factors.count == 1 ? factors[0] : .all(factors)
      }
    }
  }

  private var isAtFactor: Bool {
    var ahead = self
    ahead.skipBlanks()
    guard let next = ahead.peek, next != ")" else { return false }
    return !ahead.takeKeyword("or")
  }

  private mutating func factor(after word: String?) throws(FilterError) -> FilterNode {
    skipBlanks()
    guard let next = peek, next != ")" else {
      let missing = word.map { "something must follow `\($0)`" } ?? "a condition is missing"
      throw FilterError(missing, column: place)
    }
    let start = place
    if next == "(" || next == "!" || isKeyword("not") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= FilterParser.deepest else {
        throw FilterError("too deeply nested", column: place)
      }
      if takeKeyword("not") { return .not(try factor(after: "not")) }
      place += 1
      if next == "!" { return .not(try factor(after: "!")) }
      let node = try expression()
      skipBlanks()
      guard peek == ")" else {
        throw FilterError("`(` is never closed", column: start, hint: "add `)`")
      }
      place += 1
      return node
    }
    for keyword in ["and", "or"] where isKeyword(keyword) {
      throw FilterError("nothing before `\(keyword)`", column: place)
    }
    return try condition()
  }
}

extension FilterParser {
  private mutating func condition() throws(FilterError) -> FilterNode {
    if peek == "\"" { return .text(FoldedText(try quoted())) }
    if let pattern = try regularExpression() { return .pattern(pattern) }
    let start = place
    let word = takeWord()
    if let field = FilterField(rawValue: word.lowercased()), peek == ":" {
      place += 1
      return try fieldCondition(field)
    }
    if let comparison = takeOperator() {
      return try comparisonCondition(word, at: start, comparison)
    }
    if peek == ":" {
      let fields = FilterField.allCases.map(\.rawValue)
      if let hint = FilterParser.question(word, among: fields) {
        throw FilterError("unknown field `\(word)`", column: start, hint: hint)
      }
      place = start
      return .text(FoldedText(takeValue()))
    }
    if HTTPMethod.known.contains(word) { return .method(word) }
    return .text(FoldedText(word))
  }

  private mutating func comparisonCondition(
    _ word: String, at start: Int, _ comparison: FilterOperator
  ) throws(FilterError) -> FilterNode {
    guard let column = FilterColumn(rawValue: word.lowercased()) else {
      if word.isEmpty {
        throw FilterError(
          "nothing to compare before `\(comparison.rawValue)`", column: start,
          hint: "quote it to search for it")
      }
      let names = FilterColumn.allCases.map(\.rawValue)
      let hint =
        FilterParser.question(word, among: names)
        ?? "quote it to search for text, or use one of \(names.joined(separator: " "))"
      throw FilterError("unknown column `\(word)`", column: start, hint: hint)
    }
    skipBlanks()
    let numberStart = place
    let number = takeValue()
    guard !number.isEmpty else {
      throw FilterError(
        "a number must follow `\(comparison.rawValue)`", column: numberStart,
        hint: FilterParser.example(column))
    }
    let value = try FilterParser.value(number, column, at: numberStart)
    // Nothing is above 100 %: whoever writes so means percent.
    if column == .errors, comparison == .greater, value == 1, !number.hasSuffix("%") {
      throw FilterError(
        "errors is a share", column: numberStart, hint: "write 1% or a number below 1")
    }
    return .compare(column, comparison, value)
  }

  private mutating func fieldCondition(_ field: FilterField) throws(FilterError) -> FilterNode {
    let start = place
    let value = peek == "\"" ? try quoted() : takeValue()
    guard !value.isEmpty else {
      throw FilterError("a value must follow `\(field.rawValue):`", column: start)
    }
    switch field {
    case .method: return .method(value.uppercased())
    case .route: return .route(Glob(value))
    case .source: return .source(Glob(value))
    case .status:
      let digits = value.lowercased().replacing("x", with: "0")
      let isClass = digits.count == 1 || digits.count == 3
      guard isClass, let number = Int(digits), let first = digits.first?.wholeNumberValue,
        number > 0, (1...5).contains(first)
      else {
        throw FilterError("`\(value)` is not a status", column: start, hint: "write 5xx or 404")
      }
      return .statusClass(first)
    }
  }

  /// The value of `200ms` or `1%`, in seconds or as it is.
  private static func value(
    _ text: String, _ column: FilterColumn, at place: Int
  ) throws(FilterError) -> Double {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let unit = text[digits.endIndex...].lowercased()
    guard let number = Double(digits), number.isFinite else {
      throw FilterError("`\(text)` is not a number", column: place, hint: example(column))
    }
    if unit.isEmpty {
      guard column == .errors, number > 1 else {
        return column.isDuration ? number / 1000 : number
      }
      throw FilterError(
        "errors is a share", column: place, hint: "write \(digits)% or a number below 1")
    }
    let factors: [String: Double] =
      switch column {
      case .errors: ["%": 0.01]
      case .rate: ["/s": 1, "/m": 1 / 60]
      case .requests, .calls: ["k": 1000]
      default: ["ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1, "m": 60]
      }
    guard let factor = factors[unit] else {
      throw FilterError(
        "unknown unit `\(unit)`", column: place + digits.count, hint: example(column))
    }
    // A quotient, where it is exact, so that `errors=1%` means the same as `errors=0.01`.
    return factor < 1 ? number / (1 / factor).rounded() : number * factor
  }

  private static func example(_ column: FilterColumn) -> String {
    switch column {
    case .errors: "for example errors>1%"
    case .rate: "for example rate>5"
    case .requests, .calls: "for example \(column.rawValue)>=100"
    default: "for example \(column.rawValue)>200ms (ns us ms s m)"
    }
  }
}
