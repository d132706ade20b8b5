import TestSupport
import Testing

@testable import Dashboard
@testable import Telemetry

struct ReportTests {
  /// The report of a fixture, its detectors asked.
  private func report(_ fixture: ShopFixture, showsLiterals: Bool = false) -> Report {
    var model = fixture.model()
    model.settings.showsLiterals = showsLiterals
    model.watchForFindings()
    _ = model.update(.tick(ShopFixture.now))
    model.bringUpToDate()
    return Report(of: model)
  }

  @Test func `names what to mend first, the worst and then what gains most`() {
    let priorities = report(.troubled).priorities
    #expect(priorities.count >= 3)
    for (first, second) in zip(priorities, priorities.dropFirst()) {
      #expect(first.finding.severity >= second.finding.severity)
      if first.finding.severity == second.finding.severity {
        #expect((first.savedSeconds ?? 0) >= (second.savedSeconds ?? 0))
      }
    }
  }

  @Test func `explains each finding once, with evidence and advice`() {
    let report = report(.troubled)
    let text = MarkdownWriter.text(of: report.document)
    #expect(text.occurrences(of: "\n### ") == report.priorities.count)
    for priority in report.priorities {
      #expect(text.contains(MarkdownWriter.escaped(priority.finding.summary.string)))
      #expect(!priority.finding.evidence.isEmpty && !priority.finding.advice.isEmpty)
    }
  }

  @Test func `holds no literal unless asked for, in any format`() {
    func texts(_ report: Report) -> [String] {
      [
        MarkdownWriter.text(of: report.document), HTMLWriter.text(of: report.document),
        PlainTextWriter.text(of: report.document), report.json.text,
      ]
    }
    for text in texts(report(.troubled)) {
      #expect(!text.contains("4711") && !text.contains("curious"))
    }
    #expect(report(.troubled, showsLiterals: true).json.text.contains("4711"))
  }

  @Test(arguments: [
    (ShopFixture.logOnly, ["Statements", "Connection pools", "Caches", "Memory"]),
    (.metricsOnly, ["Statements"]), (.empty, ["Requests", "Memory"]),
  ])
  func `says what it could not judge and how to see it`(fixture: ShopFixture, areas: [String]) {
    let text = PlainTextWriter.text(of: report(fixture).document)
    guard let start = text.firstRange(of: "What could not be judged") else {
      Issue.record("no word on what could not be judged")
      return
    }
    let rest = text[start.upperBound...]
    for area in areas { #expect(rest.contains("- \(area): "), "\(area)") }
  }

  @Test func `a subject past its limit bears a mark although its cause is the finding`() {
    var figures = Figures()
    let endpoint = FindingSubject.endpoint(EndpointName(method: "GET", route: "/slow"))
    figures.findings = [Finding(.slowQuery, .high, of: .query(1), summary: "slow")]
    #expect(figures.severity(of: endpoint, byLimits: .critical) == .critical)
    #expect(figures.severity(of: .query(1), byLimits: .fine) == .high)
    #expect(figures.severity(of: endpoint, byLimits: .fine) == .fine)
  }
}
