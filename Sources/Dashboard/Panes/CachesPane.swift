import Telemetry
import TextUI

/// Hit rates of caches, the coldest first.
struct CachesPane: Pane {
  let id = PaneID.caches

  func isFed(by model: Model) -> Bool { !model.figures.caches.isEmpty }

  func caption(of model: Model) -> StyledText {
    "hits, target > \(Units.wholePercent(model.settings.thresholds.cacheHitShare))"
  }

  func contentHeight(of model: Model) -> Int { model.figures.caches.count }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let caches = model.figures.caches.sorted {
      ($0.hitRate ?? 2, $0.name) < ($1.hitRate ?? 2, $1.name)
    }
    let rows = caches.map { cache in
      GaugeRow(
        name: cache.name.string, fraction: cache.hitRate,
        severity: model.settings.thresholds.cache(cache),
        figure: cache.hitRate.map { Units.percent($0) + " %" } ?? "-",
        note: cache.bytes.map { Units.bytes($0) } ?? "")
    }
    GaugeRow.draw(rows, theme: model.theme, barRole: .cacheHit, into: &buffer, in: rect)
  }
}
