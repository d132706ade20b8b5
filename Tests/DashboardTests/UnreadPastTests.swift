import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// What is said of a window that reaches back further than logs were read.
struct UnreadPastTests {
  private func said(known seconds: Double, isWhole: Bool = false, window: Window) -> String? {
    var history = History(sources: [SourceIdentity(name: "a", kind: .log, location: "/a.log")])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.leavesOutOlder = !isWhole
    batch.covered = (ShopFixture.now - seconds)...ShopFixture.now
    history.fold(batch)
    history.settle(now: ShopFixture.now)
    var model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    model.setWindow(window)
    return model.notice?.text.string
  }

  @Test func `tells how to read more of a file, and where that helps only`() {
    #expect(said(known: 3600, window: .last(21_600))?.contains("--window 6h") == true)
    #expect(said(known: 3600, window: .all)?.contains("--window all") == true)
    #expect(said(known: 3600, window: .last(3600)) == nil)
    #expect(said(known: 3600, isWhole: true, window: .all) == nil, "the file was read whole")
    #expect(said(known: 22_000, window: .last(21_600)) == nil, "it was followed for so long")
  }
}
