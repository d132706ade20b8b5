import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Snapshots of what is below the overview: findings, calls, tasks, and the keys.
@Suite struct SnapshotDetailTests {
  private let model: Model

  init() {
    var model = ShopFixture.busy.model()
    model.watchForFindings()
    model.finish(at: ShopFixture.now)
    self.model = model
  }

  private func shown(_ view: SnapshotView) throws -> Model { try model.showing(view).get() }

  private func failure(_ view: SnapshotView) -> String {
    guard case .failure(let failure) = model.showing(view) else { return "found" }
    return failure.message.string
  }

  @Test func `finds each finding by its number and by what it is of`() throws {
    let findings = model.figures.findings
    #expect(findings.count > 3)
    for (place, finding) in findings.enumerated() {
      let kind = finding.kind.rawValue
      for name in ["\(place + 1)", "\(kind):\(model.subject(finding.subject))"] {
        let shown = try shown(.finding(name))
        #expect(shown.place == .finding(finding.id), "\(name)")
        let text = shown.snapshotText(width: 200, height: nil)
        let start = finding.summary.string.prefix(60)
        #expect(text.contains("─ \(kind)  ") && text.contains(start), "\(text)")
        let markdown = shown.snapshotMarkdown()
        #expect(markdown.contains("| Severity | Area | About | Since | Certainty |"))
        #expect(markdown.contains("\n## Evidence\n") == !finding.evidence.isEmpty)
      }
    }
  }

  @Test func `says which findings there are in place of one that is not`() throws {
    let count = model.figures.findings.count
    #expect(failure(.finding("0")) == "there is no finding 0; there are \(count)")
    #expect(failure(.finding("99")) == "there is no finding 99; there are \(count)")
    #expect(
      failure(.finding("eror-rate"))
        == "there is no finding \"eror-rate\", did you mean \"error-rate\"?")
    #expect(
      failure(.finding("error-rate:GET /agents/{id}/mate"))
        == "there is no finding \"error-rate\" of \"GET /agents/{id}/mate\", "
        + "did you mean \"GET /agents/{id}/mates\"?")
    let kinds = Dictionary(grouping: model.figures.findings, by: \.kind)
    for (kind, alike) in kinds {
      let said = failure(.finding(kind.rawValue))
      let isOnly = alike.count == 1
      #expect(isOnly == (said == "found"))
      #expect(isOnly || said.hasPrefix("there are \(alike.count) findings \"\(kind.rawValue)\""))
    }
    guard case .failure(let none) = ShopFixture.healthy.model().showing(.finding("1")) else {
      Issue.record("found")
      return
    }
    #expect(none.message == "nothing was found in the window")
  }

  @Test(arguments: [
    (SnapshotView.outbound("POST api.openai.com"), "| Calls | Rate/s | Failed | In all |"),
    (SnapshotView.task("generate_image"), "| Runs | Rate/s | Failed | In all |"),
  ])
  func `shows a call and a task alone`(view: SnapshotView, header: String) throws {
    let shown = try shown(view)
    guard case .work = shown.place else {
      Issue.record("\(shown.place)")
      return
    }
    #expect(shown.snapshotText(width: 120, height: nil).contains("─ percentiles ─"))
    let markdown = shown.snapshotMarkdown()
    #expect(markdown.contains(header))
    #expect(markdown.contains("| p50 | p90 | p95 | p99 | Max | Mean | Durations |"))
  }

  @Test func `says what was meant by a call or a task that is none`() {
    #expect(
      failure(.outbound("api.openai.com"))
        == "there is no outbound call \"api.openai.com\" in the window, "
        + "did you mean \"POST api.openai.com\"?")
    let said = failure(.task("nightly"))
    #expect(said.hasPrefix("there is no task \"nightly\" in the window; there are tasks as \""))
  }

  @Test func `tells percentiles, statuses and findings of an endpoint as tables`() throws {
    let markdown = try shown(.endpoint("GET /agents/{id}/mates")).snapshotMarkdown()
    for line in [
      "| p50 | p90 | p95 | p99 | Max | Mean | Durations | Apdex |",
      "| Status | Requests | Share |", "| 2xx | 4", "| 5xx | 4",
      "| Severity | Finding | Summary | Since | Advice |", "| critical | error-rate | ",
    ] {
      #expect(markdown.contains("\n" + line), "\(markdown)")
    }
    #expect(!markdown.contains("| 4xx |"))
  }

  @Test(arguments: [40, 100, 200])
  func `shows all keys`(width: Int) throws {
    let text = try shown(.help).snapshotText(width: width, height: nil)
    let words = text.split { " \n│╭╮╰╯─".contains($0) }.joined(separator: " ")
    #expect(words.contains("any key closes") && words.contains("Views without a key"))
    #expect(words.contains("shift-tab") && words.contains("ctrl-z"), "\(text)")
    let markdown = try shown(.help).snapshotMarkdown()
    #expect(markdown.contains("\n| `E` | write its numbers as JSON | `snapshot-json` |\n"))
  }

  @Test func `opens details and the keys from the command line of the dashboard as well`() {
    var session = ScreenSession(.busy)
    for (line, text) in [
      ("view task:generate_image", "─ runs ─"), ("view outbound:POST api.openai.com", "─ calls ─"),
      ("view help", "any key closes"),
    ] {
      session.press(.character(":"))
      session.type(line)
      session.press(.enter)
      #expect(session.screen.contains(text), "\(session.screen)")
    }
  }
}
