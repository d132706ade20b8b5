import Telemetry
import TextUI

extension PaneID {
  /// See `TargetsPane`.
  package static let targets = PaneID("targets")
}

/// What the user wants to be reached: met or not, and how fast error budgets are used up.
struct TargetsPane: Pane {
  let id = PaneID.targets
  let title = "targets"
  let band = PaneBand.conclusions
  let listsRows = true
  let isWide = false

  func rowCount(_ model: Model) -> Int { model.figures.targets.count }

  func isFed(by model: Model) -> Bool { !model.figures.targets.isEmpty }

  func absence(of model: Model) -> String {
    "nothing feeds this pane; [targets] in svctop.toml would"
  }

  func caption(of model: Model) -> StyledText {
    let checks = model.figures.targets
    let missed = checks.filter { $0.isMet == false }.count
    let unknown = checks.filter { $0.isMet == nil }.count
    if unknown > 0 {
      let words = missed == 0 ? "none missed" : "\(missed) missed"
      return StyledText("\(words), \(unknown) unknown of \(checks.count)")
    }
    return StyledText(missed == 0 ? "none missed" : "\(missed) of \(checks.count) missed")
  }

  func contentHeight(of model: Model) -> Int { model.figures.targets.count + 1 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let checks = model.figures.targets
    let selection = model.focus == id ? model.selectedRow(of: id, count: checks.count) : nil
    table(model, selection).draw(into: &buffer, in: rect)
  }

  private func table(_ model: Model, _ selection: Int?) -> Table {
    let theme = model.theme
    let checks = model.targetsInOrder
    var columns: [Table.Column] = [
      .names("TARGET", of: checks.map(TargetText.name), minWidth: 14),
      .number("IS", 8, priority: 1),
      .number("WANTED", 8, priority: 2),
    ]
    let hasBudgets = checks.contains { $0.budget != nil }
    if hasBudgets {
      columns += [
        .number("BURN 1h", 7, priority: 3), .number("6h", 6, priority: 4),
        .number("3d", 6, priority: 5),
      ]
    }
    let rows = checks.map { check in
      let severity = model.severity(of: check)
      let style = theme[severity.role]
      var fields = [
        Table.Field(TargetText.name(of: check)),
        Table.Field(TargetText.value(of: check), style: style),
        Table.Field(check.target.text.string),
      ]
      if hasBudgets { fields += TargetText.burns(of: check).map { Table.Field($0) } }
      return Table.Row(fields, mark: severity.mark, markStyle: style)
    }
    return Table(columns, rows: rows, selection: selection, theme: theme)
  }
}

extension Model {
  /// Targets as their pane lists them: the worst first, then those not known, then those met.
  var targetsInOrder: [TargetCheck] {
    let ranked = figures.targets.enumerated().map { place, check in
      (severity: severity(of: check), place: place, check: check)
    }
    return ranked.sorted { ($1.severity, $0.place) < ($0.severity, $1.place) }.map(\.check)
  }

  /// How bad it is that a target is missed: no better than what it is about is marked in its own
  /// pane, so that one thing does not look worse in one place than in another.
  func severity(of check: TargetCheck) -> Severity {
    let missed = TargetText.severity(of: check)
    return missed == .fine ? .fine : max(missed, severityOfSubject(of: check))
  }

  /// The mark of what a target is about; of several that are called alike, of those that have the
  /// value.
  private func severityOfSubject(of check: TargetCheck) -> Severity {
    guard let subject = check.subject else { return .fine }
    let severities: [Severity]
    switch check.target.measure {
    case .poolSaturation:
      severities = figures.pools.filter { $0.name == subject && $0.saturation == check.value }
        .map { severity(of: $0) }
    case .poolWaiting:
      severities = figures.pools.filter { $0.name == subject && $0.waiting == check.value }
        .map { severity(of: $0) }
    case .cacheHitRate:
      severities = figures.caches.filter { $0.name == subject && $0.hitRate == check.value }
        .map { severity(of: $0) }
    case .memory:
      severities = figures.memory.filter { $0.name == subject && $0.residentBytes == check.value }
        .map { severity(of: $0) }
    case .loopLag:
      severities = figures.runtime.filter { $0.name == subject && $0.loopLagSeconds == check.value }
        .map { figures.severity(of: .process($0.name, source: $0.source), byLimits: .fine) }
    case .queryTime:
      // Times are compared first: of statements there may be thousands, with long texts.
      severities = figures.everyQuery
        .filter { $0.latency?.p95?.seconds == check.value && $0.fingerprint == subject }
        .map { severity(of: $0) }
    case .taskTime, .taskFailures:
      let name = EndpointName(subject.string)
      severities = figures.tasks.filter { $0.name == name }.map { severity(of: $0, .task) }
    case .p50, .p90, .p95, .p99, .mean, .max, .errorRate, .availability, .apdex, .rate,
      .queriesPerRequest:
      severities =
        figures.endpoint(EndpointName(subject.string))
        .map { [severity(of: $0, .endpoint)] } ?? []
    }
    return severities.max() ?? .fine
  }
}
