import Telemetry
import TextUI

/// The details in Markdown: one endpoint, statement, call, task or finding, and the keys.
extension Model {
  /// What stands under which heading.
  typealias DocumentSections = [(String, [Document.Block])]

  /// The sections of the place that is open; `nil` at the overview.
  var detailSections: DocumentSections? {
    switch place {
    case .endpoint(let name): sections(of: name)
    case .query(let id): sections(of: id)
    case .work(let kind, let name): sections(of: name, kind)
    case .finding(let id): sections(of: id)
    default: nil
    }
  }

  /// The keys in force, group by group.
  var keySections: DocumentSections {
    KeyMap.Group.allCases.map { group in
      let bindings = keyMap.bindings.filter { $0.group == group && !$0.keys.isEmpty }
      let table = Document.Table(
        [.words("Keys"), .words("What they do"), .words("Command")],
        bindings.map { binding in
          let keys = binding.keys.map { $0.name(symbols: symbols) }.joined(separator: " ")
          return ["\(code: keys)", RichText(binding.help), "\(code: binding.command.name)"]
        })
      return (group.rawValue, bindings.isEmpty ? [] : [.table(table)])
    }
  }

  private func sections(of name: EndpointName) -> DocumentSections {
    let row = figures.endpoint(name)
    let apdex = RichText(row?.apdex.map { Units.fixed($0, 2) } ?? "-")
    return [
      ("Endpoint", endpointTable(row.map { [$0] } ?? [])),
      ("Percentiles", percentiles(row?.latency, and: [("Apdex", apdex)])),
      ("Statuses", statuses(row)), ("Its findings", findings(at: .endpoint(name))),
      ("Its statements", statements(of: name)),
    ]
  }

  private func statements(of name: EndpointName) -> [Document.Block] {
    let queries = history.queries(of: name, among: figures.everyQuery)
    guard !queries.isEmpty else { return [] }
    let requests = Double(figures.endpoint(name)?.requests ?? 0)
    return [
      .table(
        Document.Table(
          [
            .number("Calls"), .number("Per request"), .number("p95"), .words("Statement"),
            .words("Id"),
          ],
          queries.map { query in
            let calls = query.row.callers.first { $0.endpoint == name }?.calls ?? 0
            return [
              "\(Units.count(UInt64(max(0, calls.rounded()))))",
              RichText(requests > 0 ? Units.fixed(calls / requests, 1) : "-"),
              "\(Units.quantile(query.row.latency?.p95))",
              "\(code: query.row.fingerprint)", "\(query.row.hexID)",
            ]
          }))
    ]
  }

  /// The percentiles that are known, and other figures of the same durations.
  private func percentiles(
    _ latency: LatencySummary?, and others: [(title: String, value: RichText)] = []
  ) -> [Document.Block] {
    guard let latency else { return [] }
    let columns: [Document.Column] = [
      .number("p50"), .number("p90"), .number("p95"), .number("p99"), .number("Max"),
      .number("Mean"), .number("Durations"),
    ]
    let cells: [RichText] = [
      "\(Units.quantile(latency.p50))", "\(Units.quantile(latency.p90))",
      "\(Units.quantile(latency.p95))", "\(Units.quantile(latency.p99))",
      RichText(latency.maxSeconds.map(Units.duration) ?? "-"),
      RichText(latency.meanSeconds.map(Units.duration) ?? "-"), "\(Units.count(latency.count))",
    ]
    return [
      .table(
        Document.Table(
          columns + others.map { .number($0.title) }, [cells + others.map(\.value)]))
    ]
  }

  /// How requests ended, by classes; those that none had are left out.
  private func statuses(_ row: EndpointRow?) -> [Document.Block] {
    guard let row, row.statuses.isKnown else { return [] }
    let counts = row.statuses
    var classes = (1...5).map { (name: "\($0)xx", count: counts[$0]) }
    classes.append((name: "no answer", count: counts.noAnswer))
    classes.append((name: "not known", count: counts.other - counts.noAnswer))
    return [
      .table(
        Document.Table(
          [.words("Status"), .number("Requests"), .number("Share")],
          classes.filter { $0.count > 0 }.map { one in
            let share = Double(one.count) / Double(max(1, counts.total))
            return [RichText(one.name), "\(Units.count(one.count))", "\(Units.percent(share)) %"]
          }))
    ]
  }

