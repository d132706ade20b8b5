import Telemetry

/// `docs/metrics.md`: what is read of expositions, JSON endpoints and base URLs.
enum MetricsPage {
  static var text: String {
    """
    # Metrics

    svctop finds out by itself what an endpoint exposes; `svctop inspect URL` says what it made of
    it, and what would show more. This page is written by the code
    (`SVCTOP_RECORD_DOCS=1 swift test --filter ReferencePages`).

    ## Formats

    The bytes decide, not the content type.

    | format | what is read |
    |---|---|
    | Prometheus text 0.0.4, 1.0 | counters, gauges, histograms, summaries; quoted UTF-8 names |
    | OpenMetrics 1.0, 2.0 | the same with units, `_created` stamps and the `# EOF` mark |
    | protobuf | native histograms; asked for once text shows a histogram without buckets |
    | VictoriaMetrics text | `vmrange` buckets |
    | JSON | the shapes below, or a `[[mapping]]` of the configuration |
    | nginx `stub_status` | requests, and requests in flight |

    Rates and percentiles come from what counters and buckets have grown by between two scrapes.
    Resets are told by values that fall, by `_created` and by `process_start_time_seconds`. Several
    processes behind one port, each with its own counters, are kept apart by their start time
    and their first `_created`: scrapes make new connections, so that all have
    their turn. Without either they look like restarts: let them share a registry.
    Once one process has answered twenty scrapes in a row and no counter has fallen, its
    connection is kept where scrapes come every two seconds or more often, which costs it and svctop less,
    with TLS much less; of ten scrapes one still makes a new connection to look for others. A connection that
    the service closed meanwhile is made anew at once; one that keeps others waiting is not kept.

    ## From the address of a service alone

    `svctop http://127.0.0.1:8000` asks the usual paths with GET, four at a time. An exposition
    that counts requests ends the search:

    \(list(ExpositionPaths.all))

    Else all of these that are recognised make up one source:

    \(list(JSONShapeCatalog.paths))

    ## Presets

    One of the families in the second column must be there. `*` stands for any beginning; a final
    `_total` does not matter. Where several presets count the same requests, the one that tells the
    most is used. Routes `(none)` are requests for which the library tells no route (OpenTelemetry:
    mounted applications and 404s), `(all)` those of a library that tells none at all. Scrapes of
    the metrics page are left out where their route is told.

    `--preset NAME` names who wrote an endpoint where that is taken for somebody else's: only what is
    named is then used, a preset of these tables, `generic` or a shape of JSON, and its families need
    not be told from those of others. It may be repeated. Families of the process and its
    runtime are read all the same.

    \(MetricGroup.allCases.map(group).joined(separator: "\n\n"))

    ## Names that no preset knows

    Histograms, summaries and counters whose names speak of requests, or of calls to other services
    (`client`, `outbound`, `external` ...), are read by their names and labels; so are gauges of
    pools, queues, breakers and memory, and counters of caches. `svctop inspect` shows them with the
    preset `generic`. Statements and jobs are read where a preset above knows their names. A share of
    hits gives no figure of a window: `svctop inspect` names the counters that would.

    Pools of one name that several instances have on one page are told apart by the label that differs
    (`application`, `pod`, `instance`, `hostname`, `server` ...): `web-1/main`, `web-2/main`. Processes of
    one instance (`pid`, `worker`) share its pools, which are added up.

    ## JSON endpoints

    | shape | usual paths | gives |
    |---|---|---|
    \(shapes)

    ## Meanings of a mapping

    What a `[[mapping]]` in the configuration may say of a value of JSON:

    | meaning | what the value is | kept as |
    |---|---|---|
    | `requests` | requests so far | total |
    | `errors` | failed requests so far | total |
    | `duration_sum` | the durations of all requests so far | total |
    | `duration_mean`, `duration_max` | durations that the application computed | as it is |
    | `p50`, `p95`, `p999` ... | a quantile that the application computed | as it is |
    \(meanings)
    """ + "\n"
  }

  /// The presets of one group, in the order of the catalogue.
  static func presets(in group: MetricGroup) -> [MetricPreset] {
    MetricPresetCatalog.all.filter { MetricGroup.of($0) == group }
  }

