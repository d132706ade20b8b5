import Telemetry
import TestSupport
import Testing

@testable import Dashboard

/// What would be embarrassing in a report that goes to a team.
struct ReportWordsTests {
  @Test func `the arithmetic of a score says that it ends at 0, and not by how much`() {
    func score(_ count: Int) -> Score {
      Score(
        (0..<count).map { _ in Finding(.slowEndpoint, .critical, of: .service, summary: "slow") },
        unknown: ["memory"])
    }
    #expect(
      score(60).arithmetic
        == "0 F = 100 - 1500 (60 critical findings), which is under 0; not known: memory")
    #expect(score(1).arithmetic == "75 C = 100 - 25 (1 critical finding); not known: memory")
    #expect(score(0).arithmetic == "100 A: no findings; not known: memory")
  }

  @Test func `a report says its score, and charts failures only where there are some`() {
    for (fixture, hasFailures) in [(ShopFixture.troubled, true), (.empty, false)] {
      var model = fixture.model()
      model.watchForFindings()
      _ = model.update(.tick(model.clock + 1))
      model.bringUpToDate()
      let text = MarkdownWriter.text(of: Report(of: model).document)
      #expect(text.contains("Score "), "\(text.prefix(400))")
      #expect(text.contains("Requests per second, failed") == hasFailures)
      #expect(!text.contains("- %"))
    }
  }

  @Test(arguments: [
    (154_000.0, 300.0, "154 s to 300 ms, -99.8 % (513 times)"),
    (8200, 1100, "8.20 s to 1.10 s, -87 % (7.5 times)"), (100, 0, "100 ms to 0 ms, -100 %"),
  ])
  func `a change that leaves something is not called all of it`(
    before: Double, after: Double, text: String
  ) {
    let change = Change(
      subject: "a", figure: "p50", before: before, after: after, verdict: .better,
      unit: .milliseconds, samples: (28, 31))
    #expect(change.text == text)
  }
}
