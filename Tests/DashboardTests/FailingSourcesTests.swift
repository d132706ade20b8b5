import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// Which sources fail stands on the overview, before logs and sessions have room.
struct FailingSourcesTests {
  /// An access log that works and so many endpoints that do not.
  private func session(failing: Int, width: Int = 100, height: Int = 30) -> ScreenSession {
    let log = ShopFixture.logOnly
    var history = History(
      sources: log.identities
        + (0..<failing).map {
          SourceIdentity(
            name: DisplayText("api-\($0)"), kind: .metrics,
            location: DisplayText("http://api-\($0):8000/metrics"))
        })
    for batch in log.batches { history.fold(batch) }
    for source in 1..<failing + 1 {
      var batch = Batch(source: source, time: ShopFixture.now)
      batch.health = .failing(DisplayText("api-\(source - 1): refused for reason \(source - 1)"))
      history.fold(batch)
    }
    history.settle(now: ShopFixture.now)
    var session = ScreenSession(.empty)
    session.model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: width, height: height), clock: ShopFixture.now)
    return session
  }

  @Test func `are named below the header, each with its reason`() {
    let session = session(failing: 4)
    #expect(session.lines[0].contains("4 of 5 sources failing"))
    for number in 0..<4 {
      #expect(
        session.lines[number + 1] == " ✖ api-\(number)  refused for reason \(number); never read")
    }
    #expect(session.lines[5].hasPrefix("╭─ ¹ endpoints "))
  }

  @Test(
    arguments: [
      (100, 30, 4, "+3 more: 9"), (80, 24, 2, "+5 more: 9"), (40, 12, 1, "+6 more: 9"),
    ])
  func `are counted where there are more than lines`(
    width: Int, height: Int, lines: Int, more: String
  ) {
    var session = session(failing: 7, width: width, height: height)
    #expect(Layout(of: session.model).header.height == 1 + lines)
    #expect(session.lines[lines].hasSuffix(more), "\(session.lines[lines])")
    #expect(session.lines[lines + 1].hasPrefix("╭─ ¹ endpoints "))
    session.press(.character("9"))
    #expect(session.model.isZoomed && session.model.focus == .sources)
    #expect(Layout(of: session.model).header.height == 1, "there they all are")
    session.press(.escape, .enter)
    #expect(Layout(of: session.model).header.height == 1, "the overview has told it")
  }

  @Test func `have no lines where the pane of the sources is on the screen, or none fails`() {
    var chosen = session(failing: 2).model
    chosen.settings.layout.shown = [.endpoints, .sources]
    #expect(Layout(of: chosen).header.height == 1)
    #expect(Layout(of: ShopFixture.healthy.model()).header.height == 1)
    var history = History(sources: ShopFixture.troubled.identities)
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.health = .failing("refused")
    history.fold(batch)
    let silent = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 100, height: 30), clock: ShopFixture.now)
    #expect(Layout.visiblePanes(of: silent).contains(.sources))
    #expect(Layout(of: silent).header.height == 1)
  }

  @Test func `say when they were read last in a sentence of its own after a question`() {
    let identity = SourceIdentity(name: "api", kind: .metrics, location: "http://api:1")
    var source = SourceState(identity: identity)
    source.health = .failing("refused; is this its port?")
    #expect(
      SourcesPane.health(of: source, at: ShopFixture.now)
        == "refused; is this its port? Never read")
    source.health = .failing("refused")
    #expect(SourcesPane.health(of: source, at: ShopFixture.now) == "refused; never read")
  }

  @Test(
    arguments: [
      ("nosuchfile.log", "nosuchfile.log", "✖ nosuchfile.log  no such file; never read"),
      ("nosuchfile.log", "/tmp/nosuchfile.log", "✖ /tmp/nosuchfile.log  no such file; never read"),
      ("nginx", "/var/log/nginx/a.log", "✖ nginx  /var/log/nginx/a.log  no such file; never read"),
    ])
  func `say their name once`(name: String, location: String, line: String) {
    var history = History(sources: [
      SourceIdentity(name: DisplayText(name), kind: .log, location: DisplayText(location))
    ])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.health = .failing(DisplayText("\(location): no such file"))
    history.fold(batch)
    var session = ScreenSession(.empty)
    session.model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 100, height: 30), clock: ShopFixture.now)
    #expect(session.line(with: "no such file").contains("│ \(line) "), "\(session.screen)")
    let told = Observation.all(session.model.figures, history.sources, Thresholds())
    #expect(told.first?.measures.first?.text == "failing: no such file")
  }
}
