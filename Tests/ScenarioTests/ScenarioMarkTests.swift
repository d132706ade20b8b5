import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Marking rows to find them again, and going from finding to finding.
struct ScenarioMarkTests {
  /// Four findings of the busy shop, of which two have a beginning.
  private static var findings: [Finding] {
    let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    var loop = Finding(.nPlusOne, .high, of: .endpoint(feed), summary: "statements in a loop")
    loop.since = ShopFixture.now - 452
    var pool = Finding(
      .poolSaturation, .high, of: .pool("loader", source: 0), summary: "the pool is full")
    pool.since = ShopFixture.now - 300
    return [
      loop, pool,
      Finding(
        .cacheHitRate, .high, of: .cache("search", source: 0), summary: "the cache is cold"),
      Finding(.slowEndpoint, .medium, of: .endpoint(feed), summary: "it is slow"),
    ]
  }

  @Test func `marks rows, keeps them marked in every order, and goes from one to the next`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .character("m"))
    #expect(session.lines.last == " marked: GET /api/users/{id}/feed")
    #expect(session.line(with: "▶").contains("GET  /api/users/{id}/feed "))
    #expect(session.line(with: "▶").contains(" ◆ "))
    session.press(.down, .down, .character("m"), .character("s"), .character("a"))
    #expect(session.lines.filter { $0.contains("◆") }.count == 2)
    session.press(.home, .character("'"))
    #expect(session.line(with: "▶").contains(" ◆ "))
    let first = session.line(with: "▶")
    session.press(.character("'"))
    #expect(session.line(with: "▶").contains(" ◆ ") && session.line(with: "▶") != first)
    session.press(.character("'"))
    #expect(session.line(with: "▶") == first)
    session.press(.character("m"), .character("'"), .character("m"))
    #expect(!session.screen.contains("◆"))
    session.press(.character("'"))
    #expect(session.lines.last == " nothing is marked here; m marks a row")
  }

  @Test func `copies all marked rows from one of them, and one row from any other`() {
    var session = ScreenSession(.troubled)
    session.press(.character("m"), .down, .character("m"))
    let copied = session.press(.character("y"))
    #expect(copied == [.copy("POST /api/posts/generate\nGET /api/users/{id}/feed")])
    #expect(session.lines.last == " copied: 2 marked rows")
    session.press(.down)
    #expect(session.press(.character("y")) == [.copy("GET /api/search")])
  }

  @Test func `marks statements, tasks and what a detail is about, and nothing where nothing is`() {
    var session = ScreenSession(.busy, width: 200, height: 60)
    session.press(.character("7"), .character("m"))
    #expect(session.line(with: "◆").contains(" select soul_id"))
    session.press(.enter, .character("m"), .escape)
    #expect(!session.screen.contains("◆"))
    _ = session.model.perform(.focus(.tasks))
    session.press(.character("m"))
    #expect(session.line(with: "◆").contains("▲generate_image "))
    session.press(.character("4"), .character("m"))
    #expect(session.lines.last == " there is nothing to mark here")
    var ascii = ScreenSession(.troubled, symbols: .ascii)
    ascii.press(.character("m"))
    #expect(ascii.line(with: "POST /api/posts/generate ").contains(" * "))
  }

  @Test(arguments: [PaneID.endpoints, .queries, .outbound, .tasks, .findings])
  func `a marked row has its text where rows without a mark have it`(pane: PaneID) {
    var session = ScreenSession(.busy, width: 120, height: 40)
    session.model.show(ShopFixture.findings)
    _ = session.model.perform(.focus(pane))
    if !session.model.isZoomed { _ = session.model.perform(.zoom) }
    let before = session.lines
    session.press(.character("m"))
    let after = session.lines
    #expect(after.count { $0.contains("◆") } == 1, "\(session.screen)")
    // The bottom line tells what was marked.
    for (old, new) in zip(before, after).dropLast() where old != new {
      #expect(old.count == new.count)
      for (cell, shown) in zip(old, new) where cell != shown {
        #expect(shown == "◆" || shown == "…" || shown == " ", "\(old)\n\(new)")
      }
    }
  }

  @Test func `goes to each finding and the moment it began, round again to the first`() {
    var session = ScreenSession(.busy)
    session.model.show(Self.findings)
    session.press(.character("f"))
    session.model.show(Self.findings)
    #expect(session.lines[1].hasPrefix(" findings › n-plus-one"))
    #expect(session.lines.last == " finding 1 of 4, since 13:58:00; 0 goes back to the present")
    #expect(session.lines[0].contains(" PAST, 7 min ago "))
    session.press(.character("f"))
    session.model.show(Self.findings)
    #expect(session.lines.last == " finding 2 of 4, since 14:00:32; 0 goes back to the present")
    session.press(.character("f"))
    session.model.show(Self.findings)
    #expect(session.lines.last == " finding 3 of 4; when it began is not known")
    session.press(.character("f"), .character("f"))
    session.model.show(Self.findings)
    #expect(session.lines[1].hasPrefix(" findings › n-plus-one"))
    session.press(.character("0"), .escape)
    #expect(session.model.heldAt == nil && session.model.place == .overview)
    var healthy = ScreenSession(.healthy)
    healthy.press(.character("f"))
    #expect(healthy.lines.last == " nothing was found in this window")
  }
}
