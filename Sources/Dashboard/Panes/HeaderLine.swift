import Telemetry
import TextUI

/// The top line: who, how the sources are, which window, when; and the trail of places.
enum HeaderLine {
  /// Draws the line at the top of the screen, and below it which sources fail where it has lines left.
  static func draw(_ model: Model, into buffer: inout Buffer, in header: Rect) {
    let theme = model.theme
    let (rect, below) = header.splitting(top: 1)
    if !below.isEmpty { FailingSources.draw(model, into: &buffer, in: below) }
    buffer.fill(rect, style: theme[.statusBar])
    // The fullest form in which everything fits; what is wrong has its room before who it is.
    let troubles = Troubles(of: model)
    let form =
      Form.fullestFirst.first { form in
        facts(model, form).width + text(of: troubles, model, form).width + 3 <= rect.width
      } ?? Form.fullestFirst[Form.fullestFirst.count - 1]
    let right = text(of: troubles, model, form)
    let x = rect.maxX - right.width - 1
    buffer.write(
      facts(model, form), at: rect.origin, style: theme[.statusBar],
      maxWidth: max(0, x - rect.x - 1))
    buffer.write(right, at: Point(x: x, y: rect.y), style: theme[.statusBar])
  }

  /// How much the line says.
  private struct Form {
    /// Whether it is named what the counts are of.
    var hasNoun = true
    var hasWindowWord = true
    var hasSourceWord = true
    /// Severities that are named beside their marks, the worst of them first.
    var namedSeverities = 3
    var hasTitle = true
    var hasName = true
    var clock = Clock.whole
    var hasAge = true
    var hasScore = true

    enum Clock { case whole, seconds, minutes, none }

    /// What goes first is said elsewhere or known anyway: words beside glyphs one by one, then who it
    /// is; how long ago the past is goes before its time.
    static let fullestFirst: [Form] = {
      let steps: [(inout Form) -> Void] = [
        { $0.hasNoun = false }, { $0.hasWindowWord = false }, { $0.hasSourceWord = false },
        { $0.namedSeverities = 2 }, { $0.namedSeverities = 1 }, { $0.namedSeverities = 0 },
        { $0.hasTitle = false }, { $0.clock = .seconds }, { $0.clock = .minutes },
        { $0.hasName = false }, { $0.hasAge = false }, { $0.hasScore = false },
        { $0.clock = .none },
      ]
      return steps.reduce(into: [Form()]) { forms, step in
        var form = forms[forms.count - 1]
        step(&form)
        forms.append(form)
      }
    }()
  }

  private static func facts(_ model: Model, _ form: Form) -> StyledText {
    let theme = model.theme
    var facts = StyledText("")
    if form.hasName { facts += StyledText(" svctop ", style: theme[.title]) }
    if !model.settings.title.isEmpty, form.hasTitle {
      facts += StyledText(" " + model.settings.title + " ", style: theme[.text])
    }
    facts += StyledText(" ") + sources(model, form)
    facts += StyledText(form.hasWindowWord ? "  window " : "  ", style: theme[.muted])
    facts += StyledText(model.settings.window.name)
    let time = model.shownTime
    let clock =
      switch form.clock {
      case .whole: time.clock + " UTC"
      case .seconds: time.clock
      case .minutes: time.shortClock
      case .none: ""
      }
    let day = model.showsOtherDay ? time.shortDate + " " : ""
    if !clock.isEmpty { facts += StyledText("  " + day + clock, style: theme[.text]) }
    let banner = banner(model, hasAge: form.hasAge)
    if !banner.isEmpty { facts += StyledText("  ") + StyledText(banner, style: theme[.banner]) }
    return facts
  }

  /// The trail from the overview to here, with the filter.
  static func drawTrail(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    let arrow = " \(String(model.symbols.breadcrumb)) "
    let ellipsis = String(model.symbols.ellipsis)
    let below = model.path.dropFirst()
    let names = [table(leadingTo: below.first)] + below.map { name(of: $0) }
    let room = rect.width - 10
    func width(from first: Int) -> Int {
      let left = first > 0 ? CellWidth.of(ellipsis + arrow) : 0
      let shown = names[first...]
      return shown.reduce(1 + left) { $0 + CellWidth.of($1) }
        + (shown.count - 1) * CellWidth.of(arrow)
    }
    // Where one is stands last; what leads to it gives its room to that.
    let first = names.indices.first { width(from: $0) <= room } ?? names.count - 1
    var trail = StyledText(" " + (first > 0 ? ellipsis + arrow : ""), style: theme[.muted])
    for (place, name) in names.enumerated().dropFirst(first) {
      if place > first { trail += StyledText(arrow, style: theme[.muted]) }
      trail += StyledText(
        name, style: place == names.count - 1 ? theme[.crumb] : theme[.muted])
    }
    buffer.write(trail, at: rect.origin, maxWidth: room)
    let hint = "esc back"
    buffer.write(
      hint, at: Point(x: rect.maxX - hint.count - 1, y: rect.y), style: theme[.muted],
      maxWidth: hint.count)
  }

  /// What the table of the overview is called that leads to a place.
  private static func table(leadingTo place: Model.Place?) -> String {
    switch place {
    case .query: "queries"
    case .work(let kind, _): (kind == .task ? PaneID.tasks : .outbound).title
    case .finding: PaneID.findings.title
    case .endpoint, .overview, nil: PaneID.endpoints.title
    }
  }

