import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

struct SnapshotTextTests {
  @Test(arguments: ShopFixture.all)
  func `has no line over the width and no control character`(fixture: ShopFixture) {
    for symbols in [Symbols.unicode, .ascii] {
      for width in [40, 80, 100, 200] {
        let text = fixture.model(symbols: symbols).snapshotText(width: width, height: nil)
        for line in text.split(separator: "\n") { #expect(CellWidth.of(String(line)) <= width) }
        for scalar in text.unicodeScalars where scalar != "\n" {
          #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
          if symbols.isASCII, fixture.description != "hostile" { #expect(scalar.isASCII) }
        }
      }
    }
  }

  @Test func `is the same for the same model`() {
    let first = ShopFixture.troubled.model().snapshotText(width: 100, height: 40)
    #expect(ShopFixture.troubled.model().snapshotText(width: 100, height: 40) == first)
  }

  @Test func `opens with what a reader of a ticket must know`() {
    var session = ScreenSession(.failing)
    session.press(.character("/"))
    session.type("p95>50ms")
    session.press(.enter)
    let lines = session.model.snapshotText(width: 100, height: nil).split(separator: "\n")
    #expect(
      lines.prefix(9).joined(separator: "\n") == """
        svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z
        window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z
        filter p95>50ms
        source shop-api: http://127.0.0.1:8000/metrics, connection refused (127.0.0.1:8000); last read 2 min
          ago
        source nginx: /var/log/nginx/access.log, ok, read 0 s ago
        note nginx: 4 of 14,476 lines not understood, for example: 203.0.113.9 - - [01/Jan/2026:14:05
        source postgres: /var/log/postgresql/postgresql-16-main.log, ok, read 0 s ago
        total  6,133 requests, 20.3 /s, errors 0.0 %, p95 238 ms
        """)
  }

  @Test func `shows the place that the user has drilled to, without prompt or notice`() {
    var session = ScreenSession(.troubled)
    session.press(.enter, .character(":"))
    session.type("windo")
    session.model.tell("a word of the program")
    let text = session.model.snapshotText(width: 100, height: nil)
    #expect(text.contains("endpoints › POST /api/posts/generate"))
    #expect(text.contains("queries of this endpoint"))
    #expect(!text.contains(":windo") && !text.contains("a word of the program"))
  }

  @Test(arguments: ShopFixture.all)
  func `has every row and no empty room where no height is asked for`(fixture: ShopFixture) {
    for width in [60, 100, 200] {
      let model = fixture.model(width: 80, height: 24)
      let text = model.snapshotText(width: width, height: nil)
      #expect(!text.contains(/\+\d+ more/), "\(fixture) at \(width)")
      let blank = text.split(separator: "\n").map { $0.allSatisfy { " │|".contains($0) } }
      let runs = blank.split(separator: false).map(\.count)
      #expect((runs.max() ?? 0) < 14, "\(fixture) at \(width): \(text)")
    }
  }

  @Test func `says which lines were not understood, on as many lines as that needs`() {
    var model = ShopFixture.failing.model()
    var batch = Batch(source: 1, time: model.clock)
    batch.tally.lines = 9
    batch.tally.unparsed = 9
    batch.tally.unparsedExample = "what is this"
    batch.notes = ["0 of 9 lines understood, for example: what is this; closest: nginx-timed"]
    model.history.fold(batch)
    let lines = model.snapshotText(width: 60, height: nil).split(separator: "\n")
    let notes = lines.drop { !$0.hasPrefix("note nginx: ") }
      .prefix { $0.hasPrefix("note nginx: ") || $0.hasPrefix("  ") }
    #expect(notes.contains { $0.contains("not understood") })
    #expect(notes.contains { $0.hasSuffix("closest: nginx-timed") })
    #expect(lines.allSatisfy { $0.count <= 60 })
  }
}
