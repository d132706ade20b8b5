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
    let checks = model.figures.targets
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
      let severity = TargetText.severity(of: check)
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
