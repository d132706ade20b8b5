/// Labels whose values, joined, name an endpoint: `controller#action`, `grpc_service/grpc_method`.
struct JoinedLabels: Hashable, Sendable {
  var labels: [String]
  var separator: String

  /// Label names with the characters between them, as presets write them.
  init(_ text: String) {
    func isLabelByte(_ byte: UInt8) -> Bool {
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
    }
    labels = text.utf8.split { !isLabelByte($0) }.map { String(decoding: $0, as: UTF8.self) }
    let mark = text.utf8.first { !isLabelByte($0) }
    separator = mark.map { String(decoding: [$0], as: UTF8.self) } ?? ""
  }

  /// The values as one name; empty ones are left out, and `/` is not doubled.
  func joined(_ values: [String]) -> String {
    var text = ""
    for value in values where !value.isEmpty {
      let repeats = separator == "/" && value.hasPrefix("/")
      text += text.isEmpty || repeats ? value : separator + value
    }
    return text
  }
}

/// One group of families that together describe one kind of work, with their labels settled.
struct TrafficView: Sendable {
  /// Which family tells the status classes.
  ///
  /// With `failures` the durations count all, and counters the failures among them; with `untimed`
  /// counters count all, and the durations tell the classes of those that did not fail.
  enum StatusSource: Sendable { case duration, counts, failures, untimed, nothing }

  /// How the series of one family are read.
  struct Labels: Hashable, Sendable {
    var endpoint: JoinedLabels?
    var method: String?
    var status: String?
    var condition: LabelCondition?
    /// Class of every series of the family, where its name says it.
    var statusClass: Int?
  }

  var rule: TrafficRule
  var preset: String
  var vantage: String
  var durationFamily: String?
  var hasBuckets = false
  var durationLabels = Labels()
  /// Counter of the time of all requests, by number of its name, where nothing has durations.
  var time: Int?
  /// Counters, by number of their name.
  var counts: [(name: Int, labels: Labels)] = []
  var statusSource = StatusSource.nothing
  var secondsPerUnit = 1.0
  /// Whether the rule names the family itself, not just the end of such names.
  var isNamed = false

  /// How much the view tells; of views of the same requests the best is used.
  var score: Int {
    let endpoint = durationLabels.endpoint ?? counts.first?.labels.endpoint
    var score = endpoint == nil ? 0 : 8
    if durationFamily != nil { score += hasBuckets ? 4 : 2 }
    if statusSource != .nothing { score += 1 }
    return score * 2 + (isNamed ? 1 : 0)
  }
}

extension TrafficView {
  /// Settles a rule against the names a target has; `nil` when its families are not there.
  init?(_ rule: TrafficRule, preset: MetricPreset, catalogue: FamilyCatalogue) {
    for companion in rule.companions where !catalogue.contains(companion) { return nil }
    self.rule = rule
    self.preset = preset.name
    vantage = preset.vantage
    let fits = { (labels: [String]) in
      rule.requires.allSatisfy(labels.contains) && !rule.forbids.contains(where: labels.contains)
    }
    let duration = rule.duration.lazy.compactMap { pattern in
      catalogue.distributions.first {
        rule.takes(pattern, core: NamePattern.core(of: $0.name)) && fits($0.labels)
      }
    }.first
    let counters = rule.counts.compactMap { count in
      catalogue.names.indices.first {
        rule.takes(count.family, core: catalogue.names[$0].core)
          && catalogue.names[$0].part == .value
          && catalogue.names[$0].type != .histogram && catalogue.names[$0].type != .summary
      }.map { (rule: count, name: $0) }
    }
    if duration == nil {
      guard let first = counters.first, [.same, .all].contains(first.rule.scope),
        fits(catalogue.names[first.name].labels)
      else { return nil }
    }
    settleLabels(duration, counters, catalogue)
    if duration == nil, let pattern = rule.time {
      time = catalogue.names.indices.first {
        catalogue.names[$0].part == .value && pattern.matches(core: catalogue.names[$0].core)
      }
      if let time {
        let name = catalogue.names[time]
        durationLabels = labels(among: name.labels)
        secondsPerUnit =
          rule.secondsPerUnit ?? MetricUnit.secondsPerUnit(name: name.plain, unit: name.unit) ?? 1
      }
    }
    let patterns = rule.duration + rule.counts.map(\.family)
    if let main = duration.map({ NamePattern.core(of: $0.name) })
      ?? counters.first.map({ catalogue.names[$0.name].core })
    {
      isNamed = patterns.contains { $0.matches(core: main) && $0.prefix(of: main).isEmpty }
    }
    if let duration {
      durationFamily = duration.name
      hasBuckets = duration.hasBuckets
      secondsPerUnit =
        rule.secondsPerUnit
        ?? MetricUnit.secondsPerUnit(name: duration.name, unit: duration.unit)
        ?? (duration.largestBound <= 120 ? 1 : 1e-3)
    }
  }

