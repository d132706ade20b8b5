import Telemetry
import TextUI

extension Model {
  /// The view at hand as Markdown with the tables of GitHub, fit for an issue.
  ///
  /// What takes longest stands first; redacted as the text is.
  package func snapshotMarkdown() -> String {
    let model = forSnapshot(width: 100, height: nil)
    var document = Document(title: "svctop \(Version.current): \(model.viewTitle)")
    document.append("", [.paragraph(model.summary)])
    for (title, blocks) in model.viewSections { document.append(title, blocks) }
    return MarkdownWriter.text(of: document)
  }

  /// What the view is of, in a few words.
  private var viewTitle: String {
    let service = settings.title.isEmpty ? "" : settings.title + ", "
    if case .endpoint(let name) = place { return service + name.description }
    if case .query(let id) = place { return service + "statement " + QueryRow.hex(id) }
    return service + (isZoomed ? focus.title : "overview")
  }

  /// Time, window, filter and totals in one paragraph.
  private var summary: RichText {
    let range = figures.range
    let totals = figures.totals
    var text: RichText = """
      \(CalendarTime(moment).rfc3339), window \(settings.window.name) from \
      \(CalendarTime(range.from).rfc3339) to \(CalendarTime(range.to).rfc3339). \
      \(Units.count(totals.requests)) requests, \(Units.rate(totals.rate)) /s, \
      \(Units.percent(totals.errorRate)) % errors, p95 \(Units.quantile(totals.latency?.p95)).
      """
    if let filter { text = text + " Only what passes \(code: filter.text)." }
    return text
  }

  private var viewSections: [(String, [Document.Block])] {
    let report = Report(of: self)
    if case .endpoint(let name) = place {
      return sections(of: name) + [("Sources", report.sources)]
    }
    if case .query(let id) = place { return sections(of: id) + [("Sources", report.sources)] }
    guard isZoomed else {
      return [
        ("Findings", report.fixFirst), ("Endpoints", endpointTable(figures.endpoints)),
        ("Statements", report.statements),
        ("Pools", report.pools),
        ("Caches", report.caches), ("Memory and runtime", report.memory),
        ("Outbound calls", report.outbound), ("Tasks", report.tasks),
        ("Sessions", report.sessions), ("Sources", report.sources),
      ]
    }
    return paneSections(report)
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
    default: return [(focus.title, [.code(picture)])]
    }
  }

  private func endpointTable(_ rows: [EndpointRow]) -> [Document.Block] {
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

  private func sections(of name: EndpointName) -> [(String, [Document.Block])] {
    let queries = history.queries(of: name, among: figures.everyQuery)
    let table = Document.Table(
      [
        .number("Calls"), .number("Per request"), .number("p95"), .words("Statement"), .words("Id"),
      ],
      queries.map { query in
        let requests = Double(figures.endpoint(name)?.requests ?? 0)
        let calls = query.row.callers.first { $0.endpoint == name }?.calls ?? 0
        return [
          "\(Units.count(UInt64(max(0, calls.rounded()))))",
          RichText(requests > 0 ? Units.fixed(calls / requests, 1) : "-"),
          "\(Units.quantile(query.row.latency?.p95))",
          "\(code: query.row.fingerprint)", "\(query.row.hexID)",
        ]
      })
    return [
      ("Endpoint", endpointTable(figures.everyEndpoint.filter { $0.name == name })),
      ("Its statements", queries.isEmpty ? [] : [.table(table)]),
    ]
  }

  private func sections(of id: UInt64) -> [(String, [Document.Block])] {
    guard let row = figures.query(id) else { return [] }
    let facts = Document.Table(
      [
        .number("Calls"), .number("Share"), .number("In all"), .number("p50"), .number("p95"),
        .number("p99"), .number("Max"), .number("Rows per call"),
      ],
      [
        [
          "\(Units.count(row.calls))", "\(Units.wholePercent(row.share))",
          "\(Units.duration(row.totalSeconds))", "\(Units.quantile(row.latency?.p50))",
          "\(Units.quantile(row.latency?.p95))", "\(Units.quantile(row.latency?.p99))",
          RichText(row.latency?.maxSeconds.map(Units.duration) ?? "-"),
          "\(Units.number(row.rowsSentPerCall))",
        ]
      ])
    let callers = Document.Table(
      [.words("Called by"), .number("Calls"), .words("Known")],
      row.callers.map { caller in
        [
          "\(code: caller.endpoint)", "\(Units.count(UInt64(max(0, caller.calls.rounded()))))",
          caller.isGuess ? "by time" : "by id",
        ]
      })
    let examples = self.examples(of: row).map { example in
      let statement =
        settings.showsLiterals ? example.statement : Redaction.statement(example.statement)
      let source = history.sources[example.source].identity.name.string
      return
        "\(Units.duration(example.seconds))  \(CalendarTime(example.time).rfc3339)  "
        + "\(source)\(example.line > 0 ? ":\(example.line)" : "")  \(statement)"
    }
    return [
      ("Statement", [.code(row.fingerprint.string), .table(facts)]),
      ("Callers", row.callers.isEmpty ? [] : [.table(callers)]),
      ("Slowest", examples.isEmpty ? [] : [.code(examples.joined(separator: "\n"))]),
    ]
  }

  /// Lines of a log that an issue is to hold at most.
  private static let snapshotLines = 100

  private var newestLines: [Document.Block] {
    let lines = history.tail.suffix(Model.snapshotLines).map { line in
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
