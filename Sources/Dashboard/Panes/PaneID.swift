/// The panes that can have the focus, by the digit that focuses them.
package enum PaneID: Int, CaseIterable, Hashable, Sendable {
  case endpoints = 1
  case latency, errors, pools, caches, memory, queries, logs, sources

  /// What the frame of the pane says.
  package var title: String {
    switch self {
    case .endpoints: "endpoints"
    case .latency: "latency"
    case .errors: "errors per second"
    case .pools: "pools"
    case .caches: "caches"
    case .memory: "memory"
    case .queries: "slow queries"
    case .logs: "log"
    case .sources: "sources"
    }
  }
}
