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
    for (index, element) in elements.enumerated() { readMapping(element, number: index + 1) }
  }

  private mutating func readMapping(_ item: TOMLItem, number: Int) {
    let known = errors.count
    let keys = ConfigurationSchema.mapping.keys.map(\.name)
    for member in item.members where !keys.contains(member.key) { refuse(member, keys) }
    var rule = JSONMapping.Rule(path: "", meaning: .requests)
    // Each field is read whatever is wrong with another, so that all mistakes are told at once.
    attempt { _ throws(ConfigurationError) in
      rule.path = try ConfigurationReading.path(of: item, number: number)
    }
    attempt { _ throws(ConfigurationError) in rule.meaning = try ConfigurationReading.meaning(item)
    }
    if let subject = text("subject", of: item) { rule.subject = subject }
    rule.method = text("method", of: item) ?? ""
    rule.location = text("location", of: item) ?? ""
    rule.unit = word("unit", of: item, among: ConfigurationReading.units) ?? ""
    if let kind = word("kind", of: item, among: ["counter", "gauge"]) {
      rule.kind = JSONMapping.Kind(rawValue: kind)
    }
    if errors.count == known { configuration.mappings.append(rule) }
  }

  private static func path(of item: TOMLItem, number: Int) throws(ConfigurationError) -> String {
    if let path = try item["path"]?.text(), !path.isEmpty { return path }
    throw item.error("[[mapping]] number \(number) has no path", at: .key)
  }

  private mutating func text(_ key: String, of item: TOMLItem) -> String? {
    guard let member = item[key] else { return nil }
    var text: String?
    attempt { _ throws(ConfigurationError) in text = try member.text() }
    return text
  }

  private mutating func word(_ key: String, of item: TOMLItem, among words: [String]) -> String? {
    guard let member = item[key] else { return nil }
    var word: String?
    attempt { _ throws(ConfigurationError) in word = try member.word(among: words) }
    return word
  }

  private static func meaning(
    _ item: TOMLItem
  ) throws(ConfigurationError) -> JSONMapping.Meaning {
    guard let member = item["meaning"] else {
      throw item.error("this [[mapping]] has no meaning: meaning = \"requests\"", at: .key)
    }
    let word = try member.text("requests")
    guard let meaning = JSONMapping.Meaning(word) else {
      throw member.error(
        "there is no meaning \"\(word)\""
          + Spelling.hint(word, among: meanings, otherwise: "; try requests, poolInUse, p95"))
    }
    return meaning
  }
}
