import Telemetry
import TextUI

/// Where everything is on a screen of a given size.
///
/// Width decides how many panes stand side by side, height which rows of panes there are; a pane
/// that nobody feeds gives its room to the others. Sessions join a row that has a place left.
///
///     below 80     to 160                        160 and wider
///     header       header                        header
///     endpoints    endpoints                     endpoints      | pools
///     queries      latency          | errors     latency errors | caches
///     pools        pools  | caches  | memory     queries        | memory
///     caches       queries                                      | outbound ...
///     memory       outbound | tasks | breakers   findings       | sessions
///     keys         findings | targets            log            | targets
///                  log                           keys           | heat map
///                  keys
///
/// The detail of an endpoint has its figures above the panes:
///
///     requests | time spent and sources
///     latency  | errors
///     latency heat map
///     queries of this endpoint
///     findings
///     lines that speak of it
package struct Layout: Sendable {
  /// A pane and the rectangle of its frame.
  package struct Placement: Hashable, Sendable {
    /// Each is on the screen once at most.
    package var pane: PaneID
    /// In cells of the screen, the frame included.
    package var rect: Rect
  }

  /// Smallest screen on which anything useful can be shown.
  package static let smallest = Size(width: 40, height: 10)

  /// The first line.
  package private(set) var header: Rect
  /// The trail of places; empty on the overview.
  package private(set) var trail: Rect
  /// Everything between header or trail and bottom.
  package private(set) var body: Rect
  /// The figures above the panes of an endpoint; empty elsewhere.
  package private(set) var summary = Rect(x: 0, y: 0, width: 0, height: 0)
  /// The last line.
  package private(set) var bottom: Rect
  /// In the order of Tab; empty where a detail fills the body.
  package private(set) var placements: [Placement] = []

  /// The layout of a model's screen.
  package init(of model: Model) {
    let screen = Rect(model.size)
    let (header, rest) = screen.splitting(top: 1)
    let (bottom, middle) = rest.splitting(bottom: 1)
    let (trail, body) = middle.splitting(top: model.place == .overview ? 0 : 1)
    (self.header, self.trail, self.body, self.bottom) = (header, trail, body, bottom)
    if model.isZoomed {
      placements = [Placement(pane: model.focus, rect: body)]
      return
    }
    switch model.place {
    case .overview: placeOverview(model)
    case .endpoint: placeEndpoint(model)
    case .query, .work, .finding: break
    }
  }

  /// The panes on screen, in the order in which Tab walks through them.
  package static func visiblePanes(of model: Model) -> [PaneID] {
    Layout(of: model).placements.map(\.pane)
  }

  /// The panes that a place has when they are fed.
  static func panes(at place: Model.Place) -> [PaneID] {
    switch place {
    case .overview: PaneID.allCases
    case .endpoint: [.latency, .errors, .queries, .heat, .findings]
    case .query, .work, .finding: []
    }
  }

  /// The panes that something feeds.
  package static func panes(of model: Model) -> [PaneID] {
    PaneCatalog.all.filter { model.settings.layout.allows($0.id) && $0.isFed(by: model) }.map(\.id)
  }

  private mutating func placeOverview(_ model: Model) {
    let fed = Set(Layout.panes(of: model))
    if let order = model.settings.layout.shown { return placeOverview(model, fed, in: order) }
    if fed.isSubset(of: [.endpoints, .findings, .logs, .sources, .own]),
      !model.history.hasEndpoints
    {
      // Nothing was told that could be shown: why is what the sources say of themselves.
      let wish: [[PaneID]] = [[.endpoints], [.sources], [.findings], [.logs]]
      return stack(rows(model, fed.union([.sources]), wish, body), in: body, model)
    }
    var gauges: [PaneID] = [.pools, .caches, .memory]
    var work: [PaneID] = [.outbound, .tasks, .breakers]
    if body.width >= 160 {
      let (left, right) = body.splitting(left: body.width * 62 / 100)
      // Where no requests are seen, the work that is seen has their place.
      let wish: [[PaneID]] =
        fed.contains(.endpoints)
        ? [[.endpoints], [.latency, .errors], [.queries], [.findings], [.logs]]
        : [[.queries], [.tasks], [.outbound], [.findings], [.logs]]
      let main = rows(model, fed, wish, left)
      let side = (gauges + work + [.sessions, .targets, .heat])
        .filter { pane in fed.contains(pane) && !wish.contains { $0.contains(pane) } }.map { [$0] }
      if !side.isEmpty, !main.isEmpty {
        stack(main, in: left, model)
        stack(rows(model, fed, side, right), in: right, model)
        return
      }
    }
    var alone: [PaneID] = []
    if (1...2).contains(gauges.filter(fed.contains).count) {
      gauges.append(.sessions)
    } else if (1...2).contains(work.filter(fed.contains).count) {
      work.append(.sessions)
    } else {
      alone = [.sessions]
    }
    let wish = [
      [.endpoints], [.latency, .errors], gauges, [.queries], work, alone, [.findings, .targets],
      [.logs],
    ]
    stack(rows(model, fed, wish, body), in: body, model)
  }

  /// The panes that a person has named, in their order.
  ///
  /// Those that usually stand side by side still do where they follow each other. From 160 columns
  /// on there are two columns as usual, each in that order.
  private mutating func placeOverview(_ model: Model, _ fed: Set<PaneID>, in order: [PaneID]) {
    let main = order.filter(Layout.mainPanes.contains)
    let side = order.filter { !Layout.mainPanes.contains($0) }
    if body.width >= 160, !main.filter(fed.contains).isEmpty, !side.filter(fed.contains).isEmpty {
      let (left, right) = body.splitting(left: body.width * 62 / 100)
      stack(rows(model, fed, Layout.bands(of: main), left), in: left, model)
      stack(rows(model, fed, side.map { [$0] }, right), in: right, model)
    } else {
      stack(rows(model, fed, Layout.bands(of: order), body), in: body, model)
    }
  }

  /// The panes of the wider of two columns.
  private static let mainPanes: Set<PaneID> = [.endpoints, .latency, .errors, .queries, .heat]

  /// Panes that are narrow enough to stand beside each other.
  private static let neighbours: [Set<PaneID>] = [
    [.latency, .errors], [.pools, .caches, .memory], [.outbound, .tasks, .breakers],
  ]

  /// Panes one below the other; those that go together and follow each other in one band.
  private static func bands(of order: [PaneID]) -> [[PaneID]] {
    order.reduce(into: []) { bands, pane in
      let group = neighbours.first { $0.contains(pane) }
      if let group, let last = bands.last?.last, group.contains(last) {
        bands[bands.count - 1].append(pane)
      } else {
        bands.append([pane])
      }
    }
  }

  private mutating func placeEndpoint(_ model: Model) {
    let (summary, rest) = body.splitting(top: min(EndpointSummary.height, body.height / 2))
    self.summary = summary
    var fed = Set(Layout.panes(of: model)).union([.latency])
    if model.figures.findings(at: model.place).isEmpty { fed.remove(.findings) }
    if case .endpoint(let name) = model.place, model.lines(of: name, until: nil).isEmpty {
      fed.remove(.logs)
    }
    let wish: [[PaneID]] =
      body.width >= 160
      ? [[.latency, .heat], [.queries, .errors], [.findings], [.logs]]
      : [[.latency, .errors], [.heat], [.queries], [.findings], [.logs]]
    stack(rows(model, fed, wish, rest), in: rest, model)
  }

  /// One row of panes with the lines it needs and wants.
  private struct Row {
    var panes: [PaneID]
    var least: Int
    var wanted: Int
    /// Lines it gets at a time when there is more room than needed.
    var weight = 1
    /// The row with the lowest goes first when there is no room.
    var importance: Int
  }

  private func rows(_ model: Model, _ fed: Set<PaneID>, _ wish: [[PaneID]], _ rect: Rect) -> [Row] {
    var rows: [Row] = []
    for wished in wish {
      let panes = wished.filter(fed.contains)
      // Below two times forty columns side by side nothing can be read.
      let most = rect.width < 80 ? 1 : 3
      for start in stride(from: 0, to: panes.count, by: most) {
        let together = Array(panes[start..<min(start + most, panes.count)])
        rows.append(row(of: together, model, rect))
      }
    }
    while rows.reduce(0, { $0 + $1.least }) > rect.height, rows.count > 1 {
      let least = rows.map(\.importance).min() ?? 0
      // Of rows that matter alike the last one goes.
      rows.remove(at: rows.lastIndex { $0.importance == least } ?? 0)
    }
    return rows
  }

  private func row(of panes: [PaneID], _ model: Model, _ rect: Rect) -> Row {
    let content = panes.map { PaneCatalog.pane($0).contentHeight(of: model) }.max() ?? 0
    switch panes.first ?? .endpoints {
    case .endpoints:
      // The answer first: charts do not take the room of the first rows.
      let least = rect.height < 20 ? 6 : min(10, content + 2)
      return Row(panes: panes, least: least, wanted: content + 2, weight: 4, importance: 90)
    case .queries:
      let least = min(5, max(4, content + 2))
      return Row(panes: panes, least: least, wanted: content + 2, weight: 2, importance: 80)
    case .pools, .caches, .memory:
      let wanted = content + 2
      return Row(panes: panes, least: min(5, wanted), wanted: wanted, importance: 70)
    case .latency, .errors:
      return Row(panes: panes, least: 7, wanted: rect.height / 4, importance: 60)
    case .heat:
      // On the overview it fills what the others leave.
      let importance = model.place == .overview ? 20 : 55
      return Row(
        panes: panes, least: 8, wanted: max(8, rect.height / 3), importance: importance)
    case .outbound, .tasks, .breakers:
      return Row(panes: panes, least: min(5, content + 2), wanted: content + 2, importance: 50)
    case .findings, .targets:
      return Row(panes: panes, least: min(5, content + 2), wanted: content + 2, importance: 58)
    case .sessions:
      // Nobody is woken for how long people stay.
      return Row(panes: panes, least: content + 2, wanted: content + 2, importance: 35)
    case .logs: return Row(panes: panes, least: 5, wanted: rect.height / 4, importance: 40)
    case .sources, .own:
      return Row(panes: panes, least: 4, wanted: content + 2, importance: 30)
    }
  }

  /// Gives each row what it needs, then what it wants by weight, then the rest to log or charts.
  private mutating func stack(_ rows: [Row], in rect: Rect, _ model: Model) {
    guard !rows.isEmpty else { return }
    var heights = rows.map(\.least)
    var spare = rect.height - heights.reduce(0, +)
    var isGrowing = true
    while spare > 0, isGrowing {
      isGrowing = false
      for place in rows.indices where spare > 0 && heights[place] < rows[place].wanted {
        let given = min(spare, rows[place].weight, rows[place].wanted - heights[place])
        heights[place] += given
        spare -= given
        isGrowing = true
      }
    }
    let stretched =
      rows.lastIndex { $0.panes.first == .logs }
      ?? rows.lastIndex { $0.panes.first == .heat }
      ?? rows.lastIndex { $0.panes.first == .latency }
      ?? rows.lastIndex { $0.panes.first == .sources }
      ?? rows.lastIndex { $0.panes.first == .findings } ?? 0
    heights[stretched] = max(0, heights[stretched] + spare)
    var rest = rect
    for (place, row) in rows.enumerated() {
      let (band, below) = rest.splitting(top: heights[place])
      rest = below
      placements += side(by: row.panes, in: band)
    }
  }

  private func side(by panes: [PaneID], in band: Rect) -> [Placement] {
    let shares = panes.map { $0 == .latency || $0 == .queries ? 3 : 2 }
    var rest = band
    var left = shares.reduce(0, +)
    return zip(panes, shares).map { pane, share in
      let (place, more) = rest.splitting(left: rest.width * share / max(1, left))
      rest = more
      left -= share
      return Placement(pane: pane, rect: place)
    }
  }
}
