import Telemetry
import TextUI

extension PaneID {
  /// See `PoolsPane`.
  package static let pools = PaneID("pools")
}

/// Connection pools as gauges, the fullest first, with the callers that wait.
struct PoolsPane: Pane {
  let id = PaneID.pools
  let title = "pools"
  let band = PaneBand.gauges

  func rowCount(_ model: Model) -> Int { model.figures.pools.count }

  func isFed(by model: Model) -> Bool { !model.figures.pools.isEmpty }

  func absence(of model: Model) -> String {
    "nothing feeds this pane; metrics or log lines of connection pools would (in use, limit)"
  }

  func caption(of model: Model) -> StyledText {
    "in use / limit"
  }

  func contentHeight(of model: Model) -> Int {
    model.figures.pools.count + model.history.poolSums(model.figures.pools).count
  }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let pools = model.poolsInOrder
    let isShort = rect.width < PoolsPane.leastWidthOfTimes
    var rows = pools.map { pool in
      let severity = model.severity(of: pool)
      return gauge(
        pool.name.string, pool, model, severity: severity,
        note: note(pool, severity, model, isShort: isShort))
    }
    let sums = model.history.poolSums(pools)
    if rows.count + sums.count <= rect.height {
      let sign = String(model.symbols.sum) + " "
      rows += sums.map {
        gauge(
          sign + $0.name.string, $0.row, model, severity: .fine, note: pressure(on: $0.row) ?? "")
      }
    }
    GaugeRow.draw(
      rows, theme: model.theme, barRole: .poolUsed,
      noteRoom: isShort ? PoolsPane.shortNote : PoolsPane.wholeNote, into: &buffer, in: rect)
  }

  /// From so many cells on notes say when something was so.
  private static let leastWidthOfTimes = 56
  /// Cells of `76 timed out`.
  private static let shortNote = 12
  /// Cells of `4 waited 14:05:20`.
  private static let wholeNote = 17

  private func gauge(
    _ name: String, _ pool: PoolRow, _ model: Model, severity: Severity, note: String
  ) -> GaugeRow {
    let limit = Units.number(pool.limit.flatMap { $0 > 0 ? $0 : nil })
    // As wide as the limit, so that bars do not move when the tenth connection is taken.
    let inUse = Units.number(pool.inUse).padded(to: CellWidth.of(limit), alignment: .right)
    return GaugeRow(
      name: name, fraction: pool.saturation, severity: severity,
      figure: inUse + "/" + limit, note: note)
  }

  /// Why a pool is marked, be it that the reason has passed within the window; else how it has
  /// changed since the baseline.
  private func note(
    _ pool: PoolRow, _ severity: Severity, _ model: Model, isShort: Bool
  ) -> String {
    if let pressure = pressure(on: pool) { return pressure }
    if severity.mark != nil, let reason = passedReason(of: pool, model, isShort: isShort) {
      return reason
    }
    return model.change(of: pool)?.text ?? ""
  }

  /// Who waits, or has waited in vain.
  private func pressure(on pool: PoolRow) -> String? {
    if let waiting = pool.waiting, waiting > 0 { return "\(Units.number(waiting)) waiting" }
    guard let timeouts = pool.timeouts, timeouts > 0 else { return nil }
    return "\(Units.number(timeouts.rounded())) timed out"
  }

  /// `4 waited 14:05:20`, `6/6 at 14:03:05`: what is no longer so, and when it was last, where
  /// there is room for that.
  private func passedReason(of pool: PoolRow, _ model: Model, isShort: Bool) -> String? {
    let (window, now) = (model.settings.window, model.moment)
    if let peak = model.history.waiting(for: pool, window, now: now) {
      let waited = "\(Units.number(peak.most)) waited"
      return isShort ? waited : "\(waited) \(CalendarTime(peak.last).clock)"
    }
    let limits = model.settings.thresholds
    // A peak that is nothing to worry about is not the reason.
    guard limits.pool(pool) == .fine, !pool.isLeastLimit, let limit = pool.limit,
      let peak = model.history.mostInUse(of: pool, window, now: now),
      limit > 0, peak.most >= limits.poolShare * limit
    else { return nil }
    let use = "\(Units.number(peak.most))/\(Units.number(limit))"
    return isShort ? "was \(use)" : "\(use) at \(CalendarTime(peak.last).clock)"
  }
}

