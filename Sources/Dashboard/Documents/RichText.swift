/// A line of text whose words may be code or strong, before it is known how it will be written.
///
/// Written as a literal: `"\(code: statement) took \(strong: "1.2 s")"`. What comes from outside must
/// be display-safe already; each writer escapes what its format would take for markup.
package struct RichText: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A stretch of text of one kind.
  package enum Run: Hashable, Sendable {
    /// Plain words.
    case text(String)
    /// Words to be taken by the letter.
    case code(String)
    /// Words to be seen first.
    case strong(String)

    /// The words alone.
    package var words: String {
      switch self {
      case .text(let words), .code(let words), .strong(let words): words
      }
    }
  }

  /// From left to right; empty for no text at all.
  package private(set) var runs: [Run] = []

  /// Plain text.
  package init(_ text: String) {
    if !text.isEmpty { runs = [.text(text)] }
  }

  /// Plain text, as a literal without interpolations.
  package init(stringLiteral value: String) { self.init(value) }

  /// The parts of a literal, as `Interpolation` has collected them.
  package init(stringInterpolation: Interpolation) { runs = stringInterpolation.runs }

  /// One text after the other.
  package static func + (left: RichText, right: RichText) -> RichText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  /// The words without their kinds.
  package var plain: String { runs.reduce(into: "") { $0 += $1.words } }

  /// Collects the parts of a literal.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var runs: [Run] = []

    /// Room for the parts of a literal.
    package init(literalCapacity: Int, interpolationCount: Int) {
      runs.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Words of the literal itself.
    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { runs.append(.text(literal)) }
    }

    /// Something that is written as plain words.
    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }

    /// A text with its kinds.
    package mutating func appendInterpolation(_ text: RichText) { runs += text.runs }

    /// Something to be taken by the letter: a route, a statement, a setting.
    package mutating func appendInterpolation(code: some CustomStringConvertible) {
      runs.append(.code(code.description))
    }

    /// Something to be seen first.
    package mutating func appendInterpolation(strong: some CustomStringConvertible) {
      runs.append(.strong(strong.description))
    }
  }
}
