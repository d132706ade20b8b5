import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// The log of an endpoint holds the lines that speak of it, for every key.
struct EndpointLogTests {
  private func session() -> ScreenSession {
    var session = ScreenSession(.troubled, width: 120, height: 60)
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.lines = (1...20).map { number in
      let level = number == 7 ? LogLevel.error : .info
      return LogLine(
        time: ShopFixture.now, level: level,
        text: DisplayText("POST /api/posts/generate 200 \(number) ms"), source: 1)
    }
    _ = session.model.update(.batch(batch))
    session.press(.enter)
    return session
  }

  @Test func `shows, copies and searches lines of the endpoint alone`() {
    var session = session()
    #expect(session.model.logLines.count == 21)
    session.press(.character("8"))
    #expect(session.line(with: "⁸ log").contains("of this endpoint"))
    #expect(session.press(.character("y")) == [.copy("POST /api/posts/generate 200 20 ms")])
    session.press(.character("k"), .character("k"))
    #expect(session.press(.character("y")) == [.copy("POST /api/posts/generate 200 18 ms")])
    #expect(session.line(with: "▶").contains("200 18 ms"))
    session.press(.character("/"))
    session.type("9900")
    session.press(.enter)
    #expect(session.line(with: "⁸ log").contains("1 of 1 lines with 9900"))
    #expect(session.press(.character("y")) == [.copy("POST /api/posts/generate 200 9900 ms")])
  }

  @Test func `stays with the endpoint when it is alone on the screen`() {
    var session = session()
    session.press(.character("8"), .character("z"))
    #expect(session.model.isZoomed)
    #expect(session.screen.contains("generate 200 1 ms") && !session.screen.contains("deadlock"))
    session.press(.escape, .escape, .character("8"), .character("z"))
    #expect(session.screen.contains("deadlock"))
  }

  @Test func `says where no line speaks of the endpoint`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .down, .enter, .character("8"))
    #expect(session.lines[1].contains("/api/search"))
    #expect(session.screen.contains("no line of the logs speaks of this endpoint"))
  }

  @Test func `says that no lines are kept from a moment of the past`() {
    var session = session()
    session.press(.character("t"))
    session.type("-10m")
    session.press(.enter)
    let moment = session.model.moment
    _ = session.model.update(.earlierLines(EarlierLines(until: moment, lines: [])))
    #expect(session.screen.contains("lines before 14:03:57 are not kept; 0 goes back to now"))
    let log = Layout(of: session.model).placements.first { $0.pane == .logs }
    #expect(log?.rect.height == 3, "it says so in one line")
  }

  @Test func `shows the time of a line once, and copies the line whole`() {
    var session = ScreenSession(.troubled, width: 120, height: 40)
    let texts: [DisplayText] = [
      "203.0.113.7 - - [01/Jan/2026:14:05:32 +0000] \"GET /b HTTP/1.1\" 200 12",
      "2026-01-01 14:05:32.000 UTC [2164] LOG:  checkpoint [12:00:00] done",
    ]
    var batch = Batch(source: 1, time: ShopFixture.now)
    batch.lines = texts.map {
      LogLine(time: ShopFixture.now, level: .info, text: $0, source: 1)
    }
    _ = session.model.update(.batch(batch))
    session.press(.character("8"), .character("z"))
    #expect(session.screen.contains("203.0.113.7 - - \"GET /b HTTP/1.1\" 200 12"))
    #expect(session.screen.contains(" [2164] LOG:  checkpoint [12:00:00] done"))
    #expect(session.press(.character("y")) == [.copy(texts[1].string)])
  }
}
