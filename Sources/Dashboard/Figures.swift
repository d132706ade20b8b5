import Telemetry

/// What the panes show at one moment, computed once for each change of data or choice.
package struct Figures: Sendable {
  /// The time that the figures are about; it begins with a whole slot.
  package private(set) var range = TimeRange(
    from: Timestamp(microseconds: 0), to: Timestamp(microseconds: 0))
  /// All requests together, whatever the filter.
  package private(set) var totals = TotalsRow()
  /// Endpoints that pass the filter, sorted as the user chose.
  package private(set) var endpoints: [EndpointRow] = []
  /// All endpoints, whatever the filter, in no particular order.
  package private(set) var everyEndpoint: [EndpointRow] = []
  /// Whatever the filter.
  package var endpointCount: Int { everyEndpoint.count }
  /// The time spent in all endpoints together, whatever the filter.
  private(set) var totalSeconds = 0.0
  /// Statements that pass the filter, by their share of the time.
  package private(set) var queries: [QueryRow] = []
  /// All statements, whatever the filter, by their share of the time.
  package private(set) var everyQuery: [QueryRow] = []
  /// Where each statement stands among `everyQuery`.
  private var queryPlaces: [UInt64: Int] = [:]
  /// Where each endpoint stands among `everyEndpoint`.
  private var endpointPlaces: [EndpointName: Int] = [:]
  private var sourceNames: [String] = []
  /// By source, and of each in the order they were first seen; so are caches, memory, runtime and
  /// breakers.
  package private(set) var pools: [PoolRow] = []
  /// Pools by how full they were at most in the window, as panes list them: what is in use at the
  /// moment changes with each reading, and rows that change places cannot be read.
  package private(set) var poolsByUse: [PoolRow] = []
  /// See `cachesByHitRate` for the order of panes.
  package private(set) var caches: [CacheRow] = []
  /// One for each process that tells of its memory.
  package private(set) var memory: [MemoryRow] = []
  /// Calls to other services, the one that takes the most time first.
  package private(set) var outbound: [EndpointRow] = []
  /// Tasks and steps, the one that takes the most time first.
  package private(set) var tasks: [EndpointRow] = []
  /// Event loops and garbage collectors.
  package private(set) var runtime: [RuntimeRow] = []
  /// Circuit breakers whose state is known in the window.
  package private(set) var breakers: [BreakerRow] = []
  /// Queues, the one that was longest in the window first.
  package private(set) var queues: [QueueRow] = []
  /// The targets of the user, the missed ones first.
  package private(set) var targets: [TargetCheck] = []
  /// The visits, whatever the filter; `nil` where no log says who asked.
  package private(set) var sessions: SessionRow?
  /// What is wrong, the worst first.
  package internal(set) var findings: [Finding] = [] {
    didSet {
      severities = findings.reduce(into: [:]) { known, finding in
        known[finding.subject] = max(known[finding.subject] ?? .fine, finding.severity)
      }
      findingCounts = findings.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    }
  }
  /// How many findings there are of each severity that there is.
  package private(set) var findingCounts: [Severity: Int] = [:]
  /// How the service scores; `nil` where nobody watches.
  package internal(set) var score: Score?
  /// Courses over time that were drawn of these figures: more than the rows of the tallest screen.
  let timelines = FigureMemo<FigureSubject, [TimelinePoint]>(most: 512)
  /// Heat maps that were drawn of these figures.
  let heats = FigureMemo<FigureSubject, LatencyHeat?>(most: 32)
  /// Lines of the logs that were found to speak of an endpoint: a picture asks for them in several places.
  let endpointLines = FigureMemo<LineSubject, [LogLine]>(most: 4)
  /// What the details of endpoints and statements have worked out of these figures.
  let details = DetailMemos()
  /// The worst finding about each subject.
  private var severities: [FindingSubject: Severity] = [:]

  /// Nothing.
  init() {}

  /// The figures of a model's moment, window, filter and order; of its `rows`, where these are summed
  /// up already.
  init(of model: Model, rows: WindowRows? = nil) {
    self.init(
      history: model.history, window: model.settings.window, now: model.moment,
      filter: model.filter, order: model.order, limits: model.settings.thresholds, rows: rows,
      sessionMemo: model.showsPast ? nil : model.memos.sessions)
    targets = TargetText.ordered(
      TargetCheck.checks(
        model.settings.targets, history: model.history, window: model.settings.window,
        now: model.moment))
    setFindings(model.diagnosis?.findings ?? [])
    score = model.diagnosis?.score
  }

  /// Through a function, for observers of properties are silent in initialisers.
  private mutating func setFindings(_ findings: [Finding]) {
    self.findings = findings
  }

  /// The figures of a history at a moment.
  ///
  /// `order` tells how the rows of a pane are ordered; `rows` are those of the window at that moment,
  /// where they are summed up already.
  package init(
    history: History, window: Window, now: Timestamp, filter: FilterExpression?,
    order: (PaneID) -> RowOrder = { RowOrder(by: PaneCatalog.pane($0).usualOrder) },
    limits: Thresholds = Thresholds(), rows: WindowRows? = nil,
    sessionMemo: SessionMemo? = nil
  ) {
    let rows = rows ?? WindowRows(of: history, window: window, now: now)
    range = history.range(of: window, now: now)
    sourceNames = history.sources.map(\.identity.name.string)
    everyQuery = rows.queries
    queryPlaces.reserveCapacity(everyQuery.count)
    for place in everyQuery.indices { queryPlaces[everyQuery[place].id] = place }
    totals = rows.totals
    var everyEndpoint = rows.endpoints
    everyEndpoint.countStatements(everyQuery)
    self.everyEndpoint = everyEndpoint
    endpointPlaces.reserveCapacity(everyEndpoint.count)
    for place in everyEndpoint.indices { endpointPlaces[everyEndpoint[place].name] = place }
    totalSeconds = everyEndpoint.compactMap(\.totalSeconds).orderlessSum
    pools = rows.pools
    poolsByUse = Figures.byPeak(pools, history, window, now: now)
    caches = rows.caches
    memory = rows.memory
    outbound = Figures.byTime(rows.outbound)
    tasks = Figures.byTime(rows.tasks)
    arrange(filter: filter, order: order, limits: limits)
    runtime = rows.runtime
    breakers = rows.breakers
    queues = history.queueRows(window, now: now)
    sessions = history.sessionRow(window, now: now, memo: sessionMemo)
  }

  /// Chooses and orders the rows of tables anew, without a look into the history.
  mutating func arrange(
    filter: FilterExpression?, order: (PaneID) -> RowOrder, limits: Thresholds = Thresholds()
  ) {
    let names = sourceNames
    let endpoints =
      filter.map { filter in
        everyEndpoint.filter { filter.matches(EndpointSubject(row: $0, sourceNames: names)) }
      } ?? everyEndpoint
    self.endpoints = order(.endpoints).sorted(endpoints, limits: limits)
    let queries =
      filter.map { filter in
        everyQuery.filter { filter.matches($0, sourceNames: names, endpoint: endpoint) }
      } ?? everyQuery
    let orderOfQueries = order(.queries)
    // They come by the time that they take.
    self.queries =
      orderOfQueries == RowOrder(by: .time) ? queries : orderOfQueries.sorted(queries)
    outbound = Figures.ordered(outbound, order(.outbound))
    tasks = Figures.ordered(tasks, order(.tasks))
  }

  /// Calls or tasks in order; what most of them is ordered by anyway is by count where no durations are known.
  private static func ordered(_ rows: [EndpointRow], _ order: RowOrder) -> [EndpointRow] {
    order == RowOrder(by: .time) ? byTime(rows) : order.sorted(rows)
  }
}

