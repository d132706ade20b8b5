import Telemetry

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A scenario with real files and real pages, for `svctop demo`.
///
/// It lives in this process and needs no other software: the pages are served on the loopback
/// interface, the logs are written to a folder of their own, which is gone when the demo ends.
///
///     let backend = try await DemoBackend.start(ScenarioCatalog.all[0], seed: 1, now: now)
///     ... watch backend.sources while a child task is in backend.run() ...
///     await backend.stop()
package struct DemoBackend: Sendable {
  /// The folder that holds the logs.
  package var folder: String { directory.path }

  /// Everything there is to watch, each as `NAME=SOURCE`, as it would stand on a command line.
  package var sources: [String] {
    service.sources.map { "\($0.name)=\(location(of: $0))" }
  }

  /// Where a source is: `http://127.0.0.1:40123/metrics`, or the path of a log.
  package func location(of source: ScenarioSource) -> String {
    switch source.place {
    case .log(let file): "\(folder)/\(file)"
    case .endpoint("/"): "http://127.0.0.1:\(server.port)"
    case .endpoint(let path): "http://127.0.0.1:\(server.port)\(path)"
    }
  }

  private let directory: DemoFolder
  private let server: DemoServer
  private let service: any Scenario
  private let opening: Timestamp

  /// Writes the past of the logs, and starts to serve the pages.
  ///
  /// The same seed and the same instant give the same logs. Throws `DemoError` when the folder
  /// cannot be written, and what the system says when there is no port.
  package static func start(
    _ scenario: ScenarioEntry = ScenarioCatalog.all[0], seed: UInt64, now: Timestamp,
    isRepaired: Bool = false
  ) async throws -> DemoBackend {
    let directory = try DemoFolder.make()
    do {
      var traffic = try DemoTraffic(
        service: scenario.make(
          ScenarioSetting(seed: seed, opening: now, isRepaired: isRepaired)), folder: directory)
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
