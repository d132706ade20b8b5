import Telemetry
import TextUI

extension PaneID {
  /// See `SourcesPane`.
  package static let sources = PaneID("sources")
}

/// Every source with its health, what was recognised in it and what was not understood.
struct SourcesPane: Pane {
  let id = PaneID.sources
  let title = "sources"
  let band = PaneBand.health

  func rowCount(_ model: Model) -> Int { model.history.sources.count }

  func texts(_ model: Model) -> [String] {
    model.history.sources.map { "\($0.identity.name) \($0.identity.location)" }
  }

  func contentHeight(of model: Model) -> Int {
    // The frame and the blank beside it; where it has half of a screen, a line may need more.
    text(model, selected: nil, width: 0).height(width: max(1, model.size.width - 4))
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    buffer.fill(rect)
    let inner = rect.inset(horizontally: 1, vertically: 0)
    let sources = model.history.sources
    let selected = model.focus == id ? model.selectedRow(of: id, count: sources.count) : nil
    var text = text(model, selected: selected, width: inner.width)
    text.offset = min(text.offset, max(0, text.height(width: inner.width) - inner.height))
    text.draw(into: &buffer, in: inner)
  }

  /// What is said of each source, scrolled to the selected one.
  private func text(_ model: Model, selected: Int?, width: Int) -> TextBlock {
    var text = TextBlock(lines: [], hangingIndent: 6)
    for (place, source) in model.history.sources.enumerated() {
      if place == selected { text.offset = text.height(width: width) }
      text.lines.append(headline(of: source, model))
      for note in details(of: source) {
        text.lines.append(StyledText("    " + note, style: model.theme[.muted]))
      }
    }
    return text
  }

  private func headline(of source: SourceState, _ model: Model) -> StyledText {
    let theme = model.theme
    let severity = SourcesPane.severity(of: source)
    let isWaiting = source.health == .waiting
    let mark = severity.mark ?? (isWaiting ? .unknown : .ok)
    let role = severity != .fine ? severity.role : isWaiting ? .unknown : ThemeRole.ok
    let health =
      model.reading(of: source)?.text
      ?? SourcesPane.health(of: source, at: model.heldAt ?? model.clock)
    return StyledText(String(mark.scalar(in: model.symbols)) + " ", style: theme[role])
      + SourcesPane.name(of: source.identity, theme) + StyledText("  ")
      + StyledText(health, style: theme[role])
  }

  /// What a source is called and where it is; a name that its place ends in or begins with is told in
  /// its place.
  private static func name(of identity: SourceIdentity, _ theme: Theme) -> StyledText {
    let (name, location) = (identity.name.string, identity.location.string)
    func told(from before: String, to after: String) -> StyledText {
      StyledText(before, style: theme[.muted]) + StyledText(name, style: theme[.title])
        + StyledText(after, style: theme[.muted])
    }
    if name.isEmpty { return StyledText(location, style: theme[.muted]) }
    if location == name { return told(from: "", to: "") }
    if location.hasSuffix("/\(name)") {
      return told(from: String(location.dropLast(name.count)), to: "")
    }
    for scheme in ["http://", "https://"] where location.hasPrefix("\(scheme)\(name)/") {
      return told(from: scheme, to: String(location.dropFirst(scheme.count + name.count)))
    }
    return StyledText(name + "  ", style: theme[.title])
      + StyledText(location, style: theme[.muted])
  }

  /// What the health of a source is in one phrase, with its age where that matters.
  static func health(of source: SourceState, at clock: Timestamp) -> String {
    let age = source.lastSuccess.map { Units.age(clock - $0) }
    switch source.health {
    case .waiting: return "nothing read yet"
    case .ended: return "read to its end"
    case .ok: return "ok" + (age.map { ", read \($0) ago" } ?? "")
    case .failing(let reason):
      let reason = SourcesPane.reason(reason, of: source.identity)
      // A reason may end in a question.
      guard reason.hasSuffix("?") else {
        return reason + (age.map { "; last read \($0) ago" } ?? "; never read")
      }
      return reason + (age.map { " Last read \($0) ago" } ?? " Never read")
    }
  }

  /// Why a source fails, without its own name: that stands wherever the reason does.
  static func reason(_ reason: DisplayText, of identity: SourceIdentity) -> String {
    let text = reason.string
    for name in [identity.location.string, identity.name.string] where !name.isEmpty {
      if text.hasPrefix(name + ": ") { return String(text.dropFirst(name.count + 2)) }
    }
    return text
  }

  static func severity(of source: SourceState) -> Severity {
    switch source.health {
    case .failing: .critical
    case .ok, .ended:
      source.tally.lines > 0 && source.tally.parsed == 0 ? .high : .fine
    case .waiting: .fine
    }
  }

