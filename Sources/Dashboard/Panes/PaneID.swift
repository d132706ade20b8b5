/// The panes that can have the focus; the first nine by the digit that focuses them.
package enum PaneID: Int, CaseIterable, Hashable, Sendable {
  /// The raw values of the first nine are their digits.
  case endpoints = 1
  /// On the digits 2 to 9, in this order.
  case latency, errors, pools, caches, memory, queries, logs, sources
  /// Without a digit; reached with Tab, the mouse or `:focus-NAME`.
  case heat, outbound, tasks, breakers, findings, targets, sessions
  /// What svctop itself costs.
  case own

  /// The digit that focuses the pane, where it has one.
  package var digit: Int? { rawValue <= 9 ? rawValue : nil }

  /// The panes that list rows under a header.
  static let tables: Set<PaneID> = [
    .endpoints, .queries, .outbound, .tasks, .findings, .targets,
  ]

  /// What the frame of the pane says, and what a user calls it.
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
    case .heat: "latency heat map"
    case .outbound: "outbound calls"
    case .tasks: "tasks"
    case .breakers: "breakers"
    case .findings: "findings"
    case .targets: "targets"
    case .sessions: "sessions"
    case .own: "svctop itself"
    }
  }
}
