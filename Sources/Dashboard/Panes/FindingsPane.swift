import Telemetry
import TextUI

extension PaneID {
  /// See `FindingsPane`.
  package static let findings = PaneID("findings")
}

/// What is wrong, the worst first; at an endpoint or a statement, what is wrong with it.
struct FindingsPane: Pane {
  let id = PaneID.findings
  let title = "findings"
  let band = PaneBand.conclusions
  let listsRows = true

  func places(_ model: Model, at place: Model.Place) -> [Model.Place] {
    model.figures.findings(at: place).map { .finding($0.id) }
  }

  func isFed(by model: Model) -> Bool { !model.figures.findings.isEmpty }

  func absence(of model: Model) -> String {
    "nothing found in this window"
  }

  func caption(of model: Model) -> StyledText {
    if model.place != .overview {
      let here = model.figures.findings(at: model.place)
      return StyledText("\(here.count) of \(model.figures.findings.count) here")
    }
    let words: [(Severity, String)] = [
      (.critical, "critical"), (.high, "high"), (.medium, "medium"), (.low, "low"),
    ]
    let found = model.figures.findingCounts
    let counts = words.compactMap { severity, word in found[severity].map { "\($0) \(word)" } }
    return StyledText(counts.joined(separator: " · "))
  }

  func contentHeight(of model: Model) -> Int {
    let count = model.figures.findings(at: model.place).count
    // The table has a header where there are several.
    return count > 1 ? count + 1 : 1
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let findings = model.figures.findings(at: model.place)
    let selection =
      model.focus == id ? model.selectedRow(of: id, count: findings.count) : nil
    table(of: findings, model, selection, in: rect).draw(into: &buffer, in: rect)
  }

  /// The list, and the selected finding in full.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let findings = model.figures.findings(at: model.place)
    let selection = model.selectedRow(of: id, count: findings.count)
    let (top, bottom) = split(rect, count: findings.count)
    let inner = drawFrame(model, caption: caption(of: model), into: &buffer, in: top)
    table(of: findings, model, selection, in: inner).draw(into: &buffer, in: inner)
    guard let selection, !bottom.isEmpty else { return }
    FindingDetail.draw(findings[selection].id, model, into: &buffer, in: bottom)
  }

  /// The room of the list, and that of the selected finding where there is enough for both.
  private func split(_ rect: Rect, count: Int) -> (list: Rect, detail: Rect) {
    let isWhole = count == 0 || rect.height < 14
    let wanted = min(count + 3, max(6, rect.height / 2))
    let (list, detail) = rect.splitting(top: isWhole ? rect.height : wanted)
    return (list, detail)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    let count = model.figures.findings(at: model.place).count
    let list = model.isZoomed ? split(rect, count: count).list : rect
    return ClickableTable(rect: Box.inner(of: list), rows: count, showsHeader: count > 1)
  }

  /// Cells in which most summaries are whole.
  private static let wholeSummary = 90
  /// Cells in which a summary still tells what is wrong with what; before it has fewer, its kind and
  /// its beginning leave, which are in its detail too.
  private static let leastSummary = 32
  /// Cells of the column that says what a finding is about, where it has little and much room.
  private static let (leastSubject, wholeSubject) = (20, 34)
  /// Cells of the longest kind that is shown whole.
  private static let wholeKind = 24
  /// Cells of `critical`.
  private static let severityWidth = 8
  /// Cells from which on there is room beside whole summaries for what findings are about.
  ///
  /// Nothing but the room decides about columns: numbers in summaries gain and lose a digit from one
  /// second to the next.
  private static let leastWidthOfSubjects = wholeKind + leastSubject + wholeSummary + 11
  /// Cells from which on the others are whole beside severities, of which the mark at the row says
  /// the same in one cell.
  private static let leastWidthOfSeverities =
    wholeKind + wholeSubject + wholeSummary + severityWidth + 12

  private func table(
    of findings: [Finding], _ model: Model, _ selection: Int?, in rect: Rect
  ) -> Table {
    // The same whatever is in sight, so that nothing jumps when the list is scrolled.
    let kinds = findings.indices.lazy.map { findings[$0].kind.rawValue.utf8.count }.max() ?? 0
    let kindWidth = rect.width < 60 ? 12 : min(max(18, kinds), FindingsPane.wholeKind)
    let summaryWidth = min(
      FindingsPane.wholeSummary, max(FindingsPane.leastSummary, rect.width - kindWidth - 10))
    let showsSubject = rect.width >= FindingsPane.leastWidthOfSubjects
    let namesSeverity = rect.width >= FindingsPane.leastWidthOfSeverities
    var columns = [
      Table.Column("FINDING", minWidth: kindWidth, maxWidth: kindWidth, priority: 2),
      Table.Column("SUMMARY", minWidth: summaryWidth, flex: 1), .number("SINCE", 5, priority: 3),
    ]
    // What it is about and its numbers stand in the summary: no other column takes the room of it,
    // but for what no summary fills.
    if showsSubject {
      let longest = findings.reduce(0) { max($0, CellWidth.of(model.name(of: $1.subject))) }
      let width = max(FindingsPane.leastSubject, min(longest, FindingsPane.wholeSubject))
      // It grows before the summary does, which has all that it fills already.
      columns.insert(
        Table.Column(
          "WHAT", minWidth: FindingsPane.leastSubject, maxWidth: width, flex: 100, priority: 4),
        at: 1)
    }
    if namesSeverity {
      let width = FindingsPane.severityWidth
      columns.insert(
        Table.Column("SEVERITY", minWidth: width, maxWidth: width, priority: 5), at: 0)
    }
    var table = Table(
      columns, rows: [], selection: selection, placeholder: "nothing found in this window",
      showsHeader: findings.count > 1, theme: model.theme)
    table.fill(findings.count, in: rect) {
      row(findings[$0], model, showsSubject: showsSubject, namesSeverity: namesSeverity)
    }
    return table
  }

  private func row(
    _ finding: Finding, _ model: Model, showsSubject: Bool, namesSeverity: Bool
  ) -> Table.Row {
    let style = model.theme[finding.severity.role]
    var fields = [
      Table.Field(finding.kind.rawValue),
      model.field(finding.summary.string, of: .finding(finding.id)),
      Table.Field(finding.since.map { CalendarTime($0).shortClock } ?? "-"),
    ]
    if showsSubject { fields.insert(Table.Field(model.name(of: finding.subject)), at: 1) }
    if namesSeverity {
      fields.insert(Table.Field(finding.severity.name, style: style), at: 0)
    }
    return Table.Row(fields, mark: finding.severity.mark, markStyle: style)
  }
}

extension Model {
  /// What a finding is about, as the row on the screen is called.
  func name(of subject: FindingSubject) -> String {
    switch subject {
    case .endpoint(let name), .outbound(let name), .task(let name): name.description
    case .query(let id):
      figures.query(id)?.fingerprint.string ?? "query " + QueryRow.hex(id)
    case .pool(let name, _), .cache(let name, _), .process(let name, _), .breaker(let name, _),
      .queue(let name, _):
      name.string
    case .source(let source):
      history.sources.indices.contains(source) ? history.sources[source].identity.name.string : "-"
    case .service: settings.title.isEmpty ? "service" : settings.title
    }
  }
}
