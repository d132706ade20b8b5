import Telemetry
import TextUI

extension PaneID {
  /// See `CachesPane`.
  package static let caches = PaneID("caches")
}

/// Hit rates of caches, the coldest first.
struct CachesPane: Pane {
  let id = PaneID.caches
  let title = "caches"
  let band = PaneBand.gauges

  func rowCount(_ model: Model) -> Int { model.figures.caches.count }

  func isFed(by model: Model) -> Bool { !model.figures.caches.isEmpty }

  func absence(of model: Model) -> String {
    "nothing feeds this pane; counters of hits and misses would, or log lines of a cache"
  }

  func caption(of model: Model) -> StyledText {
    "hits, target > \(Units.wholePercent(model.settings.thresholds.cacheHitShare))"
  }

  func contentHeight(of model: Model) -> Int { model.figures.caches.count }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let rows = model.figures.cachesByHitRate.map { cache in
      GaugeRow(
        name: cache.name.string, fraction: cache.hitRate, severity: model.severity(of: cache),
        figure: cache.hitRate.map { Units.percent($0) + " %" } ?? "-",
        note: model.change(of: cache)?.text ?? cache.bytes.map { Units.bytes($0) } ?? "")
    }
    GaugeRow.draw(rows, theme: model.theme, barRole: .cacheHit, into: &buffer, in: rect)
  }
}

extension CachesPane {
  /// All that is known of each cache, and the selected one over time.
  func drawZoomed(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let caches = model.figures.cachesByHitRate
    let selection = model.selectedRow(of: id, count: caches.count)
    let (top, charts) = ZoomedRoom.split(rect, rows: caches.count, charts: 2)
    let target = Units.wholePercent(model.settings.thresholds.cacheHitShare)
    let inner = drawFrame(
      model, caption: "hits and look-ups in \(model.settings.window.name), target > \(target)",
      into: &buffer, in: top)
    table(of: caches, model, selection).draw(into: &buffer, in: inner)
    guard let selection else { return }
    let cache = caches[selection]
    for (place, room) in charts.enumerated() {
      place == 0
        ? hitRate(of: cache, model, width: room.width).draw(model, into: &buffer, in: room)
        : growth(of: cache, model, width: room.width).draw(model, into: &buffer, in: room)
    }
  }

  func clickable(_ model: Model, in rect: Rect) -> ClickableTable? {
    ZoomedRoom.clickable(in: rect, rows: model.figures.caches.count, charts: 2)
  }

  private func table(of caches: [CacheRow], _ model: Model, _ selection: Int?) -> Table {
    let theme = model.theme
    let rows = caches.map { cache in
      let severity = model.severity(of: cache)
      let lookups = cache.hits.flatMap { hits in cache.misses.map { hits + $0 } }
      var fields = [
        Table.Field(cache.name.string),
        Table.Field(
          cache.hitRate.map { Units.percent($0) + " %" } ?? "-", style: theme[severity.role]),
        Table.Field(
          .bar(
            Bar(
              fraction: cache.hitRate, limit: model.settings.thresholds.cacheHitShare,
              style: theme[severity == .fine ? .cacheHit : severity.role],
              limitStyle: theme[.threshold]))),
        Table.Field(Units.number(lookups?.rounded())),
        Table.Field(Units.number(cache.misses?.rounded())),
        Table.Field(Units.number(cache.entries)),
        Table.Field(Units.bytes(cache.bytes)),
        Table.Field(cache.limitBytes.map { Units.limitBytes($0) } ?? "-"),
        Table.Field(Units.number(cache.evictions?.rounded())),
        Table.Field(growth(of: cache, model)),
        Table.Field(
          model.history.sources[cache.source].identity.name.string, style: theme[.muted]),
      ]
      if let change = model.change(of: cache) {
        fields.insert(change.field(theme), at: CachesPane.changePlace)
      }
      return Table.Row(fields, mark: severity.mark, markStyle: theme[severity.role])
    }
    var columns = [
      .names("CACHE", of: caches.map(\.name.string)),
      .number("HIT RATE", 8, priority: 1),
      Table.Column("", minWidth: 10, maxWidth: 40, flex: 1, priority: 8),
      .number("LOOK-UPS", 8, priority: 3), .number("MISSES", 7, priority: 2),
      .number("ENTRIES", 7, priority: 4), .number("BYTES", 7, priority: 4),
      .number("LIMIT", 7, priority: 6), .number("EVICTED", 7, priority: 5),
      .number("GROWTH/h", 9, priority: 6),
      Table.Column("SOURCE", minWidth: 8, maxWidth: 16, priority: 9),
    ]
    if model.baseline != nil { columns.insert(.change(priority: 2), at: CachesPane.changePlace) }
    return Table(columns, rows: rows, selection: selection, theme: theme)
  }

  /// Behind the hit rate.
  private static let changePlace = 2

  /// Entries or bytes it gains an hour where its readings rise or fall; `steady` otherwise.
  private func growth(of cache: CacheRow, _ model: Model) -> String {
    let range = ChartTime.axis(of: model, most: 60).range
    for signal in [Signal.cacheBytes, .cacheEntries] {
      let key = model.history.key(signal, of: cache.name, source: cache.source)
      guard let trend = model.history.trend(of: key, in: range, now: model.moment) else { continue }
      guard trend.isRising || trend.isFalling else { return "steady" }
      let perHour = trend.slope * 3600
      let sign = perHour > 0 ? "+" : ""
      return sign + (signal == .cacheBytes ? Units.bytes(perHour) : Units.number(perHour.rounded()))
    }
    return "-"
  }

  private func hitRate(of cache: CacheRow, _ model: Model, width: Int) -> TimePanel {
    let axis = TimePanel.axis(model, width: width)
    let points = model.history.hitRates(
      of: cache, in: axis.range, count: axis.columns, now: model.moment)
    return TimePanel(
      title: StyledText("hit rate  \(cache.name)"),
      lines: [.init(word: "hits", letter: "*", role: .cacheHit, values: points.map { $0.hitRate })],
      range: axis.range, maximum: 1, threshold: model.settings.thresholds.cacheHitShare,
      format: { Units.wholePercent($0) }, placeholder: "no look-ups in this time")
  }

  private func growth(of cache: CacheRow, _ model: Model, width: Int) -> TimePanel {
    let axis = TimePanel.axis(model, width: width)
    let signal = cache.bytes == nil && cache.entries != nil ? Signal.cacheEntries : .cacheBytes
    let key = model.history.key(signal, of: cache.name, source: cache.source)
    let values = model.history.columns(
      of: key, in: axis.range, count: axis.columns, now: model.moment)
    let isBytes = signal == .cacheBytes
    let word = isBytes ? "bytes" : "entries"
    let lines = [TimePanel.Line(word: word, letter: "*", role: .memory, values: values)]
    return TimePanel(
      title: StyledText("\(word)  \(cache.name)"), lines: lines, range: axis.range,
      maximum: isBytes ? TimePanel.end(ofBytes: lines) : nil,
      threshold: isBytes ? cache.limitBytes : nil,
      format: { isBytes ? Units.axisBytes($0) : Units.axisRate($0) },
      placeholder: "its size is not exposed")
  }
}
