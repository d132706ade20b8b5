import Telemetry
import TextUI

/// The top line: who, how the sources are, which window, when; and the trail of places.
enum HeaderLine {
  /// Draws the line at the top of the screen.
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect, style: theme[.statusBar])
    // The fullest form in which everything fits; what is wrong has its room before who it is.
    let form = Form.allCases.first { form in
      facts(model, form).width + troubles(model, form).width + 3 <= rect.width
    }
    let right = troubles(model, form ?? .least)
    let x = rect.maxX - right.width - 1
    buffer.write(
      facts(model, form ?? .least), at: rect.origin, style: theme[.statusBar],
      maxWidth: max(0, x - rect.x - 1))
    buffer.write(right, at: Point(x: x, y: rect.y), style: theme[.statusBar])
  }

  /// How much the line says, the most first.
  private enum Form: CaseIterable {
    case full, short, least
  }

  private static func facts(_ model: Model, _ form: Form) -> StyledText {
    let theme = model.theme
    var facts = StyledText(" svctop", style: theme[.title])
    if !model.settings.title.isEmpty, form != .least {
      facts += StyledText("  " + model.settings.title, style: theme[.text])
    }
    facts += StyledText("  ") + sources(model, form)
    facts += StyledText(form == .full ? "  window " : "  ", style: theme[.muted])
    facts += StyledText(model.settings.window.name)
    // A moment at the end of a slot lies a microsecond before its round time.
    let time = CalendarTime(model.heldAt.map { $0 + 0.000_001 } ?? model.moment)
    let clock = form == .least ? time.shortClock : time.clock + " UTC"
    facts += StyledText("  " + clock, style: theme[.text])
    let banner = banner(model)
    if !banner.isEmpty { facts += StyledText("  ") + StyledText(banner, style: theme[.banner]) }
    return facts
  }

  /// The trail from the overview to here, with the filter.
  static func drawTrail(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    let arrow = " \(String(model.symbols.breadcrumb)) "
    let names = model.path.map { name(of: $0, model) }
    var trail = StyledText(" ")
    for (place, name) in names.enumerated() {
      if place > 0 { trail += StyledText(arrow, style: theme[.muted]) }
      trail += StyledText(
        name, style: place == names.count - 1 ? theme[.crumb] : theme[.muted])
    }
    buffer.write(trail, at: rect.origin, maxWidth: rect.width - 10)
    let hint = "esc back"
    buffer.write(
      hint, at: Point(x: rect.maxX - hint.count - 1, y: rect.y), style: theme[.muted],
      maxWidth: hint.count)
  }

  private static func name(of place: Model.Place, _ model: Model) -> String {
    switch place {
    case .overview: "endpoints"
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
        form == .full
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
      counts + (form == .full ? noun : "") + (failing.isEmpty || form == .least ? "" : " failing")
    return StyledText("\(String(mark)) ", style: theme[role])
      + StyledText(word, style: failing.isEmpty ? theme[.text] : theme[role])
  }

  private static func banner(_ model: Model) -> String {
    if model.showsPast { return " PAST, \(Units.age(model.clock - model.moment)) ago " }
    if model.heldAt != nil { return " PAUSED " }
    guard model.showsOldLog, model.settings.window != .all else { return "" }
    return " log ends here, \(Units.age(model.clock - model.moment)) ago "
  }

  /// How many endpoints, pools and caches are marked.
  private static func troubles(_ model: Model, _ form: Form) -> StyledText {
    let limits = model.settings.thresholds
    let severities =
      !model.figures.findings.isEmpty
      ? model.figures.findings.map(\.severity)
      : model.figures.everyEndpoint.map { max(limits.latency(of: $0), limits.errors(of: $0)) }
        + model.figures.pools.map(limits.pool) + model.figures.caches.map(limits.cache)
    let critical = severities.filter { $0 == .critical }.count
    let high = severities.filter { $0 == .high || $0 == .medium }.count
    var text = StyledText("")
    if critical > 0 {
      text += StyledText(
        "\(String(model.symbols.critical)) \(critical)\(form == .full ? " critical" : "")",
        style: model.theme[.critical])
    }
    if high > 0 {
      if critical > 0 { text += StyledText("  ") }
      text += StyledText(
        "\(String(model.symbols.high)) \(high)\(form == .full ? " high" : "")",
        style: model.theme[.high])
    }
    return text
  }
}
