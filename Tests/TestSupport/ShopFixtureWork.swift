import Telemetry

extension ShopFixture {
  /// The troubled shop with all that a shop can have: outbound calls, tasks, breakers, pools on
  /// one database, a heap, waits for connections.
  package static let busy = ShopFixture(
    "busy", sources: sources,
    batches: metrics(
      Traffic.troubled, and: [(.outbound, Traffic.outbound), (.task, Traffic.tasks)])
      + gauges(Gauge.troubled + Gauge.busy)
      + accessLog(Traffic.troubled, lines: Line.troubled)
      + databaseLog(Statement.troubled, lines: Line.troubled))
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
