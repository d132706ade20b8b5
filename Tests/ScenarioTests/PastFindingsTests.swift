import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Findings and score are those of the moment that is shown.
struct PastFindingsTests {
  private func type(_ text: String, into model: inout Model) {
    for character in text { _ = model.update(.key(.character(character))) }
    _ = model.update(.key(.enter))
  }

  /// What detectors say of a moment, without any memory.
  private func judged(_ model: Model) -> Diagnosis {
    Diagnosis(
      of: model.history, window: model.settings.window, now: model.moment,
      thresholds: model.settings.thresholds)
  }

  @Test func `a step into the past shows what was wrong then`() throws {
    var model = DemoSession.model(width: 120, height: 40)
    let live = model.figures
    type("t-40m", into: &model)
    #expect(model.showsPast)
    let past = judged(model)
    #expect(model.figures.findings.map(\.id) == past.findings.map(\.id))
    #expect(model.figures.score == past.score)
    #expect(Set(past.findings.map(\.id)) != Set(live.findings.map(\.id)))
    #expect(model.figures.findings.allSatisfy { ($0.since ?? model.moment) <= model.moment })
    // A tick does not change what was wrong then.
    _ = model.update(.tick(model.clock + 5))
    model.bringUpToDate()
    #expect(model.figures.findings.map(\.id) == past.findings.map(\.id))
    _ = model.update(.key(.character("0")))
    #expect(!model.showsPast)
    #expect(model.figures.findings.map(\.id) == live.findings.map(\.id))
    #expect(model.figures.score == live.score)
  }

  @Test func `each step is judged anew, by columns and by moments of note`() {
    var model = DemoSession.model(width: 120, height: 40)
    for key in ["[", "{", "{", "[", "]", "}"] {
      _ = model.update(.key(.character(Character(key))))
      guard model.showsPast else { continue }
      let past = judged(model)
      #expect(model.figures.findings.map(\.id) == past.findings.map(\.id), "\(key)")
      #expect(model.figures.score == past.score, "\(key)")
    }
  }

  @Test func `what has lasted since before the window began then`() throws {
    var model = DemoSession.model(width: 120, height: 40)
    let known = model.figures.findings.filter {
      $0.since.map { $0 < model.moment - 400 } ?? false
    }
    try #require(!known.isEmpty)
    _ = model.update(.key(.character("[")))
    for finding in known {
      let past = model.figures.findings.first { $0.id == finding.id }
      #expect(past == nil || past?.since == finding.since, "\(finding.summary)")
    }
  }

  @Test func `goes from finding to finding, and shows each`() {
    var model = DemoSession.model(width: 120, height: 40)
    let ids = model.figures.findings.map(\.id)
    for id in ids + [ids[0]] {
      _ = model.update(.key(.character("f")))
      #expect(model.place == .finding(id))
      let screen = View(model).buffer.text
      #expect(!screen.contains("no longer so in the window"), "\(id)")
      #expect(screen.contains(id.kind.rawValue))
    }
  }
}
