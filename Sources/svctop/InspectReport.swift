import Dashboard
import Telemetry

/// What `svctop inspect` says about a source: facts, tables and advice, as text or as JSON.
struct InspectReport {
  /// A table under a title; in JSON a list of objects.
  struct Section {
    var title: String
    /// Its key in JSON.
    var key: String
    var columns: [String]
    var rows: [[DisplayText]] = []
    /// What stands there when there are no rows; the section is left out if `nil`.
    var empty: String?
  }

  var facts: [(key: String, value: DisplayText)] = []
  var sections: [Section] = []
  var advice: [DisplayText] = []
  /// Whether the source is nothing that could be looked at, which is exit status 1.
  var isUnreadable = false

  mutating func add(_ key: String, _ value: some StringProtocol) {
    facts.append((key, DisplayText(value)))
  }

  /// For people: aligned columns, see `InspectText`.
  var text: String { InspectText.of(self) }

  /// For programs.
  var json: String {
    var members: [(key: String, value: JSONValue)] = [("schema", .integer(1))]
    members += facts.map { fact in
      // A file may be called `123`.
      let isName = fact.key == "source"
      return (
        InspectReport.key(fact.key),
        isName ? JSONValue.string(fact.value.string) : InspectReport.value(fact.value)
      )
    }
    members += sections.map { section in
      let rows = section.rows.map { row in
        JSONValue.object(
          zip(section.columns, row).map { column, cell in
            let isNumber = column == "line" || column == "lines"
            return (
              InspectReport.key(column),
              isNumber ? InspectReport.value(cell) : JSONValue.string(cell.string)
            )
          })
      }
      return (section.key, JSONValue.array(rows))
    }
    members.append(("advice", .array(advice.map { .string($0.string) })))
    return JSONValue.object(members).text
  }

  /// Whole numbers as numbers, a dash as `null`.
  private static func value(_ text: DisplayText) -> JSONValue {
    if text == "-" { return .null }
    return Int64(text.string).map { .integer($0) } ?? .string(text.string)
  }

  private static func key(_ title: String) -> String {
    String(title.map { $0 == " " ? "_" : $0 })
  }
}
