import Telemetry

/// Names of families as they stand in an exposition.
enum FamilyNames {
  /// Endings of the samples of one histogram or summary.
  private static let parts = ["_bucket", "_sum", "_count", "_gsum", "_gcount"]

  /// Each family once, in the order they come; counters and gauges keep the name of their sample.
  static func all(in body: Bytes) -> [String] {
    var samples: [String] = []
    var known: Set<String> = []
    var typed: Set<String> = []
    for line in body.split(separator: 0x0A) {
      guard let first = line.first, first > 0x20 else { continue }
      if first == UInt8(ascii: "#") {
        let words = line.split(separator: 0x20)
        guard words.count > 2, words[1].elementsEqual("TYPE".utf8) else { continue }
        typed.insert(String(decoding: words[2], as: UTF8.self))
        continue
      }
      let name = line.prefix { $0 != UInt8(ascii: "{") && $0 > 0x20 }
      guard !name.isEmpty, name.count < 300, samples.count < 20_000 else { continue }
      let sample = String(decoding: name, as: UTF8.self)
      if known.insert(sample).inserted { samples.append(sample) }
    }
    var seen: Set<String> = []
    return samples.compactMap { sample in
      if isCreationTime(sample, known) { return nil }
      let family = family(of: sample, typed, known)
      return seen.insert(family).inserted && seen.count <= 5000 ? family : nil
    }
  }

  /// Whether a sample says when another one began, as prometheus_client writes beside each.
  private static func isCreationTime(_ sample: String, _ known: Set<String>) -> Bool {
    guard sample.hasSuffix("_created") else { return false }
    let root = String(sample.dropLast("_created".count))
    return ["", "_total", "_count"].contains { known.contains(root + $0) }
  }

  private static func family(
    of sample: String, _ typed: Set<String>, _ known: Set<String>
  ) -> String {
    if typed.contains(sample) { return sample }
    for part in parts where sample.hasSuffix(part) && sample.count > part.count {
      let root = String(sample.dropLast(part.count))
      let isWhole = known.contains(root + "_sum") && known.contains(root + "_count")
      if part == "_bucket" || isWhole || typed.contains(root) { return root }
    }
    return sample
  }

  /// Whether a family describes the program that answers, and not what it speaks of.
  static func isOfExporter(_ family: String) -> Bool {
    ["go_", "process_", "promhttp_", "python_"].contains { family.hasPrefix($0) }
  }

  /// Whether a family is the one that a decision is about, or the largest value of it.
  static func belongs(_ family: String, to decision: MetricDecision) -> Bool {
    let decided = decision.family.string
    if base(family) == base(decided) { return true }
    guard family.hasSuffix("_max") else { return false }
    let root = String(family.dropLast("_max".count))
    if case .durations = decision.use, decided == root { return true }
    return ["_sum", "_count"].contains { decided == root + $0 }
  }

  private static func base(_ name: String) -> String {
    for suffix in parts + ["_created", "_total"]
    where name.hasSuffix(suffix) && name.count > suffix.count {
      return String(name.dropLast(suffix.count))
    }
    return name
  }
}
