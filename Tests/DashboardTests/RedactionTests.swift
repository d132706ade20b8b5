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
}
