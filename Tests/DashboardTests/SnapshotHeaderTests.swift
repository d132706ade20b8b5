import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// What stands above the picture of a snapshot, and how much stands below it.
struct SnapshotHeaderTests {
  private func header(_ model: Model, _ width: Int) -> [String] {
    model.forSnapshot(width: width, height: nil).snapshotHeader(width: width)
  }

  @Test func `names the service in every output, and in what e writes`() {
    var session = ScreenSession(.troubled)
    session.model.settings.title = "TTTT"
    let first = "svctop 0.1.0  TTTT  2026-01-01T14:05:32.000Z\n"
    let model = session.model
    #expect(model.snapshotText(width: 100, height: nil).hasPrefix(first))
    #expect(model.snapshotANSI(width: 100, height: nil, depth: .truecolor).hasPrefix(first))
    #expect(model.snapshotMarkdown().hasPrefix("# svctop 0.1.0: TTTT, overview\n"))
    #expect(ParsedJSON(model.snapshotJSON().text)?["title"] == .string("TTTT"))
    guard case .saveSnapshot(_, let text)? = session.press(.character("e")).first else {
      Issue.record("nothing written")
      return
    }
    #expect(text.hasPrefix(first))
    session.model.settings.title = ""
    #expect(header(session.model, 100).first == "svctop 0.1.0  2026-01-01T14:05:32.000Z")
    #expect(ParsedJSON(session.model.snapshotJSON().text)?["title"] == .null)
  }

  @Test(arguments: [40, 60])
  func `says all of it on a narrow page`(width: Int) {
    let lines = header(ShopFixture.troubled.model(), width)
    #expect(lines.allSatisfy { CellWidth.of($0) <= width })
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for part in [
      "svctop 0.1.0 shop-api 2026-01-01T14:05:32.000Z",
      "window 5m: 2026-01-01T14:00:30.000Z to 2026-01-01T14:05:32.000Z",
      "total 6,438 requests, 21.3 /s, errors 1.2 %, p95 784 ms",
    ] {
      #expect(words.contains(part), "\(words)")
    }
  }

  @Test func `tells one moment on the screen, in the file and in its name`() {
    var session = ScreenSession(.troubled)
    // The last microsecond of a slot stands for its end.
    session.model.heldAt = Timestamp(microseconds: ShopFixture.now.microseconds - 32_000_001)
    #expect(session.screen.contains("14:05:00 UTC"))
    #expect(session.model.snapshotMarkdown().contains("2026-01-01T14:05:00.000Z, window"))
    guard case .saveSnapshot(let name, let text)? = session.press(.character("e")).first else {
      Issue.record("nothing written")
      return
    }
    #expect(name == "svctop-20260101-140500.txt")
    #expect(text.hasPrefix("svctop 0.1.0  shop-api  2026-01-01T14:05:00.000Z\n"))
  }

  @Test func `leaves a filter out that lets everything pass`() throws {
    var model = ShopFixture.troubled.model()
    model.filter = try FilterExpression("")
    #expect(!header(model, 100).contains { $0.hasPrefix("filter") })
    #expect(!model.snapshotMarkdown().contains("Only what passes"))
    #expect(ParsedJSON(model.snapshotJSON().text)?["filter"] == .null)
  }

  @Test(arguments: [10, 24, 40, 80])
  func `has as many lines below it as are asked for`(height: Int) {
    let model = ShopFixture.troubled.model()
    for depth in [ColorDepth.none, .truecolor] {
      let lines = model.snapshotANSI(width: 100, height: height, depth: depth)
        .split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == header(model, 100).count + height + 1)
    }
  }
}
