import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct ModelTests {
  @Test func `forgets what it said with the next key, and what went wrong with time alone`() {
    var session = ScreenSession(.troubled)
    session.press(.character("m"))
    #expect(session.lines.last?.contains("marked: ") == true)
    session.press(.down)
    #expect(session.lines.last?.contains("? help") == true)
    session.press(.character("m"), .character("s"))
    #expect(session.lines.last?.contains("esc as before") == true)
    session.press(.escape)
    _ = session.model.update(.saved(.failure(DashboardFailure(message: "no room"))))
    session.press(.down)
    #expect(session.lines.last?.contains("no room") == true)
  }

  private func batch(errors: UInt64, at time: Timestamp) -> Batch {
    var batch = Batch(source: 1, time: time)
    batch.covered = (time - 5)...time
    batch.vantage = "nginx"
    var statuses = StatusCounts()
    statuses[5] = errors
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/api/products"), time: time - 1,
        statuses: statuses)
    ]
    batch.lines = [LogLine(time: time, level: .fatal, text: "disk full", source: 1)]
    return batch
  }

  @Test func `shows what a batch says at once`() {
    var model = ShopFixture.troubled.model()
    let before = model.figures.totals.requests
    _ = model.update(.batch(batch(errors: 500, at: ShopFixture.now)))
    #expect(model.figures.totals.requests == before + 500)
    #expect(View(model).buffer.text.contains("disk full"))
  }

  @Test func `ignores batches of sources it does not know`() {
    var model = ShopFixture.troubled.model()
    let before = View(model)
    _ = model.update(.batch(Batch(source: 99, time: ShopFixture.now)))
    _ = model.update(.batch(Batch(source: -1, time: ShopFixture.now)))
    #expect(View(model).buffer == before.buffer)
  }

  @Test func `lets the clock go on, never back`() {
    var model = ShopFixture.troubled.model()
    _ = model.update(.tick(ShopFixture.now + 3))
    _ = model.update(.tick(ShopFixture.now - 100))
    #expect(model.clock == ShopFixture.now + 3)
    #expect(View(model).buffer.text.contains("14:05:35 UTC"))
  }

  @Test func `forgets what leaves the window while time goes on`() {
    var model = ShopFixture.healthy.model(window: .last(60))
    #expect(model.figures.endpoints.count == 8)
    _ = model.update(.tick(ShopFixture.now + 70))
    #expect(model.figures.endpoints.isEmpty)
    #expect(View(model).buffer.text.contains("no requests in this window"))
  }

  @Test func `shows notices for a while`() {
    var model = ShopFixture.healthy.model()
    _ = model.update(.saved(.success("svctop-1.txt")))
    #expect(View(model).buffer.text.hasSuffix("written: svctop-1.txt"))
    _ = model.update(.tick(ShopFixture.now + 7.9))
    #expect(View(model).buffer.text.hasSuffix("written: svctop-1.txt"))
    _ = model.update(.tick(ShopFixture.now + 8))
    #expect(!View(model).buffer.text.contains("written"))
    _ = model.update(.saved(.failure(DashboardFailure(message: "no space left on device"))))
    #expect(model.notice?.isError == true)
    #expect(View(model).buffer.text.hasSuffix("no space left on device"))
  }

  @Test func `shows the end of a log that ended long ago`() {
    var model = Model(
      history: ShopFixture.logOnly.history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now + 86_400)
    #expect(model.showsOldLog)
    #expect(model.moment == ShopFixture.now)
    #expect(model.figures.endpoints.count == 8)
    #expect(View(model).buffer.text.contains(" log ends here, 24 h ago"))
    _ = model.update(.tick(ShopFixture.now + 86_405))
    #expect(model.moment == ShopFixture.now)
  }

  @Test func `goes back through the spikes of a log, once to each, and not to its last seconds`() {
    // A request a second for twelve minutes, slow in two of them and in the last seconds.
    var history = ShopFixture.history(seconds: 720) { second in
      (150..<180).contains(second) || (400..<430).contains(second) || second >= 705 ? 2 : 0.01
    }
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now + 86_400)
    var ages: [Double] = []
    for _ in 0..<9 {
      _ = model.update(.key(.character("{")))
      if model.notice?.text == "no spike or finding before this" { break }
      ages.append(((ShopFixture.now - model.moment) / 60).rounded(.down))
      #expect(model.showsPast)
    }
    #expect(ages == [5, 9])
    #expect(model.notice?.text == "no spike or finding before this")
    _ = model.update(.key(.character("}")))
    #expect(((ShopFixture.now - model.moment) / 60).rounded(.down) == 5)
  }

  @Test func `says where an old log ends with all of time too`() {
    var settings = Settings()
    settings.window = .all
    let model = Model(
      history: ShopFixture.logOnly.history, settings: settings, theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now + 331 * 86_400)
    #expect(View(model).buffer.text.contains(" log ends here, 331 d ago"))
  }

  @Test func `finishes a snapshot of logs as of their end`() {
    let log = ShopFixture.logOnly
    var model = Model(
      history: History(sources: log.identities), settings: Settings(), theme: .default,
      size: Size(width: 100, height: 30), clock: ShopFixture.now + 999)
    for batch in log.batches { model.take(batch) }
    model.finish(at: ShopFixture.now + 1000)
    #expect(model.moment == ShopFixture.now)
    #expect(model.figures.endpoints.count == 8)
  }
}