extension PoolsPane {
  /// All that is known of each pool, their sums, and the selected one over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let pools = model.poolsInOrder
    let sums = model.history.poolSums(pools)
    let selection = model.selectedRow(of: id, count: pools.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: pools.count + sums.count, charts: 2)
    let said: StyledText =
      sums.isEmpty
      ? "as read last; peak, waits and timeouts in \(model.settings.window.name)"
      : "\(String(model.symbols.sum)) adds pools of one database, by name or by source"
    let inner = drawFrame(model, caption: said, into: &buffer, in: top)
    table(of: pools, sums, model, selection).draw(into: &buffer, in: inner)
    guard let selection else { return }
    let pool = pools[selection]
    for (place, room) in charts.enumerated() {
      place == 0
        ? saturation(of: pool, model, width: room.width).draw(model, into: &buffer, in: room)
        : callers(of: pool, model, width: room.width).draw(model, into: &buffer, in: room)
    }
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    ZoomedRoom.clickable(in: rect, rows: contentHeight(of: model), charts: 2)
  }

  private func table(
    of pools: [PoolRow], _ sums: [PoolSum], _ model: Model, _ selection: Int?
  ) -> Table {
    let theme = model.theme
    func row(_ name: String, _ pool: PoolRow, _ severity: Severity, isSum: Bool) -> Table.Row {
      let (window, now) = (model.settings.window, model.moment)
      let waited = isSum ? nil : model.history.waiting(for: pool, window, now: now)
      let most = isSum ? nil : model.history.mostInUse(of: pool, window, now: now)?.most
      var fields = [
        Table.Field(name),
        Table.Field(Units.number(pool.inUse)), Table.Field(Units.number(pool.idle)),
        Table.Field(Units.number(pool.limit)),
        Table.Field(
          pool.saturation.map { Units.wholePercent($0) } ?? "-", style: theme[severity.role]),
        Table.Field(Units.number(most)),
        Table.Field(
          .bar(
            Bar(
              fraction: pool.saturation.map { min(1, $0) },
              style: theme[severity == .fine ? .poolUsed : severity.role]))),
        Table.Field(
          Units.number(pool.waiting),
          style: (pool.waiting ?? 0) > 0 ? theme[.poolWaiting] : .plain),
        Table.Field(
          waited.map { "\(Units.number($0.most)), \(CalendarTime($0.last).clock)" } ?? "-"),
        Table.Field(pool.meanWaitSeconds.map(Units.duration) ?? "-"),
        Table.Field(Units.number(pool.timeouts?.rounded())),
        Table.Field(
          model.history.sources[pool.source].identity.name.string, style: theme[.muted]),
      ]
      if model.baseline != nil {
        let change = isSum ? nil : model.change(of: pool)
        fields.insert(change?.field(theme) ?? Table.Field(""), at: PoolsPane.changePlace)
      }
      return Table.Row(fields, mark: severity.mark, markStyle: theme[severity.role])
    }
    let sign = String(model.symbols.sum) + " "
    var columns = [
      .names("POOL", of: pools.map(\.name.string) + sums.map { sign + $0.name.string }),
      .number("IN USE", 6, priority: 1), .number("IDLE", 5, priority: 4),
      .number("LIMIT", 5, priority: 2), .number("USE", 5, priority: 1),
      .number("PEAK", 5, priority: 6),
      Table.Column("", minWidth: 10, maxWidth: 40, flex: 1, priority: 7),
      .number("WAITING", 7, priority: 2),
      .number("MOST WAITED", 13, priority: 3), .number("MEAN WAIT", 9, priority: 5),
      .number("TIMEOUTS", 8, priority: 6),
      Table.Column("SOURCE", minWidth: 8, maxWidth: 16, priority: 8),
    ]
    if model.baseline != nil { columns.insert(.change(priority: 2), at: PoolsPane.changePlace) }
    return Table(
      columns,
      rows: pools.map { row($0.name.string, $0, model.severity(of: $0), isSum: false) }
        + sums.map { row(sign + $0.name.string, $0.row, .fine, isSum: true) },
      selection: selection, theme: theme)
  }

  /// Behind the share in use.
  private static let changePlace = 5

  private func saturation(of pool: PoolRow, _ model: Model, width: Int) -> TimePanel {
    let axis = TimePanel.axis(model, width: width)
    let values = model.history.saturation(
      of: pool, in: axis.range, count: axis.columns, now: model.moment)
    return TimePanel(
      title: StyledText("saturation  \(pool.name)"),
      lines: [.init(word: "peak use, % of limit", letter: "*", role: .poolUsed, values: values)],
      range: axis.range, maximum: max(1, values.compactMap { $0 }.max() ?? 1) > 1 ? nil : 1,
      threshold: model.settings.thresholds.poolShare, format: Units.wholePercent,
      placeholder: "its use was not read in this time")
  }

  private func callers(of pool: PoolRow, _ model: Model, width: Int) -> TimePanel {
    let axis = TimePanel.axis(model, width: width)
    func readings(_ signal: Signal) -> [Double?] {
      let key = model.history.key(signal, of: pool.name, source: pool.source)
      return model.history.columns(
        of: key, in: axis.range, count: axis.columns, now: model.moment)
    }
    return TimePanel(
      title: StyledText("connections  \(pool.name)"),
      lines: [
        .init(word: "idle", letter: "i", role: .muted, values: readings(.poolIdle)),
        .init(word: "in use", letter: "*", role: .poolUsed, values: readings(.poolInUse)),
        .init(word: "waiting", letter: "w", role: .poolWaiting, values: readings(.poolWaiting)),
      ], range: axis.range, threshold: pool.limit, format: Units.axisRate,
      placeholder: "its connections were not read in this time")
  }
}

extension Model {
  /// Pools as their pane lists them: those that something was found of first, the worst before the others,
  /// and by how full they were.
  ///
  /// Findings come and go slowly; by the limits alone rows would change places with each reading.
  var poolsInOrder: [PoolRow] {
    let ranked = figures.poolsByUse.enumerated().map { place, pool in
      let subject = FindingSubject.pool(pool.name, source: pool.source)
      return (severity: figures.severity(of: subject, byLimits: .fine), place: place, pool: pool)
    }
    return ranked.sorted { ($1.severity, $0.place) < ($0.severity, $1.place) }.map(\.pool)
  }
}
