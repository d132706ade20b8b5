/// A condition on rows, written as on the command line and in the dashboard's `/` prompt.
///
///     expression  := term ("or" term)*
///     term        := factor (["and"] factor)*
///     factor      := ("not" | "!") factor | "(" expression ")" | condition
///     condition   := column operator number        p95>200ms   errors>=1%   rate>5
///                  | field ":" value               status:5xx  route:/api/*  source:nginx
///                  | METHOD | "/regex/" | "\"text\"" | word
///
/// A number that is not known makes its comparison false, whatever the operator. The empty text
/// is true of every row.
package struct FilterExpression: Sendable {
  /// The expression as it was written.
  package let text: String
  private let root: FilterNode?

  /// Reads an expression.
  package init(_ text: String) throws(FilterError) {
    self.text = text
    var parser = FilterParser(text)
    root = try parser.parse()
  }

  /// Whether the expression is true of a row.
  package func matches(_ subject: some FilterSubject) -> Bool {
    root?.matches(subject) ?? true
  }

  /// All words with a meaning of their own, for completion.
  package static let completions: [String] =
    FilterColumn.allCases.map(\.rawValue) + FilterField.allCases.map { $0.rawValue + ":" }
    + ["and", "or", "not"]
}

/// What can stand before a colon.
enum FilterField: String, CaseIterable, Sendable {
  case status, route, method, source
}

/// How two numbers are compared.
enum FilterOperator: String, Sendable {
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
  case equal = "="
  case notEqual = "!="

  func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .greater: left > right
    case .greaterOrEqual: left >= right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .equal: left == right
    case .notEqual: left != right
    }
  }
}

/// A condition, or several that are joined.
indirect enum FilterNode: Sendable {
  case all([FilterNode])
  case any([FilterNode])
  case not(FilterNode)
  case text(FoldedText)
  case pattern(LinearPattern)
  case compare(FilterColumn, FilterOperator, Double)
  case statusClass(Int)
  case method(String)
  case route(Glob)
  case source(Glob)

  func matches(_ subject: some FilterSubject) -> Bool {
    switch self {
    case .all(let nodes): nodes.allSatisfy { $0.matches(subject) }
    case .any(let nodes): nodes.contains { $0.matches(subject) }
    case .not(let node): !node.matches(subject)
    case .text(let text): FilterNode.isAnyText(of: subject) { text.isContained(in: $0) }
    case .pattern(let pattern): FilterNode.isAnyText(of: subject) { pattern.isContained(in: $0) }
    case .compare(let column, let comparison, let value):
      subject.measure(column).map { !$0.isNaN && comparison.holds($0, value) } ?? false
    case .statusClass(let statusClass): subject.count(ofStatusClass: statusClass) > 0
    case .method(let method): subject.method.uppercased() == method
    case .route(let glob): glob.matches(subject.route)
    case .source(let glob): subject.sources.contains { glob.matches($0) }
    }
  }

  private static func isAnyText(
    of subject: some FilterSubject, _ isMatch: (String) -> Bool
  ) -> Bool {
    isMatch(subject.method) || isMatch(subject.route)
      || isMatch("\(subject.method) \(subject.route)") || subject.texts.contains(where: isMatch)
  }
}
