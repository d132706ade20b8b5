import Telemetry
import TextUI

/// Where everything is on a screen of a given size.
///
/// Width decides how many panes stand side by side, height which rows of panes there are; a pane
/// that nobody feeds gives its room to the others, and what is critical has room before what nothing
/// is wrong with; which sources fail is told below the header. Sessions join a row that has a place
/// left; four panes of one kind stand two by two.
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
///     requests | time spent and sources | percentiles
///     latency  | errors
///     latency heat map
///     queries of this endpoint
///     findings
///     lines that speak of it
///
/// A part of it that has nothing to show says so in one line. The part with the focus is always there;
/// of the others those that there is room for.
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

  /// The first line, and on the overview those that tell which sources fail.
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
    let (header, rest) = screen.splitting(top: 1 + FailingSources.lines(of: model))
    let (bottom, middle) = rest.splitting(bottom: 1)
    let (trail, body) = middle.splitting(top: model.place == .overview ? 0 : 1)
    (self.header, self.trail, self.body, self.bottom) = (header, trail, body, bottom)
    if model.isZoomed {
      placements = [Placement(pane: model.focus, rect: body)]
      return
    }
    switch model.place {
    case .overview: for column in overviewColumns(model) { stack(column) }
    case .endpoint(let name):
      let (summary, rest) = body.splitting(top: EndpointSummary.height(in: body))
      self.summary = summary
      stack(endpointColumn(name, model, rest))
    case .query, .work, .finding: break
    }
  }

  /// Lines of a screen on which every pane has the room it wants and nothing is left over, for texts
  /// that have no height; `nil` where one pane, or a detail that takes what there is, has the body.
  static func freeHeight(of given: Model) -> Int? {
    var model = given
    model.size = Size(width: given.size.width, height: Layout.mostLines)
    let layout = Layout(of: model)
    let columns: [Column]
    switch model.place {
    case _ where model.isZoomed: return nil
    case .overview: columns = layout.overviewColumns(model)
    case .endpoint(let name): columns = [layout.endpointColumn(name, model, layout.body)]
    case .query(let id):
      guard let row = model.figures.query(id) else { return nil }
      return model.size.height - layout.body.height
        + QueryDetailLayout.height(of: row, model, width: layout.body.width)
    case .work, .finding: return nil
    }
    let wanted = columns.map(\.wanted).max() ?? 0
    return model.size.height - layout.body.height + layout.summary.height + wanted
  }

  /// More than all panes together want.
  private static let mostLines = 10_000

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

  /// Rows of panes one below the other.
  private struct Column {
    var rows: [LayoutRow]
    var rect: Rect

    /// Lines that its rows want, their frames included.
    var wanted: Int { rows.wanted }
  }

  /// The panes that a person has named in their order, else all in the usual one.
  ///
  /// From 160 columns on there are two columns, each in that order.
  private func overviewColumns(_ model: Model) -> [Column] {
    let fed = Set(Layout.panes(of: model))
    let isUsual = model.settings.layout.shown == nil
    if isUsual, FailingSources.hasPane(model) {
      let wish: [[PaneID]] = [[.endpoints], [.sources], [.findings], [.logs]]
      return [column(of: wish, model, fed.union([.sources]), body)]
    }
    let silent = fed.filter { PaneCatalog.pane($0).isSilent(model) }
    func filled(_ rect: Rect, with wish: [[PaneID]]) -> Column {
      column(of: wish, model, fed, rect, silent: silent)
    }
    let order = (model.settings.layout.shown ?? Layout.usualOrder).filter(fed.contains)
    if body.width >= 160 {
      // Where no requests are seen, the work that is seen has their place.
      let hasRequests = fed.contains(.endpoints)
      let wide = order.filter { id in
        let pane = PaneCatalog.pane(id)
        return pane.isWide || !hasRequests && pane.listsRows && pane.band == .work
      }
      let side = order.filter { !wide.contains($0) }
      if !wide.isEmpty, !side.isEmpty {
        let (left, right) = body.splitting(left: body.width * 62 / 100)
        let wish = hasRequests ? Layout.neighbours(in: wide) : wide.map { [$0] }
        let main = filled(left, with: wish)
        let beside = filled(right, with: side.map { [$0] })
        // One gauge is not worth a column that is empty below it, or that a map of a few requests
        // fills.
        let hasThinMap = Layout.hasThinMaps(model)
        let worth = beside.rows.filter { !hasThinMap || $0.panes != [.heat] }
        if !isUsual || 3 * worth.wanted >= min(main.wanted, right.height) {
          return [main, beside]
        }
      }
    }
    guard isUsual else { return [filled(body, with: Layout.neighbours(in: order))] }
    let shown = order.filter { PaneCatalog.pane($0).band != .map }
    let rows = Layout.neighbours(in: shown)
    let wish = silent.contains(.sessions) ? rows : Layout.joiningVisitors(rows)
    return [filled(body, with: wish)]
  }

  /// By band, and in a band as in the catalogue; without what a person asks for.
  private static let usualOrder = PaneBand.allCases.filter { $0 != .health }.flatMap { band in
    PaneCatalog.all.filter { $0.band == band }.map(\.id)
  }

  /// Panes one below the other; those of a shared band that follow each other side by side.
  private static func neighbours(in order: [PaneID]) -> [[PaneID]] {
    order.reduce(into: []) { rows, pane in
      let band = PaneCatalog.pane(pane).band
      if band.isShared, let last = rows.last?.last, PaneCatalog.pane(last).band == band {
        rows[rows.count - 1].append(pane)
      } else {
        rows.append([pane])
      }
    }
  }

  /// Takes the sessions into the first row of gauges or work that has a place left.
  private static func joiningVisitors(_ rows: [[PaneID]]) -> [[PaneID]] {
    guard let own = rows.firstIndex(of: [.sessions]) else { return rows }
    let host = [PaneBand.gauges, .work].lazy.compactMap { band in
      rows.firstIndex { $0.count <= 2 && PaneCatalog.pane($0[0]).band == band }
    }.first
    guard let host else { return rows }
    var rows = rows
    rows[host].append(.sessions)
    rows.remove(at: own)
    return rows
  }

  /// The panes of an endpoint, below its figures.
  private func endpointColumn(_ name: EndpointName, _ model: Model, _ rect: Rect) -> Column {
    let parts = EndpointParts(of: name, model, width: rect.width)
    return column(
      of: parts.rows, model, Set(parts.panes), rect, silent: parts.silent,
      hasThinMap: parts.hasThinMap)
  }

  private func column(
    of wish: [[PaneID]], _ model: Model, _ fed: Set<PaneID>, _ rect: Rect,
    silent: Set<PaneID> = [], hasThinMap: Bool = false
  ) -> Column {
    var rows: [LayoutRow] = []
    for wished in wish {
      let panes = wished.filter(fed.contains)
      // Below two times forty columns side by side nothing can be read.
      let most = rect.width < 80 ? 1 : 3
      // Four stand two by two: one below three would have the width of all of them.
      let lines = max(1, (panes.count + most - 1) / most)
      let each = max(1, (panes.count + lines - 1) / lines)
      for start in stride(from: 0, to: panes.count, by: each) {
        let together = Array(panes[start..<min(start + each, panes.count)])
        if silent.isSuperset(of: together) {
          rows.append(LayoutRow(panes: together, room: .ofOneLine, isSilent: true))
        } else if hasThinMap, together == [.heat] {
          rows.append(LayoutRow(panes: together, room: .ofThinMap))
        } else {
          rows.append(row(of: together, model, rect, silent: silent))
        }
      }
    }
    if model.place == .overview {
      rows.putForward(model.criticalPanes)
    } else {
      rows.keep(model.focus)
    }
    // On the overview what has no room stays away, so that panes do not come and go.
    let fitting = rows.fitting(into: rect.height, refills: model.place != .overview)
    return Column(rows: fitting, rect: rect)
  }

  private func row(
    of panes: [PaneID], _ model: Model, _ rect: Rect, silent: Set<PaneID>
  ) -> LayoutRow {
    let content = panes.map { PaneCatalog.pane($0).contentHeight(of: model) }.max() ?? 0
    let band = PaneCatalog.pane(panes[0]).band
    let isDetail = model.place != .overview
    var row = LayoutRow(
      panes: panes, room: band.room(content: content, height: rect.height, isDetail: isDetail))
    // What fails has its lines from the longest table.
    if band == .requests { row.room.least = max(6, row.room.least - (header.height - 1)) }
    for pane in panes where silent.contains(pane) {
      row.widths[pane] = PaneCatalog.pane(pane).silentWidth
    }
    return row
  }

  /// Places the rows of a column one below the other.
  private mutating func stack(_ column: Column) {
    let (rows, rect) = (column.rows, column.rect)
    let heights = rows.heights(filling: rect.height)
    var rest = rect
    for (place, row) in rows.enumerated() {
      let (band, below) = rest.splitting(top: heights[place])
      rest = below
      placements += side(by: row, in: band)
    }
  }

  /// Panes that have nothing to show have the cells to say so, the others share what is left.
  private func side(by row: LayoutRow, in band: Rect) -> [Placement] {
    let shares = row.panes.map { PaneCatalog.pane($0).widthShare }
    let all = max(1, shares.reduce(0, +))
    let fixed = zip(row.panes, shares).map { pane, share in
      row.widths[pane].map { min($0, band.width * share / all) }
    }
    var rest = band
    var free = band.width - fixed.compactMap(\.self).reduce(0, +)
    var left = zip(shares, fixed).reduce(0) { $0 + ($1.1 == nil ? $1.0 : 0) }
    return row.panes.indices.map { place in
      let width = fixed[place] ?? free * shares[place] / max(1, left)
      if fixed[place] == nil {
        free -= width
        left -= shares[place]
      }
      let (rect, more) = rest.splitting(left: width)
      rest = more
      return Placement(pane: row.panes[place], rect: rect)
    }
  }
}
