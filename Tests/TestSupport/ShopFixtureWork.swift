import Telemetry

extension ShopFixture {
  /// The troubled shop with all that a shop can have: outbound calls, tasks, breakers, pools on
  /// one database, a heap, waits for connections.
  package static let busy = ShopFixture(
    "busy", sources: sources,
    batches: metrics(Traffic.troubled) + gauges(Gauge.troubled + Gauge.busy) + work
      + accessLog(Traffic.troubled) + databaseLog(Statement.troubled))

  /// Outbound calls and tasks as the application counts them, every five seconds.
  private static var work: [Batch] {
    stride(from: 5, through: pastSeconds, by: 5).map { second in
      var batch = Batch(source: 0, time: time(second))
      batch.covered = time(second - 5)...time(second)
      batch.vantage = "app"
      for (kind, traffic) in [(TrafficKind.outbound, Traffic.outbound), (.task, Traffic.tasks)] {
        for one in traffic {
          let runs = one.requests(from: second - 5, to: second)
          guard !runs.isEmpty else { continue }
          batch.traffic.append(
            TrafficDelta(
              kind: kind, name: one.name, time: time(second) - 0.5,
              statuses: one.statuses(of: runs),
              latency: latency(
                of: runs.map { one.seconds(of: $0, at: second) }, layout: .logarithmic)))
        }
      }
      return batch
    }
  }

  /// What detectors would say of the troubled shop.
  package static var findings: [Finding] {
    let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    let posts = Fingerprinter.of("SELECT * FROM posts WHERE author_id = 1").id
    var loop = Finding(
      .nPlusOne, .critical, of: .endpoint(feed),
      summary: "5 alike statements per request, in 1,281 of 1,281 requests")
    loop.since = now - 452
    var evidence = FindingEvidence("alike statements per request", value: 5, threshold: 5)
    evidence.source = 2
    evidence.line = 88_410
    evidence.range = TimeRange(from: now - 2, to: now - 1)
    evidence.sample = "SELECT * FROM posts WHERE author_id = 81920"
    loop.evidence = [evidence]
    loop.advice = [
      "fetch the posts of all followed authors in one statement: where author_id in (...)",
      "one call instead of five saves about 9 ms of 159 ms per request",
    ]
    loop.symptoms = ["21 statements per second on the database"]
    var pool = Finding(
      .poolSaturation, .critical, of: .pool("loader", source: 0),
      summary: "Pool loader is 130 % in use with 4 callers waiting")
    pool.since = now - 300
    var saturation = FindingEvidence("saturation", value: 1.3, threshold: 0.9)
    saturation.unit = .share
    pool.evidence = [saturation]
    pool.advice = ["raise the limit, or find who holds connections while it calls out"]
    var cache = Finding(
      .cacheHitRate, .high, of: .cache("search", source: 0),
      summary: "Cache search answers 40.2 % of 10,500 look-ups")
    cache.certainty = .likely("the service started 12 minutes ago")
    let slow = Finding(
      .slowQuery, .medium, of: .query(posts), summary: "p95 4.8 ms, called 21 times a second")
    return [loop, pool, cache, slow]
  }
}

extension ShopFixture.Traffic {
  static let outbound = [
    Self(
      name: EndpointName(method: "POST", route: "api.openai.com"), perMinute: 52,
      milliseconds: [3100, 3300, 2900, 4100, 3500, 7900], shape: rising, failsEvery: 9),
    Self(
      name: EndpointName(method: "GET", route: "cdn.example.net/{asset}"), perMinute: 320,
      milliseconds: [12, 14, 11, 40, 13]),
    Self(
      name: EndpointName(method: "POST", route: "payments.example.com/charges"), perMinute: 31,
      milliseconds: [220, 240, 210, 460], failsEvery: 60),
  ]

  static let tasks = [
    Self(
      name: EndpointName(method: "", route: "generate_image"), perMinute: 11,
      milliseconds: [18_000, 22_000, 19_500, 31_000], failsEvery: 7),
    Self(
      name: EndpointName(method: "", route: "generate_image.render"), perMinute: 11,
      milliseconds: [15_000, 18_200, 16_000, 24_000]),
    Self(
      name: EndpointName(method: "", route: "send_mail"), perMinute: 24,
      milliseconds: [180, 210, 260]),
  ]
}

extension ShopFixture.Gauge {
  private static let mebibyte = 1_048_576.0

  static let busy = [
    Self(.poolIdle, "loader", 0), Self(.poolWaitSeconds, "loader", 4.2),
    Self(.poolAcquired, "loader", 12), Self(.poolTimeouts, "loader", 0.2),
    Self(.poolIdle, "poster", 1), Self(.poolWaitSeconds, "poster", 0.3),
    Self(.poolAcquired, "poster", 80), Self(.poolTimeouts, "poster", 0),
    Self(.cacheBytes, "search", 20 * mebibyte, 61 * mebibyte),
    Self(.cacheLimitBytes, "search", 64 * mebibyte), Self(.cacheEvictions, "search", 4),
    Self(.heapBytes, "api", 310 * mebibyte, 395 * mebibyte),
    Self(.breakerState, "openai", 0, 1), Self(.breakerFailureRate, "openai", 0.02, 0.51),
    Self(.breakerState, "payments", 0), Self(.breakerFailureRate, "payments", 0.01),
    Self(.taskBacklog, "images", 3, 41),
  ]
}
