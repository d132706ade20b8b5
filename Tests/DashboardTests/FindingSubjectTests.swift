import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

@Suite struct FindingSubjectTests {
  private func session() -> ScreenSession {
    var session = ScreenSession(.troubled, width: 120, height: 40)
    session.model.show(ShopFixture.troubled.findings)
    return session
  }

  @Test func `Enter goes from a finding to what it is about, and Esc back`() {
    var session = session()
    var gone: [Model.SubjectView] = []
    for finding in session.model.figures.findings {
      session.model.goHome()
      session.model.path.append(.finding(finding.id))
      guard let view = session.model.view(of: finding.subject) else { continue }
      gone.append(view)
      #expect(session.screen.contains("\u{23CE} "), "the key is named: \(finding.id)")
      session.press(.enter)
      switch view {
      case .place(let place):
        #expect(session.model.place == place)
        session.press(.escape)
        #expect(session.model.place == .finding(finding.id))
      case .row(let pane, let row):
        #expect(session.model.focus == pane && session.model.isZoomed)
        #expect(session.model.selection[session.model.place]?[pane] == row)
        session.press(.escape)
        #expect(session.model.place == .finding(finding.id) && !session.model.isZoomed)
        session.press(.enter)
        #expect(session.model.focus == pane && session.model.isZoomed, "again")
      }
    }
    #expect(gone.contains { if case .place = $0 { true } else { false } })
    #expect(gone.contains { if case .row = $0 { true } else { false } })
  }

  @Test func `Enter goes back to the endpoint that a finding was opened from`() throws {
    var session = session()
    let finding = try #require(
      session.model.figures.findings.first {
        if case .endpoint = $0.subject { true } else { false }
      })
    guard case .endpoint(let name) = finding.subject else { return }
    session.model.path = [.overview, .endpoint(name), .finding(finding.id)]
    session.press(.enter)
    #expect(session.model.path == [.overview, .endpoint(name)])
  }

  @Test func `Enter goes to the subject after the log was looked at`() throws {
    var session = session()
    let model = session.model
    let finding = try #require(
      model.figures.findings.first { model.view(of: $0.subject) != nil })
    session.model.path.append(.finding(finding.id))
    session.press(.character("8"), .escape)
    #expect(session.model.place == .finding(finding.id) && session.model.focus == .logs)
    session.press(.enter)
    #expect(session.model.place != .finding(finding.id) || session.model.focus != .logs)
  }

  @Test func `says where there is nothing more to show`() {
    var session = session()
    session.model.path.append(.finding(Finding.ID(kind: .sourceStale, subject: .source(99))))
    session.press(.enter)
    #expect(session.lines.last?.contains("nothing more to show") == true)
  }
}
