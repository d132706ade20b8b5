/// One metric family of an OpenMetrics exposition while it is read.
struct OpenMetricsFamily {
  let name: String
  /// The line it began at.
  let line: Int
  private var type: MetricType?
  private var unit: String?
  private var hasHelp = false
  private(set) var hasSamples = false
  private var group: String?
  private var closedGroups = Set<String>()
  private var timestamp: Double?
  private var seriesOfPoint = Set<String>()
  private var point: DistributionPoint?

  init(name: String, line: Int) {
    self.name = name
    self.line = line
  }

  /// Every name that its samples, or those of its type, may have.
  var sampleNames: [String] {
    Array(Set(OpenMetricsFamily.suffixes(type ?? .unknown) + [""])).map { name + $0 }
  }

  func owns(_ sample: String) -> Bool {
    sample.hasPrefix(name)
      && OpenMetricsFamily.suffixes(type ?? .unknown).contains(String(sample.dropFirst(name.count)))
  }

  private static func suffixes(_ type: MetricType) -> [String] {
    switch type {
    case .counter: ["_total", "_created"]
    case .summary: ["", "_count", "_sum", "_created"]
    case .histogram: ["_count", "_sum", "_bucket", "_created"]
    case .gaugeHistogram: ["_gcount", "_gsum", "_bucket"]
    case .info: ["_info"]
    case .gauge, .stateSet, .unknown: [""]
    }
  }

