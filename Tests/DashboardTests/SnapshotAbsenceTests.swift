import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Views of what nothing feeds: one sentence, in every output.
struct SnapshotAbsenceTests {
  private static let table: [(pane: PaneID, says: String)] = [
    (.pools, "nothing feeds this pane; metrics or log lines of connection pools would"),
    (.caches, "nothing feeds this pane; counters of hits and misses would"),
    (.memory, "nothing feeds this pane; "),
    (.breakers, "nothing feeds this pane; metrics of circuit breakers would"),
    (.queues, "nothing feeds this pane; metrics of queues would"),
    (.targets, "nothing feeds this pane; "),
    (.outbound, "no outbound calls in this window; "), (.tasks, "no tasks in this window; "),
    (.endpoints, "no requests seen; an access log or metrics of requests would feed this pane"),
    (.errors, "no requests seen; "), (.latency, "no durations of requests are known; "),
    (.heat, "no durations of requests are known; "), (.sessions, "no log says who asked; "),
  ]

  private func shown(_ pane: PaneID, of fixture: ShopFixture) throws -> Model {
    try fixture.model().showing(.pane(pane)).get()
  }

  @Test(arguments: table.indices)
  func `is a frame around what would feed it`(place: Int) throws {
    let (pane, says) = Self.table[place]
    let model = try shown(pane, of: .databaseOnly)
    let header = model.forSnapshot(width: 100, height: nil).snapshotHeader(width: 100)
    let text = model.snapshotText(width: 100, height: nil)
    let picture = text.split(separator: "\n").dropFirst(header.count)
    #expect(picture.count == 3, "\(text)")
    #expect(picture.contains { $0.hasPrefix("│ \(says)") }, "\(text)")
    let ansi = model.snapshotANSI(width: 100, height: nil, depth: .truecolor)
    #expect(ansi.split(separator: "\n").count == header.count + 3)
    let narrow = model.snapshotText(width: 40, height: nil).split(separator: "\n")
    #expect(narrow.allSatisfy { CellWidth.of(String($0)) <= 40 && !$0.hasSuffix("…│") })
    #expect(model.snapshotMarkdown().contains("\n\(says)"))
  }

  @Test func `says in Markdown that nothing failed, and what the filter leaves`() throws {
    let steady = Model(
      history: ShopFixture.history(seconds: 60) { _ in 0.01 }, settings: Settings(),
      theme: .default, size: Size(width: 120, height: 40), clock: ShopFixture.now)
    let errors = try steady.showing(.pane(.errors)).get().snapshotMarkdown()
    #expect(errors.contains("\nnothing failed\n"), "\(errors)")
    var model = ShopFixture.troubled.model()
    model.filter = try FilterExpression("nowhere")
    model.refresh()
    for (pane, what) in [(PaneID.endpoints, "endpoint"), (.queries, "statement")] {
      let markdown = try model.showing(.pane(pane)).get().snapshotMarkdown()
      #expect(markdown.contains("\nno \(what) passes the filter\n"), "\(markdown)")
    }
  }

  @Test func `has tables in Markdown for breakers, targets and svctop itself`() throws {
    for pane in [PaneID.breakers, .targets, .own, .queues] {
      let markdown = try shown(pane, of: .busy).snapshotMarkdown()
      #expect(!markdown.contains("╭") && !markdown.contains("```"), "\(markdown)")
      #expect(markdown.contains("\n- source nginx: "), "\(markdown)")
    }
    let breakers = try shown(.breakers, of: .busy).snapshotMarkdown()
    #expect(breakers.contains("| Breaker | State | Failed | Source |"), "\(breakers)")
    let own = try shown(.own, of: .busy).snapshotMarkdown()
    #expect(own.hasPrefix("# svctop 0.1.0: shop-api, svctop itself\n"))
    #expect(own.contains("\n## Cost\n") && own.contains("| Rows of | Count |"), "\(own)")
  }

  @Test func `shows all that is remembered where svctop was not measured`() throws {
    let model = try shown(.own, of: .logOnly)
    let text = model.snapshotText(width: 100, height: nil)
    #expect(text.contains("svctop measures itself while its dashboard runs"))
    for name in ["endpoints", "statements", "pools", "log lines", "sources"] {
      #expect(text.contains("│ \(name) "), "\(text)")
    }
  }
}
