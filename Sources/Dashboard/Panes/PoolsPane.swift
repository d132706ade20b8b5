import Telemetry
import TextUI

/// Connection pools as gauges, the fullest first, with the callers that wait.
struct PoolsPane: Pane {
  let id = PaneID.pools

  func isFed(by model: Model) -> Bool { !model.figures.pools.isEmpty }

  func caption(of model: Model) -> StyledText {
    "in use / limit"
  }

  func contentHeight(of model: Model) -> Int { model.figures.pools.count }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let pools = model.figures.pools.sorted {
      ($1.saturation ?? -1, $0.name) < ($0.saturation ?? -1, $1.name)
    }
    let rows = pools.map { pool in
      GaugeRow(
        name: pool.name.string, fraction: pool.saturation,
        severity: model.settings.thresholds.pool(pool), figure: figure(pool), note: note(pool))
    }
    GaugeRow.draw(
      rows, theme: model.theme, barRole: .poolUsed, notesFirst: true, into: &buffer, in: rect)
  }

  private func figure(_ pool: PoolRow) -> String {
    let limit = pool.limit.flatMap { $0 > 0 ? $0 : nil }
    return Units.number(pool.inUse) + "/" + Units.number(limit)
  }

  private func note(_ pool: PoolRow) -> String {
    if let waiting = pool.waiting, waiting > 0 { return "\(Units.number(waiting)) waiting" }
    if let timeouts = pool.timeouts, timeouts > 0 {
      return "\(Units.number(timeouts.rounded())) timed out"
    }
    return ""
  }
}
