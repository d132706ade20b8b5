import Telemetry

/// Panes side by side, with the lines that they need and want.
struct LayoutRow {
  var panes: [PaneID]
  var room: PaneBand.Room
  /// Whether all of them have nothing to show.
  var isSilent = false
  /// Cells that are enough for those that have nothing to show beside others that have.
  var widths: [PaneID: Int] = [:]

  /// More than any row has for what it is of, but for that of the endpoints.
  fileprivate static let importanceOfTrouble = 81
  /// That of the list of all that is critical: only the endpoints stay as long.
  fileprivate static let importanceOfFindings = 90
  /// That of the row of the pane with the focus, where this walks through more than there is room for.
  fileprivate static let importanceOfFocus = 100
}

/// Rows one below the other.
extension [LayoutRow] {
  /// Lines that they want, their frames included.
  var wanted: Int { reduce(0) { $0 + $1.room.wanted } }

  /// Has those with a critical pane stay before those without trouble; only the endpoints stay before
  /// them, which give a line of theirs to them, and among them the usual order decides behind the
  /// findings.
  ///
  /// One of a band at most: several would take the room of the charts.
  mutating func putForward(_ critical: Set<PaneID>) {
    var bands: Set<PaneBand> = []
    if !critical.isEmpty, let first = firstIndex(where: { $0.panes.first == .endpoints }) {
      self[first].room.least = Swift.min(self[first].room.least, 9)
    }
    for place in indices where !critical.isDisjoint(with: self[place].panes) {
      let importance = self[place].room.importance
      guard importance < LayoutRow.importanceOfTrouble,
        bands.insert(PaneCatalog.pane(self[place].panes[0]).band).inserted
      else { continue }
      self[place].room.importance =
        self[place].panes.contains(.findings)
        ? LayoutRow.importanceOfFindings : LayoutRow.importanceOfTrouble + importance / 10
    }
  }

  /// Has the row of a pane stay whatever must go.
  mutating func keep(_ pane: PaneID) {
    for place in indices where self[place].panes.contains(pane) {
      self[place].room.importance = LayoutRow.importanceOfFocus
    }
  }

  /// Those that there is room for, the most important ones.
  ///
  /// With `refills` a small row has what a large one, which did not fit, has left.
  func fitting(into height: Int, refills: Bool) -> [LayoutRow] {
    // What can never be whole takes no room from what can.
    let possible = indices.filter {
      self[$0].room.least <= height || self[$0].room.importance == LayoutRow.importanceOfFocus
    }
    var kept = possible.isEmpty ? Array<Int>(indices) : possible
    func spare() -> Int { height - kept.reduce(0) { $0 + self[$1].room.least } }
    while spare() < 0, kept.count > 1 {
      let least = kept.map { self[$0].room.importance }.min() ?? 0
      // Of rows that matter alike the last one goes.
      kept.remove(at: kept.lastIndex { self[$0].room.importance == least } ?? 0)
    }
    if refills {
      let others = indices.filter { !kept.contains($0) }
        .sorted { self[$0].room.importance > self[$1].room.importance }
      for place in others where self[place].room.least <= spare() { kept.append(place) }
    }
    return kept.sorted().map { self[$0] }
  }

  /// The lines of each: what it needs, then what it wants by weight; the rest is for the log or charts.
  func heights(filling height: Int) -> [Int] {
    var heights = map(\.room.least)
    var spare = height - heights.reduce(0, +)
    var isGrowing = true
    while spare > 0, isGrowing {
      isGrowing = false
      for place in indices where spare > 0 && heights[place] < self[place].room.wanted {
        let given = Swift.min(
          spare, self[place].room.weight, self[place].room.wanted - heights[place])
        heights[place] += given
        spare -= given
        isGrowing = true
      }
    }
    if let stretched { heights[stretched] = Swift.max(0, heights[stretched] + spare) }
    return heights
  }

  /// The row that has what all others leave; `nil` where none has anything to show in it.
  private var stretched: Int? {
    func last(_ pane: PaneID) -> Int? {
      lastIndex { $0.panes.first == pane && !$0.isSilent && $0.room.hasMore }
    }
    return last(.logs) ?? last(.heat) ?? last(.latency) ?? last(.sources) ?? last(.findings)
      ?? firstIndex { !$0.isSilent }
  }
}

extension Model {
  /// The panes that have a row of which something critical is found, and the list of what is found.
  ///
  /// Findings come and go slowly; by the limits alone panes would do so with each reading.
  var criticalPanes: Set<PaneID> {
    let critical = figures.findings.filter { $0.severity == .critical }
    guard !critical.isEmpty else { return [] }
    return Set(critical.compactMap(\.subject.pane)).union([.findings])
  }
}

extension FindingSubject {
  /// The pane that has a row for it.
  fileprivate var pane: PaneID? {
    switch self {
    case .endpoint: .endpoints
    case .query: .queries
    case .pool: .pools
    case .cache: .caches
    case .process: .memory
    case .outbound: .outbound
    case .task: .tasks
    case .breaker: .breakers
    case .queue: .queues
    case .source, .service: nil
    }
  }
}