  private mutating func settleLabels(
    _ duration: FamilyCatalogue.Distribution?, _ counters: [(rule: TrafficRule.Count, name: Int)],
    _ catalogue: FamilyCatalogue
  ) {
    if let duration {
      durationLabels = labels(among: duration.labels)
      statusSource = durationLabels.status == nil ? .nothing : .duration
    }
    let scopes = counters.map(\.rule.scope)
    if scopes.contains(.all), scopes.contains(.untimedFailures) {
      return settleUntimed(counters, catalogue)
    }
    guard statusSource != .duration, !counters.isEmpty else { return }
    counts = counters.map { counter in
      var own = labels(among: catalogue.names[counter.name].labels)
      own.statusClass = counter.rule.statusClass
      own.condition = counter.rule.condition ?? rule.condition
      return (counter.name, own)
    }
    if duration != nil, counters.allSatisfy(\.rule.isFailures) { return settleFailures() }
    let knowsStatus = counts.contains { $0.labels.status != nil || $0.labels.statusClass != nil }
    guard duration != nil else {
      statusSource = knowsStatus ? .counts : .nothing
      return
    }
    // Counters that cannot be told apart by endpoint would only fit the service as a whole.
    let isJoinable =
      durationLabels.endpoint == nil
      || counts.allSatisfy { $0.labels.endpoint == durationLabels.endpoint }
    guard knowsStatus, isJoinable else {
      counts = []
      return
    }
    statusSource = .counts
    if durationLabels.endpoint != nil { shareMethod() }
  }

  /// Leaves out a method that only one side has: the endpoint is what both can name.
  private mutating func shareMethod() {
    if counts.allSatisfy({ $0.labels.method == durationLabels.method }) { return }
    durationLabels.method = nil
    for place in counts.indices { counts[place].labels.method = nil }
  }

  /// Takes what the counters of all count beyond the durations for failures.
  private mutating func settleUntimed(
    _ counters: [(rule: TrafficRule.Count, name: Int)], _ catalogue: FamilyCatalogue
  ) {
    counts = counters.map { counter in
      var own = labels(among: catalogue.names[counter.name].labels)
      own.status = nil
      own.statusClass = counter.rule.scope == .all ? StatusWord.all : StatusWord.failedBeside
      return (counter.name, own)
    }
    let hasDurations = statusSource == .duration
    if hasDurations,
      !counts.allSatisfy({ $0.labels.endpoint == durationLabels.endpoint })
    {
      counts = []
      return
    }
    statusSource = .untimed
    if hasDurations { shareMethod() }
  }

  /// Takes the rest of what the durations count for successes.
  private mutating func settleFailures() {
    guard counts.allSatisfy({ $0.labels.endpoint == durationLabels.endpoint }) else {
      counts = []
      return
    }
    statusSource = .failures
    shareMethod()
    durationLabels.statusClass = 2
    for place in counts.indices { counts[place].labels.statusClass = StatusWord.failedAmong }
  }

  private func labels(among present: [String]) -> Labels {
    Labels(
      endpoint: rule.endpoint.map(JoinedLabels.init)
        .first { $0.labels.allSatisfy(present.contains) },
      method: rule.method.first(where: present.contains),
      status: rule.status.first(where: present.contains), condition: rule.condition)
  }
}

extension TrafficRule {
  /// Whether the rule may take a name for one that it looks for.
  ///
  /// `outbound_http_requests_total` ends like the counters of many servers and counts calls.
  func takes(_ pattern: NamePattern, core: String) -> Bool {
    pattern.matches(core: core)
      && (kind != .endpoint || !GenericMetricRules.isOutbound(pattern.prefix(of: core)))
  }
}

/// The families of a target, as the rules look at them.
struct FamilyCatalogue {
  /// A family with durations in it: a histogram or a summary.
  struct Distribution {
    var name: String
    var type: MetricType
    var labels: [String]
    var hasBuckets: Bool
    var unit: String?
    /// The largest finite `le`, in the unit of the family; 0 without buckets.
    var largestBound: Double
  }

  var names: [MetricName]
  var distributions: [Distribution] = []

  /// Sorts names into families; `largestBound` is asked for families without a unit only.
  init(names: [MetricName], largestBound: (Int) -> Double) {
    self.names = names
    var places: [String: Int] = [:]
    for (number, name) in names.enumerated() {
      let isSummary = name.type == .summary && name.part == .value
      guard isSummary || [.bucket, .sum, .count].contains(name.part),
        name.type != .gaugeHistogram
      else { continue }
      let place = places[name.family] ?? distributions.count
      if place == distributions.count {
        places[name.family] = place
        distributions.append(
          Distribution(
            name: name.family, type: name.type, labels: [], hasBuckets: false, unit: name.unit,
            largestBound: 0))
      }
      for label in name.labels where !distributions[place].labels.contains(label) {
        distributions[place].labels.append(label)
      }
      if name.part == .bucket {
        distributions[place].hasBuckets = true
        if MetricUnit.secondsPerUnit(name: name.family, unit: name.unit) == nil {
          distributions[place].largestBound = largestBound(number)
        }
      }
    }
  }

  /// Whether some name or family matches.
  func contains(_ pattern: NamePattern) -> Bool {
    names.contains { pattern.matches(core: $0.core) || pattern.matches(core: $0.familyCore) }
  }

  /// Whether some name or family matches and has all of the labels.
  func contains(_ pattern: NamePattern, with labels: [String]) -> Bool {
    names.contains { name in
      (pattern.matches(core: name.core) || pattern.matches(core: name.familyCore))
        && labels.allSatisfy(name.labels.contains)
    }
  }
}
