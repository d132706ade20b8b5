import Telemetry
import TextUI

/// Why a text is no TOML, in words for people who do not know the notation.
///
/// The parser tells where it stopped and what it then expected; what was meant stands in the line.
/// Where that cannot be told the parser's own words have to do.
struct TOMLMistake {
  private(set) var place: TOMLPlaces.Place
  let message: String

  /// The mistake that a parser stopped at with such words.
  init(_ words: String, at stop: TOMLPlaces.Place, in lines: [String]) {
    let text = lines.indices.contains(stop.line - 1) ? lines[stop.line - 1] : ""
    let reading = Reading(words: words, line: TOMLLine(text), stop: stop.column - 1)
    place = stop
    // A parser that reads on to the end of the file counts the end of the line too.
    place.column = min(place.column, reading.line.scalars.count + 1)
    if reading.isUnclosed, let opening = TOMLMistake.openingOfLines(in: lines) {
      place = opening.place
      message = "the text is not closed: \(opening.quotes) is missing at its end"
    } else if let found = reading.found {
      message = found.message
      guard let range = found.range, !range.isEmpty else { return }
      place.column = range.lowerBound + 1
      place.length = range.count
    } else {
      message = "not TOML: " + (words.split(separator: "\n").first.map(String.init) ?? words)
    }
  }

  /// The quotes that open a text of several lines and have no others to close it.
  private static func openingOfLines(
    in lines: [String]
  ) -> (place: TOMLPlaces.Place, quotes: String)? {
    for quotes in ["\"\"\"", "'''"] {
      let places = lines.enumerated().flatMap { number, line in
        line.ranges(of: quotes).map { range in
          TOMLPlaces.Place(
            line: number + 1, column: line.unicodeScalars[..<range.lowerBound].count + 1,
            length: quotes.count)
        }
      }
      if let last = places.last, !places.count.isMultiple(of: 2) { return (last, quotes) }
    }
    return nil
  }
}

/// What is told of a mistake, and the stretch of the line that is meant.
private typealias Found = (message: String, range: Range<Int>?)

/// The line in which a parser stopped, and why it did.
private struct Reading {
  let words: String
  let line: TOMLLine
  let stop: Int

  /// Whether the end of a text in quotes was not found.
  var isUnclosed: Bool {
    guard words.contains("parsing string") || words.contains("literal string") else { return false }
    return words.contains("end-of-file")
      || words.contains("control characters") && stop >= line.scalars.count
  }

