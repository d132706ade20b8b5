import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

struct RedactionTests {
  @Test func `takes the literals out of statements`() {
    #expect(
      Redaction.statement("SELECT * FROM users WHERE email = 'ann@example.org' AND id = 4711")
        == "select * from users where email = ? and id = ?")
    #expect(
      Redaction.statement("update a.b {\"q\":{\"_id\":4711},\"u\":{\"n\":\"Ann\"},\"multi\":true}")
        == "update a.b {q: {_id: ?}, u: {n: ?}, multi: ?}")
  }

  @Test func `keeps the figures of sentences of our own`() {
    let table: [(sentence: DisplayText, redacted: DisplayText)] = [
      (
        "SELECT FROM orders is slow: p95 350 ms over 1,204 calls",
        "SELECT FROM orders is slow: p95 350 ms over 1,204 calls"
      ),
      ("GET /a?token=abc is slow: p95 2 s", "GET /a?token=* is slow: p95 2 s"),
    ]
    for (sentence, redacted) in table { #expect(Redaction.sentence(sentence) == redacted) }
  }

  @Test func `shows no literal on any screen unless asked for`() {
    var session = ScreenSession(.troubled, width: 200, height: 60)
    session.press(.enter, .enter)
    #expect(session.screen.contains("slowest"))
    #expect(!session.screen.contains("4711") && !session.screen.contains("curious"))
    session.model.settings.showsLiterals = true
    #expect(session.screen.contains("4711"))
  }

  @Test func `writes no literal into snapshots unless asked for`() {
    var model = ShopFixture.troubled.model()
    #expect(!model.snapshotJSON().text.contains("4711"))
    model.settings.showsLiterals = true
    #expect(model.snapshotJSON().text.contains("owner_id = 4711"))
  }

  /// An endpoint that fails, beside a log whose last error names a person.
  private func failing(showsLiterals: Bool) -> Model {
    var settings = Settings()
    settings.showsLiterals = showsLiterals
    let source = SourceIdentity(name: "app", kind: .log, location: "app.log")
    var model = Model(
      history: History(sources: [source]), settings: settings, theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    model.watchForFindings()
    var batch = Batch(source: 0, time: ShopFixture.now)
    var statuses = StatusCounts()
    statuses[2] = 40
    statuses[5] = 60
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "POST", route: "/users"), time: ShopFixture.now,
        statuses: statuses)
    ]
    let text = "ERROR: duplicate key: Key (email)=(ann@example.com) already exists"
    batch.lines = [
      LogLine(time: ShopFixture.now, level: .error, text: DisplayText(text), source: 0)
    ]
    model.take(batch)
    return model
  }

  @Test(arguments: [true, false])
  func `keeps out of findings what may not be shown`(isTakenOnce: Bool) {
    func texts(showsLiterals: Bool) -> [String] {
      var model = failing(showsLiterals: showsLiterals)
      if isTakenOnce {
        model.finish(at: ShopFixture.now)
      } else {
        _ = model.update(.tick(ShopFixture.now))
      }
      let report = MarkdownWriter.text(of: Report(of: model).document)
      return [model.snapshotJSON().text, report]
    }
    for text in texts(showsLiterals: true) { #expect(text.contains("ann@example.com")) }
    for text in texts(showsLiterals: false) {
      #expect(text.contains("error-rate") && text.contains("duplicate key"))
      #expect(!text.contains("ann@example.com"))
    }
  }
}
