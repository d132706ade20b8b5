import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// The labels beside a heat map: round values at every height.
struct HeatLabelTests {
  private func labels(height: Int) -> [String] {
    let model = ShopFixture.busy.model(width: 120, height: 40)
    let size = Size(width: 100, height: height)
    var buffer = Buffer(size: size, symbols: .unicode)
    HeatPane.draw(
      EndpointName(method: "GET", route: "/api/users/{id}/feed"), model, into: &buffer,
      in: Rect(size))
    return buffer.text.split(separator: "\n").dropLast().map { line in
      line.prefix { $0 != "│" && $0 != "┤" }.filter { $0 != " " }
    }
  }

  @Test(arguments: 4...30)
  func `are round, two or more, and fall from the top`(height: Int) {
    let shown = labels(height: height).filter { !$0.isEmpty }
    #expect(shown.count >= 2, "\(height): \(shown)")
    let known = [
      "10s", "5s", "2s", "1s", "500ms", "200ms", "100ms", "50ms", "20ms", "10ms", "5ms", "2ms",
      "1ms", "500us",
    ]
    let places = shown.compactMap { known.firstIndex(of: $0) }
    #expect(places.count == shown.count && places == places.sorted(), "\(shown)")
  }

  @Test func `stand beside the row that holds their value`() throws {
    let model = ShopFixture.busy.model(width: 120, height: 40)
    let range = ChartTime.axis(of: model, most: 60).range
    let name = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    let heat = try #require(
      model.history.heat(of: name, in: range, columns: 60, rows: 9, now: model.moment))
    let row = try #require(labels(height: 10).firstIndex(of: "100ms"))
    #expect(heat.row(of: 0.1) == row)
  }
}
