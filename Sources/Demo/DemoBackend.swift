import Telemetry

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A simulated service with real files and a real metrics page, for `svctop demo`.
///
/// It lives in this process and needs no other software: the page is served on the loopback
/// interface, the logs are written to a folder of their own, which is gone when the demo ends.
///
///     let backend = try await DemoBackend.start(seed: 1, now: now)
///     ... watch backend.sources while a child task is in backend.run() ...
///     await backend.stop()
package struct DemoBackend: Sendable {
  /// The folder that holds the logs.
  package var folder: String { directory.path }

  /// Where the metrics are served, such as `http://127.0.0.1:40123/metrics`.
  package var metricsURL: String { "http://127.0.0.1:\(server.port)/metrics" }

  /// The log of requests, in nginx's format `combined` with `$request_time`.
  package var accessLogPath: String { "\(folder)/access.log" }

  /// The log of PostgreSQL.
  package var databaseLogPath: String { "\(folder)/postgresql.log" }

  /// Everything there is to watch, as it would stand on a command line.
  package var sources: [String] { [metricsURL, accessLogPath, databaseLogPath] }

  private let directory: DemoFolder
  private let server: DemoServer
  private let service: any SimulatedService
  private let opening: Timestamp

  /// Writes the past hour of the logs, and starts to serve the metrics.
  ///
  /// The same seed and the same instant give the same logs. Throws `DemoError` when the folder
  /// cannot be written, and what the system says when there is no port.
  package static func start(
    scenario: DemoScenario = .shop, seed: UInt64, now: Timestamp
  ) async throws -> DemoBackend {
    let directory = try DemoFolder.make()
    do {
      var traffic = try DemoTraffic(
        service: scenario.service(seed: seed, opening: now), folder: directory)
      try traffic.advance(to: now)
      let server = try await DemoServer.start(pages: traffic.service.pages(at: now))
      return DemoBackend(
        directory: directory, server: server, service: traffic.service, opening: now)
    } catch {
      directory.remove()
      throw error
    }
  }

  /// Goes on with the traffic in real time until the task is cancelled, then stops the demo.
  ///
  /// It also ends after `stop`, and when the logs cannot be written any more. Call it once.
  package func run() async {
    do {
      var traffic = try live()
      while server.isOpen {
        try await Task.sleep(for: .milliseconds(200))
        guard server.isOpen else { break }
        server.publish(try traffic.tick(DemoBackend.wallTime()))
      }
    } catch {
      // Cancelled, or the disk is full or the folder was removed: the demo is over either way.
      await stop()
    }
  }

  /// Removes the folder and closes the server; a second call does nothing.
  package func stop() async {
    directory.remove()
    await server.stop()
  }

  /// The traffic from the opening on.
  func live() throws(DemoError) -> DemoTraffic {
    try DemoTraffic(service: service, folder: directory, from: opening)
  }

  private static func wallTime() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
  }
}
