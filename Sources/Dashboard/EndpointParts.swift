import Telemetry
import TextUI

/// The panes in the detail of an endpoint: which there are, in which order, and what they can show.
struct EndpointParts {
  /// From top to bottom, those of a list side by side.
  let rows: [[PaneID]]
  /// Those that say in one line that they have nothing of the endpoint.
  let silent: Set<PaneID>
  /// Whether so few requests are known that the heat map of them has a few lines, if any are left.
  let hasThinMap: Bool

  /// With fewer requests a heat map is a few dots, which the chart of latencies shows as well.
  static let fewestOfMap: UInt64 = 20

  /// The parts of an endpoint in a room of a width.
  init(of name: EndpointName, _ model: Model, width: Int) {
    var fed = Set(Layout.panes(of: model)).union([.latency])
    if model.figures.findings(at: model.place).isEmpty { fed.remove(.findings) }
    if model.logLines.isEmpty, !model.isReadingLines, model.lines(of: name, until: nil).isEmpty {
      fed.remove(.logs)
    }
    let silent = fed.filter { PaneCatalog.pane($0).isSilent(model) }
    // Without latencies the chart of them says it for the map too.
    if silent.contains(.latency) { fed.remove(.heat) }
    let requests = model.figures.endpoint(name)?.requests ?? 0
    hasThinMap = requests < EndpointParts.fewestOfMap
    let wish: [[PaneID]] =
      if hasThinMap {
        [[.latency, .errors], [.queries], [.findings], [.logs], [.heat]]
      } else if width < 160 {
        [[.latency, .errors], [.heat], [.queries], [.findings], [.logs]]
      } else if silent.contains(.queries) {
        [[.latency, .heat, .errors], [.queries], [.findings], [.logs]]
      } else {
        [[.latency, .heat], [.queries, .errors], [.findings], [.logs]]
      }
    rows = wish.map { $0.filter(fed.contains) }.filter { !$0.isEmpty }
    self.silent = silent
  }

  /// All of them, in the order of Tab.
  var panes: [PaneID] { rows.flatMap(\.self) }
}

extension Layout {
  /// The panes that may have the focus, in the order in which Tab walks through them: those on the
  /// screen.
  ///
  /// The detail of an endpoint may have more than there is room for: each of them comes on the screen
  /// with the focus.
  package static func visiblePanes(of model: Model) -> [PaneID] {
    if let drawn = model.drawnPanes { return drawn }
    return parts(of: model)?.panes ?? Layout(of: model).placements.map(\.pane)
  }

  /// The panes of the picture at hand that are out of sight for want of room and have something to
  /// show.
  static func hiddenPanes(of model: Model) -> [PaneID] {
    guard let parts = parts(of: model) else { return [] }
    let shown = model.drawnPanes ?? Layout(of: model).placements.map(\.pane)
    return parts.panes.filter { !shown.contains($0) && !parts.silent.contains($0) }
  }

  /// Whether endpoints have so few requests that heat maps of most of them are a few dots.
  ///
  /// Not the selected one alone decides: nothing moves when another is selected.
  static func hasThinMaps(_ model: Model) -> Bool {
    let figures = model.figures
    return figures.totals.requests < EndpointParts.fewestOfMap * UInt64(figures.endpointCount)
  }

  /// The parts of the endpoint at hand; `nil` where none is, or a pane is alone on the screen.
  private static func parts(of model: Model) -> EndpointParts? {
    guard case .endpoint(let name) = model.place, !model.isZoomed else { return nil }
    return EndpointParts(of: name, model, width: model.size.width)
  }
}