  mutating func setHelp(_ text: Bytes) throws(Flaw) {
    if hasHelp { throw Flaw("a second HELP of the family") }
    hasHelp = true
    var at = 0
    while at < text.count {
      if text[at] == UInt8(ascii: "\"") { throw Flaw("a double quote in HELP must be escaped") }
      if text[at] == UInt8(ascii: "\\"), at + 1 == text.count {
        throw Flaw("a backslash at the end of HELP")
      }
      at += text[at] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  mutating func setType(_ word: Bytes) throws(Flaw) {
    if type != nil { throw Flaw("a second TYPE of the family") }
    let isLower = word.allSatisfy { $0 &- 0x61 < 26 }
    guard isLower, !word.equals("untyped"), let type = MetricType(word) else {
      throw Flaw("an unknown type")
    }
    self.type = type
  }

  mutating func setUnit(_ word: Bytes) throws(Flaw) {
    if unit != nil { throw Flaw("a second UNIT of the family") }
    guard word.allSatisfy({ StrictLabels.isNameByte($0, isFirst: false, true) }) else {
      throw Flaw("a unit with a character that a name may not have")
    }
    let unit = String(decoding: word, as: UTF8.self)
    if !unit.isEmpty, !name.hasSuffix("_" + unit) {
      throw Flaw("the unit is not the end of the family's name")
    }
    self.unit = unit
  }

  mutating func add(_ sample: StrictSample) throws(Flaw) {
    hasSamples = true
    let suffix = String(sample.name.dropFirst(name.count))
    try checkLabels(sample, suffix)
    try checkValue(sample, suffix)
    try checkExemplar(sample, suffix)
    try place(sample)
    try addToPoint(sample, suffix)
  }

  /// Checks that a metric's samples stand together, with times that do not go back.
  private mutating func place(_ sample: StrictSample) throws(Flaw) {
    let own: String? =
      switch type {
      case .summary: "quantile"
      case .histogram, .gaugeHistogram: "le"
      case .stateSet: name
      default: nil
      }
    let group = sample.key(without: own)
    let series = sample.name + "\u{2}" + sample.key()
    if group != self.group {
      try closePoint()
      if let old = self.group { closedGroups.insert(old) }
      if closedGroups.contains(group) { throw Flaw("samples of a metric do not stand together") }
      self.group = group
      timestamp = sample.timestamp
      seriesOfPoint = [series]
      return
    }
    if (timestamp == nil) != (sample.timestamp == nil) {
      throw Flaw("a metric has samples with and without a time stamp")
    }
    if let earlier = timestamp, let time = sample.timestamp {
      if time < earlier { throw Flaw("time stamps of a metric go back") }
      if time > earlier {
        try closePoint()
        timestamp = time
        seriesOfPoint = []
      }
      seriesOfPoint.insert(series)
    } else if !seriesOfPoint.insert(series).inserted {
      throw Flaw("the series stands twice")
    }
  }

  private mutating func addToPoint(_ sample: StrictSample, _ suffix: String) throws(Flaw) {
    guard type == .histogram || type == .gaugeHistogram else { return }
    var point = self.point ?? DistributionPoint()
    switch suffix {
    case "_bucket":
      let bound = OpenMetricsFamily.number(sample.labels["le"]) ?? .nan
      try point.addBucket(bound: bound, count: sample.value)
    case "_count", "_gcount": point.setCount(sample.value)
    case "_sum", "_gsum": point.setSum(sample.value)
    default: break
    }
    self.point = point
  }

  private mutating func closePoint() throws(Flaw) {
    try point?.finishStrictly(isGauge: type == .gaugeHistogram)
    point = nil
  }

  mutating func close() throws(Flaw) {
    try closePoint()
    if type == .info || type == .stateSet, unit?.isEmpty == false {
      throw Flaw("a family of type info or stateset must have no unit", line: line)
    }
  }
}

extension OpenMetricsFamily {
  static func number(_ text: String?) -> Double? {
    guard var text else { return nil }
    return text.withUTF8 { StrictNumber.openMetrics(Bytes($0)) }
  }

  private func checkLabels(_ sample: StrictSample, _ suffix: String) throws(Flaw) {
    switch (type, suffix) {
    case (.histogram, "_bucket"), (.gaugeHistogram, "_bucket"):
      guard let bound = OpenMetricsFamily.number(sample.labels["le"]), !bound.isNaN,
        bound < .infinity || sample.labels["le"] == "+Inf"
      else { throw Flaw("a bucket without a valid le label") }
    case (.histogram, _), (.gaugeHistogram, _):
      if sample.labels["le"] != nil { throw Flaw("a le label on a sample that is not a bucket") }
    case (.summary, ""):
      guard let quantile = OpenMetricsFamily.number(sample.labels["quantile"]), quantile >= 0,
        quantile <= 1
      else { throw Flaw("a quantile without a label from 0 to 1") }
    case (.summary, _):
      if sample.labels["quantile"] != nil {
        throw Flaw("a quantile label on a sample that is not a quantile")
      }
    case (.stateSet, _):
      if sample.labels[name] == nil { throw Flaw("a state without a label of the family's name") }
    default: break
    }
  }

  private func checkValue(_ sample: StrictSample, _ suffix: String) throws(Flaw) {
    let value = sample.value
    switch (type, suffix) {
    case (.info, _): if value != 1 { throw Flaw("the value of an info is not 1") }
    case (.stateSet, _):
      if value != 0, value != 1 { throw Flaw("the value of a state is not 0 or 1") }
    case (.summary, ""): if value < 0 { throw Flaw("a negative quantile") }
    case (_, "_total"), (_, "_sum"):
      guard type == .counter || type == .summary || type == .histogram else { return }
      if value.isNaN || value < 0 { throw Flaw("a counter that is negative or NaN") }
    case (.gaugeHistogram, "_gsum"): if value.isNaN { throw Flaw("the sum is NaN") }
    case (_, "_bucket"), (_, "_count"), (_, "_gcount"):
      guard type == .summary || type == .histogram || type == .gaugeHistogram else { return }
      if value.isNaN || value < 0 { throw Flaw("a count that is negative or NaN") }
      if value.rounded() != value { throw Flaw("a count that is not a whole number") }
    case (_, "_created"):
      if !value.isFinite { throw Flaw("a time of creation that is not a number") }
    default: break
    }
  }

  private func checkExemplar(_ sample: StrictSample, _ suffix: String) throws(Flaw) {
    guard let exemplar = sample.exemplar else { return }
    switch (type, suffix) {
    case (.counter, "_total"): return
    case (.histogram, "_bucket"), (.gaugeHistogram, "_bucket"):
      guard exemplar.value <= OpenMetricsFamily.number(sample.labels["le"]) ?? .nan else {
        throw Flaw("an exemplar that lies outside of its bucket")
      }
    default: throw Flaw("only buckets and totals of counters may have exemplars")
    }
  }
}
