/// What is said of a plan: the use of each family, what is recognised, and what a user should know.
extension MetricPlan {
  /// Completes decisions, notes, recognised presets and the vantage once every role is known.
  mutating func describe(
    _ presets: [MetricPreset], _ catalogue: FamilyCatalogue, _ declared: [String],
    _ selection: PresetSelection
  ) {
    for view in views {
      describe(view, catalogue)
      note(view, catalogue, declared)
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
    noteFloors(catalogue)
    if selection.hasGenericRules { noteShares(catalogue) }
    let used = Set(views.map(\.preset) + signals.map(\.preset) + statements.map(\.preset))
    let fallback = used.contains(PresetSelection.genericName) ? [PresetSelection.genericName] : []
    let shown = presets.filter {
      used.contains($0.name) || ($0.isExporter && !selection.isNamed($0))
    }
    recognised = (shown.map(\.name) + fallback).map { DisplayText($0) }
    let server = views.first { $0.rule.kind == .endpoint } ?? views.first
    vantage = DisplayText(server?.vantage ?? presets.first?.vantage ?? "app")
  }

  /// Says what of the requests of a view is not known.
  private mutating func note(
    _ view: TrafficView, _ catalogue: FamilyCatalogue, _ declared: [String]
  ) {
    let families =
      (view.durationFamily.map { [$0] } ?? []) + view.counts.map { catalogue.names[$0.name].plain }
    // The general rules are no product that a user would know by name.
    let isGeneric = view.preset == PresetSelection.genericName
    let speaker = isGeneric ? families.first ?? view.preset : view.preset
    if let family = view.durationFamily, !view.hasBuckets {
      let other = view.rule.otherAdvice.flatMap { catalogue.contains($0.sign) ? $0.advice : nil }
      let advice = (other ?? view.rule.bucketAdvice).map { "; \($0.string)" } ?? ""
      notes.append(DisplayText("\(family) has no buckets: p95 is not available\(advice)"))
    } else if view.time != nil {
      notes.append(DisplayText("\(speaker) exposes mean durations only: p95 is not available"))
    } else if view.durationFamily == nil {
      let mean = catalogue.names.first { name in
        view.rule.meanGauges.contains { $0.matches(core: name.core) }
      }
      if let mean {
        let reason: DisplayText = "a mean of past requests, not of a window"
        decisions.append(
          MetricDecision(
            family: DisplayText(mean.plain), use: .unread(reason), preset: DisplayText(view.preset))
        )
        notes.append(DisplayText("\(mean.plain) is \(reason): latency is not available"))
      } else {
        notes.append(DisplayText("\(speaker) exposes no durations: latency is not available"))
      }
    }
    let willCount = view.rule.counts.contains { count in
      !catalogue.contains(count.family) && declared.contains { count.family.matches($0) }
    }
    if view.statusSource == .nothing, view.rule.group != "db",
      !(view.counts.isEmpty && willCount)
    {
      notes.append(DisplayText("\(speaker) exposes no status: errors are not known"))
    }
  }

  private mutating func noteFloors(_ catalogue: FamilyCatalogue) {
    for (number, name) in catalogue.names.enumerated() {
      let isFloor = roles[number].contains { role in
        if case .signal(let place) = role { signals[place].rule.isFloor } else { false }
      }
      guard isFloor else { continue }
      notes.append(
        DisplayText(
          "\(name.plain): max_overflow is not exposed: its limit is at least what is shown"))
    }
  }

  /// Says of shares of hits, of which a window cannot be told, what would tell it.
  private mutating func noteShares(_ catalogue: FamilyCatalogue) {
    let countsHits = signals.contains { $0.rule.signal == .cacheHits }
    for (number, name) in catalogue.names.enumerated() where roles[number].isEmpty {
      guard let counters = GenericMetricRules.countersInPlace(of: name) else { continue }
      decisions.append(
        MetricDecision(
          family: DisplayText(name.plain), use: .unread("a share without its counts"),
          preset: DisplayText(PresetSelection.genericName)))
      if countsHits { continue }
      notes.append(
        DisplayText(
          "\(name.plain): a share alone is the mean of all time; export \(counters)"))
    }
  }

  /// Says which of the presets that the user named read nothing.
  mutating func noteUnused(_ presets: PresetSelection) {
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
      let isFailures =
        view.statusSource == .failures || count.labels.statusClass == StatusWord.failedBeside
      let use: MetricUse = isFailures ? .failures : .count
      decision(catalogue.names[count.name].plain, use, count.labels)
    }
  }
}
