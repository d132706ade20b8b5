import Telemetry

/// The performance report of a model's moment: what an expert would write after a day with the data.
///
///     summary          score, counts by area and severity, what was looked at
///     fix first        findings by severity and by what mending them gains
///     findings         each with evidence, advice and what it causes
///     tables           endpoints, errors, statements, pools, caches, memory, calls, tasks, sessions
///     not judged       what could not be known, and how to make it visible
package struct Report: Sendable {
  let model: Model
  /// Findings by priority.
  let priorities: [Priority]

  /// The report of what a model shows; its filter and window apply.
  ///
  /// Literals, query strings and users of addresses are left out unless the model shows literals.
  package init(of model: Model) {
    let model = model.redacted()
    self.model = model
    priorities = Priority.ordered(of: model)
  }

  var figures: Figures { model.figures }
  var history: History { model.history }
  var limits: Thresholds { model.settings.thresholds }

  /// Rows that a table shows at most.
  static let rowsShown = 15

  /// The report as a document, for any writer.
  package var document: Document {
    let name = model.settings.title
    var document = Document(
      title: name.isEmpty ? "Performance report" : "Performance report: \(name)")
    document.append("", introduction)
    document.append("Summary", summary)
    document.append("What to fix first", fixFirst)
    appendFindings(to: &document)
    document.append("Targets", targets)
    document.append("Slowest endpoints", slowestEndpoints)
    document.append("Error hot spots", errorHotSpots)
    document.append("Statements by time spent", statements)
    document.append("Connection pools", pools)
    document.append("Caches", caches)
    document.append("Memory and runtime", memory)
    document.append("Outbound calls", outbound)
    document.append("Tasks and steps", tasks)
    document.append("Sessions", sessions)
    document.append("What could not be judged", notJudged)
    document.append("Sources", sources)
    return document
  }

  private var introduction: [Document.Block] {
    let range = figures.range
    var text: RichText =
      "\(CalendarTime(range.from).rfc3339) to \(CalendarTime(range.to).rfc3339) (\(Units.age(range.seconds))), svctop \(Version.current)."
    if let filter = model.filter { text = text + " Only what passes \(code: filter.text)." }
    return [.paragraph(text)]
  }

  var sources: [Document.Block] {
    let rows = history.sources.map { source -> [RichText] in
      [
        "\(source.identity.name)", "\(code: source.identity.location)",
        "\(source.recognised.map(\.string).joined(separator: ", "))",
        "\(SourcesPane.health(of: source, at: model.clock))",
        "\(Units.count(source.tally.lines))", "\(Units.count(source.tally.unparsed))",
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        Document.Table(
          [
            .words("Source"), .words("Location"), .words("Read as"), .words("State"),
            .number("Lines or samples"), .number("Not understood"),
          ], rows))
    ]
  }
}
