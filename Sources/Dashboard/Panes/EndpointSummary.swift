import Telemetry
import TextUI

/// The figures of one endpoint: counts by class, percentiles with how well they are known, where
/// its time goes, and what each source says of it.
///
///     requests        | time spent      | percentiles (from 160 columns on)
///                     | seen by
enum EndpointSummary {
  static let height = 9

  static func draw(
    _ name: EndpointName, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let views = model.history.views(of: name, model.settings.window, now: model.moment)
    let row = model.figures.endpoint(name) ?? views.first?.row
    let parts = rect.width >= 160 ? 3 : rect.width >= 100 ? 2 : 1
    let (left, others) = rect.splitting(left: rect.width / parts)
    let inner = Panel(
      title: "requests",
      caption: StyledText(
        row.map { "\(Units.count($0.requests)) in \(model.settings.window.name)" } ?? "")
    ).draw(model, into: &buffer, in: left)
    if let row {
      // A note that went on in a second line would push percentiles out of the panel.
      // Where there is no room for the panel of it, a word tells where the time goes.
      let spent = parts > 1 ? nil : spent(row, name, model)
      let lines = figures(
        of: row, model, mean: mean(row.latency, spent), width: max(0, inner.width - 2))
      for (place, line) in lines.prefix(inner.height).enumerated() {
        buffer.write(
          line, at: Point(x: inner.x + 1, y: inner.y + place), maxWidth: max(0, inner.width - 2))
      }
    }
    guard !others.isEmpty else { return }
    let (middle, right) = others.splitting(left: others.width / (parts - 1))
    let (spent, seen) = middle.splitting(top: middle.height - SeenByPanel.height(of: views))
    drawSpent(row, name, model, into: &buffer, in: spent)
    SeenByPanel.draw(views, model, into: &buffer, in: seen)
    guard !right.isEmpty else { return }
    PercentileTable.draw(
      model.history.histogram(of: name, model.settings.window, now: model.moment), row?.latency,
      model, into: &buffer, in: right)
  }

  private static func figures(
    of row: EndpointRow, _ model: Model, mean: String, width: Int
  ) -> [StyledText] {
    let theme = model.theme
    let latency = row.latency
    func line(
      _ label: String, _ text: String, _ change: BaselineChange?, _ note: String = "",
      _ role: ThemeRole = .text
    ) -> StyledText {
      StyledText(label.padded(to: 10), style: theme[.muted])
        + StyledText(text.padded(to: 9, alignment: .right), style: theme[role])
        + BaselineChange.note(change, theme) + StyledText("   " + note, style: theme[.muted])
    }
    // What failed first: it is what must not be cut.
    let classes = (1...5).reversed().compactMap { statusClass -> String? in
      let count = row.statuses[statusClass]
      guard count > 0 else { return nil }
      return "\(statusClass)xx \(Units.percent(Double(count) / Double(row.requests))) %"
    }
    let limits = model.settings.thresholds
    let inFlight = row.inFlight.map { "\(Units.number($0)) in flight" }
    let served = [apdex(row), inFlight].compactMap { $0 }.joined(separator: "  ")
    let shortServed = [row.apdex.map { "apdex \(Units.fixed($0, 2))" }, inFlight].compactMap { $0 }
      .joined(separator: "  ")
    func errorLine(_ note: String) -> StyledText {
      line(
        "errors", errors(of: row, model), model.changeOfErrors(of: row, .endpoint), note,
        limits.errors(of: row).role)
    }
    func slower(_ figure: (LatencySummary) -> Double?) -> BaselineChange? {
      model.change(of: row, .endpoint) { $0.latency.flatMap(figure) }
    }
    return [
      line(
        "rate", Units.rate(row.rate) + " /s",
        model.change(of: row, .endpoint, better: .neither) { $0.rate },
        classes.joined(separator: "  ")),
      errorLine(errorLine(served).width <= width ? served : shortServed),
      line(
        "p50", Units.quantile(latency?.p50), slower { $0.p50?.seconds }, resolution(latency?.p50)),
      line(
        "p90", Units.quantile(latency?.p90), slower { $0.p90?.seconds }, resolution(latency?.p90)),
      line(
        "p95", Units.quantile(latency?.p95), slower { $0.p95?.seconds },
        target(row, model) + resolution(latency?.p95), limits.latency(of: row).role),
      line(
        "p99", Units.quantile(latency?.p99), slower { $0.p99?.seconds }, resolution(latency?.p99)),
      line(
        "max", latency?.maxSeconds.map(Units.duration) ?? "-", slower { $0.maxSeconds },
        mean),
    ]
  }

  /// The share that failed, with the mark of a limit that it has passed.
  private static func errors(of row: EndpointRow, _ model: Model) -> String {
    let mark = model.settings.thresholds.errors(of: row).mark
    return (mark.map { String($0.scalar(in: model.symbols)) + " " } ?? "")
      + Units.percent(row.errorRate) + " %"
  }

  private static func apdex(_ row: EndpointRow) -> String? {
    row.apdex.map { "apdex \(Units.fixed($0, 2)) (T 500 ms)" }
  }

  private static func mean(_ latency: LatencySummary?, _ spent: TimeSpent?) -> String {
    guard let mean = latency?.meanSeconds, let count = latency?.count else { return "" }
    let parts =
      mean > 0
      ? spent.map { SpentLine.lines($0, mean: mean).filter { $0.name != "rest" } } ?? [] : []
    let shares = parts.map { "\($0.name) \($0.shareText)" }.joined(separator: ", ")
    return "mean \(Units.duration(mean))"
      + (shares.isEmpty ? " of \(Units.count(count))" : ", of it \(shares)")
  }

  private static func spent(
    _ row: EndpointRow?, _ name: EndpointName, _ model: Model
  ) -> TimeSpent? {
    model.history.timeSpent(
      in: row, name, among: model.figures.everyQuery, outbound: model.figures.outbound)
  }

  /// The limit that the p95 has passed.
  private static func target(_ row: EndpointRow, _ model: Model) -> String {
    let limits = model.settings.thresholds
    let mark = limits.latency(of: row).mark.map { String($0.scalar(in: model.symbols)) }
    guard let mark else { return "" }
    return "\(mark) over \(Units.axisDuration(limits.slowSeconds))  "
  }

  /// The bucket a figure lies in, where it is coarse enough to matter.
  private static func resolution(_ quantile: Quantile?) -> String {
    guard let quantile else { return "" }
    if quantile.isBeyondLastBound { return "past the last bucket" }
    return quantile.range.map {
      "bucket \(Units.duration($0.lowerBound)) to \(Units.duration($0.upperBound))"
    } ?? ""
  }
}

extension EndpointSummary {
  /// Where the time of a mean request goes, and how often it looks into caches, as far as
  /// statements, calls and look-ups can be tied to it.
  private static func drawSpent(
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
      buffer.write(
        mean == nil ? "no durations known" : "no statement could be tied to this endpoint",
        at: inner.origin.moved(by: 1), style: theme[.muted], maxWidth: inner.width - 2)
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
private struct SpentLine {
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
