import Dashboard
import TestSupport
import Testing
import TextUI
import Themes

@testable import svctop

/// The recorded screens with their colours, each declared in a file of its own in `Screens`.
enum Screens {}

/// The same screen on terminals of every number of colours: recorded with its escape codes, the
/// escape character written as `^`; `ScreenPicture` says how to record anew.
struct DepthScreensTests {
  private static let depths: [(depth: ColorDepth, name: String, recorded: String)] = [
    (.none, "depthNone", Screens.depthNone), (.ansi8, "depth8", Screens.depth8),
    (.ansi16, "depth16", Screens.depth16), (.indexed256, "depth256", Screens.depth256),
    (.truecolor, "depthTrue", Screens.depthTrue),
  ]

  private static func drawn(_ theme: String, _ depth: ColorDepth) throws -> String {
    let entry = try ThemeLibrary().entry(theme)
    var model = ShopFixture.busy.model(width: 80, height: 24)
    model.show(ShopFixture.findings)
    model.theme = try entry.theme().adapted(to: depth)
    return model.snapshotANSI(width: 80, height: 24, depth: depth).replacing("\u{1B}", with: "^")
  }

  @Test(arguments: depths.indices)
  func `is as recorded`(place: Int) throws {
    let (depth, name, recorded) = Self.depths[place]
    let drawn = String(try Self.drawn("nord", depth).dropLast())
    guard !ScreenPicture.isRecording else {
      let folder = String(#filePath.dropLast("DepthScreensTests.swift".count)) + "Screens"
      try #require(ScreenPicture.record(drawn, as: name, in: folder))
      return
    }
    if let difference = ScreenPicture.difference(recorded: recorded, drawn: drawn) {
      Issue.record("\(name) is not as recorded\(difference)")
    }
  }

  @Test(arguments: EmbeddedTheme.all.map(\.name))
  func `says the same at every depth: nothing is told by colour alone`(theme: String) throws {
    let plain = try Self.drawn(theme, .none)
    #expect(plain.contains("✖") && plain.contains("▲") && !plain.contains("^"))
    for (depth, _, _) in Self.depths where depth > .none {
      let colored = try Self.drawn(theme, depth)
      let text = colored.replacing(/\^\[[0-9;]*m/, with: "")
        .split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
      #expect(text == plain, "\(depth)")
      #expect(!colored.contains("38;2;") || depth == .truecolor)
      #expect(!colored.contains("38;5;") || depth == .indexed256)
    }
  }
}
