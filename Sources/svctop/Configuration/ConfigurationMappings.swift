import Telemetry

/// Reading `[[mapping]]`: what values of JSON endpoints mean that are not understood by themselves.
extension ConfigurationReading {
  private static let units = ["s", "ms", "us", "ns", "bytes", "kb", "mb", "gb", "percent"]
  private static let meanings =
    ["requests", "errors", "duration_sum", "duration_mean", "duration_max", "p50", "p90", "p95"]
    + ["p99", "p999"] + Signal.allCases.map { "\($0)" }

  mutating func readMappings(_ item: TOMLItem) {
    let elements = item.elements ?? []
    guard item.elements != nil, elements.allSatisfy(\.isTable) else {
      errors.append(item.error("mapping must be a list: [[mapping]]", at: .key))
      return
    }
    for (index, element) in elements.enumerated() {
      attempt { reading throws(ConfigurationError) in
        try reading.readMapping(element, number: index + 1)
      }
    }
  }

  private mutating func readMapping(
    _ item: TOMLItem, number: Int
  ) throws(ConfigurationError) {
    let keys = ConfigurationSchema.mapping.keys.map(\.name)
    for member in item.members where !keys.contains(member.key) { refuse(member, keys) }
    guard let path = try item["path"]?.text(), !path.isEmpty else {
      throw item.error("[[mapping]] number \(number) has no path", at: .key)
    }
    var rule = JSONMapping.Rule(path: path, meaning: try ConfigurationReading.meaning(item))
    if let subject = try item["subject"]?.text() { rule.subject = subject }
    rule.method = try item["method"]?.text() ?? ""
    rule.location = try item["location"]?.text() ?? ""
    rule.unit = try item["unit"]?.word(among: ConfigurationReading.units) ?? ""
    if let kind = try item["kind"]?.word(among: ["counter", "gauge"]) {
      rule.kind = JSONMapping.Kind(rawValue: kind)
    }
    configuration.mappings.append(rule)
  }

  private static func meaning(
    _ item: TOMLItem
  ) throws(ConfigurationError) -> JSONMapping.Meaning {
    guard let member = item["meaning"] else {
      throw item.error("this [[mapping]] has no meaning: meaning = \"requests\"", at: .key)
    }
    let word = try member.text("requests")
    guard let meaning = JSONMapping.Meaning(word) else {
      let hint = Spelling.nearest(word, among: meanings).map { ", did you mean \"\($0)\"?" }
      throw member.error(
        "there is no meaning \"\(word)\"" + (hint ?? "; try requests, poolInUse, p95"))
    }
    return meaning
  }
}
