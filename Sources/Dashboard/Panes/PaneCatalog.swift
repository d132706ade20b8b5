import Telemetry

/// Every pane there is.
package enum PaneCatalog {
  /// A new pane needs its line here: the first nine are on the digits, the others are reached with Tab, the
  /// mouse or `:focus-NAME`; panes of a band stand in this order.
  package static let all: [any Pane] = [
    EndpointsPane(),
    LatencyPane(),
    ErrorsPane(),
    PoolsPane(),
    CachesPane(),
    MemoryPane(),
    QueriesPane(),
    LogPane(),
    SourcesPane(),
    HeatPane(),
    WorkPane(.outbound),
    WorkPane(.tasks),
    BreakersPane(),
    QueuesPane(),
    FindingsPane(),
    TargetsPane(),
    SessionsPane(),
    OwnPane(),
  ]

  /// The pane of an id.
  package static func pane(_ id: PaneID) -> any Pane { all[id.place] }
}
