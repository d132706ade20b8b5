/// A line that may be no TOML, taken apart as far as it can be: its name, its value, its quotes.
///
/// Places count from 0, in Unicode scalars.
struct TOMLLine {
  let scalars: [Unicode.Scalar]
  /// The first `=` outside of quotes.
  private(set) var equals: Int?
  /// The quote that nothing closes.
  private(set) var openQuote: Int?
  /// Where the comment begins, else the end of the line.
  private(set) var end: Int

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    end = scalars.count
    var open: Int?
    for (place, scalar) in scalars.enumerated() {
      if let start = open {
        if scalar == scalars[start], !isEscaped(place, since: start) { open = nil }
      } else if scalar == "\"" || scalar == "'" {
        open = place
      } else if scalar == "=", equals == nil {
        equals = place
      } else if scalar == "#", place == 0 || TOMLLine.isBlank(scalars[place - 1]) {
        // Text that lacks its quotes may have the sign in the midst of a word.
        end = place
        break
      }
    }
    openQuote = open
  }

  /// Whether an odd number of backslashes stands before a place, in a string that knows them.
  private func isEscaped(_ place: Int, since start: Int) -> Bool {
    guard scalars[start] == "\"" else { return false }
    let before = scalars[(start + 1)..<place].reversed().prefix { $0 == "\\" }
    return !before.count.isMultiple(of: 2)
  }

  /// The stretch without the blanks at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, TOMLLine.isBlank(scalars[start]) { start += 1 }
    while end > start, TOMLLine.isBlank(scalars[end - 1]) { end -= 1 }
    return start..<end
  }

  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// What stands before the `=`; the whole line where there is none.
  var name: Range<Int> { trimmed(0..<min(equals ?? end, end)) }

  /// What stands behind the `=`; empty where there is none.
  var value: Range<Int> {
    guard let equals, equals < end else { return end..<end }
    return trimmed(equals + 1..<end)
  }

  /// The value around a place: the element of a list or of braces, else all behind the `=`.
  func element(at stop: Int) -> (range: Range<Int>, isNested: Bool) {
    let stop = min(stop, end)
    var depth = 0
    var start = 0
    var quote: Unicode.Scalar?
    for (place, scalar) in scalars[..<stop].enumerated() {
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "[", "{":
        depth += 1
        start = place + 1
      case "]", "}": depth -= 1
      case ",", "=": if depth > 0 { start = place + 1 }
      default: break
      }
    }
    if depth == 0, let equals, equals < stop { return (value, false) }
    let close = scalars[stop..<end].firstIndex { ",]}".unicodeScalars.contains($0) } ?? end
    return (trimmed(min(start, close)..<close), true)
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
}
