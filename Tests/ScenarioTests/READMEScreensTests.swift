import Dashboard
import Glibc
import Telemetry
import TestSupport
import Testing
import TextUI

@testable import svctop

/// The screens in README.md are those of `svctop demo`, letter for letter.
///
/// A picture stands in the code block after a line `<!-- screen: NAME -->`. To draw them anew:
///
///     SVCTOP_RECORD_DOCS=1 swift test --filter READMEScreensTests
struct READMEScreensTests {
  /// The screens by name, each with the way to it.
  private static let screens: [(name: String, height: Int, go: @Sendable (inout Model) -> Void)] = [
    ("overview", 36, { _ in }),
    (
      "endpoint", 40,
      { model in
        for key in [Key.down, .enter] { _ = model.update(.key(key)) }
      }
    ),
    (
      "finding", 24,
      { model in
        _ = model.perform(.focus(.findings))
        if !model.isZoomed { _ = model.perform(.zoom) }
      }
    ),
  ]

  private static var drawn: [(name: String, picture: String)] {
    screens.map { name, height, go in
      var model = DemoSession.model(width: 100, height: height)
      go(&model)
      return (name, View(model).buffer.text)
    }
  }

  @Test func `shows three screens as they are`() throws {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let path = parts.dropLast(3).joined(separator: "/") + "/README.md"
    guard case .success(var page?) = TextFile.read(path) else {
      Issue.record("README.md cannot be read")
      return
    }
    for (name, picture) in Self.drawn {
      let mark = "<!-- screen: \(name) -->\n```\n"
      let start = try #require(page.firstRange(of: mark)?.upperBound, "no screen \(name)")
      let end = try #require(page[start...].firstRange(of: "\n```\n")?.lowerBound)
      if getenv("SVCTOP_RECORD_DOCS") != nil {
        page.replaceSubrange(start..<end, with: picture)
      } else if let difference = ScreenPicture.difference(
        recorded: String(page[start..<end]), drawn: picture)
      {
        Issue.record("screen \(name) is not as drawn\(difference)")
      }
      #expect(picture.split(separator: "\n").allSatisfy { CellWidth.of(String($0)) <= 100 })
    }
    if getenv("SVCTOP_RECORD_DOCS") != nil, let stream = fopen(path, "w") {
      fputs(page, stream)
      fclose(stream)
    }
  }
}
