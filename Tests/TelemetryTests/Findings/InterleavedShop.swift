import TestSupport

@testable import Telemetry

/// Twenty requests at a time on twenty pooled connections, with labels: which of them run many
/// alike statements.
///
///     /authors       P, then 5 to 30 times "books of an author"                 n-plus-one
///     /carts         P, then "item" and "price" in turn, 5 to 15 times          n-plus-one, both
///     /books/{id}    "books of an author" once: chains of them on one connection are none
///     /pair/{id}     "item" twice
///     /mixed         three different statements
///     /report        a second or more, two statements far apart
///     /static        no statement
struct InterleavedShop {
  struct Label: Hashable {
    var endpoint: EndpointName
    var query: UInt64
    var connection: UInt64
    var start: Double
    var end: Double
  }

  enum Query: UInt64 {
    case authors = 1, books, carts, item, price, user, stock, report, summary
  }

  private(set) var requests: [RequestSpan] = []
  private(set) var statements: [QuerySpan] = []
  private(set) var labels: [Label] = []
  static let names = [
    "GET /authors", "GET /carts", "GET /books/{id}", "GET /pair/{id}", "GET /mixed", "GET /report",
    "GET /static",
  ].map { EndpointName($0) }
  private var dice: Dice
  /// Connections that are free, with the time since when.
  private var free: [(connection: UInt64, since: Double)]

  /// So many requests, of which some are as bad as the labels say.
  init(seed: UInt64, requests count: Int, hasNPlusOne: Bool = true, atOnce: Int = 20) {
    dice = Dice(seed)
    free = (1...UInt64(atOnce)).map { ($0, 0) }
    var workers = [Double](repeating: 1_000_000, count: atOnce)
    for place in workers.indices { workers[place] += dice.number(0..<0.2) }
    for _ in 0..<count {
      guard let worker = workers.indices.min(by: { workers[$0] < workers[$1] }) else { return }
      let kind = dice.pick(
        hasNPlusOne ? [0, 1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 6] : [2, 2, 2, 3, 4, 5, 6])
      workers[worker] = serve(kind, at: workers[worker]) + dice.magnitude(0.0005..<0.02)
    }
    requests.sort { $0.span.end < $1.span.end }
    statements.sort { $0.span.end < $1.span.end }
  }

  private mutating func serve(_ kind: Int, at arrival: Double) -> Double {
    var time = arrival + dice.magnitude(0.0005..<0.005)
    if kind != 6 {
      // The connection that came back last is handed out first, as most pools do.
      let ready = free.indices.filter { free[$0].since <= time }
      let place = ready.max { free[$0].since < free[$1].since } ?? free.indices.first ?? 0
      let connection = free[place].connection
      time = max(time, free[place].since)
      free.remove(at: place)
      for (query, times) in script(kind) {
        let first = statements.count
        for pass in 0..<times {
          for one in query { time = run(one, on: connection, at: time, slow: kind == 5, pass) }
        }
        guard times >= 5 else { continue }
        for one in query {
          let own = statements[first...].filter { $0.query == one.rawValue }
          labels.append(
            Label(
              endpoint: Self.names[kind], query: one.rawValue, connection: connection,
              start: (own.first?.span.end.seconds ?? 0) - (own.first?.span.seconds ?? 0),
              end: own.last?.span.end.seconds ?? 0))
        }
      }
      free.append((connection, time))
    } else {
      time += dice.magnitude(0.001..<0.05)
    }
    time += dice.magnitude(0.0005..<0.005)
    requests.append(
      RequestSpan(
        endpoint: kind,
        span: Span(
          end: Timestamp(seconds: time), seconds: time - arrival, uncertainty: 0.001)))
    return time
  }

  private mutating func script(_ kind: Int) -> [(queries: [Query], times: Int)] {
    switch kind {
    case 0: [([.authors], 1), ([.books], 5 + dice.roll(26))]
    case 1: [([.carts], 1), ([.item, .price], 5 + dice.roll(11))]
    case 2: [([.books], 1)]
    case 3: [([.item], 2)]
    case 4: [([.user], 1), ([.stock], 1), ([.carts], 1)]
    default: [([.report], 1), ([.summary], 1)]
    }
  }

  private mutating func run(
    _ query: Query, on connection: UInt64, at time: Double, slow: Bool, _ pass: Int
  ) -> Double {
    let start = time + (slow ? dice.number(0.2..<0.8) : dice.magnitude(0.0001..<0.002))
    let seconds = dice.magnitude(0.0005..<0.006)
    var span = Span(
      end: Timestamp(seconds: start + seconds), seconds: seconds, uncertainty: 0.001)
    span.connectionID = connection
    var statement = QuerySpan(query: query.rawValue, endpoint: nil, span: span)
    statement.literals = UInt64(dice.roll(1_000_000)) + 1
    statement.line = UInt64(statements.count + 1)
    statements.append(statement)
    return start + seconds
  }

  /// The logs second by second: requests as source 0 saw them, statements as source 1 did.
  func batches(uncertainty: Double = 0.001) -> [Batch] {
    guard let last = requests.last?.span.end.seconds else { return [] }
    return stride(from: 1_000_000.0, through: last + 1, by: 1).flatMap { second -> [Batch] in
      func isNow(_ time: Timestamp) -> Bool { time.seconds >= second && time.seconds < second + 1 }
      var web = Batch(source: 0, time: Timestamp(seconds: second + 1))
      web.covered = Timestamp(seconds: second)...Timestamp(seconds: second + 1)
      web.spanEndpoints = Self.names
      web.requestSpans = requests.filter { isNow($0.span.end) }.map { request in
        var coarse = request
        coarse.span.uncertainty = uncertainty
        if uncertainty >= 1 {
          coarse.span.end = Timestamp(seconds: request.span.end.seconds.rounded(.down))
        }
        return coarse
      }
      for (kind, name) in Self.names.enumerated() {
        let took = requests.filter { $0.endpoint == kind && isNow($0.span.end) }
          .map(\.span.seconds)
        if !took.isEmpty {
          web.traffic.append(TrafficDelta(name.description, at: second, took: took))
        }
      }
      var database = Batch(source: 1, time: Timestamp(seconds: second + 1))
      database.covered = web.covered
      database.querySpans = statements.filter { isNow($0.span.end) }
      let byQuery = Dictionary(grouping: database.querySpans, by: \.query)
      for (query, calls) in byQuery.sorted(by: { $0.key < $1.key }) {
        var delta = QueryDelta(
          id: query, fingerprint: DisplayText("select * from t\(query) where owner = ?"),
          time: Timestamp(seconds: second), calls: UInt64(calls.count),
          latency: LatencyDelta(calls.map(\.span.seconds)))
        delta.examples = [
          QueryExample(
            statement: DisplayText("SELECT * FROM t\(query) WHERE owner = 7"), seconds: 0.001,
            time: Timestamp(seconds: second), line: 1, source: 1)
        ]
        database.queries.append(delta)
      }
      return [web, database]
    }
  }
}
