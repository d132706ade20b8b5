import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// The columns of the list of findings.
struct FindingsPaneTests {
  /// The titles above two findings, of which one has so long a summary.
  private func header(_ model: inout Model, width: Int, summary: Int) -> String {
    let text = "api has " + String(repeating: "7", count: summary - 8)
    model.show([
      Finding(.memoryHigh, .high, of: .process("api", source: 0), summary: DisplayText(text)),
      Finding(.memoryHigh, .medium, of: .process("worker", source: 0), summary: "worker"),
    ])
    var buffer = Buffer(size: Size(width: width, height: 6))
    PaneCatalog.pane(.findings).drawFramed(model, into: &buffer, in: buffer.bounds)
    return buffer.text.split(separator: "\n").dropFirst().first.map(String.init) ?? ""
  }

  @Test(arguments: [34, 40, 50, 60, 80, 100, 120, 146, 147, 160, 169, 170, 200])
  func `stay as they are when a number in a summary gets longer`(width: Int) {
    var model = ShopFixture.healthy.model()
    let first = header(&model, width: width, summary: 9)
    #expect(first.contains("SUMMARY"), "\(first)")
    for length in 10...100 {
      let shown = header(&model, width: width, summary: length)
      #expect(shown == first, "\(length)")
    }
  }

  @Test func `become more with the width`() {
    let table: [(width: Int, titles: [String])] = [
      (40, ["SUMMARY"]), (80, ["FINDING", "SUMMARY", "SINCE"]),
      (147, ["FINDING", "WHAT", "SUMMARY", "SINCE"]),
      (170, ["SEVERITY", "FINDING", "WHAT", "SUMMARY", "SINCE"]),
    ]
    var model = ShopFixture.healthy.model()
    for (width, titles) in table {
      let shown = header(&model, width: width, summary: 40).split(separator: " ").map(String.init)
      #expect(shown.filter { $0 != "│" } == titles)
    }
  }
}