  /// What is wrong; `nil` where nobody can tell.
  var found: Found? {
    if isUnclosed { return unclosedText }
    if words.contains("escape sequence") || words.contains("unicode scalar") {
      return (#"a \ in "..." is written \\, or the text in '...'"#, nil)
    }
    if words.contains("cannot redefine"), !words.contains("' as ") { return twice }
    if words.contains("table header") { return heading }
    if words.contains("parsing array") { return list }
    if words.contains("parsing inline table") {
      return ("the } of the braces is missing in this line", nil)
    }
    if words.contains("expected '='") { return name }
    if words.contains("expected keys, tables") { return noSetting }
    if words.contains("expected value, saw") { return missingValue }
    if words.contains("pair: encountered end-of-file") {
      return line.equals == nil ? name : missingValue
    }
    if words.contains("comment or whitespace") { return more }
    let values = ["parsing value", "boolean", "floating-point", "integer", "date", "time"]
    return values.contains { words.contains($0) } ? bareText(at: stop) : nil
  }

  private var unclosedText: Found {
    guard let open = line.openQuote else { return ("the text is not closed", nil) }
    let quote = line.text(open..<open + 1)
    return ("the text is not closed: \(quote) is missing at its end", open..<line.scalars.count)
  }

  private var twice: Found? {
    guard let first = words.firstIndex(of: "'"), let last = words.lastIndex(of: "'"), first < last
    else { return nil }
    let name = words[words.index(after: first)..<last]
    return line.text(line.name).hasPrefix("[")
      ? ("[\(name)] stands twice; join the two", line.name)
      : ("\(name) is set twice", line.name)
  }

  private var heading: Found? {
    let written = line.text(line.trimmed(0..<line.end))
    let isList = written.hasPrefix("[[")
    let name = written.drop { $0 == "[" }.prefix { $0 != "]" }
    let (open, close) = isList ? ("[[", "]]") : ("[", "]")
    let range = line.trimmed(0..<line.end)
    if name.allSatisfy({ $0 == " " }) { return ("the heading has no name", range) }
    guard written.hasSuffix(close) else {
      return ("the heading is not closed: \(open)\(name)\(close)", range)
    }
    guard !Reading.isBare(String(name)), !name.contains("\"") else { return nil }
    let quoted = ConfigurationTemplate.quoted(String(name))
    return ("put a name with blanks or signs in quotes: \(open)\(quoted)\(close)", range)
  }

  private var list: Found {
    if words.contains("saw comma") { return ("there is a comma too many", nil) }
    if words.contains("end-of-file") { return ("the list is not closed: ] is missing", nil) }
    return ("a comma is missing in the list, or the ] at its end", nil)
  }

  /// A name that no `=` follows.
  private var name: Found? {
    guard line.openQuote == nil else { return ("a quote is missing", nil) }
    let written = line.text(line.name)
    if line.equals != nil {
      guard !written.contains("\"") else {
        return ("put a name with blanks or signs in quotes", line.name)
      }
      let value = line.text(line.value)
      return (
        "put a name with blanks or signs in quotes: \(Reading.quotedName(written)) = \(value)",
        line.name
      )
    }
    let name = written.prefix { Reading.isBare(String($0)) }
    let rest = written.dropFirst(name.count)
    let value = rest.drop { $0 == ":" || $0 == " " || $0 == "\t" }
    let isMarked = value.first.map { "\"'[{".contains($0) } ?? false
    let isValue = isMarked || Double(value) != nil || value == "true" || value == "false"
    // The first word of what is no setting at all is no name.
    let isName = Reading.settings.contains(String(name)) || rest.hasPrefix(":") || isValue
    guard !name.isEmpty, isName else { return noSetting }
    let suggested = isValue ? String(value) : ConfigurationTemplate.quoted(String(value))
    return ("a = is missing: \(name) = \(value.isEmpty ? "..." : suggested)", line.name)
  }

  /// A line that is neither a name with a value nor a heading.
  private var noSetting: Found {
    let range = line.trimmed(0..<line.end)
    let text = line.text(range).truncated(to: 60)
    return ("\"\(text)\" is no setting: a line is NAME = VALUE or [SECTION]", range)
  }

  /// The names of settings that there are, of whatever section.
  private static let settings = Set(
    (ConfigurationSchema.topLevel.keys + ConfigurationSchema.sections.flatMap(\.keys))
      .map(\.name))

  private var missingValue: Found? {
    guard let equals = line.equals else { return nil }
    let name = line.text(line.name)
    let rest = line.text(line.trimmed(equals + 1..<line.scalars.count))
    guard rest.hasPrefix("#") else { return ("\(name) has no value", line.name) }
    let value = ConfigurationTemplate.quoted(String(rest.prefix { $0 != " " }))
    return ("# begins a comment; put text in quotes: \(name) = \(value)", nil)
  }

  /// A value that something follows in its line.
  private var more: Found? {
    guard stop < line.end else { return nil }
    if line.scalars[stop..<line.end].contains("=") { return ("a line holds one setting", nil) }
    guard let first = line.value.first.map({ line.scalars[$0] }) else { return nil }
    switch first {
    case "\"": return (#"there is more behind the text; a " in it is written \""#, nil)
    case "'": return ("there is more behind the text", nil)
    case "[", "{": return ("there is more behind the value", nil)
    default: return bareText(at: stop)
    }
  }

  /// Text that lacks its quotes.
  private func bareText(at stop: Int) -> Found? {
    let (range, isNested) = line.element(at: stop)
    let text = line.text(range)
    guard let first = range.first.map({ line.scalars[$0] }),
      !"=[]{},".unicodeScalars.contains(first)
    else { return nil }
    let name = isNested ? "" : line.text(line.name) + " = "
    let suggested = name + ConfigurationTemplate.quoted(Reading.withoutQuotes(text))
    return ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
      ? ("write true or false; text is put in quotes: \(suggested)", range)
      : ("put text in quotes: \(suggested)", range)
  }

  /// A text without the marks at its ends that stand for quotes and are none.
  private static func withoutQuotes(_ text: String) -> String {
    let marks: Set<Character> = ["\"", "'", "`", "“", "”", "„", "‘", "’", "«", "»"]
    var text = text[...]
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last) { text.removeLast() }
    return String(text)
  }

  private static func isBare(_ name: String) -> Bool {
    name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_-.".contains(Character(scalar))
    }
  }

  /// A name in quotes, the measure of a target behind them.
  private static func quotedName(_ name: String) -> String {
    if let point = name.lastIndex(of: "."),
      Target.Measure(rawValue: String(name[name.index(after: point)...])) != nil
    {
      return ConfigurationTemplate.quoted(String(name[..<point])) + name[point...]
    }
    return ConfigurationTemplate.quoted(name)
  }
}
