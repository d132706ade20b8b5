import Telemetry

/// The time axis of charts and sparklines.
///
/// Columns start at multiples of their width, so that a column keeps its value while time goes
/// on: only the newest one moves, and it is shown from when half of it has passed, since a few
/// seconds look like a spike or like an end of the trouble. A moment of the past is the end of the
/// last one.
enum ChartTime {
  /// What charts reach back to: ten minutes, or the window where that is longer.
  static func seconds(of model: Model) -> Double {
    switch model.settings.window {
    case .last(let seconds): max(600, min(seconds, longest))
    case .all: max(1, model.figures.range.seconds)
    }
  }

  /// No window reaches further back than this, which is thirty years.
  private static let longest = 1e9

  /// Columns in which it is looked whether a chart of any width has something to show.
  static let columnsToJudge = 60

  /// The range of a chart that ends at the moment shown, and in how many equal columns to ask for
  /// it: no more than `most`, each as wide as a slot or several.
  static func axis(of model: Model, most: Int) -> (range: TimeRange, columns: Int) {
    let most = max(1, most)
    if model.settings.window == .all {
      let range = model.figures.range
      let columns = model.history.columns(of: range, most: most, now: model.moment)
      return (TimeRange(from: range.from, to: range.to + 0.000_001), columns)
    }
    let seconds = seconds(of: model)
    let slot = model.history.slotSeconds(from: model.moment - seconds, now: model.moment)
    let width = columnSeconds(dividing: seconds, by: slot, most: most)
    let columns = min(most, max(1, Int((seconds / width).rounded(.up))))
    let micro = Int64(width) * 1_000_000
    // A column that reached beyond a moment of the past would show what came after it.
    let end = model.showsPast ? model.moment.microseconds + 1 : end(of: model, columns: micro)
    let range = TimeRange(
      from: Timestamp(microseconds: end - Int64(columns) * micro),
      to: Timestamp(microseconds: end))
    return (range, columns)
  }

  /// Where the newest column ends, in microseconds, for columns of `micro`.
  private static func end(of model: Model, columns micro: Int64) -> Int64 {
    let now = model.moment.microseconds
    let start = now / micro * micro
    // Where nothing was read before, a few seconds are all there is.
    let isFirst = model.history.extent.map { $0.lowerBound.microseconds >= start } ?? true
    return isFirst || 2 * (now - start) >= micro ? start + micro : start
  }

  /// The least multiple of the slots that gives no more than `most` columns; where possible
  /// one that divides the whole, so that the chart reaches back exactly as far as it says.
  private static func columnSeconds(
    dividing seconds: Double, by slot: Double, most: Int
  ) -> Double {
    let least = max(slot, (seconds / Double(most) / slot).rounded(.up) * slot)
    var width = least
    while width <= 2 * least {
      if seconds.truncatingRemainder(dividingBy: width) == 0 { return width }
      width += slot
    }
    return least
  }

  /// `-10m`, `-5m`, `now` for a range that ends now; clock times for one that lies in the past, with
  /// their days where it is longer than one.
  static func labels(of range: TimeRange, model: Model) -> [String] {
    let middle = range.from + range.seconds / 2
    if model.settings.window == .all || model.showsOldLog || model.heldAt != nil {
      let hasDays = range.seconds > 86_400
      return [range.from, middle, range.to].map(CalendarTime.init).map { time in
        (hasDays ? time.shortDate + " " : "") + time.shortClock
      }
    }
    return ["-" + short(range.seconds), "-" + short(range.seconds / 2), "now"]
  }

  /// A length of time to the second, as it may be typed: `90s`, `10m`, `2m30s`, `2h30m`.
  static func short(_ seconds: Double) -> String {
    let whole = Int(min(seconds, longest).rounded())
    func part(_ count: Int, _ unit: String) -> String { count == 0 ? "" : "\(count)\(unit)" }
    switch whole {
    case ..<120: return "\(whole)s"
    case ..<7200: return "\(whole / 60)m" + part(whole % 60, "s")
    default: return "\(whole / 3600)h" + part(whole / 60 % 60, "m") + part(whole % 60, "s")
    }
  }
}

extension Window {
  /// The window as a user names it: `5m`, `1h`, `all`.
  package var name: String {
    switch self {
    case .last(let seconds):
      seconds == 60 ? "1m" : seconds == 3600 ? "1h" : ChartTime.short(seconds)
    case .all: "all"
    }
  }
}
