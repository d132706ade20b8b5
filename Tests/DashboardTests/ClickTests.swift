import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// A click selects the row under it, wherever the table is and however it is scrolled.
struct ClickTests {
  private func findings(_ count: Int) -> [Finding] {
    (0..<count).map {
      Finding(
        .slowEndpoint, .high,
        of: .endpoint(EndpointName(method: "GET", route: DisplayText("/\($0)"))),
        summary: DisplayText("finding number \($0)."))
    }
  }

  private func click(_ text: String, _ session: inout ScreenSession) {
    let y = session.lines.firstIndex { $0.contains(text) } ?? 0
    session.press(.mouse(MouseEvent(action: .press, point: Point(x: 10, y: y))))
  }

  private func list(_ count: Int) -> ScreenSession {
    var session = ScreenSession(.troubled, width: 120, height: 30)
    session.model.show(findings(count))
    _ = session.model.perform(.focus(.findings))
    if !session.model.isZoomed { session.press(.character("z")) }
    return session
  }

  @Test func `opens the only finding`() {
    var session = list(1)
    click("finding number 0.", &session)
    #expect(session.model.place == .finding(findings(1)[0].id))
  }

  @Test func `hits rows of a list that is scrolled`() {
    var session = list(40)
    for _ in 0..<25 { session.press(.down) }
    for number in [23, 21, 20] {
      click("finding number \(number).", &session)
      #expect(session.model.selection[.overview]?[.findings] == number)
    }
    let y = session.lines.count - 4
    session.press(.mouse(MouseEvent(action: .press, point: Point(x: 10, y: y))))
    #expect(session.model.selection[.overview]?[.findings] == 20, "below the list are no rows")
  }

  @Test func `hits rows of gauges that are scrolled`() {
    var history = History(sources: ShopFixture.troubled.identities)
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.readings = (10..<50).map {
      SignalReading(
        signal: .residentBytes, subject: DisplayText("worker-\($0)"), time: ShopFixture.now,
        value: 1e8)
    }
    history.fold(batch)
    var session = ScreenSession(.troubled)
    session.model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 120, height: 40), clock: ShopFixture.now)
    session.press(.character("6"))
    if !session.model.isZoomed { session.press(.character("z")) }
    for _ in 0..<30 { session.press(.down) }
    let name = session.model.figures.memory[28].name.string
    click(name, &session)
    #expect(session.model.selection[.overview]?[.memory] == 28)
  }

  @Test func `selects sources in the table of them`() {
    var session = ScreenSession(.failing, width: 120, height: 40)
    session.press(.character("9"))
    click("postgres", &session)
    #expect(session.model.selection[.overview]?[.sources] == 2)
  }
}
