import Telemetry
import TextUI

/// Everything the dashboard knows and everything the user chose: the only state there is.
package struct Model: Sendable {
  package internal(set) var history: History
  /// What goes on while the picture is held; `nil` while it is live.
  var goingOn: History?
  package internal(set) var settings: Settings
  package var keyMap = KeyMap.standard
  package var theme: Theme
  package var symbols: Symbols
  package internal(set) var size: Size
  /// The wall clock at the last tick.
  package internal(set) var clock: Timestamp
  /// The instant the picture is held at; `nil` while it is live.
  package internal(set) var heldAt: Timestamp?
  /// Where the user has drilled to, the overview first; never empty.
  package internal(set) var path: [Place] = [.overview]
  package internal(set) var focus = PaneID.endpoints
  package internal(set) var isZoomed = false
  package internal(set) var showsHelp = false
  /// Selected row by pane and place.
  package internal(set) var selection: [Place: [PaneID: Int]] = [:]
  package internal(set) var sort = SortColumn.p95
  package internal(set) var isDescending = true
  package internal(set) var filter: FilterExpression?
  /// The filter being typed, with what is wrong with it.
  package internal(set) var prompt: FilterPrompt?
  package internal(set) var notice: Notice?
  /// What the panes show, computed once for each change of data or choice.
  package internal(set) var figures: Figures
  /// What svctop itself costs, as the shell measures it.
  package var ownCost = OwnCost()

  /// A place a user can drill to.
  package enum Place: Hashable, Sendable {
    case overview
    case endpoint(EndpointName)
    case query(UInt64)
    /// An outbound call or a task.
    case work(TrafficKind, EndpointName)
    case finding(Finding.ID)
  }

  /// A filter that is being typed.
  package struct FilterPrompt: Sendable {
    package var editor: LineEditor
    package var error: String
    /// What comes back on Esc.
    package var before: FilterExpression?
  }

  /// A word from the program, shown in the bottom line until `until`.
  package struct Notice: Sendable {
    package var text: DisplayText
    package var isError: Bool
    package var until: Timestamp
  }

  /// A dashboard of the given history, at the given size and time.
  package init(
    history: History, settings: Settings, theme: Theme, symbols: Symbols = .unicode, size: Size,
    clock: Timestamp, filter: FilterExpression? = nil
  ) {
    self.history = history
    self.settings = settings
    self.theme = theme
    self.symbols = symbols
    self.size = size
    self.clock = clock
    self.filter = filter
    figures = Figures()
    refresh()
  }

  /// The place at the end of the path.
  package var place: Place { path.last ?? .overview }

  /// The instant that the picture shows.
  package var moment: Timestamp { heldAt ?? liveMoment }

  /// Now, or the end of what was read where that ended long ago: a log of last week is shown as
  /// it ended, not as an hour of silence.
  private var liveMoment: Timestamp {
    let isFollowingMetrics = history.sources.contains { $0.identity.kind == .metrics }
    guard !isFollowingMetrics, let last = history.extent?.upperBound,
      clock - last > Model.staleLogSeconds
    else { return clock }
    return last
  }

  /// Whether the picture shows the end of an old log rather than the present.
  package var showsOldLog: Bool { heldAt == nil && liveMoment != clock }

  /// A log that has been quiet for longer than this is shown as it ended.
  private static let staleLogSeconds = 600.0

  /// Computes the figures anew from the history and the user's choices.
  ///
  /// A row that was selected stays selected when the order changes around it.
  mutating func refresh() {
    let selected = selection.flatMap { place, rows in
      rows.compactMap { pane, row -> (place: Place, pane: PaneID, target: Place)? in
        let targets = places(in: pane, at: place)
        return targets.indices.contains(row) ? (place, pane, targets[row]) : nil
      }
    }
    figures = Figures(of: self)
    for (place, pane, target) in selected {
      guard let row = places(in: pane, at: place).firstIndex(of: target) else { continue }
      selection[place]?[pane] = row
    }
  }

  /// The selected row of a pane at the current place, kept inside `count` rows.
  ///
  /// Before the user moves that is the first row, in a log the newest line.
  package func selectedRow(of pane: PaneID, count: Int) -> Int? {
    guard count > 0 else { return nil }
    return min(max(0, selection[place]?[pane] ?? (pane == .logs ? count - 1 : 0)), count - 1)
  }

  /// The places that the rows of a pane open, row by row.
  package func places(in pane: PaneID, at place: Place) -> [Place] {
    switch (place, pane) {
    case (.overview, .endpoints): figures.endpoints.map { .endpoint($0.name) }
    case (.overview, .queries): figures.queries.map { .query($0.id) }
    case (.endpoint(let name), .queries):
      history.queries(of: name, among: figures.queries).map { .query($0.row.id) }
    case (.overview, .outbound): figures.outbound.map { .work(.outbound, $0.name) }
    case (.overview, .tasks): figures.tasks.map { .work(.task, $0.name) }
    case (_, .findings): figures.findings(at: place).map { .finding($0.id) }
    default: []
    }
  }
}