  private func details(of source: SourceState) -> [String] {
    var details: [String] = []
    let tally = source.tally
    let unit = source.identity.kind == .log ? "lines" : "samples"
    var facts = ["\(Units.count(tally.lines)) \(unit)", Units.bytes(Double(tally.bytes))]
    if !source.recognised.isEmpty {
      facts.append("read as " + source.recognised.map(\.string).joined(separator: ", "))
    }
    details.append(facts.joined(separator: " · "))
    return details + source.troubles
  }
}

extension SourcesPane {
  /// A table of what each source brings, and below it all that is to be said of each.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let sources = model.history.sources
    let selection = model.selectedRow(of: id, count: sources.count)
    guard let (top, bottom) = split(rect, model) else {
      return drawFramed(model, into: &buffer, in: rect)
    }
    let inner = drawFrame(
      model, caption: "rates of the last minute", into: &buffer, in: top)
    table(of: sources, model, selection).draw(into: &buffer, in: inner)
    let details = Panel(title: "what they say").draw(model, into: &buffer, in: bottom)
    draw(model, into: &buffer, in: details)
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    guard model.isZoomed, let (top, _) = split(rect, model) else { return nil }
    return ClickableTable(rect: Box.inner(of: top), rows: model.history.sources.count)
  }

  /// The room of the table and that of the text below it; `nil` where there is too little for both.
  private func split(_ rect: Rect, _ model: Model) -> (table: Rect, text: Rect)? {
    let wanted = min(model.history.sources.count + 3, rect.height / 2)
    guard rect.height >= 14, wanted >= 4 else { return nil }
    let (top, bottom) = rect.splitting(top: wanted)
    return (top, bottom)
  }

  private func table(of sources: [SourceState], _ model: Model, _ selection: Int?) -> Table {
    let theme = model.theme
    // What is read is read now, however long ago it was written.
    let now = model.heldAt ?? model.clock
    let intakes = sources.map { $0.intake(now: now) }
    let all = intakes.compactMap { $0?.bytesPerSecond }.reduce(0, +)
    let axis = ChartTime.axis(of: model, most: 20)
    let later = now - model.moment
    let range = TimeRange(from: axis.range.from + later, to: axis.range.to + later)
    let period = Units.age(ChartTime.seconds(of: model)).uppercased()
    let rows = zip(sources, intakes).map { source, intake in
      let severity = SourcesPane.severity(of: source)
      let tally = source.tally
      return Table.Row(
        [
          Table.Field(source.identity.name.string),
          Table.Field(
            model.reading(of: source)?.text ?? SourcesPane.word(for: source.health),
            style: theme[severity.role]),
          Table.Field(source.lastSuccess.map { Units.age(now - $0) } ?? "-"),
          Table.Field(
            source.recognised.isEmpty
              ? "-" : source.recognised.map(\.string).joined(separator: ", ")),
          Table.Field(Units.count(tally.lines)),
          Table.Field(
            Units.count(tally.unparsed), style: tally.unparsed > 0 ? theme[.high] : .plain),
          Table.Field(intake.map { Units.rate($0.linesPerSecond) } ?? "-"),
          Table.Field(intake.map { Units.bytes($0.bytesPerSecond) } ?? "-"),
          Table.Field(
            .sparkline(
              Sparkline(
                unusual: source.bytesPerSecond(in: range, count: axis.columns, now: now),
                style: theme[.sparkline]))),
          Table.Field(
            intake.map { all > 0 ? Units.wholePercent($0.bytesPerSecond / all) : "-" } ?? "-"),
        ],
        mark: severity.mark ?? (source.health == .waiting ? .unknown : .ok),
        markStyle: theme[
          severity != .fine ? severity.role : source.health == .waiting ? .unknown : .ok])
    }
    return Table(
      [
        Table.Column("SOURCE", minWidth: 10, maxWidth: 24, flex: 1),
        Table.Column("STATE", minWidth: 7, priority: 2), .number("AGE", 6, priority: 2),
        Table.Column("READ AS", minWidth: 12, maxWidth: 24, flex: 1, priority: 5),
        .number("READ", 7, priority: 4), .number("UNKNOWN", 7, priority: 3),
        .number("LINES/s", 7, priority: 6), .number("BYTES/s", 7, priority: 3),
        // Beside the figure whose course it is.
        Table.Column("LAST \(period)", minWidth: 20, maxWidth: 20, priority: 8),
        .number("OF ALL", 6, priority: 7),
      ], rows: rows, selection: selection, theme: theme)
  }

  private static func word(for health: SourceHealth) -> String {
    switch health {
    case .waiting: "waiting"
    case .ok: "ok"
    case .failing: "failing"
    case .ended: "ended"
    }
  }
}
