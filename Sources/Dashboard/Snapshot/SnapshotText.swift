import Telemetry
import TextUI

extension Model {
  /// The view at hand as plain text: a header that says what it is about, then the screen.
  ///
  /// No line is wider than `width`; below the header there are `height` lines, without one as many as
  /// the panes want.
  /// Statements are shown without their literals, query strings without their values, in lines of
  /// the log tail too, unless the settings say otherwise.
  package func snapshotText(width: Int, height: Int?) -> String {
    let model = forSnapshot(width: width, height: height)
    let buffer = View(model).buffer
    let rows = buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
    let body = rows[Model.picture(in: buffer, isFree: height == nil)].map(String.init)
    return (model.snapshotHeader(width: width) + body).joined(separator: "\n") + "\n"
  }

  /// The same with the colours of the theme, as a terminal of the given depth understands them.
  ///
  /// Without colours there is no escape code at all.
  package func snapshotANSI(width: Int, height: Int?, depth: ColorDepth) -> String {
    guard depth > .none else { return snapshotText(width: width, height: height) }
    let model = forSnapshot(width: width, height: height)
    let buffer = View(model).buffer
    let body = Model.picture(in: buffer, isFree: height == nil).map { y in
      Model.ansiLine(buffer.row(y), depth: depth)
    }
    return (model.snapshotHeader(width: width) + body).joined(separator: "\n") + "\n"
  }

  /// The model as it is written down: nothing of the moment's typing, nothing secret.
  func forSnapshot(width: Int, height: Int?) -> Model {
    var model = redacted()
    model.prompt = nil
    model.notice = nil
    model.helpOffset = 0
    model.size = Size(width: width, height: height.map { $0 + Model.linesAround } ?? 40)
    guard height == nil else { return model }
    let wanted: Int
    if model.showsHelp {
      wanted = model.size.height + HelpPane.lastOffset(of: model)
    } else if let free = Layout.freeHeight(of: model) {
      wanted = free
    } else if model.isZoomed {
      let trail = model.place == .overview ? 0 : 1
      let pane = PaneCatalog.pane(model.focus)
      wanted = pane.zoomedHeight(of: model, width: width) + trail + Model.linesAround
    } else {
      wanted = 40 + model.lastDetailOffset
    }
    model.size = Size(width: width, height: max(Layout.smallest.height, wanted))
    return model
  }

  /// Lines of a screen that are no part of its picture: the one at the top, and that of the keys.
  private static let linesAround = 2

  /// The rows of a screen that make its picture; where no height was asked for, without blank ones at
  /// its end.
  private static func picture(in buffer: Buffer, isFree: Bool) -> Range<Int> {
    var end = max(1, buffer.size.height - 1)
    while isFree, end > 1, buffer.row(end - 1).allSatisfy({ $0.scalar == " " }) { end -= 1 }
    return 1..<end
  }

  /// One line of cells; every run of a style ends in a reset, blanks at the end are left out.
  private static func ansiLine(_ row: ArraySlice<Cell>, depth: ColorDepth) -> String {
    let reset = "\u{1B}[0m"
    var line = ""
    var sequence = ""
    var cells = row[...]
    while let last = cells.last, last.scalar == " ", last.width > 0, last.style == .plain {
      cells.removeLast()
    }
    for cell in cells where cell.width > 0 {
      let next = cell.style.sequence(depth: depth)
      if next != sequence {
        if !sequence.isEmpty { line += reset }
        line += next
        sequence = next
      }
      line.unicodeScalars.append(cell.scalar)
    }
    return sequence.isEmpty ? line : line + reset
  }

  /// Service, time, window, filter and sources: what a reader of the ticket must know.
  func snapshotHeader(width: Int) -> [String] {
    let range = figures.range
    let title = settings.title.isEmpty ? "" : "  \(settings.title)"
    var lines = [
      "svctop \(Version.current)\(title)  \(shownTime.rfc3339)",
      "window \(settings.window.name): \(CalendarTime(range.from).rfc3339) to \(CalendarTime(range.to).rfc3339)",
    ]
    if let filter, !filter.text.isEmpty { lines.append("filter \(filter.text)") }
    for source in history.sources {
      lines.append("source \(source.identity.name): " + snapshotHealth(of: source))
      lines += source.troubles.map { "note \(source.identity.name): \($0)" }
    }
    let totals = figures.totals
    lines.append(
      "total  \(Units.count(totals.requests)) requests, \(Units.rate(totals.rate)) /s, "
        + "errors \(Units.percent(totals.errorRate)) %, p95 \(Units.quantile(totals.latency?.p95))")
    if let score = figures.score { lines.append("score " + score.arithmetic) }
    return lines.flatMap { wrapped($0, width) }.map { $0.truncated(to: width, symbols: symbols) }
  }

  /// Where a source is and how it is; a reason that begins with the place says it once.
  func snapshotHealth(of source: SourceState) -> String {
    let place = source.identity.location.string
    let health = SourcesPane.health(of: source, at: clock)
    return health.hasPrefix(place + ": ") ? health : "\(place), \(health)"
  }

  /// A sentence on as many lines as it needs, those after the first indented.
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    guard CellWidth.of(text) > width else { return [text] }
    var lines = [""]
    var last: String { lines[lines.count - 1] }
    for word in text.split(separator: " ") {
      let isFull = CellWidth.of(last) + CellWidth.of(String(word)) + 1 > width && last.count > 2
      if isFull { lines.append(" ") }
      lines[lines.count - 1] += last.isEmpty ? "\(word)" : " \(word)"
    }
    return lines
  }
}

extension Score {
  /// `72 C = 100 - 25 (1 critical finding) - 3 (1 low finding); not known: memory, tasks`.
  var arithmetic: String {
    guard isKnown else { return "-: no source says anything that could be judged" }
    let steps = lines.dropFirst().map { line in
      guard line.points < 0 else { return ", which is under 0" }
      let what = line.text.string.prefix { $0 != "," }
      return " - \(abs(line.points)) (\(what))"
    }
    let sum = steps.isEmpty ? ": no findings" : " = 100" + steps.joined()
    let areas = unknown.isEmpty ? "" : "; not known: " + unknown.joined(separator: ", ")
    return short + sum + areas
  }
}
