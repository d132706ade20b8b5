/// Reads the records that programs keep of their endpoints: counts, times, failures.
///
/// Durations whose key names no unit are seconds or milliseconds by these rules, the first that
/// applies: the unit another key of the records names; milliseconds where a mean, a quantile or a
/// maximum is over 60; milliseconds for keys in camelCase, which JavaScript and Java write;
/// seconds otherwise, as Python counts. A note says what was assumed.
struct JSONRecordReader {
  let shape: String
  /// Seconds per unit of durations whose key does not say.
  private let plainUnit: Double
  /// Whether some share of failures is over 1, so that all are percentages.
  private let ratesArePercent: Bool
  /// What was assumed about units; `nil` when nothing had to be.
  let assumption: String?

  /// A reader for records that belong together.
  init(_ records: [JSONObject], shape: String, at path: String) {
    self.shape = shape
    var named: Double?
    var largest = 0.0
    var plainKey: String?
    var isCamelCase = false
    var ratesArePercent = false
    func look(_ object: JSONObject, parent: JSONKey?) {
      for member in object.members {
        let key = JSONKey(member.key)
        guard let field = JSONRecordField(key) else { continue }
        switch field {
        case .mean, .max, .quantile, .sum:
          if let unit = key.secondsPerUnit ?? parent?.secondsPerUnit {
            named = named ?? unit
          } else if let value = member.value.number {
            if plainKey == nil || field == .mean { plainKey = member.key }
            isCamelCase = isCamelCase || key.isCamelCase || parent?.isCamelCase ?? false
            // One slow request must not make milliseconds of all seconds.
            if field != .sum, field != .max { largest = Swift.max(largest, value) }
          }
        case .errorRate(false): if member.value.number ?? 0 > 1 { ratesArePercent = true }
        case .durations:
          if parent == nil, let inner = member.value.object { look(inner, parent: key) }
        default: break
        }
      }
    }
    for record in records.prefix(1000) { look(record, parent: nil) }
    self.ratesArePercent = ratesArePercent
    if let named {
      plainUnit = named
      assumption = nil
    } else if let plainKey {
      plainUnit = largest > 60 || isCamelCase ? 1e-3 : 1
      assumption =
        "\(path): \(plainKey) names no unit: taken as "
        + (plainUnit == 1 ? "seconds" : "milliseconds") + "; a mapping can say otherwise"
    } else {
      plainUnit = 1
      assumption = nil
    }
  }

  /// Whether an object looks like a record: a count with something about its requests, or figures
  /// about durations where `name` (or the object) says what they are of.
  static func isRecord(_ object: JSONObject, isNamed: Bool) -> Bool {
    var fields: Set<JSONRecordField> = []
    var hasFigures = false
    for member in object.members.prefix(64) {
      guard let field = JSONRecordField(JSONKey(member.key)) else { continue }
      if case .quantile = field { hasFigures = true }
      if field == .durations, let inner = member.value.object {
        hasFigures = hasFigures || inner.members.contains { isFigure($0.key) }
      }
      if field == .count, member.value.number == nil { continue }
      fields.insert(field)
    }
    hasFigures = hasFigures || fields.contains(.mean) || fields.contains(.sum)
    let hasCount = fields.contains(.count)
    if isNamed || fields.contains(.name) { return hasCount || hasFigures }
    return hasCount && (hasFigures || fields.contains(.errors))
  }

  private static func isFigure(_ key: String) -> Bool {
    switch JSONRecordField(JSONKey(key)) {
    case .mean, .sum, .quantile, .max: true
    default: Double(key) != nil
    }
  }

