import Dashboard
import Telemetry
import TestSupport
import Testing
import TextUI

/// Pause, help, snapshots, sizes and the way out.
struct ScenarioProgramTests {
  /// Three minutes of trouble after the fixture ends, with ticks between.
  private func goOn(_ session: inout ScreenSession) {
    for second in stride(from: 5.0, through: 180, by: 5) {
      let time = ShopFixture.now + second
      var batch = Batch(source: 1, time: time)
      batch.covered = (time - 5)...time
      batch.vantage = "nginx"
      var statuses = StatusCounts()
      statuses[5] = 40
      batch.traffic = [
        TrafficDelta(
          name: EndpointName(method: "GET", route: "/new"), time: time - 1, statuses: statuses)
      ]
      batch.lines = [LogLine(time: time, level: .error, text: "while it was held", source: 1)]
      batch.readings = [
        SignalReading(signal: .residentBytes, subject: "api", time: time, value: 9e9)
      ]
      _ = session.model.update(.batch(batch))
      _ = session.model.update(.tick(time))
    }
  }

  @Test func `holds the picture while batches go on, and then catches up`() {
    for keys: [Key] in [[], [.enter], [.enter, .enter], [.character("8")], [.character("9")]] {
      var session = ScreenSession(.troubled)
      for key in keys { session.press(key) }
      session.press(.character(" "))
      let held = session.screen
      #expect(session.lines[0].contains("PAUSED"))
      goOn(&session)
      #expect(
        ScreenPicture.difference(recorded: held, drawn: session.screen) == nil, "\(keys)")
      session.press(.character(" "))
      #expect(session.lines[0].contains("14:08:32") && !session.lines[0].contains("PAUSED"))
      #expect(session.model.figures.everyEndpoint.contains { $0.name.route == "/new" })
      #expect(session.model.history.tail.contains { $0.text == "while it was held" })
    }
  }

  @Test func `can be looked around in while it is held`() {
    var session = ScreenSession(.troubled)
    session.press(.character(" "), .down, .enter)
    goOn(&session)
    #expect(session.lines[1].contains("GET /api/users/{id}/feed"))
    session.press(.character("-"))
    #expect(session.model.settings.window.name == "15m")
    #expect(!session.model.figures.everyEndpoint.contains { $0.name.route == "/new" })
  }

  @Test func `closes the help with any key and does nothing else`() {
    let keys: [Key] = [
      .escape, .enter, .character("x"), .character("z"), .character("e"), .character("/"), .down,
      .function(9), .character("?"), .delete,
    ]
    for key in keys {
      var session = ScreenSession(.troubled)
      let before = session.screen
      session.press(.character("?"))
      #expect(session.screen.contains("any key closes"))
      #expect(session.press(key) == [])
      #expect(session.screen == before, "\(key)")
    }
  }

  @Test func `writes the view at hand to a file and says so`() {
    var session = ScreenSession(.troubled)
    session.press(.down, .enter)
    let effects = session.press(.character("e"))
    guard case .saveSnapshot(let name, let text)? = effects.first, effects.count == 1 else {
      Issue.record("\(effects)")
      return
    }
    #expect(name == "svctop-20260101-140532.txt")
    #expect(text.hasPrefix("svctop 0.1.0  shop-api  2026-01-01T14:05:32.000Z\n"))
    #expect(text.contains("endpoints › GET /api/users/{id}/feed"))
    _ = session.model.update(.saved(.success(DisplayText(name))))
    #expect(session.lines.last == " written: svctop-20260101-140532.txt")
  }

  @Test func `quits with q and ctrl-c, from everywhere, and with nothing else`() {
    for keys: [Key] in [[], [.enter], [.enter, .enter], [.character("?")], [.character("z")]] {
      for quit: Key in [.character("q"), .control("c")] {
        var session = ScreenSession(.troubled)
        for key in keys { session.press(key) }
        #expect(session.press(quit) == [.quit])
      }
    }
    var session = ScreenSession(.troubled)
    let others: [Key] =
      (0x20..<0x7F).compactMap { Unicode.Scalar($0).map { Key.character(Character($0)) } }
      + "abdefghijklmnoprstuvwxy".map { .control($0) }
      + [
        .escape, .enter, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left, .right,
        .home, .end, .pageUp, .pageDown, .function(1), .function(12),
        .mouse(MouseEvent(action: .press, point: Point(x: 5, y: 5))),
      ]
    for key in others where key != .character("q") {
      #expect(!session.press(key).contains(.quit), "\(key)")
    }
  }

  @Test func `suspends and redraws when asked`() {
    var session = ScreenSession(.troubled)
    #expect(session.press(.control("z")) == [.suspend])
    #expect(session.press(.control("l")) == [.redraw])
    session.press(.character("?"))
    #expect(session.press(.control("z"), .control("l")) == [.suspend, .redraw])
    #expect(session.screen.contains("any key closes"))
  }

  @Test func `survives a screen that is too small and comes back`() {
    for keys: [Key] in [[], [.enter], [.character("?")], [.character("/"), .character("o")]] {
      var session = ScreenSession(.troubled)
      for key in keys { session.press(key) }
      let before = session.screen
      for (width, height) in [(60, 20), (40, 10), (39, 10), (40, 9), (5, 2), (1, 1), (0, 0)] {
        _ = session.model.update(.resize(Size(width: width, height: height)))
        #expect(session.lines.allSatisfy { CellWidth.of($0) <= width })
        if width == 39 { #expect(session.lines[0] == "svctop needs 40x10,") }
      }
      _ = session.model.update(.resize(Size(width: 120, height: 40)))
      #expect(session.screen == before)
    }
  }

  @Test func `writes nothing when nothing changed`() {
    let session = ScreenSession(.troubled)
    #expect(View(session.model).buffer == View(session.model).buffer)
  }
}
