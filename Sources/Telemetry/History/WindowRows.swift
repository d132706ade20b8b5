/// The rows of all tables in a window at one moment, summed up once for whoever looks at them there.
///
/// A tick draws them and looks for what is wrong in the same ones.
package struct WindowRows: Sendable {
  /// The window that was summed up.
  package let window: Window
  /// The moment at which it ends.
  package let now: Timestamp
  /// All endpoints with requests, in no particular order.
  package let endpoints: [EndpointRow]
  /// All requests, each counted once.
  package let totals: TotalsRow
  /// Statements, the one that takes the most time first.
  package let queries: [QueryRow]
  /// Pools by source, and of each in the order they were first seen; so are caches, memory and runtime.
  package let pools: [PoolRow]
  /// See `pools`.
  package let caches: [CacheRow]
  /// See `pools`.
  package let memory: [MemoryRow]
  /// See `pools`.
  package let runtime: [RuntimeRow]
  /// Calls to other services, in no particular order.
  package let outbound: [EndpointRow]
  /// Tasks and steps, in no particular order.
  package let tasks: [EndpointRow]
  /// Circuit breakers whose state is known in the window.
  package let breakers: [BreakerRow]

  /// The rows of a history.
  ///
  /// Cost: linear in the slots of the window; about 5 us per endpoint for five minutes, of which a
  /// `memo` of earlier rows spares most.
  package init(of history: History, window: Window, now: Timestamp, memo: SumMemo? = nil) {
    self.window = window
    self.now = now
    (endpoints, totals) = history.traffic(window, now: now, memo: memo)
    queries = history.queryRows(window, now: now)
      .sorted { ($1.totalSeconds, $0.id) < ($0.totalSeconds, $1.id) }
    pools = history.poolRows(window, now: now)
    caches = history.cacheRows(window, now: now)
    memory = history.memoryRows(window, now: now)
    runtime = history.runtimeRows(window, now: now)
    outbound = history.outboundRows(window, now: now)
    tasks = history.taskRows(window, now: now)
    breakers = history.breakerRows(window, now: now)
  }
}
