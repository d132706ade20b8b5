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
    var row = model.figures.endpoint(name) ?? views.first?.row
    // What was read since the figures were worked out is in the views, which stand beside them.
    if let latency = views.first?.row.latency { row?.latency = latency }
    let parts = rect.width >= 160 ? 3 : rect.width >= 100 ? 2 : 1
    let (left, others) = rect.splitting(left: rect.width / parts)
    let inner = Panel(
      title: "requests",
      caption: StyledText(
        row.map { Units.counted($0.requests, rate: $0.rate, in: model.settings.window) } ?? "")
    ).draw(model, into: &buffer, in: left)
    if let row {
      // Where there is no room for the panel of it, a word tells where the time goes.
      let spent = parts > 1 ? nil : spent(row, name, model)
      let room = inner.inset(horizontally: 1, vertically: 0)
      figures(of: row, model, mean: mean(row.latency, spent), width: room.width)
        .draw(into: &buffer, in: room)
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

  /// Cells of the labels, the blank behind them included.
  private static let labelWidth = 7

  private static func figures(
    of row: EndpointRow, _ model: Model, mean: String, width: Int
  ) -> FigureList {
    let theme = model.theme
    let limits = model.settings.thresholds
    let latency = row.latency
    let noteWidth = width - labelWidth - FigureList.valueWidth - 2
    func figure(
      _ label: String, _ value: String, _ priority: Int, _ change: BaselineChange?,
      _ severity: Severity = .fine, marked: Bool = true, note: (_ width: Int) -> String
    ) -> FigureList.Figure {
      let changed = BaselineChange.note(change, theme)
      let words = note(noteWidth - changed.width)
      return FigureList.Figure(
        label, value, style: theme[severity.role],
        note: changed + StyledText(words.isEmpty ? "" : "  " + words, style: theme[.muted]),
        mark: marked ? severity.mark : nil, priority: priority)
    }
    func slower(_ figure: (LatencySummary) -> Double?) -> BaselineChange? {
      model.change(of: row, .endpoint) { $0.latency.flatMap(figure) }
    }
    func percentile(
      _ label: String, _ quantile: Quantile?, _ priority: Int, _ change: BaselineChange?
    ) -> FigureList.Figure {
      figure(label, Units.quantile(quantile), priority, change) { _ in resolution(quantile) }
    }
    // What a target is about is what must be in sight; a lone mean takes its place.
    let deciding =
      latency?.loneMean.map { mean in
        figure("mean", Units.duration(mean), 1, slower { $0.meanSeconds }) { _ in
          "no percentiles known"
        }
      }
      ?? figure(
        "p95", Units.quantile(latency?.p95), 1, slower { $0.p95?.seconds }, limits.latency(of: row)
      ) { _ in target(row, model) + resolution(latency?.p95) }
    return FigureList(
      [
        figure(
          "rate", Units.rate(row.rate) + " /s", 5,
          model.change(of: row, .endpoint, better: .neither) { $0.rate }
        ) { StatusShares.text(of: row.statuses, width: $0) },
        figure(
          "errors", errors(of: row, model), 2, model.changeOfErrors(of: row, .endpoint),
          limits.errors(of: row), marked: false
        ) { served(row, width: $0) },
        percentile("p50", latency?.p50, 4, slower { $0.p50?.seconds }),
        percentile("p90", latency?.p90, 7, slower { $0.p90?.seconds }),
        deciding,
        percentile("p99", latency?.p99, 3, slower { $0.p99?.seconds }),
        figure(
          "max", latency?.maxSeconds.map(Units.duration) ?? "-", 6, slower { $0.maxSeconds }
        ) { _ in mean },
      ], labelWidth: labelWidth, labelStyle: theme[.muted])
  }

  /// How content callers are, and how many wait for an answer, in so many cells.
  private static func served(_ row: EndpointRow, width: Int) -> String {
    let inFlight = row.inFlight.map { "\(Units.number($0)) in flight" }
    let apdex = row.apdex.map { "apdex \(Units.fixed($0, 2))" }
    let whole = [apdex.map { $0 + " (T 500 ms)" }, inFlight].compactMap { $0 }
      .joined(separator: "  ")
    guard CellWidth.of(whole) > width else { return whole }
    return [apdex, inFlight].compactMap { $0 }.joined(separator: "  ")
  }

  /// The share that failed, with the mark of a limit that it has passed.
  private static func errors(of row: EndpointRow, _ model: Model) -> String {
    let mark = model.settings.thresholds.errors(of: row).mark
    return (mark.map { String($0.scalar(in: model.symbols)) + " " } ?? "")
      + Units.percent(row.errorRate) + " %"
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

/// How the requests of an endpoint were answered, in few cells.
enum StatusShares {
  /// `5xx 2.1 %  4xx 0.1 %  2xx 97.8 %`, in fewer cells `5xx 2.1 4xx 0.1 2xx 97.8 %`, and then in
  /// whole percent; classes that never came are left out, and no number is cut.
  ///
  /// What failed stands first: it is what must not be cut.
  static func text(of statuses: StatusCounts, width: Int) -> String {
    let known = (1...5).reversed().compactMap { statusClass -> (name: String, share: Double)? in
      let count = statuses[statusClass]
      guard count > 0 else { return nil }
      return (name: "\(statusClass)xx", share: Double(count) / Double(statuses.total))
    }
    guard !known.isEmpty else { return "" }
    func line(_ count: Int, _ separator: String, _ share: (Double) -> String) -> String {
      known.prefix(count).map { "\($0.name) \(share($0.share))" }.joined(separator: separator)
    }
    func whole(_ share: Double) -> String { String(Units.wholePercent(share).dropLast(2)) }
    let lines =
      [
        line(known.count, "  ") { Units.percent($0) + " %" },
        line(known.count, " ", { Units.percent($0) }) + " %",
      ] + (1...known.count).reversed().map { line($0, " ", whole) + " %" }
    return lines.first { CellWidth.of($0) <= width } ?? ""
  }
}
