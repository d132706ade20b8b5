/// What each metric name of one target is used for: the outcome of matching presets.
struct MetricPlan: Sendable {
  /// The use of the samples of one name.
  enum Role: Hashable, Sendable {
    case bucket(view: Int), sum(view: Int), count(view: Int), quantile(view: Int)
    /// Start times of the series of a view's duration family (`nil`) or of one of its counters.
    case created(view: Int, counter: Int?)
    case requests(view: Int, counter: Int)
    case maximum(view: Int), inFlight(view: Int)
    case signal(Int)
    case statement(rule: Int, part: StatementRule.Part)
    /// Whether an exporter reaches what it speaks of; see `reached`.
    case reachable(Int)
  }

  private(set) var views: [TrafficView] = []
  private(set) var signals: [(rule: SignalRule, preset: String)] = []
  private(set) var statements: [(rule: StatementRule, preset: String)] = []
  /// Gauges that say whether an exporter reaches what it speaks of.
  private(set) var reached: [(family: String, target: String)] = []
  /// Whether a signal is told by what it is at least.
  var hasFloors: Bool { signals.contains { $0.rule.isFloor } }
  /// Uses of each name, by its number.
  private(set) var roles: [[Role]] = []
  var decisions: [MetricDecision] = []
  var recognised: [DisplayText] = []
  var vantage: DisplayText = ""
  var notes: [DisplayText] = []

  /// A plan for a target of which nothing is known.
  init() {}

  /// Matches presets, then the generic rules, against the names of a target.
  ///
  /// `declared` are the families that have a type: those without a series yet are among them.
  init(_ catalogue: FamilyCatalogue, presets: PresetSelection, declared: [String] = []) {
    let detected = presets.metrics.filter { preset in
      presets.isNamed(preset)
        || preset.detection.contains { catalogue.contains($0, with: preset.detectionLabels) }
    }
    let isExporter = detected.contains(where: \.isExporter)
    let active = detected.filter { !(isExporter && $0.describesProcess) }
    roles = Array(repeating: [], count: catalogue.names.count)
    let candidates = chooseViews(active, catalogue, presets)
    for preset in active {
      add(preset.signals, of: preset.name, catalogue)
      add(preset.statements, of: preset.name, catalogue)
      leaveOut(preset.unread, of: preset.name, catalogue)
      addReachable(preset, catalogue)
    }
    if presets.hasGenericRules { addGenericSignals(catalogue, isExporter: isExporter) }
    assignTrafficRoles(catalogue)
    noteRepeats(candidates, active, catalogue)
    describe(active, catalogue, declared, presets)
    noteUnused(presets)
  }

  /// Chooses the views that count and returns all that could have.
  private mutating func chooseViews(
    _ presets: [MetricPreset], _ catalogue: FamilyCatalogue, _ selection: PresetSelection
  ) -> [TrafficView] {
    var candidates: [TrafficView] = []
    for preset in presets {
      candidates += preset.traffic.compactMap { rule in
        var rule = rule
        // What tells a preset from others need not be there where the user says which it is.
        if selection.isNamed(preset) {
          rule.requires = []
          rule.companions = []
        }
        return TrafficView(rule, preset: preset, catalogue: catalogue)
      }
    }
    keepBest(of: candidates)
    guard selection.hasGenericRules else { return candidates }
    let hasServer = views.contains { $0.rule.kind == .endpoint }
    let others = ["db", "gen-ai", "messaging-client"]
    let hasOutbound = views.contains {
      $0.rule.kind == .outbound && !others.contains($0.rule.group)
    }
    let generic = MetricPreset(name: PresetSelection.genericName, detection: [])
    let counters = catalogue.names.filter { $0.part == .value && $0.type != .gauge }
    var rules = catalogue.distributions.compactMap {
      GenericMetricRules.traffic(duration: $0.name, counters: counters)
    }
    rules += counters.compactMap(GenericMetricRules.traffic(counter:))
    let taken = Set(
      views.compactMap(\.durationFamily)
        + views.flatMap { $0.counts.map { catalogue.names[$0.name].plain } })
    rules.removeAll { rule in
      (rule.duration + rule.counts.map(\.family)).contains { taken.contains($0.text) }
    }
    let fallback = rules.filter { $0.kind == .endpoint ? !hasServer : !hasOutbound }
      .compactMap { TrafficView($0, preset: generic, catalogue: catalogue) }
    keepBest(of: fallback)
    let needless = rules.filter { $0.kind == .endpoint ? hasServer : hasOutbound }
      .prefix(MetricPlan.mostNeedless)
      .compactMap { TrafficView($0, preset: generic, catalogue: catalogue) }
    return candidates + fallback + needless
  }

  /// General rules looked at only to say that they are not needed.
  private static let mostNeedless = 100

  /// Takes the best view of each group.
  private mutating func keepBest(of candidates: [TrafficView]) {
    for candidate in candidates {
      let sameRequests = candidates.filter {
        $0.rule.kind == candidate.rule.kind && $0.rule.group == candidate.rule.group
      }
      let best = sameRequests.max { $0.score < $1.score }?.score ?? 0
      let isFirst = !views.contains {
        $0.rule.kind == candidate.rule.kind && $0.rule.group == candidate.rule.group
      }
      if candidate.score == best, isFirst { views.append(candidate) }
    }
  }

