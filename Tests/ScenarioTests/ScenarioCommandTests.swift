import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// The command line, completion, and what was entered before.
struct ScenarioCommandTests {
  private func entering(_ line: String, in session: inout ScreenSession) -> [Effect] {
    session.press(.character(":"))
    session.type(line)
    return session.press(.enter)
  }

  private func after(_ line: String) -> (session: ScreenSession, effects: [Effect]) {
    var session = ScreenSession(.troubled)
    let effects = entering(line, in: &session)
    return (session, effects)
  }

  @Test func `does by name what keys do`() {
    #expect(after("window 10m").session.model.settings.window == .last(600))
    #expect(after("window all").session.model.settings.window == .all)
    #expect(after("sort p99").session.model.order(of: .endpoints).column == .p99)
    #expect(after("filter orders p95>100ms").session.lines[1].contains("1 of 10"))
    #expect(after("filter").session.model.filter == nil)
    #expect(after("time 14:00").session.lines[0].contains("14:00:00"))
    #expect(after("view queries").session.model.focus == .queries)
    #expect(after("columns p50 max").session.model.settings.columns == [.route, .p50, .max])
    #expect(after("mouse on").effects == [.setMouse(true)])
    #expect(after("interval 2s").effects == [.setInterval(2)])
    #expect(after("refresh").effects == [.refresh])
    #expect(after("quit").effects == [.quit])
    #expect(after("help").session.model.showsHelp)
    #expect(after("step-back").session.model.heldAt != nil)
    #expect(after("  ").session.model.prompt == nil)
  }

  @Test func `writes a snapshot into the file that is named`() {
    for name in ["now.txt", "now.json"] {
      guard case .saveSnapshot(name, let text)? = after("snapshot \(name)").effects.first else {
        Issue.record("\(name)")
        continue
      }
      #expect(text.hasPrefix(name == "now.txt" ? "svctop " : "{"))
    }
  }

  @Test func `says what is wrong and what was meant, and stays open`() {
    let lines: [(line: String, error: String)] = [
      ("widnow 5m", "no command \"widnow\", did you mean \"window\"?"),
      ("sort p96", "no column \"p96\", did you mean \"p95\"?"),
      ("columns +maxx", "no column \"maxx\", did you mean \"max\"?"),
      ("window 3x", "window: write a time from 5s to 24h, or all"),
      ("view queris", "no view \"queris\", did you mean \"queries\"?"),
      ("filter p96>2", "unknown column `p96`, did you mean `p95`?"),
      ("mouse maybe", "mouse: write on or off"), ("quit now", "quit takes nothing after its name"),
      ("reset x", "reset takes nothing after its name"),
      ("theme nord", "no theme \"nord\""),
    ]
    for (line, error) in lines {
      let session = after(line).session
      #expect(session.lines.last?.hasPrefix(" :\(line)") == true)
      #expect(session.lines.last?.contains(error) == true, "\(session.lines.last ?? "")")
    }
  }

  @Test func `chooses columns of the table that has the focus`() {
    var session = ScreenSession(.troubled)
    session.press(.character("7"))
    let lines: [(line: String, columns: [QueryColumn])] = [
      ("columns max calls", [.calls, .max, .statement]),
      ("columns +p99 -max", [.calls, .p99, .statement]), ("columns default", QueryColumn.usual),
    ]
    for (line, columns) in lines {
      _ = entering(line, in: &session)
      #expect(session.model.settings.queryColumns == columns, "\(line)")
      #expect(session.model.settings.columns == EndpointColumn.usual)
    }
    _ = entering("columns +shar", in: &session)
    #expect(session.screen.contains("no column \"shar\", did you mean \"share\"?"))
  }

  @Test func `names all there are where nothing is near`() {
    #expect(after("view nope").session.screen.contains("no view \"nope\"; there are overview, "))
    #expect(after("view").session.screen.contains("view: write overview, "))
    #expect(after("columns fooo").session.screen.contains("no column \"fooo\"; there are "))
  }

  @Test func `goes to an endpoint and to a statement by its name`() throws {
    let figures = ScreenSession(.troubled).model.figures
    let endpoint = try #require(figures.endpoints.last?.name)
    let query = try #require(figures.queries.last)
    #expect(after("view endpoint:\(endpoint)").session.model.place == .endpoint(endpoint))
    #expect(after("view query:\(query.hexID)").session.model.place == .query(query.id))
    let wrong = after("view endpoint:GET /nope").session
    #expect(wrong.screen.contains("there is no endpoint \"GET /nope\""))
  }

  @Test func `says what the mouse is for from now on`() {
    #expect(after("mouse on").session.lines.last?.contains("for svctop") == true)
    #expect(after("mouse off").session.lines.last?.contains("for the terminal") == true)
  }

  @Test func `completes commands and what follows them`() {
    var session = ScreenSession(.troubled)
    session.press(.character(":"))
    session.type("win")
    session.press(.tab)
    #expect(session.lines.last?.hasPrefix(" :window") == true)
    session.type(" ")
    session.press(.tab)
    #expect(session.lines.last?.hasPrefix(" :window 10s") == true)
    session.press(.tab, .tab, .tab)
    #expect(session.lines.last?.hasPrefix(" :window 5m") == true)
    #expect(session.lines.last?.contains("[5m]") == true)
    session.press(.backTab, .enter)
    #expect(session.model.settings.window == .last(60))
  }

  @Test func `completes routes, methods, columns and sources in a filter, with a preview`() {
    let cases: [(typed: String, completed: String)] = [
      ("sear", "route:/api/search"), ("route:/api/u", "route:/api/users/{id}/feed"),
      ("source:post", "source:postgres"), ("method:PU", "method:PUT"), ("erro", "errors"),
      ("status:5", "status:5xx"), ("p95>1s and not PU", "p95>1s and not PUT"),
    ]
    for (typed, completed) in cases {
      var session = ScreenSession(.troubled)
      session.press(.character("/"))
      session.type(typed)
      session.press(.tab)
      #expect(session.lines.last?.hasPrefix(" /\(completed)") == true, "\(typed)")
    }
    var session = ScreenSession(.troubled)
    session.press(.character("/"))
    session.type("sear")
    session.press(.tab)
    #expect(session.lines[1].contains("1 of 10"))
  }

  @Test func `brings back what was entered before`() {
    var session = ScreenSession(.troubled)
    _ = entering("sort p99", in: &session)
    _ = entering("sort errors", in: &session)
    session.press(.character(":"))
    session.type("wi")
    session.press(.up)
    #expect(session.lines.last == " :sort errors")
    session.press(.up, .up)
    #expect(session.lines.last == " :sort p99")
    session.press(.down, .down)
    #expect(session.lines.last == " :wi")
    session.press(.escape, .character("/"), .up)
    #expect(session.lines.last == " /", "filters are remembered apart")
  }

  @Test func `forgets what was collected when asked`() {
    let session = after("reset").session
    #expect(session.model.figures.endpoints.isEmpty)
    #expect(session.model.history.tail.isEmpty)
    #expect(session.lines[0].contains("● 3 sources"), "how the sources are is still known")
    #expect(session.lines.last == " what was collected is forgotten")
  }

  @Test func `asks for the interval`() {
    var session = ScreenSession(.troubled)
    session.press(.character("i"))
    #expect(session.lines.last == " :interval")
    session.type("500ms")
    #expect(session.press(.enter) == [.setInterval(0.5)])
  }
}