  private static func name(of place: Model.Place) -> String {
    switch place {
    case .overview: PaneID.endpoints.title
    case .endpoint(let name): name.description
    case .query(let id): "query " + QueryRow.hex(id)
    case .work(_, let name): name.description
    case .finding(let id): id.kind.rawValue
    }
  }

  private static func sources(_ model: Model, _ form: Form) -> StyledText {
    let theme = model.theme
    let all = model.history.sources
    if all.allSatisfy({ $0.health == .waiting }) {
      let mark = String(model.symbols.unknown)
      return StyledText(
        form.hasSourceWord
          ? "\(mark) waiting for \(all.count) source\(all.count == 1 ? "" : "s")"
          : "\(mark) \(all.count)", style: theme[.unknown])
    }
    let failing = all.filter { SourcesPane.severity(of: $0) == .critical }
    let doubtful = all.contains { SourcesPane.severity(of: $0) == .high }
    let severity: Severity = failing.isEmpty ? (doubtful ? .high : .fine) : .critical
    let mark = (severity.mark ?? .ok).scalar(in: model.symbols)
    let role = severity == .fine ? ThemeRole.ok : severity.role
    let counts = failing.isEmpty ? "\(all.count)" : "\(failing.count) of \(all.count)"
    let noun = all.count == 1 ? " source" : " sources"
    let word =
      counts + (form.hasSourceWord ? noun : "")
      + (failing.isEmpty || !form.hasTitle ? "" : " failing")
    return StyledText("\(String(mark)) ", style: theme[role])
      + StyledText(word, style: failing.isEmpty ? theme[.text] : theme[role])
  }

  private static func banner(_ model: Model, hasAge: Bool) -> String {
    let age = hasAge ? ", \(Units.age(model.clock - model.moment)) ago " : " "
    if model.showsPast { return " PAST" + age }
    if model.heldAt != nil { return " PAUSED " }
    // While it is being read, what was read last is not where the log ends.
    if let reading = model.reading { return " \(reading.text) " }
    return model.showsOldLog ? " log ends here" + age : ""
  }

  /// The score and how many findings there are of each severity; where none is told, how many rows
  /// of the panes are marked.
  private struct Troubles {
    var score: Score?
    var counts: [Severity: Int]
    /// What the counts are of.
    var noun = "findings"

    init(of model: Model) {
      score = model.figures.score
      counts = model.figures.findingCounts
      guard counts.isEmpty else { return }
      noun = "rows"
      counts = Troubles.markedRows(model)
      // A full score beside what is past its limits would be read as a contradiction.
      if !counts.isEmpty { score = nil }
    }

    /// Whether it was looked for trouble and there is none.
    var isCalm: Bool { counts.isEmpty && score?.isKnown == true }

    private static func markedRows(_ model: Model) -> [Severity: Int] {
      let figures = model.figures
      let (endpoints, queries) = (figures.everyEndpoint, figures.everyQuery)
      // By their places: a row is large, and iterating copies each.
      var severities = endpoints.indices.map { model.severity(of: endpoints[$0], .endpoint) }
      severities += queries.indices.map { model.severity(of: queries[$0]) }
      severities += figures.pools.map { model.severity(of: $0) }
      severities += figures.caches.map { model.severity(of: $0) }
      severities += figures.outbound.map { model.severity(of: $0, .outbound) }
      severities += figures.tasks.map { model.severity(of: $0, .task) }
      severities += figures.breakers.map { model.severity(of: $0) }
      return severities.reduce(into: [:]) { counts, severity in
        if severity >= .medium { counts[severity, default: 0] += 1 }
      }
    }
  }

  private static func text(
    of troubles: Troubles, _ model: Model, _ form: Form
  ) -> StyledText {
    let theme = model.theme
    var parts: [StyledText] = []
    if let score = troubles.score, form.hasScore {
      parts.append(
        StyledText("score ", style: theme[.muted])
          + StyledText(score.short, style: theme[score.role]))
    }
    if troubles.isCalm, form.namedSeverities > 0 {
      parts.append(
        StyledText("\(String(model.symbols.ok)) ", style: theme[.ok])
          + StyledText("nothing found", style: theme[.muted]))
    }
    // The name goes before the clock does, and what is only medium with it.
    let severities: [Severity] = form.hasName ? [.critical, .high, .medium] : [.critical, .high]
    var noun = form.hasNoun ? troubles.noun + " " : ""
    for (place, severity) in severities.enumerated() {
      guard let count = troubles.counts[severity], let mark = severity.mark else { continue }
      let text = "\(String(mark.scalar(in: model.symbols))) \(count)"
      parts.append(
        StyledText(noun, style: theme[.muted])
          + StyledText(
            text + (place < form.namedSeverities ? " \(severity.name)" : ""),
            style: theme[severity.role]))
      noun = ""
    }
    // What matters little has a place here only where nothing else is found.
    if let worst = troubles.counts.keys.max(), worst == .low, let count = troubles.counts[worst] {
      parts.append(
        StyledText(noun, style: theme[.muted])
          + StyledText("\(count) \(worst.name)", style: theme[.text]))
    }
    return parts.enumerated().reduce(StyledText("")) { line, part in
      line + StyledText(part.offset > 0 ? "  " : "") + part.element
    }
  }
}

extension Score {
  /// `75 C`; a dash where no source says anything that could be judged.
  package var short: String { isKnown ? "\(value) \(grade)" : "-" }

  /// The role that colours it: of the worst that there can be with such a grade.
  var role: ThemeRole {
    guard isKnown else { return .unknown }
    return grade == "A" ? .ok : grade == "F" ? .critical : .high
  }
}
