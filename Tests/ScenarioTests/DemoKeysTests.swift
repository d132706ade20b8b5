import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// What a new person finds in `svctop demo` with which keys.
struct DemoKeysTests {
  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func
    `finds the slowest statement of the slowest endpoint in two keys, its last spike in one more`(
      width: Int, height: Int
    ) throws
  {
    var model = DemoSession.model(width: width, height: height)
    let slowest = try #require(
      model.figures.endpoints.max {
        ($0.latency?.p95?.seconds ?? 0) < ($1.latency?.p95?.seconds ?? 0)
      })
    _ = model.update(.key(.enter))
    #expect(model.place == .endpoint(slowest.name))
    let statements = model.history.queries(of: slowest.name, among: model.figures.queries)
    let longest = try #require(
      statements.max {
        ($0.row.latency?.p95?.seconds ?? 0) < ($1.row.latency?.p95?.seconds ?? 0)
      })
    _ = model.update(.key(.enter))
    #expect(model.place == .query(longest.row.id))
    #expect(View(model).buffer.text.contains("from souls"))
    let now = model.moment
    _ = model.update(.key(.character("{")))
    // The demo opens while the statement gets slower: that began minutes ago.
    #expect(model.showsPast && (120..<900).contains(now - model.moment))
    let said = try #require(model.notice?.text.string)
    #expect(said.hasPrefix("spike since here: p95 of this statement up to "), "\(said)")
    let screen = View(model).buffer.text.split(separator: "\n").map(String.init)
    #expect(screen[0].contains("PAST"))
    #expect(screen.last?.contains("spike since here: p95 of this statement") == true)
  }

  @Test func `goes back through what happened in the demo, to each at most once`() {
    var model = DemoSession.model(width: 120, height: 40)
    let now = model.moment
    var moments: [Timestamp] = []
    for _ in 0..<30 {
      _ = model.update(.key(.character("{")))
      if model.notice?.text == "no spike or finding before this" { break }
      moments.append(model.moment)
    }
    #expect((4..<20).contains(moments.count), "\(moments.map { now - $0 })")
    for (later, earlier) in zip([now] + moments, moments) {
      #expect(later - earlier >= 15, "\(moments.map { now - $0 })")
    }
  }

  @Test(arguments: [(80, 24), (120, 40)])
  func `is told of these keys on the screen`(width: Int, height: Int) {
    var model = DemoSession.model(width: width, height: height)
    for _ in 0..<2 {
      let bottom = View(model).buffer.text.split(separator: "\n").last ?? ""
      #expect(bottom.contains("⏎ open") && bottom.contains("{ spike"))
      _ = model.update(.key(.enter))
    }
    let bottom = View(model).buffer.text.split(separator: "\n").last ?? ""
    #expect(bottom.contains("{ spike"))
  }
}
