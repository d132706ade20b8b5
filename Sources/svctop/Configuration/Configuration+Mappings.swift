import TOMLKit
import Telemetry

extension Configuration {
  private static let keys = ["path", "meaning", "subject", "method", "unit", "kind", "location"]
  private static let units = ["s", "ms", "us", "ns", "bytes", "kb", "mb", "gb", "percent"]

  /// Reads `[[mapping]]`: what values of JSON endpoints mean that are not understood by themselves.
  mutating func readMappings(_ document: TOMLDocument) throws(ConfigurationError) {
    guard let value = document.root["mapping"] else { return }
    let tables = value.array.map { Array($0).compactMap(\.table) } ?? []
    guard let array = value.array, tables.count == array.count else {
      throw document.error(at: "mapping", of: nil, "mapping must be a list: [[mapping]]")
    }
    for (index, table) in tables.enumerated() {
      mappings.append(try Configuration.rule(in: table, index, document))
    }
  }

  private static func rule(
    in table: TOMLTable, _ index: Int, _ document: TOMLDocument
  ) throws(ConfigurationError) -> JSONMapping.Rule {
    func text(_ key: String) throws(ConfigurationError) -> String? {
      try document.text(key, in: table, of: "mapping", occurrence: index)
    }
    func error(_ key: String, _ message: String) -> ConfigurationError {
      document.error(at: key, of: "mapping", occurrence: index, message)
    }
    try document.check(table, of: "mapping", occurrence: index, keys: keys)
    guard let path = try text("path"), !path.isEmpty else {
      throw error("mapping", "[[mapping]] number \(index + 1) has no path")
    }
    let word = try text("meaning") ?? ""
    guard let meaning = JSONMapping.Meaning(word) else {
      let known = Signal.allCases.map { "\($0)" } + ["requests", "errors", "duration_sum", "p95"]
      let hint = Spelling.nearest(word, among: known).map { ", did you mean \"\($0)\"?" }
      throw error(
        "meaning", "there is no meaning \"\(word)\"" + (hint ?? "; try requests, poolInUse, p95"))
    }
    var rule = JSONMapping.Rule(path: path, meaning: meaning)
    if let subject = try text("subject") { rule.subject = subject }
    rule.method = try text("method") ?? ""
    rule.location = try text("location") ?? ""
    rule.unit = try text("unit") ?? ""
    guard rule.unit.isEmpty || units.contains(rule.unit) else {
      throw error(
        "unit", "there is no unit \"\(rule.unit)\"; there are \(units.joined(separator: ", "))")
    }
    if let kind = try text("kind") {
      rule.kind = JSONMapping.Kind(rawValue: kind)
      guard rule.kind != nil else { throw error("kind", "kind is \"counter\" or \"gauge\"") }
    }
    return rule
  }
}
