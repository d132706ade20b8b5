import Telemetry
import TextUI

/// The figures of a moment that later ones are compared with.
package struct Baseline: Sendable {
  package let moment: Timestamp
  package let figures: Figures
  private let endpoints: [EndpointName: EndpointRow]
  private let queries: [UInt64: QueryRow]

  /// The figures of a moment.
  package init(moment: Timestamp, figures: Figures) {
    self.moment = moment
    self.figures = figures
    endpoints = Dictionary(
      figures.everyEndpoint.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    queries = Dictionary(
      figures.queries.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the baseline knows of an endpoint.
  package func endpoint(_ name: EndpointName) -> EndpointRow? { endpoints[name] }

  /// What the baseline knows of a statement.
  package func query(_ id: UInt64) -> QueryRow? { queries[id] }
}

/// How a figure has changed since the baseline, as tables show it: `▲ +120 %`, `▼ -0.4`, `=`.
///
/// Glyph and sign say the direction without any colour; the role says whether it is for the worse.
package struct BaselineChange: Hashable, Sendable {
  /// With the glyph of the set of symbols; `new` where the baseline knows nothing.
  package let text: String
  package let role: ThemeRole

  /// The change of something that is better the smaller it is, as a share of what it was.
  package static func relative(_ now: Double?, since before: Double?, _ symbols: Symbols)
    -> BaselineChange
  {
    guard let now, now.isFinite else { return BaselineChange(text: "-", role: .muted) }
    guard let before, before.isFinite else { return BaselineChange(text: "new", role: .muted) }
    guard before > 0 else { return now > 0 ? BaselineChange(text: "new", role: .muted) : same }
    let percent = (now - before) / before * 100
    guard abs(percent) >= 1 else { return same }
    let amount = percent >= 999.5 ? ">999 %" : Units.fixed(abs(percent), 0) + " %"
    return directed(isUp: percent > 0, amount, isGreat: abs(percent) >= 10, symbols)
  }

  /// The change of a share, in percentage points.
  package static func points(_ now: Double?, since before: Double?, _ symbols: Symbols)
    -> BaselineChange
  {
    guard let now, now.isFinite else { return BaselineChange(text: "-", role: .muted) }
    guard let before, before.isFinite else { return BaselineChange(text: "new", role: .muted) }
    let points = (now - before) * 100
    guard abs(points) >= 0.05 else { return same }
    return directed(
      isUp: points > 0, Units.fixed(abs(points), 1), isGreat: abs(points) >= 1, symbols)
  }

  private static let same = BaselineChange(text: "=", role: .muted)

  private static func directed(
    isUp: Bool, _ amount: String, isGreat: Bool, _ symbols: Symbols
  ) -> BaselineChange {
    let glyph = symbols.isASCII ? "" : String(isUp ? symbols.sortUp : symbols.sortDown) + " "
    return BaselineChange(
      text: glyph + (isUp ? "+" : "-") + amount, role: isGreat ? (isUp ? .high : .ok) : .text)
  }
}
