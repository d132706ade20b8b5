import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// While a log is read from its past its figures grow: that is said where they would be taken for all
/// there is.
struct SourceReadingTests {
  private static let mebibyte: UInt64 = 1_048_576

  /// A log of a day, of which so much was read `ago` seconds ago.
  private func history(
    bytes: UInt64, ago: Double = 0, stampsAgo: Double = 86_400, health: SourceHealth = .ok
  ) -> History {
    var history = History(sources: [
      SourceIdentity(name: "access.log", kind: .log, location: "/srv/access.log")
    ])
    let end = ShopFixture.now - stampsAgo
    var batch = Batch(source: 0, time: ShopFixture.now - ago)
    batch.covered = (end - 3600)...end
    batch.health = health
    batch.recognised = ["nginx-timed"]
    batch.tally.bytes = bytes
    batch.tally.lines = bytes / 200
    batch.tally.parsed = bytes / 200
    var statuses = StatusCounts()
    statuses[2] = 100
    batch.traffic = [
      TrafficDelta(name: EndpointName("GET /a"), time: end - 10, statuses: statuses)
    ]
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    return history
  }

  private func text(_ history: History, unread: UInt64? = nil) -> String? {
    SourceReading(of: history.sources[0], at: ShopFixture.now, unread: unread)?.text
  }

  @Test func `tells the part that was read where it is known how much there is`() {
    let some = history(bytes: 44 * Self.mebibyte)
    #expect(text(some, unread: 56 * Self.mebibyte) == "reading 44 %")
    #expect(text(some, unread: 1) == "reading 99 %")
    #expect(text(some, unread: 0) == nil)
    let failed = history(bytes: 44 * Self.mebibyte, health: .failing("gone"))
    #expect(text(failed, unread: 56 * Self.mebibyte) == nil)
    let ended = history(bytes: 44 * Self.mebibyte, health: .ended)
    #expect(text(ended, unread: 56 * Self.mebibyte) == nil)
  }

  @Test func `knows by much that is read of long ago that it is of the past`() {
    let much = 100 * Self.mebibyte
    let table: [(history: History, text: String?)] = [
      (history(bytes: much), "reading"), (history(bytes: Self.mebibyte), nil),
      (history(bytes: much, ago: 10), nil), (history(bytes: much, stampsAgo: 5), nil),
    ]
    for (history, expected) in table { #expect(text(history) == expected) }
  }

  @Test func `adds up all sources, those that are read to their end too`() {
    let sources = [history(bytes: 100), history(bytes: 300)].map { $0.sources[0] }
    let reading = SourceReading(ofAll: sources, at: ShopFixture.now) {
      $0.tally.bytes == 100 ? 600 : 0
    }
    #expect(reading?.text == "reading 40 %")
    #expect(SourceReading(ofAll: sources, at: ShopFixture.now) { _ in 0 } == nil)
  }

  private func model(window: Window = .all) -> Model {
    var settings = Settings()
    settings.window = window
    return Model(
      history: history(bytes: 100 * Self.mebibyte), settings: settings, theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
  }

  @Test func `stands in the header in place of where the log ends, until it does`() {
    var model = model()
    func header() -> String { String(View(model).buffer.text.prefix { $0 != "\n" }) }
    #expect(header().hasSuffix("   reading") && !header().contains("log ends"), "\(header())")
    _ = model.update(.tick(ShopFixture.now + 5))
    #expect(header().contains(" log ends here"), "\(header())")
  }

  @Test func `stands beside the source, with how fast it is read now`() {
    var session = ScreenSession(.empty)
    session.model = model()
    session.press(.character("9"))
    #expect(session.line(with: "STATE").contains("LINES/s"))
    let row = session.line(with: "▶●access.log")
    #expect(row.contains(" reading ") && row.contains(" MB ") && !row.contains(" - "), "\(row)")
    #expect(session.screen.contains("● /srv/access.log  reading"))
  }
}
