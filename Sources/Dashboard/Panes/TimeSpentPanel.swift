import Telemetry
import TextUI

/// Where the time of a mean request goes, and how often it looks into caches, as far as statements,
/// calls and look-ups can be tied to it.
enum TimeSpentPanel {
  /// What is known of it; `nil` where nothing is tied to the endpoint.
  static func spent(
    _ row: EndpointRow?, _ name: EndpointName, _ model: Model
  ) -> TimeSpent? {
    model.history.timeSpent(
      in: row, name, among: model.figures.everyQuery, outbound: model.figures.outbound)
  }

  static func draw(
    _ row: EndpointRow?, _ name: EndpointName, _ model: Model, into buffer: inout Buffer,
    in rect: Rect
  ) {
    let theme = model.theme
    let mean = row?.latency?.meanSeconds
    let inner = Panel(
      title: "time spent",
      caption: StyledText(mean.map { "mean \(Units.duration($0)) per request" } ?? "")
    ).draw(model, into: &buffer, in: rect)
    guard !inner.isEmpty else { return }
    let spent = spent(row, name, model)
    let lookups = row.flatMap { lookupRow(of: $0, model) }
    guard let mean, mean > 0, spent != nil || lookups != nil else {
      TextBlock(
        mean == nil ? "no durations known" : "no statement could be tied to this endpoint",
        style: theme[.muted]
      ).draw(into: &buffer, in: inner.inset(horizontally: 1, vertically: 0))
      return
    }
    var lines = spent.map { SpentLine.lines($0, mean: mean) } ?? []
    if let lookups { lines.append(SpentLine(name: "cache", text: LookupText.line(lookups))) }
    // What is left matters less than what it is spent on.
    if lines.count > inner.height { lines.removeAll { $0.name == "rest" } }
    for (place, line) in lines.prefix(inner.height).enumerated() {
      let y = inner.y + place
      buffer.write(line.name, at: Point(x: inner.x + 1, y: y), style: theme[.muted], maxWidth: 5)
      guard let share = line.share else {
        buffer.write(
          line.text, at: Point(x: inner.x + 7, y: y), maxWidth: max(0, inner.width - 8))
        continue
      }
      let barWidth = max(0, min(30, inner.width - 6 - 20))
      Bar(fraction: share, style: theme[line.name == "rest" ? .muted : .accent]).draw(
        into: &buffer, in: Rect(x: inner.x + 7, y: y, width: barWidth, height: 1))
      buffer.write(
        line.text, at: Point(x: inner.x + 8 + barWidth, y: y),
        maxWidth: max(0, inner.width - 8 - barWidth))
    }
  }

  private static func lookupRow(of row: EndpointRow, _ model: Model) -> LookupRow? {
    EndpointLookups(model.history, model.settings.window, now: model.moment).row(of: row)
  }
}

/// One line of what the time of a mean request is spent on.
struct SpentLine {
  var name: String
  /// Its part of the time (0...1); `nil` where it takes none that is known.
  var share: Double?
  /// The share as it is shown, marked where it is a guess.
  var shareText = ""
  var text: String

  /// Statements, calls to other services, and the rest; what there is none of is left out.
  static func lines(_ spent: TimeSpent, mean: Double) -> [SpentLine] {
    func line(_ name: String, _ seconds: Double, _ calls: Double, _ isGuess: Bool) -> SpentLine {
      let mark = isGuess ? "~" : ""
      let share = min(1, seconds / mean)
      let count = Units.fixed(calls, calls < 9.95 ? 1 : 0)
      let shareText = "\(mark)\(Units.wholePercent(share))"
      return SpentLine(
        name: name, share: share, shareText: shareText,
        text: "\(shareText)  \(mark)\(count) calls")
    }
    var lines: [SpentLine] = []
    if spent.callsPerRequest > 0 {
      lines.append(line("sql", spent.sqlSeconds, spent.callsPerRequest, spent.isGuess))
    }
    if spent.outboundCallsPerRequest > 0 {
      lines.append(
        line(
          "out", spent.outboundSeconds, spent.outboundCallsPerRequest, spent.isOutboundGuess))
    }
    let rest = 1 - min(1, (spent.sqlSeconds + spent.outboundSeconds) / mean)
    let isGuess = spent.isGuess || spent.isOutboundGuess
    lines.append(
      SpentLine(
        name: "rest", share: rest, text: "\(isGuess ? "~" : "")\(Units.wholePercent(rest))"))
    return lines
  }
}
