import Telemetry

/// What the panes show at one moment, computed once for each change of data or choice.
package struct Figures: Sendable {
  package private(set) var range = TimeRange(
    from: Timestamp(microseconds: 0), to: Timestamp(microseconds: 0))
  package private(set) var totals = TotalsRow()
  /// Endpoints that pass the filter, sorted as the user chose.
  package private(set) var endpoints: [EndpointRow] = []
  /// All endpoints, whatever the filter, in no particular order.
  package private(set) var everyEndpoint: [EndpointRow] = []
  package var endpointCount: Int { everyEndpoint.count }
  /// Statements that pass the filter, by their share of the time.
  package private(set) var queries: [QueryRow] = []
  package private(set) var pools: [PoolRow] = []
  package private(set) var caches: [CacheRow] = []
  package private(set) var memory: [MemoryRow] = []
  package private(set) var outbound: [EndpointRow] = []
  package private(set) var tasks: [EndpointRow] = []
  package private(set) var runtime: [RuntimeRow] = []
  package private(set) var breakers: [BreakerRow] = []
  /// What is wrong, the worst first.
  package internal(set) var findings: [Finding] = []

  /// Nothing.
  init() {}

  /// The figures of a model's moment, window, filter and order.
  init(of model: Model) {
    self.init(
      history: model.history, window: model.settings.window, now: model.moment,
      filter: model.filter, sort: model.sort, descending: model.isDescending)
  }

  /// The figures of a history at a moment.
  package init(
    history: History, window: Window, now: Timestamp, filter: FilterExpression?,
    sort: SortColumn = .p95, descending: Bool = true
  ) {
    range = history.range(of: window, now: now)
    let names = history.sources.map(\.identity.name.string)
    let everyQuery = history.queryRows(window, now: now)
    var everyEndpoint = history.endpointRows(window, now: now)
    Figures.countQueries(everyQuery, in: &everyEndpoint)
    self.everyEndpoint = everyEndpoint
    totals = history.totals(window, now: now)
    let endpoints = everyEndpoint.filter { row in
      filter.map { $0.matches(EndpointSubject(row: row, sourceNames: names)) } ?? true
    }
    self.endpoints = sort.sorted(endpoints, descending: descending)
    queries = everyQuery.filter { row in
      filter.map { $0.matches(QuerySubject(row: row, sourceNames: names)) } ?? true
    }
    .sorted { ($1.totalSeconds, $0.id) < ($0.totalSeconds, $1.id) }
    pools = history.poolRows(window, now: now)
    caches = history.cacheRows(window, now: now)
    memory = history.memoryRows(window, now: now)
    outbound = history.outboundRows(window, now: now)
      .sorted { ($1.requests, $0.name) < ($0.requests, $1.name) }
    tasks = history.taskRows(window, now: now)
      .sorted { ($1.requests, $0.name) < ($0.requests, $1.name) }
    runtime = history.runtimeRows(window, now: now)
    breakers = history.breakerRows(window, now: now)
  }

  /// Statements per request, where statements are tied to endpoints.
  private static func countQueries(_ queries: [QueryRow], in rows: inout [EndpointRow]) {
    var calls: [EndpointName: Double] = [:]
    for query in queries {
      for caller in query.callers { calls[caller.endpoint, default: 0] += caller.calls }
    }
    for place in rows.indices where rows[place].requests > 0 {
      rows[place].queriesPerRequest = calls[rows[place].name].map {
        $0 / Double(rows[place].requests)
      }
    }
  }
}
