import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// The ends of axes that count bytes.
struct ByteAxisTests {
  private static let mebibyte = 1_048_576.0

  private static let ends: [(bytes: Double, label: String)] = [
    (612 * mebibyte, "1 GB"), (61 * mebibyte, "64 MB"), (64 * mebibyte, "64 MB"),
    (65 * mebibyte, "128 MB"), (900, "1 KB"),
  ]

  @Test(arguments: ends)
  func `are round in powers of two and not below what is drawn`(bytes: Double, label: String) {
    let line = TimePanel.Line(word: "", letter: "*", role: .memory, values: [1, nil, bytes])
    let end = TimePanel.end(ofBytes: [line])
    #expect(end.map(Units.axisBytes) == label && end ?? 0 >= bytes)
    #expect(
      TimePanel.end(ofBytes: [.init(word: "", letter: "*", role: .memory, values: [nil])]) == nil)
  }

  @Test func `label the charts of memory and caches`() {
    var model = ShopFixture.busy.model(width: 120, height: 40)
    for (pane, label) in [(PaneID.memory, "  1 GB ┤"), (.caches, " 64 MB ┤")] {
      _ = model.perform(.focus(pane))
      if !model.isZoomed { _ = model.perform(.zoom) }
      #expect(View(model).buffer.text.contains(label))
      _ = model.perform(.zoom)
    }
  }
}