  /// What a record says; `name` is the key it stood under, `METHOD /path` or a name.
  func traffic(
    _ object: JSONObject, name: String?, at path: String, into findings: inout JSONFindings
  ) -> JSONTraffic? {
    var traffic = JSONTraffic()
    var figures = Figures()
    if let name { (traffic.method, traffic.route) = JSONRecordReader.methodAndRoute(name) }
    read(object, at: path, parentUnit: nil, isNested: false, &traffic, &figures, &findings)
    guard traffic.route != nil || name == nil else { return nil }
    settle(figures, &traffic, path, &findings)
    return traffic
  }

  /// Figures that mean something only together with others.
  private struct Figures {
    var mean: Double?
    var meanUncertainty = 0.0
    var errorRate: Double?
    var errorRateUncertainty = 0.0
    var successes: Double?
    var nameIsWeak = true
  }

  private func read(
    _ object: JSONObject, at path: String, parentUnit: Double?, isNested: Bool,
    _ traffic: inout JSONTraffic, _ figures: inout Figures, _ findings: inout JSONFindings
  ) {
    for member in object.members.prefix(200) {
      let key = JSONKey(member.key)
      let place = "\(path).\(member.key)"
      let unit = key.secondsPerUnit ?? parentUnit ?? plainUnit
      if isNested, let rank = Double(member.key), let value = member.value.number {
        let quantile = JSONRecordField.quantile(digits: rank)
        traffic.reported.append(ReportedQuantile(quantile: quantile, seconds: value * unit))
        findings.decide("\(path).*", "quantile of durations", shape, unit: unitName(unit))
        continue
      }
      guard let field = JSONRecordField(key) else {
        if member.value.number != nil { findings.addUnknown(place) }
        continue
      }
      switch field {
      case .name: readName(member, key, isNested, &traffic, &figures)
      case .method: if traffic.method.isEmpty { traffic.method = member.value.string ?? "" }
      case .statuses: readStatuses(member.value, at: place, &traffic, &findings)
      case .durations:
        guard !isNested, let inner = member.value.object else {
          if member.value.number != nil { findings.addUnknown(place) }
          continue
        }
        read(
          inner, at: place, parentUnit: key.secondsPerUnit, isNested: true, &traffic, &figures,
          &findings)
      default:
        guard let quantity = JSONQuantity(member.value) else {
          if member.value.string?.first?.isNumber ?? false { findings.addUnknown(place) }
          continue
        }
        guard quantity.value >= 0 else { continue }
        let isShare = field == .errors && quantity.isPercent
        let meaning = isShare ? JSONRecordField.errorRate(percent: true) : field
        let own = isTime(field) ? quantity.secondsPerUnit ?? unit : unit
        take(meaning, quantity, own, &traffic, &figures)
        findings.decide(place, role(field), shape, unit: isTime(field) ? unitName(own) : "")
      }
    }
  }

  private func take(
    _ field: JSONRecordField, _ quantity: JSONQuantity, _ unit: Double,
    _ traffic: inout JSONTraffic, _ figures: inout Figures
  ) {
    let value = quantity.value
    switch field {
    case .count: traffic.requests = traffic.requests ?? value
    case .errors: traffic.errors = (traffic.errors ?? 0) + value
    case .successes: figures.successes = value
    case .errorRate(let isPercent):
      let areParts = isPercent || ratesArePercent || quantity.isPercent
      let scale = areParts ? 0.01 : 1
      figures.errorRate = value * scale
      figures.errorRateUncertainty =
        (areParts ? quantity.roundingOfWholes : quantity.uncertainty) * scale
    case .mean:
      figures.mean = value * unit
      figures.meanUncertainty = quantity.roundingOfWholes * unit
    case .sum: traffic.sumSeconds = value * unit
    case .max: traffic.maxSeconds = Double.maximum(traffic.maxSeconds, value * unit)
    case .quantile(let rank):
      traffic.reported.append(ReportedQuantile(quantile: rank, seconds: value * unit))
    case .statusClass(let lane): traffic.statuses[lane, default: 0] += value
    default: break
    }
  }

