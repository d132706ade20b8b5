import Collectors
import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// A log file that grows, is rotated, cut and removed while the real collector follows it.
struct EndToEndLogTests {
  private let folder: PTYFolder

  init() throws { folder = try PTYFolder() }

  private static let identity = SourceIdentity(
    name: "nginx", kind: .log, location: "access.log")

  private func follow(
    formatName: String? = nil
  ) -> (EndToEndCollection, EndToEndDashboard) {
    var configuration = LogCollector.Configuration()
    configuration.batchSeconds = 0.01
    if let formatName, case .found(let format) = FormatDetection.lookUp(name: formatName) {
      configuration.preferences.format = format
    }
    let collector = LogCollector(
      path: folder.path + "/access.log", source: 0, configuration: configuration)
    var dashboard = EndToEndDashboard([Self.identity])
    dashboard.pass(seconds: 60)
    return (EndToEndCollection { await collector.run($0) }, dashboard)
  }

  /// Lines of one access each, in the second given, all to one endpoint.
  private func lines(_ count: Int, second: Int = 30, status: Int = 200) -> String {
    (0..<count).map { EndToEndAccess(second: second, path: "/users/\($0)", status: status).line }
      .joined()
  }

  @Test func `a log that grows is counted to the line`() async throws {
    let mixed = (0..<100).map { number in
      EndToEndAccess(
        second: number % 60, path: "/users/\(number)", status: number < 5 ? 503 : 200,
        milliseconds: number + 1
      ).line
    }
    try folder.write("access.log", mixed.joined())
    var (collection, dashboard) = follow()
    try await collection.feed(&dashboard, until: "the past") { $0.totals.requests == 100 }
    let users = try #require(dashboard.endpoint("GET /users/{id}"))
    #expect(users.requests == 100)
    #expect(users.statuses[5] == 5)
    #expect(abs((users.errorRate ?? 0) - 0.05) < 1e-9)
    // Durations are 1 to 100 ms, each once; the histogram is exact to 0.54 %.
    for (quantile, exact) in [
      (users.latency?.p50, 0.050), (users.latency?.p95, 0.095), (users.latency?.p99, 0.099),
    ] {
      #expect(abs((quantile?.seconds ?? 0) / exact - 1) < 0.0155)
    }
    #expect(abs((users.latency?.maxSeconds ?? 0) - 0.1) < 1e-6)
    // The log speaks for the minute from its first line to now.
    #expect(abs((users.rate ?? 0) - 100 / 60) < 1e-9)
    try folder.append("access.log", lines(50))
    try await collection.feed(&dashboard, until: "50 more") { $0.totals.requests == 150 }
    // Half a line is none until its end comes.
    let half = EndToEndAccess(second: 31, path: "/orders/1").line
    try folder.append("access.log", String(half.prefix(40)))
    try folder.append("access.log", String(half.dropFirst(40)))
    try await collection.feed(&dashboard, until: "the line in halves") {
      $0.endpoint("GET /orders/{id}")?.requests == 1
    }
    let tally = dashboard.model.history.sources[0].tally
    #expect(tally.lines == 151)
    #expect(tally.unparsed == 0)
    await collection.stop()
  }

  @Test func `no line is lost or counted twice through rotation and truncation`() async throws {
    try folder.write("access.log", lines(20))
    var (collection, dashboard) = follow()
    try await collection.feed(&dashboard, until: "the past") { $0.totals.requests == 20 }
    // As logrotate does with create: the writer goes on with the old file for a while.
    try folder.rename("access.log", to: "access.log.1")
    try folder.append("access.log.1", lines(3))
    try folder.write("access.log", lines(7))
    try await collection.feed(&dashboard, until: "both files") { $0.totals.requests == 30 }
    try folder.append("access.log.1", lines(2))
    try folder.append("access.log", lines(5))
    try await collection.feed(&dashboard, until: "both go on") { $0.totals.requests == 37 }
    // As logrotate does with copytruncate.
    try folder.write("access.log.2", folder.read("access.log"))
    try folder.write("access.log", "")
    try folder.append("access.log", lines(4))
    try await collection.feed(&dashboard, until: "the cut file") { $0.totals.requests == 41 }
    #expect(dashboard.health(0) == .ok)
    let tally = dashboard.model.history.sources[0].tally
    #expect(tally.lines == 41)
    #expect(tally.unparsed == 0)
    await collection.stop()
  }

  @Test func `a log that is gone or not there yet is a state, not an end`() async throws {
    var (collection, dashboard) = follow()
    func isMissing(_ dashboard: EndToEndDashboard) -> Bool {
      guard case .failing(let reason) = dashboard.health(0) else { return false }
      return reason.string.contains("no such file")
    }
    try await collection.feed(&dashboard, until: "it is missing", isMissing)
    #expect(dashboard.screen.contains("1 of 1 source failing"))
    try folder.write("access.log", lines(20))
    try await collection.feed(&dashboard, until: "it came") { $0.totals.requests == 20 }
    #expect(dashboard.health(0) == .ok)
    try folder.rename("access.log", to: "elsewhere")
    try await collection.feed(&dashboard, until: "it is gone") { dashboard in
      guard case .failing(let reason) = dashboard.health(0) else { return false }
      return reason.string.contains("access.log: gone; what it said stays")
    }
    #expect(dashboard.totals.requests == 20, "what was seen stays")
    try folder.write("access.log", lines(6))
    try await collection.feed(&dashboard, until: "a new one came") { $0.totals.requests == 26 }
    #expect(dashboard.health(0) == .ok)
    await collection.stop()
  }

  @Test func `lines that are no access are counted, shown and harmless`() async throws {
    let hostile = "\u{1B}[2J\u{1B}]0;title\u{07} \u{202E}evil\u{200B} \u{9B}31m"
    try folder.write(
      "access.log",
      lines(30) + hostile + "\n" + EndToEndAccess(second: 40, path: "/users/\(hostile)").line
        + lines(30))
    try folder.append("access.log", String(repeating: "\0", count: 300) + "\n")
    var (collection, dashboard) = follow()
    try await collection.feed(&dashboard, until: "all is read") {
      $0.model.history.sources[0].tally.lines >= 62 && $0.totals.requests >= 60
    }
    await collection.stop()
    #expect(dashboard.model.history.sources[0].tally.unparsed >= 1)
    for key in [Key.character("1"), .character("9"), .character("8"), .escape, .enter] {
      dashboard.press(key)
      let isSafe = dashboard.screen.unicodeScalars.allSatisfy {
        $0 == "\n" || ControlCharacters.isSafe($0)
      }
      #expect(isSafe, "after \(key)")
    }
    let json = dashboard.model.snapshotJSON().text
    #expect(json.unicodeScalars.allSatisfy { $0 == "\n" || ControlCharacters.isSafe($0) })
  }
}
