import Demo
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import svctop

/// Every system leads to the findings of its audit, and to nothing else.
///
/// Two seeds here; `svctop-bench scenarios` plays fifty.
struct SystemFindingsTests {
  private static let names = ["ecs", "soullink", "mobility", "chat", "autopost"]

  @Test(arguments: names, [1, 2] as [UInt64])
  func `leads to what its audit found, and repaired to nothing`(name: String, seed: UInt64) throws {
    let entry = try #require(ScenarioCatalog.entry(name))
    #expect(entry.findings.count >= 4)
    for isRepaired in [false, true] {
      let play = PlayedScenario(name, seed: seed, isRepaired: isRepaired)
      let differences = entry.differences(from: play.findings, isRepaired: isRepaired)
      #expect(differences == [], "repaired: \(isRepaired)")
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `finds nothing wrong with a healthy service that is restarted`(seed: UInt64) {
    #expect(PlayedScenario("healthy", seed: seed).findings == [])
  }

  @Test(arguments: names)
  func `tells by a comparison that the repair was one`(name: String) throws {
    let entry = try #require(ScenarioCatalog.entry(name))
    let comparison = Comparison(
      before: try record(name, isRepaired: false), after: try record(name, isRepaired: true))
    let text = PlainTextWriter.text(of: comparison.document, width: 100)
    #expect(comparison.goneFindings.count == entry.findings.count, "\(text)")
    #expect(comparison.newFindings.isEmpty && comparison.keptFindings.isEmpty, "\(text)")
    #expect(!comparison.hasRegression, "\(text)")
    #expect(comparison.changes.contains { $0.verdict == .better || $0.verdict == .gone }, "\(text)")
  }

  /// What `svctop snapshot --output json` would have written.
  private func record(_ name: String, isRepaired: Bool) throws -> SnapshotRecord {
    let play = PlayedScenario(name, isRepaired: isRepaired)
    var settings = Settings()
    settings.window = .all
    var model = Model(
      history: play.history, settings: settings, theme: .default,
      size: Size(width: 120, height: 40), clock: play.now)
    model.watchForFindings()
    model.finish(at: play.now)
    return try SnapshotFile.decode(model.snapshotJSON().text, of: name)
  }
}
