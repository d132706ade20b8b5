/// Families that are left out on purpose, and what is read in their place.
extension MetricPlan {
  /// Says of families that nothing reads which other ones tell the same.
  ///
  /// `candidates` are the views that could have been chosen, the chosen ones among them.
  mutating func noteRepeats(
    _ candidates: [TrafficView], _ presets: [MetricPreset], _ catalogue: FamilyCatalogue
  ) {
    for candidate in candidates {
      let counted =
        views.first {
          $0.rule.kind == candidate.rule.kind && $0.rule.group == candidate.rule.group
        } ?? views.first { $0.rule.kind == candidate.rule.kind }
      guard let counted, let main = mainFamily(of: counted, catalogue) else { continue }
      if let family = candidate.durationFamily,
        !views.contains(where: { $0.durationFamily == family })
      {
        let use = MetricUse.repeats(of: DisplayText(main), how: candidate.rule.repeatManner)
        note(family, use, candidate.preset)
      }
      for name in unused(catalogue) where isCounter(name, of: candidate) {
        note(name.plain, .repeats(of: DisplayText(main)), candidate.preset)
      }
    }
    for preset in presets {
      for rule in preset.signals {
        guard let better = rule.unless.first(where: catalogue.contains),
          let said = catalogue.names.first(where: { better.matches(core: $0.core) })
        else { continue }
        for name in unused(catalogue) where rule.sample.matches(core: name.core) {
          note(name.plain, .covered(by: DisplayText(said.plain)), preset.name)
        }
      }
    }
  }

  /// Names without a use.
  private func unused(_ catalogue: FamilyCatalogue) -> [MetricName] {
    catalogue.names.indices.filter { roles[$0].isEmpty }.map { catalogue.names[$0] }
  }

  private func mainFamily(of view: TrafficView, _ catalogue: FamilyCatalogue) -> String? {
    view.durationFamily ?? view.counts.first.map { catalogue.names[$0.name].plain }
  }

  private func isCounter(_ name: MetricName, of view: TrafficView) -> Bool {
    guard name.part == .value, !name.hasQuantiles else { return false }
    if view.rule.counts.contains(where: { view.rule.takes($0.family, core: name.core) }) {
      return true
    }
    guard view.preset == PresetSelection.genericName, let family = view.durationFamily else {
      return false
    }
    return GenericMetricRules.repeats(name, family)
  }

  private mutating func note(_ family: String, _ use: MetricUse, _ preset: String) {
    if decisions.contains(where: { $0.family.string == family }) { return }
    decisions.append(
      MetricDecision(family: DisplayText(family), use: use, preset: DisplayText(preset)))
  }
}
