import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

struct ChartTimeTests {
  @Test func `shows nothing that came after a moment of the past`() {
    var session = ScreenSession(.troubled)
    session.press(.character("t"))
    session.type("14:01:07")
    session.press(.enter)
    for most in [20, 33, 60] {
      let (range, columns) = ChartTime.axis(of: session.model, most: most)
      #expect(range.to - session.model.moment < 0.001 && columns <= most)
      #expect(range.to > session.model.moment)
    }
  }

  private func model(_ window: Window = .last(300), later seconds: Double = 0) -> Model {
    var model = ShopFixture.troubled.model(window: window)
    _ = model.update(.tick(ShopFixture.now + seconds))
    return model
  }

  @Test func `keeps columns in their place while time goes on`() {
    for most in [1, 7, 20, 31, 60, 200] {
      let first = ChartTime.axis(of: model(), most: most)
      let width = first.range.seconds / Double(first.columns)
      for seconds in [1.0, 2, 5, 29, 31, 60, 61] {
        let next = ChartTime.axis(of: model(later: seconds), most: most)
        #expect(next.columns == first.columns)
        #expect(next.range.seconds == first.range.seconds)
        let moved = (next.range.from - first.range.from) / width
        #expect(moved == moved.rounded() && moved >= 0, "\(most) columns, \(seconds) s later")
      }
    }
  }

  @Test func `ends with the present, once half of its column has passed`() {
    for most in [1, 20, 60] {
      for seconds in [0.0, 1, 27, 28, 29] {
        let model = model(later: seconds)
        let axis = ChartTime.axis(of: model, most: most)
        let width = axis.range.seconds / Double(axis.columns)
        let ahead = axis.range.to - model.moment
        #expect(ahead > -width / 2 && ahead <= width / 2, "\(most) \(seconds)")
      }
    }
  }

  @Test func `shows a few seconds where there is nothing else`() {
    var model = ShopFixture.empty.model()
    var batch = Batch(source: 0, time: model.clock)
    batch.covered = model.clock - 2...model.clock
    batch.traffic = [
      TrafficDelta(
        name: EndpointName(method: "GET", route: "/"), time: model.clock - 1,
        statuses: StatusCounts())
    ]
    _ = model.update(.batch(batch))
    for most in [1, 20] {
      let axis = ChartTime.axis(of: model, most: most)
      #expect(axis.range.to > model.clock - 1, "\(most)")
    }
  }

  @Test func `reaches back exactly as far as its labels say`() {
    for most in 1...120 {
      #expect(ChartTime.axis(of: model(), most: most).range.seconds == 600, "\(most)")
      #expect(ChartTime.axis(of: model(.last(900)), most: most).range.seconds == 900, "\(most)")
      #expect(ChartTime.axis(of: model(.last(3600)), most: most).range.seconds == 3600, "\(most)")
    }
  }

  @Test func `never has more columns than asked for`() {
    for window in Settings.windows + [.last(7), .last(601), .last(1e300)] {
      for most in [-3, 0, 1, 2, 19, 61, 500] {
        let axis = ChartTime.axis(of: model(window), most: most)
        #expect((1...max(1, most)).contains(axis.columns))
        #expect(axis.range.seconds > 0)
      }
    }
  }

  @Test func `names the ends and the middle of a range`() {
    let live = model()
    let range = ChartTime.axis(of: live, most: 20).range
    #expect(ChartTime.labels(of: range, model: live) == ["-10m", "-5m", "now"])
    var held = live
    _ = held.perform(.pause)
    #expect(ChartTime.labels(of: range, model: held) == ["13:55", "14:00", "14:05"])
    let all = model(.all)
    #expect(ChartTime.labels(of: all.figures.range, model: all) == ["13:53", "13:59", "14:05"])
  }

  @Test func `names the days of a range that is longer than one`() {
    let end = ShopFixture.now
    let range = TimeRange(from: end - 3 * 86_400, to: end)
    #expect(
      ChartTime.labels(of: range, model: model(.all))
        == ["12-29 14:05", "12-31 02:05", "01-01 14:05"])
  }

  @Test func `names windows as they are typed`() {
    let names: [(Window, String)] = [
      (.last(60), "1m"), (.last(90), "90s"), (.last(300), "5m"), (.last(3600), "1h"),
      (.last(7200), "2h"), (.all, "all"),
    ]
    for (window, name) in names { #expect(window.name == name) }
  }
}
