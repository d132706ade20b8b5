import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// The log at a moment of the past: memory has the newest lines alone, files have the others.
struct PastLogTests {
  private func session(at time: String) -> ScreenSession {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.press(.character("t"))
    session.type(time)
    session.press(.enter)
    return session
  }

  private func line(_ age: Double, _ text: String, source: SourceID = 1) -> LogLine {
    LogLine(
      time: ShopFixture.now - age, level: .info, text: DisplayText(text), source: source)
  }

  /// What the shell answers for the moment shown.
  private func answer(_ lines: [LogLine], in session: inout ScreenSession) -> [Effect] {
    let moment = session.model.moment
    return session.model.update(.earlierLines(EarlierLines(until: moment, lines: lines)))
  }

  @Test func `asks for the lines of where a person stops, one reading at a time`() {
    var session = ScreenSession(.troubled)
    #expect(session.press(.character(" ")) == [], "what is held is what was there")
    let asked = session.press(.character("["))
    let first = session.model.moment
    #expect(asked == [.readLines(until: first)])
    #expect(session.press(.character("["), .character("["), .down) == [])
    let second = session.model.moment
    let next = session.model.update(.earlierLines(EarlierLines(until: first, lines: [])))
    #expect(next == [.readLines(until: second)])
    #expect(answer([], in: &session) == [])
    #expect(session.press(.down, .character("0"), .character("z")) == [])
    var metrics = ScreenSession(.metricsOnly)
    #expect(metrics.press(.character("[")) == [], "there is no log")
  }

  @Test func `shows what was read, and what was kept of that which cannot be read again`() {
    var session = session(at: "-1m")
    let newest = session.model.history.tail.last
    _ = answer([line(70, "GET /read/1 200"), line(62, "GET /read/2 200")], in: &session)
    let texts = session.model.logLines.map(\.text.string)
    #expect(
      texts == [
        "GET /api/products 200 11 ms", "LOG: checkpoint complete: wrote 412 buffers (2.5 %)",
        "GET /read/1 200", "GET /read/2 200",
      ])
    #expect(session.screen.contains("GET /read/2 200"))
    session.press(.character("0"))
    #expect(session.model.logLines.last == newest)
    #expect(!session.screen.contains("/read/"))
  }

  @Test func `shows an earlier moment at once as far as it was read`() {
    var session = session(at: "-1m")
    _ = answer((0..<60).map { line(120 - Double($0), "line \($0)") }, in: &session)
    #expect(session.model.logLines.last?.text == "line 59")
    session.press(.character("["))
    let last = session.model.logLines.last
    #expect(last.map { $0.time <= session.model.moment } == true)
    #expect(last?.text.string.hasPrefix("line ") == true)
  }

  @Test func `shows the lines of an endpoint, or how many were looked at`() {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.press(.enter, .character("t"))
    session.type("-10m")
    session.press(.enter)
    _ = answer(
      [line(610, "POST /api/posts/generate 200 7 ms"), line(605, "GET /healthz 200 1 ms")],
      in: &session)
    #expect(session.screen.contains("generate 200 7 ms"))
    #expect(!session.screen.contains("/healthz 200"))
    session.press(.character("["))
    _ = answer([line(700, "GET /healthz 200 1 ms"), line(690, "GET /b 200 1 ms")], in: &session)
    #expect(session.screen.contains("none of the 2 lines up to then speaks of it"))
  }

  @Test func `says that it is reading, and then from when on lines are kept`() {
    var session = session(at: "-10m")
    session.press(.character("8"))
    #expect(session.screen.contains("reading the lines of then"))
    _ = answer([], in: &session)
    #expect(session.screen.contains("lines before 14:03:57 are not kept; 0 goes back to now"))
  }

  @Test func `writes no literals of what was read into a snapshot`() {
    var session = session(at: "-10m")
    _ = answer([line(610, "GET /a?token=s3cret 200 7 ms")], in: &session)
    #expect(session.screen.contains("s3cret"))
    guard case .saveSnapshot(_, let text)? = session.press(.character("e")).first else {
      Issue.record("no snapshot")
      return
    }
    #expect(text.contains("GET /a?token=") && !text.contains("s3cret"))
  }

  @Test
  func `a selected line stays selected on the way back, and the newest in place of a later one`() {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    session.press(.character("8"), .up, .up)
    func selected() -> String? {
      let lines = session.model.logLines
      return session.model.selectedRow(of: .logs, count: lines.count).map {
        lines[$0].text.string
      }
    }
    let chosen = selected()
    #expect(chosen != session.model.logLines.last?.text.string)
    session.press(.character("t"))
    session.type("-1s")
    session.press(.enter)
    #expect(selected() == chosen)
    session.press(.character("t"))
    session.type("-1m")
    session.press(.enter)
    #expect(selected() == session.model.logLines.last?.text.string)
    _ = answer((0..<9).map { line(70 - Double($0), "line \($0)") }, in: &session)
    #expect(selected() == "line 8")
  }
}
