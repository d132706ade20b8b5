/// The labels of one series at a time, found by number; nothing becomes a string before it must.
///
/// Label names are few, so each is translated to Prometheus's alphabet once and numbered. The
/// values point into the series and are valid as long as it is.
struct LabelReader {
  private var labels: [(number: Int, value: Bytes, hasEscapes: Bool)] = []
  private var numbersByBytes: [UInt64: Int] = [:]
  private var numbersByName: [String: Int] = [:]
  /// The names of the series before, by place: neighbours have the same labels in one order.
  private var expected: [(hash: UInt64, number: Int)] = []

  /// The number of a label by its name in Prometheus's alphabet.
  mutating func number(of name: String) -> Int {
    if let known = numbersByName[name] { return known }
    let number = numbersByName.count
    numbersByName[name] = number
    return number
  }

  /// Takes up the labels of a series, in place of those before.
  mutating func read(_ series: Bytes) {
    labels.removeAll(keepingCapacity: true)
    _ = MetricLabels.read(series) { label in
      let number = self.number(ofLabel: label.name, at: labels.count)
      labels.append((number, label.value, label.hasEscapes))
    }
  }

  @inline(__always)
  private mutating func number(ofLabel written: Bytes, at place: Int) -> Int {
    let hash = SeriesTable.hash(written)
    if place < expected.count, expected[place].hash == hash { return expected[place].number }
    let number: Int
    if let known = numbersByBytes[hash] {
      number = known
    } else {
      let name = MetricNameTranslation.labelName(MetricLabels.unescaped(written))
      number = self.number(of: name)
      numbersByBytes[hash] = number
    }
    if place < expected.count {
      expected[place] = (hash, number)
    } else if place == expected.count {
      expected.append((hash, number))
    }
    return number
  }

  /// The value of a label as written; empty when the series does not have it.
  func bytes(_ number: Int) -> Bytes {
    for label in labels where label.number == number { return label.value }
    return Bytes(start: nil, count: 0)
  }

  /// The value of a label, unescaped; empty when the series does not have it.
  func text(_ number: Int) -> String { MetricLabels.unescaped(bytes(number)) }

  func has(_ number: Int) -> Bool { labels.contains { $0.number == number } }
}

/// A `LabelCondition` with its label numbered.
struct NumberedCondition {
  private var label: Int
  private var values: [[UInt8]]
  private var isExclusion: Bool
  private var also: [NumberedCondition]

  init(_ condition: LabelCondition, _ reader: inout LabelReader) {
    label = reader.number(of: condition.label)
    values = condition.values.map { Array($0.utf8) }
    isExclusion = condition.isExclusion
    also = condition.also.map { NumberedCondition($0, &reader) }
  }

  func holds(_ reader: LabelReader) -> Bool {
    let value = reader.bytes(label)
    return values.contains { $0.count == value.count && value.elementsEqual($0) } != isExclusion
      && also.allSatisfy { $0.holds(reader) }
  }
}

/// `TrafficView.Labels` with the labels numbered.
struct NumberedLabels {
  private var endpoint: [Int]
  private var joined: JoinedLabels?
  private var method: Int?
  private var status: Int?
  private var statusLabel: String
  private var statusClass: Int
  private var condition: NumberedCondition?

  /// The endpoints of metrics handlers: scrapes are not the service's work.
  private static let scrapeRoutes: Set<String> = [
    "/metrics", "/metrics/", "/actuator/prometheus", "/q/metrics", "/admin/prometheus",
    "/stats/prometheus", "/prometheus",
  ]

  init(_ labels: TrafficView.Labels, _ reader: inout LabelReader) {
    joined = labels.endpoint
    endpoint = labels.endpoint?.labels.map { reader.number(of: $0) } ?? []
    method = labels.method.map { reader.number(of: $0) }
    status = labels.status.map { reader.number(of: $0) }
    statusLabel = labels.status ?? ""
    statusClass = labels.statusClass ?? 0
    condition = labels.condition.map { NumberedCondition($0, &reader) }
  }

  func holds(_ reader: LabelReader) -> Bool { condition?.holds(reader) ?? true }

  /// The status class of the series at hand; see `StatusWord`.
  func lane(_ reader: LabelReader) -> Int {
    guard let status else { return statusClass }
    let value = reader.bytes(status)
    if value.count == 3 || value.count == 1, (0x31...0x35).contains(value[0]),
      !statusLabel.hasPrefix("grpc"), !statusLabel.hasPrefix("rpc")
    {
      return Int(value[0]) - 0x30
    }
    return StatusWord.lane(reader.text(status), label: statusLabel)
  }

  /// A hash of what `name` depends on.
  func key(_ reader: LabelReader) -> UInt64 {
    var key: UInt64 = 0
    for label in endpoint { key = key &* 31 &+ SeriesTable.hash(reader.bytes(label)) }
    if let method { key = key &* 31 &+ SeriesTable.hash(reader.bytes(method)) }
    return key
  }

  /// The endpoint of the series at hand; `nil` for one that is left out.
  func name(_ reader: LabelReader, rule: TrafficRule) -> EndpointName? {
    var route = "(all)"
    if let joined {
      route = joined.joined(endpoint.map(reader.text))
      if rule.excluded.contains(route) { return nil }
      if rule.kind == .endpoint, NumberedLabels.scrapeRoutes.contains(route) { return nil }
      if route.isEmpty { route = "(none)" }
    }
    var method = self.method.map(reader.text) ?? ""
    if method.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) { method = method.uppercased() }
    return EndpointName(
      method: NumberedLabels.shown(&method), route: NumberedLabels.shown(&route))
  }

  /// Text for the screen, by the short way for plain text.
  static func shown(_ text: inout String) -> DisplayText {
    text.withUTF8 { DisplayText(Bytes($0)) }
  }
}
