/// One sample name of a target, with what its series have shown so far.
package struct MetricName: Sendable {
  /// What a name is within its family.
  package enum Part: Sendable {
    /// `value` is the sample of a counter or a gauge, and of a summary's quantile.
    case value, bucket, sum, count, created
  }

  /// As exposed.
  var raw: String
  /// In Prometheus's alphabet.
  let plain: String
  /// `plain` without a final `_total`, which is how patterns compare names.
  let core: String
  /// Every label any series had, in Prometheus's alphabet, without `le` and `quantile`.
  var labels: [String] = []
  var hasQuantiles = false
  /// Hash of the label names of the series seen last; most series need no closer look.
  var labelsHash: UInt64 = 0
  var type = MetricType.unknown
  var unit: String?
  /// The family in Prometheus's alphabet, and the place of the name in it.
  var family: String
  private(set) var familyCore: String
  var part = Part.value

  init(raw: String) {
    self.raw = raw
    plain = MetricNameTranslation.metricName(raw)
    core = NamePattern.core(of: plain)
    family = plain
    familyCore = core
  }

  func has(_ label: String) -> Bool { labels.contains(label) }

  /// Finds family, part, type and unit from the `# TYPE` and `# UNIT` lines of a target.
  ///
  /// Without a `# TYPE` line the suffixes decide: `_bucket` always belongs to a histogram,
  /// `_sum` and `_count` only together.
  mutating func classify(
    types: [String: MetricType], units: [String: String], names: [String: Int]
  ) {
    func base(_ suffix: String) -> String? {
      raw.hasSuffix(suffix) ? String(raw.dropLast(suffix.count)) : nil
    }
    (family, familyCore, part, type) = (plain, core, .value, types[raw] ?? .unknown)
    unit = units[raw]
    if let root = base("_created"),
      types[root] != nil || names[root] != nil || names[root + "_total"] != nil
        || names[root + "_count"] != nil
    {
      set(root, .created, types[root] ?? .unknown, units)
    } else if types[raw] == nil, let root = base("_total"), let known = types[root] {
      (type, unit) = (known, units[root])
    } else if types[raw] == nil {
      let parts: [(String, Part)] = [
        ("_bucket", .bucket), ("_sum", .sum), ("_count", .count), ("_gsum", .sum),
        ("_gcount", .count),
      ]
      for (suffix, part) in parts {
        guard let root = base(suffix) else { continue }
        let partner = part == .sum ? "_count" : "_sum"
        if let known = types[root] {
          set(root, part, known, units)
        } else if part == .bucket || names[root + partner] != nil {
          set(root, part, names[root + "_bucket"] == nil ? .summary : .histogram, units)
        }
      }
    }
  }

  private mutating func set(
    _ root: String, _ part: Part, _ type: MetricType, _ units: [String: String]
  ) {
    family = MetricNameTranslation.metricName(root)
    familyCore = NamePattern.core(of: family)
    self.part = part
    self.type = type
    unit = units[root]
  }
}