extension Figures {
  /// Calls and tasks by the time that all of them took, as statements are; where no durations are
  /// known by their count.
  fileprivate static func byTime(_ rows: [EndpointRow]) -> [EndpointRow] {
    rows.sorted {
      ($1.totalSeconds ?? 0, $1.requests, $0.name) < ($0.totalSeconds ?? 0, $0.requests, $1.name)
    }
  }

  fileprivate static func byPeak(
    _ rows: [PoolRow], _ history: History, _ window: Window, now: Timestamp
  ) -> [PoolRow] {
    let keyed = rows.map { row in
      let most = history.mostInUse(of: row, window, now: now)?.most
      // A limit that is the most that was open says nothing of how full it was.
      let limit = row.isLeastLimit ? nil : row.limit
      let share = most.flatMap { most in limit.flatMap { $0 > 0 ? most / $0 : nil } }
      // In tenths, so that pools that are alike do not change places with each reading.
      return (row: row, peak: (max(share ?? -1, row.saturation ?? -1) * 10).rounded())
    }
    return keyed.sorted {
      ($1.peak, $0.row.name, $0.row.source) < ($0.peak, $1.row.name, $1.row.source)
    }.map(\.row)
  }

  /// A statement, whether it passes the filter or not.
  package func query(_ id: UInt64) -> QueryRow? { queryPlaces[id].map { everyQuery[$0] } }

  /// An endpoint, whether it passes the filter or not.
  package func endpoint(_ name: EndpointName) -> EndpointRow? {
    endpointPlaces[name].map { everyEndpoint[$0] }
  }

  /// How bad a subject is: by its findings and by its own limits, whichever is worse.
  ///
  /// What is only a symptom has no finding of its own, and is as slow to those who wait for it.
  package func severity(of subject: FindingSubject, byLimits severity: Severity) -> Severity {
    max(severity, severities[subject] ?? .fine)
  }

  /// Caches from the coldest, as panes list them.
  package var cachesByHitRate: [CacheRow] {
    caches.sorted {
      ($0.hitRate ?? 2, $0.name, $0.source) < ($1.hitRate ?? 2, $1.name, $1.source)
    }
  }

  /// Breakers as panes list them, open ones first; by their failures they would change places with
  /// each reading.
  package var breakersByState: [BreakerRow] {
    let ranked = breakers.enumerated().map { (rank: (-BreakersPane.step($1.state), $0), row: $1) }
    return ranked.sorted { $0.rank < $1.rank }.map(\.row)
  }

  /// The findings that a place is about: all of them on the overview.
  package func findings(at place: Model.Place) -> [Finding] {
    switch place {
    case .overview, .finding: findings
    case .endpoint(let name): findings.filter { isAbout($0, name) }
    case .query(let id): findings.filter { $0.subject == .query(id) }
    case .work(.outbound, let name): findings.filter { $0.subject == .outbound(name) }
    case .work(.task, let name): findings.filter { $0.subject == .task(name) }
    case .work(.endpoint, _): []
    }
  }

  /// Whether a finding is about an endpoint, about a pool for whose time-outs it waits, or about a
  /// statement of which a fifth of the calls or more are the endpoint's: it is then what the endpoint
  /// is slow for.
  private func isAbout(_ finding: Finding, _ name: EndpointName) -> Bool {
    if finding.subject == .endpoint(name) { return true }
    let waits = finding.symptoms.contains {
      $0.kind == .waitsForTimeout && $0.subject == .endpoint(name)
    }
    if waits { return true }
    guard case .query(let id) = finding.subject, let row = query(id),
      let caller = row.callers.first(where: { $0.endpoint == name })
    else { return false }
    return caller.calls >= 0.2 * Double(row.calls)
  }
}
