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
    // The demo opens at the height of one: then the last spike is now.
    #expect(model.moment <= now && model.showsPast == (model.moment < now))
    #expect(model.notice?.text.string.hasPrefix("spike: p95 of \(slowest.name) ") == true)
    let screen = View(model).buffer.text.split(separator: "\n").map(String.init)
    #expect(screen[0].contains("PAST") == model.showsPast)
    #expect(screen.last?.contains("spike: p95 of \(slowest.name)") == true)
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
