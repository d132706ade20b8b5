import TestSupport
import Testing
import TextUI

/// The recorded screens, each declared in a file of its own in `Screens`.
enum Screens {}

/// Whole screens, compared with recorded ones; `ScreenPicture` says how to record them anew.
struct ScreensTests {
  /// A screen that a person sees after a few keys.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var recorded: String
    var fixture: ShopFixture
    var size: (width: Int, height: Int)
    var symbols: Symbols
    var keys: [Key]

    init(
      _ name: String, _ recorded: String, _ fixture: ShopFixture, _ width: Int, _ height: Int,
      symbols: Symbols = .unicode, keys: [Key] = []
    ) {
      self.name = name
      self.recorded = recorded
      self.fixture = fixture
      size = (width, height)
      self.symbols = symbols
      self.keys = keys
    }

    var testDescription: String { name }

    var drawn: String {
      var session = ScreenSession(
        fixture, width: size.width, height: size.height, symbols: symbols)
      for key in keys { session.press(key) }
      return session.screen
    }
  }

  @Test(arguments: overviews + details + states)
  func `is as recorded`(screen: Case) throws {
    let drawn = screen.drawn
    guard !ScreenPicture.isRecording else {
      let folder = String(#filePath.dropLast("ScreensTests.swift".count)) + "Screens"
      try #require(ScreenPicture.record(drawn, as: screen.name, in: folder))
      return
    }
    if let difference = ScreenPicture.difference(recorded: screen.recorded, drawn: drawn) {
      Issue.record("\(screen.name) is not as recorded\(difference)")
    }
  }

  private static func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  private static let overviews = [
    Case("overview80x24", Screens.overview80x24, .troubled, 80, 24),
    Case("overview120x40", Screens.overview120x40, .troubled, 120, 40),
    Case("overview200x60", Screens.overview200x60, .troubled, 200, 60),
    Case("overview80x24ASCII", Screens.overview80x24ASCII, .troubled, 80, 24, symbols: .ascii),
    Case("overview120x40ASCII", Screens.overview120x40ASCII, .troubled, 120, 40, symbols: .ascii),
    Case("overview200x60ASCII", Screens.overview200x60ASCII, .troubled, 200, 60, symbols: .ascii),
    Case("healthy80x24", Screens.healthy80x24, .healthy, 80, 24),
    Case("metricsOnly80x24", Screens.metricsOnly80x24, .metricsOnly, 80, 24),
    Case("hostile80x24", Screens.hostile80x24, .hostile, 80, 24),
    Case("hostile120x40ASCII", Screens.hostile120x40ASCII, .hostile, 120, 40, symbols: .ascii),
  ]

  private static let details = [
    Case("endpoint80x24", Screens.endpoint80x24, .troubled, 80, 24, keys: [.down, .enter]),
    Case("endpoint120x40", Screens.endpoint120x40, .troubled, 120, 40, keys: [.down, .enter]),
    Case(
      "endpoint80x24ASCII", Screens.endpoint80x24ASCII, .troubled, 80, 24, symbols: .ascii,
      keys: [.down, .enter]),
    Case("query80x24", Screens.query80x24, .troubled, 80, 24, keys: [.enter, .enter]),
    Case("query120x40", Screens.query120x40, .troubled, 120, 40, keys: [.enter, .enter]),
  ]

  private static let states = [
    Case("help80x24", Screens.help80x24, .troubled, 80, 24, keys: typed("?")),
    Case("help120x40", Screens.help120x40, .troubled, 120, 40, keys: typed("?")),
    Case("sources80x24", Screens.sources80x24, .failing, 80, 24, keys: typed("9")),
    Case("sources120x40", Screens.sources120x40, .failing, 120, 40, keys: typed("9")),
    Case("zoom80x24", Screens.zoom80x24, .troubled, 80, 24, keys: typed("7z")),
    Case("zoom120x40", Screens.zoom120x40, .troubled, 120, 40, keys: typed("7z")),
    Case("prompt80x24", Screens.prompt80x24, .troubled, 80, 24, keys: typed("/orders p95>x")),
    Case("prompt120x40", Screens.prompt120x40, .troubled, 120, 40, keys: typed("/orders p95>x")),
    Case("empty80x24", Screens.empty80x24, .empty, 80, 24),
    Case("empty120x40", Screens.empty120x40, .empty, 120, 40),
    Case("failing80x24", Screens.failing80x24, .failing, 80, 24),
    Case("failing120x40", Screens.failing120x40, .failing, 120, 40),
  ]
}
