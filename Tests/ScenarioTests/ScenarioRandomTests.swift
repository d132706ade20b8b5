import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Ten thousand keys in no sensible order: whatever they are, there is a screen.
struct ScenarioRandomTests {
  private static let keys: [Key] =
    KeyMap.standard.bindings.flatMap(\.keys).filter { $0 != .character("q") }
    + "123456789".map { .character($0) } + "p95>1m (日!)".map { .character($0) }
    + clicks + [.enter, .enter, .escape, .down, .down, .left, .right, .delete]
    + [.control("k"), .function(5)]
  private static let clicks = [(5, 3), (60, 20), (100, 30), (20, 38), (119, 0)].flatMap { x, y in
    [MouseEvent.Action.press, .scrollUp, .scrollDown].map {
      Key.mouse(MouseEvent(action: $0, point: Point(x: x, y: y)))
    }
  }
  private static let sizes = [
    (80, 24), (120, 40), (200, 60), (40, 10), (60, 20), (100, 30), (39, 9), (0, 0), (1, 50),
    (300, 3),
  ]
  private static let keysInAll = 10_000
  /// A screen is drawn after this many keys: drawing each would only take longer.
  private static let keysPerScreen = 4

  @Test(arguments: ShopFixture.all)
  func `draws a whole screen after any keys`(fixture: ShopFixture) {
    var session = ScreenSession(
      fixture, symbols: fixture.description.count.isMultiple(of: 2) ? .ascii : .unicode)
    var dice = Dice(UInt64(fixture.description.count))
    var time = ShopFixture.now
    for step in 0..<ScenarioRandomTests.keysInAll / ShopFixture.all.count {
      session.press(ScenarioRandomTests.keys[dice.roll(ScenarioRandomTests.keys.count)])
      if dice.roll(40) == 0 {
        let (width, height) = ScenarioRandomTests.sizes[dice.roll(ScenarioRandomTests.sizes.count)]
        _ = session.model.update(.resize(Size(width: width, height: height)))
      }
      if dice.roll(60) == 0 {
        time = time + Double(dice.roll(20))
        _ = session.model.update(.tick(time))
      }
      guard step % ScenarioRandomTests.keysPerScreen == 0 else { continue }
      let view = View(session.model)
      #expect(view.buffer.size == session.model.size)
      if let cursor = view.cursor { #expect(view.buffer.bounds.contains(cursor)) }
      #expect(!session.model.path.isEmpty)
      if view.buffer.size.width >= 40, view.buffer.size.height >= 10 {
        let header = view.buffer.text.prefix { $0 != "\n" }
        let window = " \(session.model.settings.window.name)"
        #expect(header.contains(window), "step \(step): \(header)")
      }
    }
  }
}