  private static func group(_ group: MetricGroup) -> String {
    let presets = presets(in: group)
    var text = "### \(group.title)\n\n| preset | detected by |\n|---|---|\n"
    text += presets.map { preset in
      let labels = preset.detectionLabels.isEmpty ? "" : " with \(code(preset.detectionLabels))"
      let exporter = preset.isExporter ? " (exporter)" : ""
      return "| \(preset.name)\(exporter) | \(names(preset.detection))\(cell(labels)) |"
    }
    .joined(separator: "\n")
    let traffic = presets.flatMap { preset in preset.traffic.map { row($0, of: preset) } }
    if !traffic.isEmpty {
      text += "\n\n| preset | counts | durations | counters | endpoint | method | status |\n"
      text += "|---|---|---|---|---|---|---|\n" + traffic.joined(separator: "\n")
    }
    let statements = presets.flatMap { preset in preset.statements.map { row($0, of: preset) } }
    if !statements.isEmpty {
      text += "\n\n| preset | statements | calls | time | rows |\n|---|---|---|---|---|\n"
      text += statements.joined(separator: "\n")
    }
    let signals = presets.flatMap(signalRows)
    if !signals.isEmpty {
      text += "\n\n| preset | gives | from | subject | unit |\n|---|---|---|---|---|\n"
      text += signals.joined(separator: "\n")
    }
    return text
  }

  private static func row(_ rule: TrafficRule, of preset: MetricPreset) -> String {
    let kind =
      switch rule.kind {
      case .endpoint: "requests"
      case .outbound: rule.group.hasPrefix("db") ? "statements" : "calls"
      case .task: "jobs"
      }
    let cells = [
      preset.name, kind, names(rule.duration + (rule.time.map { [$0] } ?? [])),
      names(rule.counts.map(\.family)),
      code(rule.endpoint), code(rule.method), code(rule.status),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func row(_ rule: StatementRule, of preset: MetricPreset) -> String {
    func names(_ parts: StatementRule.Part...) -> String {
      self.names(parts.compactMap { rule.families[$0] })
    }
    let text = names(.text).isEmpty ? names(.calls) : names(.text)
    let cells = [
      preset.name, "label \(code([rule.textLabel])) of \(text)", names(.calls),
      names(.seconds), names(.rowsSent, .rowsExamined),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// One row for each signal and what its values belong to.
  private static func signalRows(_ preset: MetricPreset) -> [String] {
    var rows: [(key: String, rules: [SignalRule])] = []
    for rule in preset.signals {
      let key = "\(rule.signal) \(rule.subject) \(rule.subjectName)"
      if let place = rows.firstIndex(where: { $0.key == key }) {
        rows[place].rules.append(rule)
      } else {
        rows.append((key, [rule]))
      }
    }
    return rows.compactMap { row in
      guard let first = row.rules.first else { return nil }
      let samples = row.rules.map { rule in
        let conditions = rule.condition.map { [$0] + $0.also } ?? []
        let labels = conditions.map {
          "\($0.label)\($0.isExclusion ? "!=" : "=")\($0.values.map { $0.isEmpty ? "none" : $0 }.joined(separator: ","))"
        }
        let condition = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
        return "\(rule.scale < 0 ? "less " : "")`\(rule.sample.text)\(condition)`"
      }
      let subject =
        first.subject.isEmpty
        ? first.subjectName : "label \(code(first.subject))"
      let cells = [
        preset.name, name(first.signal), samples.joined(separator: ", "), subject,
        unit(of: first.signal),
      ]
      return "| " + cells.map(cell).joined(separator: " | ") + " |"
    }
  }

  private static var shapes: String {
    JSONShapeCatalog.rows.map { "| \($0.name) | \(code($0.paths)) | \(cell($0.gives)) |" }
      .joined(separator: "\n")
  }

  private static var meanings: String {
    Signal.allCases.map { signal in
      let unit = unit(of: signal).isEmpty ? "" : ", \(unit(of: signal))"
      return "| `\(signal)` | \(name(signal))\(unit) | \(signal.isCounter ? "total" : "as it is") |"
    }
    .joined(separator: "\n")
  }

  /// `poolWaitSeconds` as "pool wait"; units have a column of their own.
  private static func name(_ signal: Signal) -> String {
    var words = ""
    for character in "\(signal)" {
      if character.isUppercase {
        words += " " + character.lowercased()
      } else {
        words.append(character)
      }
    }
    for unit in [" seconds", " bytes"] where words.hasSuffix(unit) {
      words = String(words.dropLast(unit.count))
    }
    return words
  }

  private static func unit(of signal: Signal) -> String {
    let name = "\(signal)"
    if name.hasSuffix("Seconds") || signal == .processStart { return "seconds" }
    if name.hasSuffix("Bytes") { return "bytes" }
    if signal == .breakerFailureRate { return "0 to 1" }
    if signal == .breakerState { return "0 closed, 0.5 half open, 1 open" }
    return ""
  }

  private static func names(_ patterns: [NamePattern]) -> String { code(patterns.map(\.text)) }

  private static func code(_ words: [String]) -> String {
    words.map { cell("`\($0)`") }.joined(separator: ", ")
  }

  private static func list(_ paths: [String]) -> String {
    paths.map { "`\($0)`" }.joined(separator: ", ")
  }
}
