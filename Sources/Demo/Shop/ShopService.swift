import Telemetry

/// The shop as a demo shows it: an access log, a PostgreSQL log and a metrics page.
struct ShopService: Scenario {
  let sources: [ScenarioSource] = [
    .endpoint("shop-api", "/metrics"), .log("nginx", "access.log"),
    .log("postgresql", "postgresql.log"),
  ]
  private var simulation: ShopSimulation
  private var accessLog = AccessLogWriter()
  private var databaseLog = DatabaseLogWriter()
  private let exposition = ShopExposition()

  init(seed: UInt64, opening: Timestamp) {
    simulation = ShopSimulation(seed: seed, opening: opening)
  }

  var beginning: Timestamp { simulation.story.opening - ShopStory.pastSeconds }

  mutating func advance(to time: Timestamp, appendingTo logs: inout [[UInt8]]) {
    let traffic = simulation.advance(to: time)
    for request in traffic.requests { accessLog.append(request, to: &logs[0]) }
    for statement in traffic.loggedStatements { databaseLog.append(statement, to: &logs[1]) }
  }

  mutating func rest(until time: Timestamp) {
    simulation.skipArrivals(until: time)
  }

  func pages(at time: Timestamp) -> [DemoPage] {
    [
      DemoPage(
        path: "/metrics", contentType: "text/plain; version=0.0.4; charset=utf-8",
        body: exposition.page(of: simulation, at: time))
    ]
  }
}
