import Dashboard
import Telemetry
import TextUI

/// The sections of the file.
extension ConfigurationSchema {
  static let targets = ConfigurationSection(
    name: "targets",
    about: """
      What the service is to reach: a comparison (`<`, `<=`, `>`, `>=`) and a bound. Without a \
      subject a target holds for every endpoint, pool or cache; `"NAME".measure` is about one. \
      What `availability` and `error_rate` leave is an error budget: it is told how fast it is \
      used up over 1 h, 6 h and 3 d, and whether that asks for somebody now or for a ticket.
      """,
    keys: Target.Measure.allCases.map { measure in
      ConfigurationKey(
        name: measure.rawValue, meaning: meaning(of: measure), kind: kind(of: measure.unit),
        standard: "", example: "\"\(measure.example)\""
      ) { item, reading throws(ConfigurationError) in
        try reading.add(target: item, subject: nil)
      }
    },
    anyKey: ConfigurationKey(
      name: "\"NAME\".measure", meaning: "the same for one endpoint, pool, cache or task",
      kind: "as above", standard: "", example: "\"<200ms\""
    ) { item, reading throws(ConfigurationError) in
      guard item.isTable else {
        return try reading.add(target: item, subject: nil)
      }
      for member in item.members {
        reading.attempt { reading throws(ConfigurationError) in
          try reading.add(target: member, subject: item.key)
        }
      }
    },
    example: [#""GET /users/{id}".p95 = "<200ms""#])

  private static func kind(of unit: Target.Unit) -> String {
    switch unit {
    case .seconds: "compared with a duration"
    case .share: "compared with a share"
    case .perSecond: "compared with a number a second"
    case .count: "compared with a number"
    case .bytes: "compared with a size"
    }
  }

  private static func meaning(of measure: Target.Measure) -> String {
    switch measure {
    case .p50, .p90, .p95, .p99: "latency percentile of endpoints"
    case .mean: "mean latency of endpoints"
    case .max: "longest request of endpoints"
    case .errorRate: "share of 5xx and of requests without an answer"
    case .availability: "1 - error_rate: the rest is the error budget"
    case .apdex: "Apdex of endpoints with T = 500 ms"
    case .rate: "requests a second of endpoints"
    case .queryTime: "time (p95) of statements"
    case .queriesPerRequest: "statements for one request"
    case .poolSaturation: "share of a pool in use"
    case .poolWaiting: "callers waiting for a pool"
    case .cacheHitRate: "share of look-ups that a cache answers"
    case .memory: "resident memory of processes"
    case .loopLag: "lag of the event loop"
    case .taskTime: "time (p95) of tasks"
    case .taskFailures: "share of runs of a task that failed"
    }
  }

  static let layout = ConfigurationSection(
    name: "layout",
    about: "Which panes are on the screen when something feeds them, and in which order.",
    keys: [
      ConfigurationKey(
        name: "hide", meaning: "panes that are left out", kind: "a list of panes", standard: "[]",
        example: #"["logs"]"#
      ) { item, reading throws(ConfigurationError) in
        reading.configuration.layout.hidden = Set(try panes(item, &reading))
      },
      ConfigurationKey(
        name: "show",
        meaning: "the only panes that are shown, in their order on the overview; all when empty",
        kind: "a list of panes", standard: "[]", example: #"["queries", "endpoints", "pools"]"#
      ) { item, reading throws(ConfigurationError) in
        let panes = try panes(item, &reading)
        reading.configuration.layout.shown = panes.isEmpty ? nil : panes
      },
    ])

  private static func panes(
    _ item: TOMLItem, _ reading: inout ConfigurationReading
  ) throws(ConfigurationError) -> [PaneID] {
    var panes: Set<PaneID> = []
    return try reading.texts(of: item) {
      element, name throws(ConfigurationError) -> PaneID in
      guard let pane = PaneID.allCases.first(where: { "\($0)" == name }) else {
        throw element.error(
          "there is no pane \"\(name)\""
            + Spelling.hintOrNames(name, among: PaneID.allCases.map { "\($0)" }))
      }
      guard panes.insert(pane).inserted else { throw element.error("\(name) is named twice") }
      return pane
    }
  }

  static let routes = ConfigurationSection(
    name: "routes",
    about: """
      Route templates that go before everything svctop would learn or guess. The first that \
      matches counts. `{name}`, `:name` and `<name>` stand for one segment or a part of one, \
      `{name...}` and `**` for the rest of the path.
      """,
    keys: [
      ConfigurationKey(
        name: "rules", meaning: "templates, the most special first", kind: "a list of templates",
        standard: "[]", example: #"["/blog/{slug}", "/files/{path...}", "/export/{name}.csv"]"#,
        isStartUp: true
      ) { item, reading throws(ConfigurationError) in
        let rules = try reading.texts(of: item) {
          rule, text throws(ConfigurationError) -> String in
          do throws(RouteRules.RuleError) {
            _ = try RouteRules([text])
          } catch {
            throw rule.error(error.description.string)
          }
          return text
        }
        reading.configuration.routeRules = (try? RouteRules(rules)) ?? RouteRules()
      }
    ])

  static let formats = ConfigurationSection(
    name: "formats",
    about: """
      Log formats of your own, by name: nginx log_format, Apache LogFormat, gunicorn's \
      access_log_format or a regular expression with named groups, as they stand in the server. \
      They are tried before the known ones.
      """,
    keys: [],
    anyKey: ConfigurationKey(
      name: "NAME", meaning: "the layout of a line", kind: "a layout", standard: "",
      example: #"'$remote_addr [$time_local] "$request" $status $request_time'"#, isStartUp: true
    ) { item, reading throws(ConfigurationError) in
      let text = try item.text("$remote_addr ...")
      do throws(LayoutError) {
        reading.configuration.formats.append(
          try LogFormatDescription.format(named: item.key, from: text))
        reading.configuration.layouts[item.key] = text
      } catch {
        throw item.error("\(error)")
      }
    },
    example: [
      #"edge = '$remote_addr [$time_local] "$request" $status $request_time'"#,
      #"batch = '(?<time>\S+ \S+) job (?<name>\w+) done in (?<duration_ms>\d+) ms'"#,
    ])
}

extension ConfigurationReading {
  /// Adds a target of `[targets]`.
  mutating func add(target item: TOMLItem, subject: String?) throws(ConfigurationError) {
    let text = try item.text("<200ms")
    do throws(TargetError) {
      configuration.targets.append(
        try Target(subject: subject, measure: item.key, bound: text))
    } catch {
      guard error.isAboutMeasure else { throw item.error(error.description) }
      if error.suggestion == nil, let target = ConfigurationReading.target(of: item.key, text) {
        throw item.error(
          "\(ConfigurationTemplate.quoted(item.key)) has no measure; write \(target)", at: .key)
      }
      let names = Target.Measure.allCases.map(\.rawValue)
      throw item.error(
        error.description + Spelling.hintOrNames(item.key, among: names), at: .key)
    }
  }

  /// How a bound of what is named like an endpoint is written; `nil` for a name that may have been
  /// meant as a measure.
  private static func target(of name: String, _ bound: String) -> String? {
    guard !name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
      return nil
    }
    let measure: Target.Measure =
      bound.hasPrefix(">") ? .availability : bound.hasSuffix("%") ? .errorRate : .p95
    return [name, bound].map(ConfigurationTemplate.quoted)
      .joined(separator: ".\(measure.rawValue) = ")
  }
}
