import Telemetry
import TextUI

extension Model {
  /// The view at hand as Markdown with the tables of GitHub, fit for an issue.
  ///
  /// What takes longest stands first; redacted as the text is.
  package func snapshotMarkdown() -> String {
    let model = forSnapshot(width: 100, height: nil)
    var document = Document(title: "svctop \(Version.current): \(model.viewTitle)")
    let sections = model.viewSections
    let hasSources = sections.contains { title, _ in title == "Sources" }
    var head: [Document.Block] = [.paragraph(model.summary)]
    if !hasSources { head.append(.list(model.sourceItems)) }
    document.append("", head)
    for (title, blocks) in sections { document.append(title, blocks) }
    return MarkdownWriter.text(of: document)
  }

  /// What the view is of, in a few words.
  private var viewTitle: String {
    let service = settings.title.isEmpty ? "" : settings.title + ", "
    if showsHelp { return service + "keys" }
    guard !isZoomed else { return service + focus.title }
    switch place {
    case .endpoint(let name), .work(_, let name): return service + name.description
    case .query(let id): return service + "statement " + QueryRow.hex(id)
    case .finding(let id):
      return service + "\(id.kind.rawValue): \(name(of: id.subject).truncated(to: 80))"
    default: return service + "overview"
    }
  }

  /// Where each source is and how it is, with what is doubtful about it.
  private var sourceItems: [RichText] {
    history.sources.flatMap { source -> [RichText] in
      let name = source.identity.name
      return ["source \(name): \(snapshotHealth(of: source))"]
        + source.troubles.map { trouble -> RichText in "note \(name): \(trouble)" }
    }
  }

  /// Time, window, filter and totals in one paragraph.
  private var summary: RichText {
    let range = figures.range
    let totals = figures.totals
    var text: RichText = """
      \(shownTime.rfc3339), window \(settings.window.name) from \
      \(CalendarTime(range.from).rfc3339) to \(CalendarTime(range.to).rfc3339). \
      \(Units.count(totals.requests)) requests, \(Units.rate(totals.rate)) /s, \
      \(Units.percent(totals.errorRate)) % errors, p95 \(Units.quantile(totals.latency?.p95)).
      """
    if let filter, !filter.text.isEmpty {
      text = text + " Only what passes \(code: filter.text)."
    }
    return text
  }

  private var viewSections: [(String, [Document.Block])] {
    if showsHelp { return keySections }
    let report = Report(of: self)
    if !isZoomed, let sections = detailSections {
      return sections + [("Sources", report.sources)]
    }
    guard isZoomed else {
      return [
        ("Findings", report.fixFirst), ("Endpoints", endpointTable(figures.endpoints)),
        ("Statements", report.statements),
        ("Pools", report.pools),
        ("Caches", report.caches), ("Memory and runtime", report.memory),
        ("Outbound calls", report.outbound), ("Tasks", report.tasks),
        ("Queues", report.queues), ("Breakers", report.breakers), ("Targets", report.targets),
        ("Sessions", report.sessions), ("Sources", report.sources),
      ]
    }
    let lack: Document.Block = .paragraph(RichText(PaneCatalog.pane(focus).absence(of: self)))
    return paneSections(report).map { title, blocks in (title, blocks.isEmpty ? [lack] : blocks) }
  }

  /// The tables of one pane; the picture of a pane that has none.
  private func paneSections(_ report: Report) -> [(String, [Document.Block])] {
    switch focus {
    case .endpoints, .latency: return [("Endpoints", endpointTable(figures.endpoints))]
    case .errors: return [("Errors", report.errorHotSpots)]
    case .pools: return [("Pools", report.pools)]
    case .caches: return [("Caches", report.caches)]
    case .memory: return [("Memory and runtime", report.memory)]
    case .queries: return [("Statements", report.statements)]
    case .outbound: return [("Outbound calls", report.outbound)]
    case .tasks: return [("Tasks", report.tasks)]
    case .sessions: return [("Sessions", report.sessions)]
    case .sources: return [("Sources", report.sources)]
    case .findings: return [("Findings", report.fixFirst)]
    case .logs: return [("Log", newestLines)]
    case .queues: return [("Queues", report.queues)]
    case .breakers: return [("Breakers", report.breakers)]
    case .targets: return [("Targets", report.targets)]
    case .own: return [("Cost", ownCosts), ("Remembered", ownRows)]
    default:
      let isEmpty = PaneCatalog.pane(focus).isEmpty(self)
      return [(focus.title, isEmpty ? [] : [.code(picture)])]
    }
  }

  /// What svctop costs its host; empty where nobody measured.
  private var ownCosts: [Document.Block] {
    guard let last = ownCost.samples.last else { return [] }
    return [
      .table(
        Document.Table(
          [.words("Of svctop"), .number("Now"), .number("Mean of 5 min")],
          OwnPane.figures.map { figure in
            [
              RichText(figure.label), RichText(figure.value(last).map(figure.format) ?? "-"),
              RichText(ownCost.mean(of: figure.value).map(figure.format) ?? "-"),
            ]
          }))
    ]
  }

  /// How many rows are remembered.
  private var ownRows: [Document.Block] {
    [
      .table(
        Document.Table(
          [.words("Rows of"), .number("Count")],
          OwnPane.remembered(self).map { name, count in
            [RichText(name), RichText(Units.count(UInt64(count)))]
          }))
    ]
  }

  func endpointTable(_ rows: [EndpointRow]) -> [Document.Block] {
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words("Endpoint"), .number("Rate/s"), .number("Requests"), .number("p50"),
            .number("p95"), .number("p99"), .number("Errors"), .number("SQL per request"),
            .words("Judged"),
          ],
          rows.map { row in
            let limits = settings.thresholds
            let severity = max(limits.latency(of: row), limits.errors(of: row))
            return [
              "\(code: row.name)", "\(Units.rate(row.rate))", "\(Units.count(row.requests))",
              "\(Units.quantile(row.latency?.p50))", "\(Units.quantile(row.latency?.p95))",
              "\(Units.quantile(row.latency?.p99))", "\(Units.percent(row.errorRate)) %",
              RichText(row.queriesPerRequest.map { Units.fixed($0, 1) } ?? "-"),
              RichText(severity == .fine ? "" : severity.name),
            ]
          }))
    ]
  }

  /// Lines of a log that an issue is to hold at most.
  private static let snapshotLines = 100

  private var newestLines: [Document.Block] {
    let lines = everyLine.suffix(Model.snapshotLines).map { line in
      "\(CalendarTime(line.time).rfc3339) \(history.sources[line.source].identity.name) \(line.text)"
    }
    return lines.isEmpty ? [] : [.code(lines.joined(separator: "\n"))]
  }

  /// The pane as the screen shows it.
  private var picture: String {
    let lines = View(self).buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropFirst().dropLast().joined(separator: "\n")
  }
}
