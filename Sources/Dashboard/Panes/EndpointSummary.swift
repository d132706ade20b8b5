import Telemetry
import TextUI

/// The figures of one endpoint: counts by class, percentiles with how well they are known, where
/// its time goes, and what each source says of it.
///
///     below 80     to 100                   100 and wider
///     requests     requests | percentiles   requests | time spent | percentiles
///                                                    | seen by    |
enum EndpointSummary {
  /// Lines of it in the room of a detail: with one more, where lines are many, no percentile leaves.
  static func height(in body: Rect) -> Int {
    min(body.height >= 40 && body.width >= 80 ? 10 : 9, body.height / 2)
  }

  static func draw(
    _ name: EndpointName, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let views = model.history.views(of: name, model.settings.window, now: model.moment)
    let row = row(of: name, model, seen: views.first?.row)
    let parts = parts(of: rect)
    let inner = Panel(
      title: "requests",
      caption: StyledText(
        row.map { Units.counted($0.requests, rate: $0.rate, in: model.settings.window) } ?? "")
    ).draw(model, into: &buffer, in: parts.requests)
    if let row {
      // Where there is no room for the panel of it, a word tells where the time goes.
      let spent = parts.middle.isEmpty ? TimeSpentPanel.spent(row, name, model) : nil
      let room = inner.inset(horizontally: 1, vertically: 0)
      figures(of: row, model, spent, width: room.width).draw(into: &buffer, in: room)
    }
    if !parts.middle.isEmpty {
      let (spent, seen) = parts.middle.splitting(
        top: parts.middle.height - SeenByPanel.height(of: views))
      TimeSpentPanel.draw(row, name, model, into: &buffer, in: spent)
      SeenByPanel.draw(views, model, into: &buffer, in: seen)
    }
    guard !parts.percentiles.isEmpty else { return }
    PercentileTable.draw(
      model.history.histogram(of: name, model.settings.window, now: model.moment), row?.latency,
      model, into: &buffer, in: parts.percentiles)
  }

  /// The row of the endpoint, of the same moment as what stands beside it.
  ///
  /// What was read since the figures were worked out is in the views, and in the histogram. Where the
  /// first of them does not tell how requests ended, the figures have that from another.
  private static func row(
    of name: EndpointName, _ model: Model, seen: EndpointRow?
  ) -> EndpointRow? {
    guard var row = model.figures.endpoint(name) else { return seen }
    guard let seen else { return row }
    if seen.statuses.isKnown || !row.statuses.isKnown {
      row.requests = seen.requests
      row.rate = seen.rate
      row.statuses = seen.statuses
    }
    row.latency = seen.latency ?? row.latency
    return row
  }

  private struct Parts {
    var requests: Rect
    var middle: Rect
    var percentiles: Rect
  }

  private static func parts(of rect: Rect) -> Parts {
    let table = rect.width >= 160 ? rect.width / 3 : rect.width >= 80 ? PercentileTable.least : 0
    let (percentiles, others) = rect.splitting(right: table)
    let half = others.width / 2
    // So many have the counts by class, then what the sources say has its words.
    let least = 42
    let width = rect.width < 100 ? others.width : others.width - half > 52 ? half : least
    let (requests, middle) = others.splitting(left: width)
    return Parts(requests: requests, middle: middle, percentiles: percentiles)
  }

  /// Cells of the labels, the blank behind them included.
  private static let labelWidth = 7

  private static func figures(
    of row: EndpointRow, _ model: Model, _ spent: TimeSpent?, width: Int
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
      figure(label, Units.quantile(quantile), priority, change) {
        fitting([resolution(quantile)], $0)
      }
    }
    // What a target is about is what must be in sight; a lone mean takes its place.
    let deciding =
      latency?.loneMean.map { mean in
        figure("mean", Units.duration(mean), 1, slower { $0.meanSeconds }) {
          fitting(["no percentiles known"], $0)
        }
      }
      ?? figure(
        "p95", Units.quantile(latency?.p95), 1, slower { $0.p95?.seconds }, limits.latency(of: row)
      ) {
        let passed = target(row, model)
        return fitting([passed + resolution(latency?.p95), passed], $0)
      }
    return FigureList(
      [
        figure(
          "rate", RateUnit.text(ofLone: row.rate), 5,
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
        ) { fitting(mean(row, spent), $0) },
      ], labelWidth: labelWidth, labelStyle: theme[.muted])
  }

  /// The first of some words, the fullest first, that has room in so many cells.
  private static func fitting(_ words: [String], _ width: Int) -> String {
    words.first { CellWidth.of($0) <= width } ?? ""
  }

  /// How content callers are, and how many wait for an answer, in so many cells.
  private static func served(_ row: EndpointRow, width: Int) -> String {
    let inFlight = row.inFlight.map { "\(Units.number($0)) in flight" }
    let apdex = row.apdex.map { "apdex \(Units.fixed($0, 2))" }
    func line(_ parts: String?...) -> String {
      parts.compactMap(\.self).joined(separator: "  ")
    }
    return fitting(
      [line(apdex.map { $0 + " (T 500 ms)" }, inFlight), line(apdex, inFlight), line(apdex)],
      width)
  }

  /// The share that failed, with the mark of a limit that it has passed.
  private static func errors(of row: EndpointRow, _ model: Model) -> String {
    let mark = model.settings.thresholds.errors(of: row).mark
    return (mark.map { String($0.scalar(in: model.symbols)) + " " } ?? "")
      + Units.percent(row.errorRate) + " %"
  }

  /// The mean with what it is spent on, else of how many requests it is where it is not of all.
  private static func mean(_ row: EndpointRow, _ spent: TimeSpent?) -> [String] {
    guard let mean = row.latency?.meanSeconds, let count = row.latency?.count else { return [] }
    let parts =
      mean > 0
      ? spent.map { SpentLine.lines($0, mean: mean).filter { $0.name != "rest" } } ?? [] : []
    let shares = parts.map { "\($0.name) \($0.shareText)" }.joined(separator: ", ")
    let text = "mean \(Units.duration(mean))"
    let note = count < row.requests ? " of \(Units.count(count))" : ""
    return [text + (shares.isEmpty ? note : ", of it \(shares)"), text + note, text]
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
