import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Every view at three sizes and with both sets of characters, compared with recorded screens.
///
/// The text of all sizes of one view stands in one file of `Screens`; `ScreenPicture` says how to
/// record them anew.
struct ViewScreensTests {
  /// A view and the way to it.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var recorded: String
    var hasFindings = false
    var go: @Sendable (inout Model) -> Void

    init(
      _ name: String, _ recorded: String, hasFindings: Bool = false,
      _ go: @escaping @Sendable (inout Model) -> Void
    ) {
      self.name = name
      self.recorded = recorded
      self.hasFindings = hasFindings
      self.go = go
    }

    var testDescription: String { name }

    /// All sizes, one below the other.
    var drawn: String {
      var pictures: [String] = []
      for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        for symbols in [Symbols.unicode, .ascii] {
          var model = ShopFixture.busy.model(width: width, height: height, symbols: symbols)
          if hasFindings { model.show(ShopFixture.findings) }
          for second in 0..<90 {
            model.ownCost.add(
              OwnCost.Sample(
                cpuShare: second == 0 ? nil : 0.004 + Double(second % 7) / 2000,
                residentBytes: 19e6 + Double(second) * 9000,
                writtenBytesPerSecond: second == 0 ? nil : 900 + Double(second % 5) * 130,
                terminalBytesPerSecond: second == 0 ? nil : 400 + Double(second % 5) * 65))
          }
          go(&model)
          pictures.append(View(model).buffer.text)
        }
      }
      return pictures.joined(separator: "\n")
    }
  }

  @Test(arguments: cases)
  func `is as recorded`(view: Case) throws {
    let drawn = view.drawn
    guard !ScreenPicture.isRecording else {
      let folder = String(#filePath.dropLast("ViewScreensTests.swift".count)) + "Screens"
      try #require(ScreenPicture.record(drawn, as: view.name, in: folder))
      return
    }
    if let difference = ScreenPicture.difference(recorded: view.recorded, drawn: drawn) {
      Issue.record("\(view.name) is not as recorded\(difference)")
    }
  }

  @Test(arguments: cases)
  func `shows the same things in ASCII and nothing but ASCII`(view: Case) {
    var model = ShopFixture.busy.model(width: 120, height: 40, symbols: .ascii)
    view.go(&model)
    #expect(View(model).buffer.text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
  }

  private static func zoomed(_ pane: PaneID) -> @Sendable (inout Model) -> Void {
    { model in
      _ = model.perform(.focus(pane))
      if !model.isZoomed { _ = model.perform(.zoom) }
    }
  }

  private static func keys(_ keys: Key...) -> @Sendable (inout Model) -> Void {
    { model in for key in keys { _ = model.update(.key(key)) } }
  }

  /// Forty visitors of the last ten minutes: number N came N quarters of a minute ago and asked N times.
  private static let visits: Batch = {
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.vantage = "nginx"
    batch.sessions = SessionRuns(
      (1...40).map { number in
        var run = SessionRun(
          identity: UInt64(number) << 8, kind: .user, time: ShopFixture.now - Double(number) * 15)
        run.last = max(run.first, ShopFixture.now - Double(number % 20) * 10)
        run.requests = UInt32(number)
        return run
      })
    return batch
  }()

  private static let targets = [
    (nil, "availability", ">99.9%"), ("GET /api/posts", "p95", "<200ms"),
    (nil, "cache_hit_rate", ">90%"), (nil, "pool_saturation", "<80%"), (nil, "apdex", ">0.8"),
    ("nightly", "task_time", "<5m"),
  ].compactMap { try? Target(subject: $0.0, measure: $0.1, bound: $0.2) }

  private static let cases = [
    Case("viewOverview", Screens.viewOverview) { _ in },
    Case("viewOverviewFindings", Screens.viewOverviewFindings, hasFindings: true) { _ in },
    Case("viewEndpoint", Screens.viewEndpoint, hasFindings: true, keys(.down, .enter)),
    Case("viewQuery", Screens.viewQuery, keys(.enter, .enter)),
    Case("viewLatency", Screens.viewLatency, zoomed(.latency)),
    Case("viewErrors", Screens.viewErrors, zoomed(.errors)),
    Case("viewPools", Screens.viewPools, zoomed(.pools)),
    Case("viewCaches", Screens.viewCaches, zoomed(.caches)),
    Case("viewMemory", Screens.viewMemory, zoomed(.memory)),
    Case("viewQueries", Screens.viewQueries, zoomed(.queries)),
    Case("viewLogs", Screens.viewLogs, zoomed(.logs)),
    Case("viewSources", Screens.viewSources, zoomed(.sources)),
    Case("viewHeat", Screens.viewHeat, zoomed(.heat)),
    Case("viewOutbound", Screens.viewOutbound, zoomed(.outbound)),
    Case("viewTasks", Screens.viewTasks, zoomed(.tasks)),
    Case("viewBreakers", Screens.viewBreakers, zoomed(.breakers)),
    Case("viewQueues", Screens.viewQueues, zoomed(.queues)),
    Case("viewFindings", Screens.viewFindings, hasFindings: true, zoomed(.findings)),
    Case("viewTargets", Screens.viewTargets) { model in
      model.settings.targets = targets
      model.markStale()
      model.bringUpToDate()
      zoomed(.targets)(&model)
    },
    Case("viewOwn", Screens.viewOwn, zoomed(.own)),
    Case("viewOutboundCall", Screens.viewOutboundCall) { model in
      zoomed(.outbound)(&model)
      _ = model.perform(.open)
    },
    Case("viewFinding", Screens.viewFinding, hasFindings: true) { model in
      zoomed(.findings)(&model)
      _ = model.perform(.open)
    },
    Case("viewSessions", Screens.viewSessions) { model in
      model.history.fold(visits)
      model.refresh()
      zoomed(.sessions)(&model)
    },
    Case("viewTask", Screens.viewTask) { model in
      zoomed(.tasks)(&model)
      _ = model.perform(.open)
    },
    Case("viewHelp", Screens.viewHelp, keys(.character("?"))),
    Case("viewSortMenu", Screens.viewSortMenu, keys(.character("s"))),
    Case("viewColumnsMenu", Screens.viewColumnsMenu, keys(.character("c"))),
    Case("viewThemesMenu", Screens.viewThemesMenu) { model in
      model.themes = ["default", "dark", "nord"].map { Theme(name: $0, styles: [:]) }
      keys(.character("T"), .down)(&model)
    },
  ]
}
