import Telemetry
import TextUI

/// The figures of a moment that later ones are compared with.
package struct Baseline: Sendable {
  /// The instant that the picture showed when the baseline was set.
  package let moment: Timestamp
  /// Those of that moment and of the window that was chosen then.
  package let figures: Figures
  private let endpoints: [EndpointName: EndpointRow]
  private let queries: [UInt64: QueryRow]
  private let outbound: [EndpointName: EndpointRow]
  private let tasks: [EndpointName: EndpointRow]

  /// The figures of a moment.
  package init(moment: Timestamp, figures: Figures) {
    self.moment = moment
    self.figures = figures
    func byName(_ rows: [EndpointRow]) -> [EndpointName: EndpointRow] {
      Dictionary(rows.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    endpoints = byName(figures.everyEndpoint)
    outbound = byName(figures.outbound)
    tasks = byName(figures.tasks)
    queries = Dictionary(
      figures.everyQuery.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the baseline knows of an endpoint.
  package func endpoint(_ name: EndpointName) -> EndpointRow? { endpoints[name] }

  /// What the baseline knows of a statement.
  package func query(_ id: UInt64) -> QueryRow? { queries[id] }

  /// What the baseline knows of an endpoint, an outbound call or a task.
  package func work(_ kind: TrafficKind, _ name: EndpointName) -> EndpointRow? {
    switch kind {
    case .endpoint: endpoints[name]
    case .outbound: outbound[name]
    case .task: tasks[name]
    }
  }

  /// What the baseline knows of a pool.
  package func pool(like row: PoolRow) -> PoolRow? {
    figures.pools.first { $0.name == row.name && $0.source == row.source }
  }

  /// What the baseline knows of a cache.
  package func cache(like row: CacheRow) -> CacheRow? {
    figures.caches.first { $0.name == row.name && $0.source == row.source }
  }
}

/// How a figure has changed since the baseline, as tables show it: `↑ +120 %`, `↓ -0.4`, `=`.
///
/// Glyph and sign say the direction without any colour; the role says whether it is for the worse.
package struct BaselineChange: Hashable, Sendable {
  /// With the glyph of the set of symbols; `new` where the baseline knows nothing.
  package let text: String
  /// `high` for the worse, `ok` for the better, `text` for little or neither, `muted` for unknown.
  package let role: ThemeRole

  /// Which way is for the better.
  package enum Better: Sendable {
    /// Smaller as with latencies, greater as with hit rates.
    case smaller, greater
    /// More is neither good nor bad, as with requests.
    case neither
  }

  /// The change of a figure as a share of what it was.
  package static func relative(
    _ now: Double?, since before: Double?, _ symbols: Symbols, better: Better = .smaller
  ) -> BaselineChange {
    guard let now, now.isFinite else { return BaselineChange(text: "-", role: .muted) }
    guard let before, before.isFinite else { return BaselineChange(text: "new", role: .muted) }
    guard before > 0 else { return now > 0 ? BaselineChange(text: "new", role: .muted) : same }
    let percent = (now - before) / before * 100
    guard abs(percent) >= 1 else { return same }
    let amount = percent >= 999.5 ? ">999 %" : Units.fixed(abs(percent), 0) + " %"
    return directed(isUp: percent > 0, amount, isGreat: abs(percent) >= 10, symbols, better)
  }

  /// The change of a share, in percentage points.
  package static func points(
    _ now: Double?, since before: Double?, _ symbols: Symbols, better: Better = .smaller
  ) -> BaselineChange {
    guard let now, now.isFinite else { return BaselineChange(text: "-", role: .muted) }
    guard let before, before.isFinite else { return BaselineChange(text: "new", role: .muted) }
    let points = (now - before) * 100
    guard abs(points) >= 0.05 else { return same }
    return directed(
      isUp: points > 0, Units.fixed(abs(points), 1), isGreat: abs(points) >= 1, symbols, better)
  }

  private static let same = BaselineChange(text: "=", role: .muted)

  private static func directed(
    isUp: Bool, _ amount: String, isGreat: Bool, _ symbols: Symbols, _ better: Better
  ) -> BaselineChange {
    let sign = isUp ? "+" : "-"
    let glyph = String(isUp ? symbols.risen : symbols.fallen)
    let isWorse = isUp == (better == .smaller)
    return BaselineChange(
      text: (glyph == sign ? "" : glyph + " ") + sign + amount,
      role: !isGreat || better == .neither ? .text : isWorse ? .high : .ok)
  }

  /// The change as a field of a table.
  func field(_ theme: Theme) -> Table.Field { Table.Field(text, style: theme[role]) }

  /// The change as it stands beside a figure, in a column of its own; nothing without a baseline.
  static func note(_ change: BaselineChange?, _ theme: Theme) -> StyledText {
    guard let change else { return "" }
    return StyledText(
      " " + change.text.padded(to: Table.Column.changeWidth, alignment: .right),
      style: theme[change.role])
  }
}

extension Table.Column {
  static let changeWidth = 8

  /// A column of changes since the baseline.
  static func change(priority: Int) -> Table.Column {
    Table.Column("+/-", alignment: .right, minWidth: changeWidth, priority: priority)
  }
}

extension Model {
  /// How a figure of some work has changed since the baseline; `nil` without one.
  func change(
    of row: EndpointRow, _ kind: TrafficKind, better: BaselineChange.Better = .smaller,
    _ figure: (EndpointRow) -> Double?
  ) -> BaselineChange? {
    guard let baseline else { return nil }
    let before = baseline.work(kind, row.name).flatMap(figure)
    return .relative(figure(row), since: before, symbols, better: better)
  }

  /// How the share of failed work has changed since the baseline; `nil` without one.
  func changeOfErrors(of row: EndpointRow, _ kind: TrafficKind) -> BaselineChange? {
    guard let baseline else { return nil }
    return .points(row.errorRate, since: baseline.work(kind, row.name)?.errorRate, symbols)
  }

  /// How a figure of a statement has changed since the baseline; `nil` without one.
  func change(
    of row: QueryRow, better: BaselineChange.Better = .smaller, _ figure: (QueryRow) -> Double?
  ) -> BaselineChange? {
    guard let baseline else { return nil }
    let before = baseline.query(row.id).flatMap(figure)
    return .relative(figure(row), since: before, symbols, better: better)
  }

  /// How much more or less of a pool is in use than at the baseline; `nil` without one.
  func change(of row: PoolRow) -> BaselineChange? {
    guard let baseline else { return nil }
    return .points(row.saturation, since: baseline.pool(like: row)?.saturation, symbols)
  }

  /// How much more or less a cache answers than at the baseline; `nil` without one.
  func change(of row: CacheRow) -> BaselineChange? {
    guard let baseline else { return nil }
    return .points(
      row.hitRate, since: baseline.cache(like: row)?.hitRate, symbols, better: .greater)
  }
}
