import Dashboard
import TOMLKit
import Telemetry

/// A value of a TOML file that knows its place, asked for as what it should be.
struct TOMLItem {
  let value: any TOMLValueConvertible
  /// Names from the top of the file; elements of arrays are `#0`, `#1` ...
  let path: [String]
  let document: TOMLDocument

  /// Whether it is a table, of a heading or in braces.
  var isTable: Bool { value.table != nil }

  /// The last name of the path.
  var key: String { path.last ?? "" }

  /// An error about the value, or about its key.
  func error(_ message: String, at part: TOMLDocument.Part = .value) -> ConfigurationError {
    document.error(at: path, part, message)
  }

  /// The keys of a table with their values, in the order of the file; empty for anything else.
  var members: [TOMLItem] {
    guard let table = value.table else { return [] }
    return table.keys.compactMap { key in
      table[key].map { TOMLItem(value: $0, path: path + [key], document: document) }
    }.sorted { document.position(of: $0.path) < document.position(of: $1.path) }
  }

  /// The elements of an array; `nil` for anything else.
  var elements: [TOMLItem]? {
    guard let array = value.array else { return nil }
    return Array(array).enumerated().map { number, element in
      TOMLItem(value: element, path: path + ["#\(number)"], document: document)
    }
  }

  /// The member of a name.
  subscript(key: String) -> TOMLItem? {
    value.table?[key].map { TOMLItem(value: $0, path: path + [key], document: document) }
  }

  /// What is written, for messages.
  var written: String {
    if let text = value.string { return "\"\(text)\"" }
    if let number = value.int { return String(number) }
    if let number = value.double { return String(number) }
    if let flag = value.bool { return String(flag) }
    return value.table != nil ? "a section" : value.array != nil ? "a list" : "this"
  }

  func text(_ example: String = "...") throws(ConfigurationError) -> String {
    guard let text = value.string else {
      throw error("\(key) must be a text in quotes: \(key) = \"\(example)\"")
    }
    return text
  }

  /// The elements of a list of texts, whatever they are; a single text is a list of one.
  func list() throws(ConfigurationError) -> [TOMLItem] {
    if value.string != nil { return [self] }
    guard let elements else { throw error("\(key) must be a list of texts: [\"...\"]") }
    return elements
  }

  /// The text of an element of such a list.
  func listed() throws(ConfigurationError) -> String {
    guard let text = value.string else {
      let list = path.last { !$0.hasPrefix("#") } ?? ""
      throw error("\(written) is not text; \(list) is a list of texts: [\"...\"]")
    }
    return text
  }

  func flag() throws(ConfigurationError) -> Bool {
    guard let flag = value.bool else { throw error("\(key) is true or false") }
    return flag
  }

  /// One of some words, with the one that was probably meant.
  func word(among words: [String]) throws(ConfigurationError) -> String {
    let text = try text(words.first ?? "")
    guard words.contains(text) else {
      throw error("\(key) cannot be \"\(text)\"" + Spelling.hintOrNames(text, among: words))
    }
    return text
  }

  /// A whole number within limits.
  func count(_ limits: ClosedRange<Int>) throws(ConfigurationError) -> Int {
    guard let number = value.int, limits.contains(number) else {
      throw error(
        "\(written) is not valid for \(key): a whole number from \(limits.lowerBound) to "
          + "\(limits.upperBound)")
    }
    return number
  }

  /// Seconds of a text like `500ms`; a bare number is seconds.
  func seconds(_ limits: ClosedRange<Double>) throws(ConfigurationError) -> Double {
    let seconds = value.string.flatMap(DurationText.seconds) ?? number
    guard let seconds else {
      throw error("\(written) is not a duration; write \"500ms\", \"10s\", \"5m\" or \"1h\"")
    }
    guard limits.contains(seconds) else {
      let least = DurationText.written(limits.lowerBound)
      throw error(
        "\(key) is \(written); it can be \(least) to \(DurationText.written(limits.upperBound))")
    }
    return seconds
  }

  /// A share from 0 to 1, of a text like `5%`.
  func share() throws(ConfigurationError) -> Double {
    let share = value.string.flatMap(Target.Unit.share.value) ?? number
    guard let share, (0...1).contains(share) else {
      throw error("\(written) is not a share; write \"5%\" or 0.05")
    }
    return share
  }

  private var number: Double? { value.double ?? value.int.map(Double.init) }

  /// A number that is not negative.
  func amount() throws(ConfigurationError) -> Double {
    guard let number, number >= 0, number.isFinite else {
      throw error("\(written) is not valid for \(key): a number from 0 up")
    }
    return number
  }

  /// A window: a duration from 5s to 1d, or `all`.
  func window() throws(ConfigurationError) -> Window {
    if value.string == "all" { return .all }
    return .last(try seconds(Window.lengths))
  }
}
