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
  }

  private(set) var views: [TrafficView] = []
  private(set) var signals: [(rule: SignalRule, preset: String)] = []
  private(set) var statements: [(rule: StatementRule, preset: String)] = []
  /// Whether a signal is told by what it is at least.
  var hasFloors: Bool { signals.contains { $0.rule.isFloor } }
  /// Uses of each name, by its number.
  private(set) var roles: [[Role]] = []
  private(set) var decisions: [MetricDecision] = []
  private(set) var recognised: [DisplayText] = []
  private(set) var vantage: DisplayText = ""
  private(set) var notes: [DisplayText] = []

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
    chooseViews(active, catalogue, presets)
    for preset in active {
      add(preset.signals, of: preset.name, catalogue)
      add(preset.statements, of: preset.name, catalogue)
    }
    if presets.hasGenericRules { addGenericSignals(catalogue, isExporter: isExporter) }
    assignTrafficRoles(catalogue)
    describe(active, catalogue, declared, presets)
    noteUnused(presets)
  }

  private mutating func chooseViews(
    _ presets: [MetricPreset], _ catalogue: FamilyCatalogue, _ selection: PresetSelection
  ) {
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
    guard selection.hasGenericRules else { return }
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
    let fallback = rules.filter { $0.kind == .endpoint ? !hasServer : !hasOutbound }
      .filter { rule in
        !(rule.duration + rule.counts.map(\.family)).contains { taken.contains($0.text) }
      }
      .compactMap { TrafficView($0, preset: generic, catalogue: catalogue) }
    keepBest(of: fallback)
  }

  /// Takes the best view of each group and says of the others why they are not counted.
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
    for candidate in candidates {
      guard let family = candidate.durationFamily,
        !views.contains(where: { $0.durationFamily == family }),
        !decisions.contains(where: { $0.family.string == family })
      else { continue }
      decisions.append(
        MetricDecision(
          family: DisplayText(family), use: .repeats, preset: DisplayText(candidate.preset)))
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

  private mutating func addGenericSignals(_ catalogue: FamilyCatalogue, isExporter: Bool) {
    let known = Set(signals.map(\.rule.signal))
    let plain = Set(catalogue.names.map(\.plain))
    let hasPools = known.contains(.poolInUse)
    for (number, name) in catalogue.names.enumerated() {
      guard roles[number].isEmpty, name.part == .value,
        !["go_", "process_", "promhttp_", "jvm_"].contains(where: name.plain.hasPrefix)
      else { continue }
      for rule in GenericMetricRules.signals(for: name, among: plain)
      where !(hasPools && isPoolSignal(rule.signal)) {
        signals.append((rule, "generic"))
        roles[number].append(.signal(signals.count - 1))
      }
    }
    if !isExporter, known.isDisjoint(with: [.residentBytes, .heapBytes]),
      let rule = GenericMetricRules.memory(among: catalogue.names)
    {
      add([rule], of: "generic", catalogue)
    }
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

  private mutating func describe(
    _ presets: [MetricPreset], _ catalogue: FamilyCatalogue, _ declared: [String],
    _ selection: PresetSelection
  ) {
    for view in views {
      describe(view, catalogue)
      if view.durationFamily != nil, !view.hasBuckets {
        let advice = view.rule.bucketAdvice.map { "; \($0.string)" } ?? ""
        let family = view.durationFamily ?? ""
        notes.append(
          DisplayText("\(family) has no buckets: p95 is not available\(advice)"))
      } else if view.time != nil {
        notes.append(
          DisplayText("\(view.preset) exposes mean durations only: p95 is not available"))
      } else if view.durationFamily == nil {
        notes.append(DisplayText("\(view.preset) exposes no durations: latency is not available"))
      }
      let willCount = view.rule.counts.contains { count in
        declared.contains { count.family.matches($0) }
      }
      if view.statusSource == .nothing, view.rule.group != "db",
        !(view.counts.isEmpty && willCount)
      {
        notes.append(DisplayText("\(view.preset) exposes no status: errors are not known"))
      }
    }
    for (number, name) in catalogue.names.enumerated() {
      var told: [Signal] = []
      var first: String?
      for case .signal(let place) in roles[number] {
        let signal = signals[place].rule.signal
        if !told.contains(signal) { told.append(signal) }
        first = first ?? signals[place].preset
      }
      guard let preset = first else { continue }
      decisions.append(
        MetricDecision(
          family: DisplayText(name.plain), use: .signals(told), preset: DisplayText(preset)))
    }
    let used = Set(views.map(\.preset) + signals.map(\.preset) + statements.map(\.preset))
    let fallback = used.contains("generic") ? ["generic"] : []
    let shown = presets.filter {
      used.contains($0.name) || ($0.isExporter && !selection.isNamed($0))
    }
    recognised = (shown.map(\.name) + fallback).map { DisplayText($0) }
    let server = views.first { $0.rule.kind == .endpoint } ?? views.first
    vantage = DisplayText(server?.vantage ?? presets.first?.vantage ?? "app")
  }

  /// Says which of the presets that the user named read nothing.
  private mutating func noteUnused(_ presets: PresetSelection) {
    let used = Set(views.map(\.preset) + signals.map(\.preset) + statements.map(\.preset))
    if let complaint = presets.complaint(used: used) { notes.insert(complaint, at: 0) }
  }

  private mutating func describe(_ view: TrafficView, _ catalogue: FamilyCatalogue) {
    func decision(
      _ family: String, _ use: MetricUse, _ labels: TrafficView.Labels, unit: DisplayText = ""
    ) {
      decisions.append(
        MetricDecision(
          family: DisplayText(family), use: use, preset: DisplayText(view.preset),
          endpointLabels: labels.endpoint?.labels.map { DisplayText($0) } ?? [],
          methodLabel: labels.method.map { DisplayText($0) },
          statusLabel: labels.status.map { DisplayText($0) }, unit: unit))
    }
    if let family = view.durationFamily {
      decision(
        family, .durations(hasBuckets: view.hasBuckets), view.durationLabels,
        unit: MetricUnit.name(secondsPerUnit: view.secondsPerUnit))
    }
    if let time = view.time {
      decision(catalogue.names[time].plain, .durationSum, view.durationLabels)
    }
    let gauges = catalogue.names.filter { name in
      view.rule.inFlight.contains { view.rule.takes($0, core: name.core) } && name.part != .sum
    }
    for gauge in gauges { decision(gauge.plain, .inFlight, TrafficView.Labels()) }
    for count in view.counts {
      let use: MetricUse = view.statusSource == .failures ? .failures : .count
      decision(catalogue.names[count.name].plain, use, count.labels)
    }
  }
}
