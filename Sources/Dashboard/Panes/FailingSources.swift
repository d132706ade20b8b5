import Telemetry
import TextUI

/// Which sources fail and why: a line each below the header of the overview.
///
///     ✖ shop-api  connection refused; last read 2 min ago
///     ✖ access.log  no such file yet; waiting for it            +2 more: 9
enum FailingSources {
  /// Lines that they have; none where the pane of the sources is on the screen anyway.
  static func lines(of model: Model) -> Int {
    guard model.place == .overview, !model.isZoomed else { return 0 }
    let count = failing(model).count
    guard count > 0, !hasPane(model) else { return 0 }
    let height = model.size.height
    return min(height < 20 ? 1 : height < 30 ? 2 : 4, count)
  }

  /// Whether the overview has the pane of the sources: a person has asked for it, or nothing was told
  /// that could be shown, and why is what the sources say of themselves.
  static func hasPane(_ model: Model) -> Bool {
    if let shown = model.settings.layout.shown {
      return shown.contains(.sources) && model.settings.layout.allows(.sources)
    }
    let others: Set<PaneID> = [.endpoints, .findings, .logs, .sources, .own]
    return !model.history.hasEndpoints && others.isSuperset(of: Layout.panes(of: model))
  }

  private static func failing(_ model: Model) -> [SourceState] {
    model.history.sources.filter { SourcesPane.severity(of: $0) == .critical }
  }

  /// Draws as many as there are lines, and how many are left.
  static func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    let sources = failing(model)
    buffer.fill(rect)
    for (place, source) in sources.prefix(rect.height).enumerated() {
      let y = rect.y + place
      let isLast = place == rect.height - 1
      let more = isLast ? note(sources.count - rect.height, model) : ""
      let mark = String(Mark.critical.scalar(in: model.symbols))
      let line =
        StyledText(" \(mark) \(source.identity.name)  ", style: theme[.critical])
        + StyledText(
          SourcesPane.health(of: source, at: model.heldAt ?? model.clock), style: theme[.text])
      let width = CellWidth.of(more)
      buffer.write(
        line, at: Point(x: rect.x, y: y),
        maxWidth: rect.width - 1 - (width > 0 ? width + 2 : 0))
      buffer.write(more, at: Point(x: rect.maxX - 1 - width, y: y), style: theme[.muted])
    }
  }

  /// How many are out of sight, with the key that leads to them; empty for none.
  private static func note(_ count: Int, _ model: Model) -> String {
    guard count > 0 else { return "" }
    let digit = PaneID.sources.digit.map { Character("\($0)") }
    let isBound = digit.map { model.keyMap.command(for: .character($0)) == .focus(.sources) }
    let key = isBound == true ? digit.map { ": \($0)" } ?? "" : ""
    return "+\(count) more\(key)"
  }
}