  private mutating func addReachable(_ preset: MetricPreset, _ catalogue: FamilyCatalogue) {
    guard let gauge = preset.reachable else { return }
    for (number, name) in catalogue.names.enumerated() where gauge.matches(core: name.core) {
      roles[number].append(.reachable(reached.count))
      reached.append((name.plain, preset.vantage))
      decisions.append(
        MetricDecision(
          family: DisplayText(name.plain), use: .reachability, preset: DisplayText(preset.name)))
    }
  }

  private mutating func add(
    _ rules: [SignalRule], of preset: String, _ catalogue: FamilyCatalogue
  ) {
    for rule in rules where !rule.unless.contains(where: catalogue.contains) {
      let names = catalogue.names.indices.filter {
        rule.sample.matches(core: catalogue.names[$0].core)
      }
      if names.isEmpty { continue }
      signals.append((rule, preset))
      for name in names { roles[name].append(.signal(signals.count - 1)) }
    }
  }

  private mutating func add(
    _ rules: [StatementRule], of preset: String, _ catalogue: FamilyCatalogue
  ) {
    for rule in rules {
      statements.append((rule, preset))
      leaveOut(rule.unread, of: preset, catalogue)
      for (number, name) in catalogue.names.enumerated() where name.part == .value {
        for (part, family) in rule.families where family.matches(core: name.core) {
          roles[number].append(.statement(rule: statements.count - 1, part: part))
          decisions.append(
            MetricDecision(
              family: DisplayText(name.plain), use: .statement(part), preset: DisplayText(preset)))
        }
      }
    }
  }

  /// Says of families that are known why they are not read.
  private mutating func leaveOut(
    _ unread: [(family: NamePattern, reason: DisplayText)], of preset: String,
    _ catalogue: FamilyCatalogue
  ) {
    for (family, reason) in unread where catalogue.contains(family) {
      decisions.append(
        MetricDecision(
          family: DisplayText(family.text), use: .unread(reason), preset: DisplayText(preset)))
    }
  }

  private mutating func addGenericSignals(_ catalogue: FamilyCatalogue, isExporter: Bool) {
    let known = Set(signals.map(\.rule.signal))
    let plain = Set(catalogue.names.map(\.plain))
    let hasPools = known.contains(.poolInUse)
    let knownPools = poolStems(catalogue)
    var found: [(name: Int, rule: SignalRule)] = []
    for (number, name) in catalogue.names.enumerated() {
      guard roles[number].isEmpty, name.part == .value,
        !["go_", "process_", "promhttp_", "jvm_"].contains(where: name.plain.hasPrefix)
      else { continue }
      let isKnown = GenericMetricRules.poolStem(name.plain).map(knownPools.contains) ?? false
      found += GenericMetricRules.signals(for: name, among: plain)
        .filter { rule in
          // What an exporter calls the size of a queue is mostly a setting of what it speaks of.
          !(isKnown && isPoolSignal(rule.signal)) && !(isExporter && rule.signal == .taskBacklog)
        }
        .map { (name: number, rule: $0) }
    }
    // Beside pools that are known for sure, a number of something else must not look like one more.
    let whole = Set(found.filter { $0.rule.signal == .poolInUse }.map { $0.rule.subjectName })
    for (number, rule) in found {
      if hasPools, isPoolSignal(rule.signal), !whole.contains(rule.subjectName) { continue }
      signals.append((rule, PresetSelection.genericName))
      roles[number].append(.signal(signals.count - 1))
    }
    if !isExporter, known.isDisjoint(with: [.residentBytes, .heapBytes]) {
      add(
        GenericMetricRules.memory(among: catalogue.names), of: PresetSelection.genericName,
        catalogue)
    }
  }

  /// The beginnings of the names in which presets have found pools.
  private func poolStems(_ catalogue: FamilyCatalogue) -> Set<String> {
    var stems: Set<String> = []
    for (number, name) in catalogue.names.enumerated() {
      for case .signal(let place) in roles[number] where isPoolSignal(signals[place].rule.signal) {
        if let stem = GenericMetricRules.poolStem(name.plain) { stems.insert(stem) }
      }
    }
    return stems
  }

  private func isPoolSignal(_ signal: Signal) -> Bool {
    [.poolInUse, .poolIdle, .poolLimit, .poolWaiting].contains(signal)
  }

  private mutating func assignTrafficRoles(_ catalogue: FamilyCatalogue) {
    for (number, view) in views.enumerated() {
      for (place, name) in catalogue.names.enumerated() {
        if name.family == view.durationFamily {
          switch name.part {
          case .bucket: roles[place].append(.bucket(view: number))
          case .sum: roles[place].append(.sum(view: number))
          case .count: roles[place].append(.count(view: number))
          case .created: roles[place].append(.created(view: number, counter: nil))
          case .value where name.hasQuantiles: roles[place].append(.quantile(view: number))
          case .value: break
          }
        } else if place == view.time {
          roles[place].append(.sum(view: number))
        } else if let counter = view.counts.firstIndex(where: { $0.name == place }) {
          roles[place].append(.requests(view: number, counter: counter))
        } else if name.part == .created,
          let counter = view.counts.firstIndex(where: {
            [name.family, name.family + "_total"].contains(catalogue.names[$0.name].plain)
          })
        {
          roles[place].append(.created(view: number, counter: counter))
        }
        if let family = view.durationFamily, name.plain == family + "_max" {
          roles[place].append(.maximum(view: number))
        }
        let isInFlight = view.rule.inFlight.contains { view.rule.takes($0, core: name.core) }
        if isInFlight, name.part != .sum {
          roles[place].append(.inFlight(view: number))
        }
      }
    }
  }
}
