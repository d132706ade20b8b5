/// Holds the lines of one exposition to Prometheus text 0.0.4.
///
/// What `expfmt` refuses is refused, and what the specification asks beyond that: each series
/// once, the samples of a family together, histograms with a +Inf bucket that equals the count,
/// buckets and quantiles in rising order.
struct PrometheusTextCheck {
  private struct Family {
    var type: MetricType?
    var hasHelp = false
    var hasSamples = false
  }

  private var families: [String: Family] = [:]
  private var series = Set<String>()
  /// The family of the samples at hand, and those that are done.
  private var current: String?
  private var closed = Set<String>()
  private var points: [String: (point: DistributionPoint, line: Int)] = [:]
  private var quantiles: [String: Double] = [:]
  private var line = 0

  mutating func read(_ text: Bytes) throws(Flaw) {
    line += 1
    let trimmed = text.trimmed
    if trimmed.isEmpty { return }
    if trimmed.first == UInt8(ascii: "#") {
      try readComment(trimmed.from(1))
    } else {
      try readSample(StrictSample(prometheus: text))
    }
  }

  mutating func finish(isCut: Bool) throws(Flaw) {
    if isCut { throw Flaw("the last line has no end") }
    try closeFamily()
  }

  private mutating func readComment(_ text: Bytes) throws(Flaw) {
    var scanner = ByteScanner(text)
    scanner.skipBlanks()
    let keyword = scanner.word()
    let isType = keyword.equals("TYPE")
    guard isType || keyword.equals("HELP") else { return }
    scanner.skipBlanks()
    if scanner.isAtEnd { return }
    var name = StrictLabels.name(&scanner, allowsColon: true)
    if name.isEmpty, scanner.next == UInt8(ascii: "\"") {
      name = try StrictLabels.quoted(&scanner, .prometheus)
    }
    guard !name.isEmpty, scanner.isAtEnd || scanner.next.isBlank else {
      throw Flaw("no valid metric name in the comment")
    }
    scanner.skipBlanks()
    if scanner.isAtEnd { return }
    if current != name, closed.contains(name) { throw Flaw("metadata after samples of the family") }
    if isType {
      try setType(scanner.rest.trimmed, of: name)
    } else {
      if families[name]?.hasHelp == true { throw Flaw("a second HELP of the family") }
      try StrictLabels.checkEscapes(scanner.rest)
      families[name, default: Family()].hasHelp = true
    }
  }

  private mutating func setType(_ word: Bytes, of name: String) throws(Flaw) {
    let family = families[name, default: Family()]
    if family.type != nil { throw Flaw("a second TYPE of the family") }
    if family.hasSamples { throw Flaw("TYPE after samples of the family") }
    guard let type = MetricType(word),
      [.counter, .gauge, .histogram, .summary, .unknown].contains(type),
      !word.equalsAnyCase("unknown")
    else { throw Flaw("an unknown type") }
    families[name, default: Family()].type = type
  }

  private mutating func readSample(_ sample: StrictSample) throws(Flaw) {
    let (name, suffix) = family(of: sample.name)
    if name != current {
      try closeFamily()
      if closed.contains(name) { throw Flaw("samples of a family do not stand together") }
      current = name
    }
    families[name, default: Family()].hasSamples = true
    guard series.insert(sample.name + "\u{2}" + sample.key()).inserted else {
      throw Flaw("the series stands twice")
    }
    switch (families[name]?.type, suffix) {
    case (.histogram, "_bucket"): try addBucket(sample)
    case (.histogram, "_count"):
      points[sample.key(), default: (DistributionPoint(), line)].point.setCount(sample.value)
    case (.summary, ""): try addQuantile(sample)
    default: break
    }
  }

  private mutating func addBucket(_ sample: StrictSample) throws(Flaw) {
    guard let bound = OpenMetricsFamily.number(sample.labels["le"]), !bound.isNaN else {
      throw Flaw("a bucket without a number as its le label")
    }
    let key = sample.key(without: "le")
    var entry = points[key] ?? (DistributionPoint(), line)
    try entry.point.addBucket(bound: bound, count: sample.value)
    points[key] = entry
  }

  private mutating func addQuantile(_ sample: StrictSample) throws(Flaw) {
    guard let text = sample.labels["quantile"] else { return }
    guard let quantile = OpenMetricsFamily.number(text) else {
      throw Flaw("a quantile label that is not a number")
    }
    let key = sample.key(without: "quantile")
    if let last = quantiles[key], quantile <= last {
      throw Flaw("quantiles are not in rising order")
    }
    quantiles[key] = quantile
  }

  /// The family a sample belongs to: that of a histogram or summary for their suffixes.
  private func family(of sample: String) -> (name: String, suffix: String) {
    for suffix in ["_bucket", "_count", "_sum"] where sample.hasSuffix(suffix) {
      let name = String(sample.dropLast(suffix.count))
      let type = families[name]?.type
      if type == .histogram || (type == .summary && suffix != "_bucket") { return (name, suffix) }
    }
    return (sample, "")
  }

  private mutating func closeFamily() throws(Flaw) {
    guard let current else { return }
    closed.insert(current)
    for entry in points.values.sorted(by: { $0.line < $1.line }) {
      do throws(Flaw) { try entry.point.finish() } catch {
        throw Flaw(error.reason, line: entry.line)
      }
    }
    points = [:]
    quantiles = [:]
    self.current = nil
  }
}
