import Dashboard
import Telemetry
import TextUI

/// A shop's back end at a fixed moment: what the tests of the dashboard look at.
///
/// Twelve minutes of traffic, built from tables of literals without any randomness, so that the
/// same fixture always gives the same screen.
package struct ShopFixture: Sendable, CustomStringConvertible {
  package let description: String
  package let identities: [SourceIdentity]
  /// What the collectors saw, in the order of the sources.
  package let batches: [Batch]
  /// The history of all batches.
  package let history: History

  /// The moment of every fixture: 2026-01-01T14:05:32Z.
  package static let now = Timestamp(seconds: 1_767_276_332)
  /// Seconds of past that a fixture has.
  static let pastSeconds = 720

  /// Every fixture, for tests that must hold for all of them.
  package static let all = [
    troubled, healthy, empty, failing, metricsOnly, logOnly, databaseOnly, hostile, busy,
  ]

  /// Slow and failing endpoints, a full pool, a cold cache, rising memory, statements, a log.
  package static let troubled = ShopFixture(
    "troubled", sources: sources,
    batches: metrics(Traffic.troubled) + gauges(Gauge.troubled)
      + accessLog(Traffic.troubled, lines: Line.troubled)
      + databaseLog(Statement.troubled, lines: Line.troubled))

  /// The same shop on a good day: nothing to mark.
  package static let healthy = ShopFixture(
    "healthy", sources: sources,
    batches: metrics(Traffic.healthy) + gauges(Gauge.healthy)
      + accessLog(Traffic.healthy, lines: Line.healthy)
      + databaseLog(Statement.healthy, lines: Line.healthy))

  /// Three sources of which nothing was read yet.
  package static let empty = ShopFixture("empty", sources: sources, batches: [])

  /// The application stopped answering two minutes ago; the logs go on.
  package static let failing = ShopFixture(
    "failing", sources: sources,
    batches: metrics(Traffic.healthy, quietSeconds: 130)
      + accessLog(Traffic.healthy, lines: Line.healthy)
      + databaseLog(Statement.healthy, lines: Line.healthy) + [refused, garbled])

  /// A metrics endpoint alone, with buckets that end at one second.
  package static let metricsOnly = ShopFixture(
    "metrics only", sources: Array(sources.prefix(1)),
    batches: metrics(Traffic.troubled) + gauges(Gauge.troubled))

  /// An access log alone.
  package static let logOnly = ShopFixture(
    "log only", sources: [sources[1]],
    batches: accessLog(Traffic.healthy, source: 0, lines: Line.healthy))

  /// Of three sources the log of the database alone has said anything: statements, no requests.
  package static let databaseOnly = ShopFixture(
    "database only", sources: sources,
    batches: databaseLog(Statement.troubled, lines: Line.troubled))

  /// Two hundred endpoints and names that try to break the screen.
  package static let hostile = ShopFixture(
    "hostile", sources: hostileSources, batches: hostileBatches)

  init(_ description: String, sources: [SourceIdentity], batches: [Batch]) {
    self.description = description
    identities = sources
    self.batches = batches
    var history = History(sources: sources)
    for batch in batches { history.fold(batch) }
    history.settle(now: ShopFixture.now)
    self.history = history
  }

  /// What the detectors see in the last five minutes of the fixture.
  package var findings: [Finding] {
    Diagnosis(of: history, window: .last(300), now: ShopFixture.now).findings
  }

  /// What they see in the busy shop, looked for once.
  package static let findings = busy.findings

  /// A dashboard of the fixture.
  package func model(
    width: Int = 120, height: Int = 40, symbols: Symbols = .unicode, window: Window = .last(300)
  ) -> Model {
    var settings = Settings()
    settings.title = "shop-api"
    settings.window = window
    return Model(
      history: history, settings: settings, theme: .default, symbols: symbols,
      size: Size(width: width, height: height), clock: ShopFixture.now)
  }

  /// The application, the proxy in front of it and its database, by their `SourceID`.
  static let sources = [
    SourceIdentity(
      name: "shop-api", kind: .metrics, location: "http://127.0.0.1:8000/metrics"),
    SourceIdentity(name: "nginx", kind: .log, location: "/var/log/nginx/access.log"),
    SourceIdentity(
      name: "postgres", kind: .log, location: "/var/log/postgresql/postgresql-16-main.log"),
  ]

  private static var refused: Batch {
    var batch = Batch(source: 0, time: now)
    batch.health = .failing("connection refused (127.0.0.1:8000)")
    return batch
  }

  private static var garbled: Batch {
    var batch = Batch(source: 1, time: now)
    batch.tally.lines = 4
    batch.tally.unparsed = 4
    batch.tally.unparsedExample = "203.0.113.9 - - [01/Jan/2026:14:05"
    return batch
  }
}
