import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Typing a filter.
struct ScenarioFilterTests {
  private func typing(_ text: String) -> ScreenSession {
    var session = ScreenSession(.troubled)
    session.press(.character("/"))
    session.type(text)
    return session
  }

  private func routes(_ session: ScreenSession) -> [String] {
    session.model.figures.endpoints.map(\.name.route.string)
  }

  @Test func `narrows the tables with every letter`() {
    var session = typing("s")
    session.type("e")
    #expect(session.lines[1].contains("2 of 10"))
    session.type("arch")
    #expect(session.lines[1].contains("1 of 10"))
    #expect(routes(session) == ["/api/search"])
    #expect(session.lines.last == " /search")
    session.press(.backspace, .backspace, .backspace, .backspace)
    #expect(session.lines[1].contains("2 of 10"))
    session.press(.control("u"))
    #expect(session.lines[1].contains("─ 10 endpoints · by p95"))
  }

  @Test func `hides nothing on the way to a comparison`() {
    var session = typing("")
    for letter in "p95" {
      session.type(String(letter))
      #expect(routes(session).count == 10, "\(letter)")
    }
    session.type(">1s")
    #expect(routes(session) == ["/api/posts/generate", "/api/users/{id}/feed"])
    session.type(" status:5xx")
    #expect(routes(session) == ["/api/users/{id}/feed"])
  }

  @Test func `looks for a column's name as a word once it is entered`() {
    var session = typing("p95")
    session.press(.enter)
    #expect(routes(session).isEmpty)
    #expect(session.screen.contains("no endpoint passes the filter; Esc clears it"))
  }

  @Test func `keeps the last good filter and says what is wrong`() {
    var session = typing("orders")
    #expect(routes(session).count == 2)
    session.type(" and p96>2")
    #expect(
      session.lines.last?.hasSuffix("unknown column `p96`, did you mean `p95`?") == true)
    #expect(session.lines.last?.hasPrefix(" /orders and p96>2") == true)
    session.press(.enter)
    #expect(session.model.prompt != nil, "a wrong filter is not entered")
    session.press(.control("w"))
    session.type("p95>100ms")
    #expect(session.lines.last == " /orders and p95>100ms")
    session.press(.enter)
    #expect(session.model.prompt == nil)
    #expect(routes(session) == ["/api/orders"])
  }

  @Test func `stays in view and is cleared with Esc`() {
    var session = typing("orders")
    session.press(.enter)
    #expect(session.lines.last?.hasPrefix(" filter: orders   esc clears") == true)
    session.press(.escape)
    #expect(routes(session).count == 10)
  }

  @Test func `gives back the filter that was there before with Esc`() {
    var session = typing("orders")
    session.press(.enter, .character("/"))
    #expect(session.lines.last == " /orders", "the prompt opens with the filter at hand")
    session.press(.control("u"))
    session.type("feed")
    #expect(routes(session) == ["/api/users/{id}/feed"])
    session.press(.escape)
    #expect(routes(session).count == 2)
    #expect(session.model.filter?.text == "orders")
  }

  @Test func `takes every letter as text and quits with ctrl-c only`() {
    var session = typing("q? z9 eS<-+")
    #expect(session.lines.last?.hasPrefix(" /q? z9 eS<-+") == true)
    #expect(!session.model.showsHelp && !session.model.isZoomed)
    #expect(session.press(.character("q")) == [])
    #expect(session.press(.control("c")) == [.quit])
  }

  @Test func `puts the cursor where the next letter goes`() {
    var session = typing("日a")
    #expect(View(session.model).cursor == Point(x: 2 + 3, y: 39))
    session.press(.left)
    #expect(View(session.model).cursor == Point(x: 2 + 2, y: 39))
    session.press(.escape)
    #expect(View(session.model).cursor == nil)
  }

  @Test func `hides no trouble from the line at the top`() {
    let session = typing("healthz")
    #expect(session.lines[0].hasSuffix("rows ✖ 6 critical  ▲ 3 high  △ 1 medium"))
  }
}
