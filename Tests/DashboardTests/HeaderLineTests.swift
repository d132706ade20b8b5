import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// The line at the top: how the service scores, who it is, when, and what is wrong.
struct HeaderLineTests {
  /// Two critical findings, a high one and a medium one.
  private static let findings = [
    Finding(.errorRate, .critical, of: .service, summary: "half of the requests fail"),
    Finding(.poolSaturation, .critical, of: .service, summary: "the pool is full"),
    Finding(.cacheHitRate, .high, of: .service, summary: "the cache is cold"),
    Finding(.nPlusOne, .medium, of: .service, summary: "statements in a loop"),
  ]

  private func header(
    _ width: Int, symbols: Symbols = .unicode, _ change: (inout Model) -> Void = { _ in }
  ) -> String {
    var model = ShopFixture.busy.model(width: width, height: 24, symbols: symbols)
    model.show(Self.findings)
    change(&model)
    return String(View(model).buffer.text.prefix { $0 != "\n" })
  }

  @Test(arguments: [40, 60, 80, 120, 200])
  func `has the score as a word at every width`(width: Int) {
    for symbols in [Symbols.unicode, .ascii] {
      let line = header(width, symbols: symbols)
      #expect(line.contains("score 27 F"), "\(line)")
      #expect(CellWidth.of(line) <= width)
      #expect(line.contains("5m") && line.contains("14:05"))
    }
  }

  @Test func `gives up words first, then who it is, and never what is wrong`() {
    let table = [
      (
        120, " svctop  shop-api  ● 3 sources  window 5m  14:05:32 UTC ",
        "  findings ✖ 2 critical  ▲ 1 high  △ 1 medium"
      ),
      (80, " svctop  shop-api  ● 3  5m  14:05:32 UTC ", "  score 27 F  ✖ 2 critical  ▲ 1  △ 1"),
      (60, " svctop  ● 3  5m  14:05:32 ", "  score 27 F  ✖ 2  ▲ 1  △ 1"),
      (40, " ● 3  5m  14:05 ", "  score 27 F  ✖ 2  ▲ 1"),
    ]
    for (width, who, what) in table {
      #expect(header(width).hasPrefix(who))
      #expect(header(width).hasSuffix(what))
    }
  }

  @Test func `says that nothing was found, which is not the same as not judged`() {
    var model = ShopFixture.healthy.model(width: 80, height: 24)
    #expect(!View(model).buffer.text.contains("nothing found"))
    model.show([])
    #expect(View(model).buffer.text.prefix { $0 != "\n" }.hasSuffix("  ● nothing found"))
    model.show([Finding(.nPlusOne, .low, of: .service, summary: "statements in a loop")])
    #expect(View(model).buffer.text.prefix { $0 != "\n" }.hasSuffix(" 1 low"))
  }

  @Test func `has the seconds of the past where there is room`() {
    let line = header(80) { model in
      for key in [Key.character("["), .character("[")] { _ = model.update(.key(key)) }
      model.show(Self.findings)
    }
    #expect(line.hasPrefix(" svctop  ● 3  5m  14:05:00 UTC   PAST, 32 s ago "), "\(line)")
  }

  @Test(arguments: [40, 50, 60])
  func `says in a narrow place too that the past is shown`(width: Int) {
    let line = header(width) { model in
      for key in [Key.character("["), .character("[")] { _ = model.update(.key(key)) }
      model.show(Self.findings)
    }
    #expect(line.contains(" PAST") && line.contains("14:0"), "\(line)")
    #expect(line.contains(" ago ") == (width == 60), "\(line)")
    #expect(line.contains("✖"))
  }

  @Test func `gives up one word after the other`() {
    var before = header(130)
    for width in (60..<130).reversed() {
      let line = header(width)
      #expect(line.split(separator: " ").count >= before.split(separator: " ").count - 2, "\(line)")
      #expect(CellWidth.of(line) <= width)
      before = line
    }
  }

  @Test func `has the day of a log that ended on another one`() {
    let line = header(120) { model in
      _ = model.update(.tick(ShopFixture.now + 331 * 86_400))
      model.show(at: ShopFixture.now - 60)
    }
    #expect(line.contains("  01-01 14:04:32 UTC "), "\(line)")
  }

  @Test func `has no score where nobody watches, and a dash where nothing can be judged`() {
    var model = ShopFixture.empty.model(width: 80, height: 24)
    #expect(!View(model).buffer.text.contains("score"))
    model.watchForFindings()
    model.finish(at: model.clock)
    #expect(View(model).buffer.text.contains("score -"))
    #expect(
      model.snapshotText(width: 100, height: nil).contains(
        "\nscore -: no source says anything that could be judged\n"))
  }

  @Test func `counts no areas twice and knows a score that rests on one alone`() {
    #expect(!Score([], unknown: Score.areas).isKnown)
    #expect(Score([], unknown: Array(Score.areas.dropFirst())).isKnown)
    #expect(Score([], unknown: Array(Score.areas.dropFirst())).short == "100 A")
  }

  @Test func `is followed by the arithmetic in a snapshot`() {
    var model = ShopFixture.busy.model(width: 100, height: 40)
    model.watchForFindings()
    model.finish(at: model.clock)
    let text = model.snapshotText(width: 100, height: nil)
    let line = text.split(separator: "\n").first { $0.hasPrefix("score ") }
    #expect(line?.contains(" = 100 - ") == true, "\(line ?? "")")
  }
}