  private func readName(
    _ member: JSONObject.Member, _ key: JSONKey, _ isNested: Bool, _ traffic: inout JSONTraffic,
    _ figures: inout Figures
  ) {
    guard !isNested, let text = member.value.string, !text.isEmpty else { return }
    let isWeak = key.joined == "name" || key.joined == "key"
    guard traffic.route == nil || (figures.nameIsWeak && !isWeak) else { return }
    let (method, route) = JSONRecordReader.methodAndRoute(text)
    traffic.route = route
    if !method.isEmpty { traffic.method = method }
    figures.nameIsWeak = isWeak
  }

  /// Counts by code: `{"200": 5, "404": 1}` or `{"2xx": 5}`.
  private func readStatuses(
    _ node: JSONNode, at path: String, _ traffic: inout JSONTraffic, _ findings: inout JSONFindings
  ) {
    guard let object = node.object else { return }
    var isRead = false
    for member in object.members.prefix(200) {
      guard let value = member.value.number, value >= 0,
        let digit = member.key.first?.wholeNumberValue, (1...5).contains(digit),
        member.key.count == 3
      else { continue }
      traffic.statuses[digit, default: 0] += value
      isRead = true
    }
    if isRead { findings.decide("\(path).*", "request count by status", shape) }
  }

  /// Makes sums of means and counts of shares, where they are known well enough.
  private func settle(
    _ figures: Figures, _ traffic: inout JSONTraffic, _ path: String,
    _ findings: inout JSONFindings
  ) {
    let told = traffic.statuses.values.reduce(0, +)
    if traffic.requests == nil, told > 0 { traffic.requests = told }
    guard let requests = traffic.requests else { return }
    if traffic.sumSeconds == nil, let mean = figures.mean {
      traffic.meanSeconds = mean
      traffic.sumSeconds = mean * requests
      traffic.sumUncertainty = figures.meanUncertainty * requests
      findings.note("\(path): means only: their change gives the mean of an interval, no p95")
    }
    if traffic.errors == nil, let successes = figures.successes, successes <= requests {
      traffic.errors = requests - successes
    }
    if traffic.errors == nil, traffic.statuses.isEmpty, let rate = figures.errorRate, rate <= 1 {
      traffic.errorRate = rate
      if figures.errorRateUncertainty * requests <= 0.5 {
        traffic.errors = (rate * requests).rounded()
      } else {
        findings.note(
          "\(path): the error rate is rounded too coarsely to count errors: that of the service "
            + "itself, over a time of its own, stands for each interval")
      }
    }
    let tellsFailures = traffic.errors != nil || traffic.errorRate != nil
    if tellsFailures, traffic.statuses.isEmpty, traffic.kind == .endpoint {
      findings.note("\(path): errors are told without their status: all count as 5xx")
    }
  }

  /// `GET /x` as method and path; a name without a method is the route.
  static func methodAndRoute(_ name: String) -> (method: String, route: String) {
    for separator: Character in [" ", ":"] {
      guard let place = name.firstIndex(of: separator) else { continue }
      let method = name[..<place].uppercased()
      let rest = name[name.index(after: place)...].drop { $0 == " " }
      if HTTPMethod.known.contains(method), rest.hasPrefix("/") {
        return (method, String(rest.prefix(2000)))
      }
    }
    return ("", String(name.prefix(2000)))
  }

  private func isTime(_ field: JSONRecordField) -> Bool {
    switch field {
    case .mean, .sum, .max, .quantile: true
    default: false
    }
  }

  private func role(_ field: JSONRecordField) -> DisplayText {
    switch field {
    case .count: "request count"
    case .errors, .errorRate, .successes: "error count"
    case .mean: "mean duration"
    case .sum: "sum of durations"
    case .max: "longest duration"
    case .quantile: "quantile of durations"
    case .statusClass: "request count by status"
    default: ""
    }
  }

  private func unitName(_ unit: Double) -> String {
    MetricUnit.name(secondsPerUnit: unit).string
  }
}
