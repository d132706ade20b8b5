import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// The detail of a statement has all that it has to tell in a text that may be as tall as it wants.
struct QueryDetailRoomTests {
  private func shown(_ fixture: ShopFixture = .troubled) throws -> Model {
    let model = fixture.model()
    let id = try #require(model.figures.queries.first?.hexID)
    return try model.showing(.query(id)).get()
  }

  @Test(arguments: [40, 60, 80, 100, 120, 200])
  func `a snapshot has its charts, and no room that is empty`(width: Int) throws {
    let text = try shown().snapshotText(width: width, height: nil)
    for panel in [
      "statement", "calls", "durations", "calls per second", "duration", "called by",
      "slowest calls so far",
    ] {
      #expect(text.contains("╭─ \(panel) ─"), "\(panel) at \(width): \(text)")
    }
    #expect(text.split(separator: "\n").allSatisfy { CellWidth.of(String($0)) <= width })
    let blank = text.split(separator: "\n").map { $0.allSatisfy { " │".contains($0) } }
    #expect((blank.split(separator: false).map(\.count).max() ?? 0) < 6, "\(width): \(text)")
  }

  @Test(arguments: [60, 100, 120])
  func `slowest calls are whole where there is room for them`(width: Int) throws {
    let model = try shown()
    let row = try #require(model.figures.queries.first)
    let text = model.snapshotText(width: width, height: nil)
    let panel = try #require(text.firstRange(of: "─ slowest calls so far ─"))
    let words = text[panel.upperBound...].split { " \n│╭╮╰╯─".contains($0) }.joined(separator: " ")
    let end = row.fingerprint.string.split(separator: " ").suffix(2).joined(separator: " ")
    let count = words.split(separator: end, omittingEmptySubsequences: false).count - 1
    #expect(count == row.examples.count, "\(text)")
    #expect(!text[panel.upperBound...].contains("…"))
  }

  @Test func `e writes the charts from a screen that has them`() throws {
    var session = ScreenSession(.troubled, width: 120, height: 40)
    session.press(.enter, .enter)
    guard case .query = session.model.place,
      case .saveSnapshot(_, let text)? = session.press(.character("e")).first
    else {
      Issue.record("nothing written")
      return
    }
    #expect(text.contains("╭─ calls per second ─") && text.contains("╭─ duration ─"), "\(text)")
    let widest = text.split(separator: "\n").map { CellWidth.of(String($0)) }.max()
    #expect(widest == 120, "as wide as the screen")
  }

  @Test(arguments: [(80, 24), (100, 40), (119, 60), (120, 40), (200, 60)])
  func `parts lie in the room and not on each other`(width: Int, height: Int) throws {
    let model = try shown(.busy)
    let row = try #require(model.figures.queries.first)
    let rect = Rect(x: 0, y: 2, width: width, height: height)
    let layout = QueryDetailLayout(of: row, model, in: rect)
    let parts = [
      layout.statement, layout.figures, layout.durations, layout.calls, layout.latency,
      layout.callers, layout.examples,
    ].filter { !$0.isEmpty }
    for (place, part) in parts.enumerated() {
      #expect(part.intersection(rect) == part)
      for other in parts.dropFirst(place + 1) { #expect(part.intersection(other).isEmpty) }
    }
    let covered = parts.reduce(0) { $0 + $1.width * $1.height }
    #expect(covered == rect.width * rect.height)
  }

  @Test(arguments: [5, 8, 9])
  func `a long statement ends in an ellipsis, not at the frame`(height: Int) {
    let columns = (1...80).map { "column_\($0)" }.joined(separator: ", ")
    let text = DisplayText("select \(columns) from souls where id = ?")
    var history = History(sources: [SourceIdentity(name: "db", kind: .log, location: "db.log")])
    var batch = Batch(source: 0, time: ShopFixture.now)
    batch.covered = (ShopFixture.now - 60)...ShopFixture.now
    var delta = QueryDelta(
      id: 7, fingerprint: text, time: ShopFixture.now - 10, calls: 3,
      latency: ShopFixture.latency(of: [3, 4, 5], layout: .logarithmic))
    delta.examples = [3.0, 4, 5].map { seconds in
      QueryExample(
        statement: text, seconds: seconds, time: ShopFixture.now - 10, line: 1, source: 0)
    }
    batch.queries = [delta]
    history.fold(batch)
    let model = Model(
      history: history, settings: Settings(), theme: .default,
      size: Size(width: 80, height: 24), clock: ShopFixture.now)
    guard let row = model.figures.query(7) else {
      Issue.record("no statement")
      return
    }
    var buffer = Buffer(size: Size(width: 80, height: height))
    let calls = SlowestCalls.text(of: row, model)
    SlowestCalls.draw(calls, model, into: &buffer, in: buffer.bounds)
    let drawn = buffer.text.split(separator: "\n").dropFirst().dropLast()
    let written = drawn.filter { !$0.allSatisfy { " │".contains($0) } }
    #expect(written.count == min(3, height - 2) * max(1, (height - 2) / 3), "\(buffer.text)")
    #expect(written.count { $0.contains("…") } == 3, "\(buffer.text)")
    #expect(written.last?.contains("…") == true, "\(buffer.text)")
  }
}
