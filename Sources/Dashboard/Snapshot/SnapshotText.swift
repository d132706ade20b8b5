import Telemetry
import TextUI

extension Model {
  /// The view at hand as plain text: a header that says what it is about, then the screen.
  ///
  /// No line is wider than `width`; without a height the screen is as tall as its content needs.
  /// Statements in tables and examples are shown without their literals; lines of the log tail
  /// stand as they were written.
  package func snapshotText(width: Int, height: Int?) -> String {
    var model = self
    model.prompt = nil
    model.notice = nil
    model.showsHelp = false
    model.settings.showsLiterals = settings.showsLiterals
    model.size = Size(width: width, height: height ?? 40)
    let body = View(model).buffer.text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = model.snapshotHeader(width: width) + body.dropFirst().dropLast().map(String.init)
    return lines.joined(separator: "\n") + "\n"
  }

  /// Time, window, filter and sources: what a reader of the ticket must know.
  private func snapshotHeader(width: Int) -> [String] {
    let range = figures.range
    var lines = [
      "svctop \(Version.current)  \(CalendarTime(moment).rfc3339)",
      "window \(settings.window.name): \(CalendarTime(range.from).rfc3339) to \(CalendarTime(range.to).rfc3339)",
    ]
    if let filter { lines.append("filter \(filter.text)") }
    for source in history.sources {
      lines.append("source \(source.identity.name): " + snapshotHealth(of: source))
      for trouble in SourcesPane.troubles(of: source) {
        lines += wrapped("note \(source.identity.name): \(trouble)", width)
      }
    }
    let totals = figures.totals
    lines.append(
      "total  \(Units.count(totals.requests)) requests, \(Units.rate(totals.rate)) /s, "
        + "errors \(Units.percent(totals.errorRate)) %, p95 \(Units.quantile(totals.latency?.p95))")
    return lines.map { $0.truncated(to: width, symbols: symbols) }
  }

  /// Where a source is and how it is; a reason that begins with the place says it once.
  private func snapshotHealth(of source: SourceState) -> String {
    let place = source.identity.location.string
    let health = SourcesPane.health(of: source, at: clock)
    return health.hasPrefix(place + ": ") ? health : "\(place), \(health)"
  }

  /// A sentence on as many lines as it needs, those after the first indented.
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    var last: String { lines[lines.count - 1] }
    for word in text.split(separator: " ") {
      let isFull = last.count + word.count + 1 > width && last.count > 2
      if isFull { lines.append(" ") }
      lines[lines.count - 1] += last.isEmpty ? "\(word)" : " \(word)"
    }
    return lines
  }
}