  /// What is wrong at a place, the worst first.
  private func findings(at place: Place) -> [Document.Block] {
    let findings = figures.findings(at: place)
    guard !findings.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words("Severity"), .words("Finding"), .words("Summary"), .words("Since"),
            .words("Advice"),
          ],
          findings.map { finding in
            [
              RichText(finding.severity.name), RichText(finding.kind.rawValue),
              "\(finding.summary)",
              RichText(finding.since.map { CalendarTime($0).rfc3339 } ?? "-"),
              RichText(finding.advice.map(\.string).joined(separator: " ")),
            ]
          }))
    ]
  }

  private func sections(of id: UInt64) -> DocumentSections {
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
      ("Its findings", findings(at: .query(id))), ("Callers", callers(row.callers)),
      ("Slowest", examples.isEmpty ? [] : [.code(examples.joined(separator: "\n"))]),
    ]
  }

  private func callers(_ callers: [QueryCaller]) -> [Document.Block] {
    guard !callers.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [.words("Called by"), .number("Calls"), .words("Known")],
          callers.map { caller in
            [
              "\(code: caller.endpoint)", "\(Units.count(UInt64(max(0, caller.calls.rounded()))))",
              caller.isGuess ? "by time" : "by id",
            ]
          }))
    ]
  }

  private func sections(of name: EndpointName, _ kind: TrafficKind) -> DocumentSections {
    guard let row = WorkPane.rows(kind, self).first(where: { $0.name == name }) else { return [] }
    let facts = Document.Table(
      [
        .number(kind == .task ? "Runs" : "Calls"), .number("Rate/s"), .number("Failed"),
        .number("In all"),
      ],
      [
        [
          "\(Units.count(row.requests))", "\(Units.rate(row.rate))",
          "\(Units.percent(row.errorRate)) %",
          RichText(row.totalSeconds.map(Units.duration) ?? "-"),
        ]
      ])
    return [
      (kind == .task ? "Task" : "Outbound call", [.table(facts)]),
      ("Percentiles", percentiles(row.latency)),
      ("Its findings", findings(at: .work(kind, name))),
      ("Callers", kind == .outbound ? callers(history.callers(ofOutbound: row)) : []),
    ]
  }

  private func sections(of id: Finding.ID) -> DocumentSections {
    guard let known = finding(id)?.finding else { return [] }
    var certainty: RichText = "sure"
    if case .likely(let reason) = known.certainty { certainty = "likely: \(reason)" }
    let facts = Document.Table(
      [.words("Severity"), .words("Area"), .words("About"), .words("Since"), .words("Certainty")],
      [
        [
          RichText(known.severity.name), RichText(known.kind.category.rawValue),
          "\(code: name(of: known.subject))",
          RichText(known.since.map { CalendarTime($0).rfc3339 } ?? "-"), certainty,
        ]
      ])
    let evidence = Document.Table(
      [
        .words("What"), .number("Value"), .number("Limit"), .words("Where"), .words("When"),
        .words("Sample"),
      ], known.evidence.map(evidenceCells))
    let effects: [RichText] = known.symptoms.map { "\($0)" }
    let advice: [RichText] = known.advice.map { "\($0)" }
    var gain: [Document.Block] = []
    if let text = known.gain?.text { gain = [.paragraph("\(text)")] }
    return [
      ("Finding", [.paragraph("\(known.summary)."), .table(facts)]),
      ("Evidence", known.evidence.isEmpty ? [] : [.table(evidence)]),
      ("Effects", effects.isEmpty ? [] : [.list(effects)]),
      ("Advice", advice.isEmpty ? [] : [.list(advice)]), ("Gain", gain),
    ]
  }

  private func evidenceCells(_ evidence: FindingEvidence) -> [RichText] {
    func figure(_ value: Double?) -> RichText {
      RichText(value.map { Units.value($0, in: evidence.unit) } ?? "-")
    }
    var place = "-"
    if let source = evidence.source, history.sources.indices.contains(source) {
      place =
        history.sources[source].identity.name.string + (evidence.line.map { ":\($0)" } ?? "")
    }
    let time = evidence.range.map {
      "\(CalendarTime($0.from).clock) to \(CalendarTime($0.to).clock)"
    }
    let sample = evidence.sample.map { sample -> RichText in
      "\(code: settings.showsLiterals ? sample : Redaction.line(sample))"
    }
    return [
      "\(evidence.what)", figure(evidence.value), figure(evidence.threshold), RichText(place),
      RichText(time ?? "-"), sample ?? "",
    ]
  }
}
