import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// A filter chooses rows of tables; what a detail says is true whatever it is.
struct FilterDetailTests {
  @Test(arguments: [[Key.down, .enter], [.enter, .enter]], ["select", "errors>1%", "nowhere"])
  func `leaves details as they are`(way: [Key], filter: String) {
    var session = ScreenSession(.troubled, width: 120, height: 50)
    for key in way { session.press(key) }
    let before = session.lines.dropLast()
    session.press(.character("/"))
    session.type(filter)
    session.press(.enter)
    #expect(session.lines.last?.contains("filter: \(filter)") == true)
    let drawn = session.lines.dropLast().joined(separator: "\n")
    #expect(
      ScreenPicture.difference(recorded: before.joined(separator: "\n"), drawn: drawn) == nil)
  }

  @Test func `a baseline knows the statements that a filter hides`() throws {
    let history = ShopFixture.troubled.history
    let filter = try FilterExpression("nowhere")
    let filtered = Figures(
      history: history, window: .last(300), now: ShopFixture.now, filter: filter)
    let baseline = Baseline(moment: ShopFixture.now, figures: filtered)
    #expect(filtered.queries.isEmpty && filtered.everyQuery.count == 8)
    #expect(filtered.everyQuery.allSatisfy { baseline.query($0.id) == $0 })
  }

  @Test func `says that the filter hides the statements`() {
    var session = ScreenSession(.troubled)
    session.press(.character("7"), .character("z"), .character("/"))
    session.type("nowhere")
    session.press(.enter)
    #expect(session.screen.contains("no statement passes the filter"))
  }
}
