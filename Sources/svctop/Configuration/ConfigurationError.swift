import Telemetry
import TextUI

/// What is wrong with a configuration file, as a compiler would say it.
struct ConfigurationError: Error, Hashable, CustomStringConvertible {
  var file: String
  /// From 1; 0 when the mistake has no place.
  var line: Int
  var column: Int
  /// How many characters from there on are meant.
  var length = 1
  /// What is wrong, with the text that is and what to write instead.
  var message: String
  /// The line of the file as it stands.
  var source = ""

  /// `file:line:column: message`, in one line.
  var description: String {
    let place = line > 0 ? "\(file):\(line):\(column)" : file
    return DisplayText("\(place): \(message)").string
  }

  /// The description, the line itself, and a mark under what is meant.
  ///
  ///     svctop.toml:3:10: 5 minutes is no duration; write 500ms, 10s, 5m or 1h
  ///       3 | window = "5 minutes"
  ///         |          ^^^^^^^^^^^
  var detail: String {
    guard line > 0, !source.isEmpty else { return description }
    let before = source.unicodeScalars.prefix(column - 1)
    let meant = source.unicodeScalars.dropFirst(column - 1).prefix(length)
    let indent = CellWidth.of(DisplayText(String(before)).string)
    let width = max(1, CellWidth.of(DisplayText(String(meant)).string))
    let number = String(line)
    let blank = String(repeating: " ", count: number.count)
    return """
      \(description)
        \(number) | \(DisplayText(source))
        \(blank) | \(String(repeating: " ", count: indent))\(String(repeating: "^", count: width))
      """
  }
}

/// Everything that is wrong with a configuration file, in the order of its lines; never empty.
struct ConfigurationErrors: Error, Hashable, CustomStringConvertible {
  let first: ConfigurationError
  let others: [ConfigurationError]
  /// What is only doubtful in what could be read.
  var warnings: [ConfigurationError] = []

  /// The errors in order; `nil` without any.
  init?(_ errors: [ConfigurationError]) {
    let sorted = ConfigurationErrors.inOrder(errors)
    guard let first = sorted.first else { return nil }
    self.first = first
    others = Array(sorted.dropFirst())
  }

  var all: [ConfigurationError] { [first] + others }

  /// One line: the first, and how many more there are.
  var description: String { summary(toldBy: "svctop config check") }

  /// The same, naming the command that tells all of the file.
  func summary(toldBy command: String) -> String {
    guard !others.isEmpty else { return first.description }
    return "\(first) (and \(others.count) more: \(command) \(DisplayText(first.file)))"
  }

  /// Every error and warning with its line and a mark under what is meant.
  var details: String {
    ConfigurationErrors.inOrder(all + warnings).map { $0.detail + "\n" }.joined()
  }

  /// In the order of the lines of the file; what has no place first.
  static func inOrder(_ errors: [ConfigurationError]) -> [ConfigurationError] {
    errors.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      return (a.line, a.column, left.offset) < (b.line, b.column, right.offset)
    }.map(\.element)
  }
}
