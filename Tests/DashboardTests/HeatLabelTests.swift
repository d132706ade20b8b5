import TestSupport
import Testing
import TextUI

@testable import Dashboard
@testable import Telemetry

/// The labels beside a heat map: round values at every height, one of them near its end.
struct HeatLabelTests {
  private func labels(height: Int) -> [String] {
    let model = ShopFixture.busy.model(width: 120, height: 40)
    let feed = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    return labels(in: map(of: feed, model, height: height))
  }

  private func map(of name: EndpointName, _ model: Model, height: Int) -> String {
    let size = Size(width: 100, height: height)
    var buffer = Buffer(size: size, symbols: .unicode)
    HeatPane.draw(name, model, into: &buffer, in: Rect(size))
    return buffer.text
  }

  private func labels(in map: String) -> [String] {
    map.split(separator: "\n").dropLast().map { line in
      line.prefix { $0 != "│" && $0 != "┤" }.filter { $0 != " " }
    }
  }

  /// A request a second, as fast or slow as `took` says.
  private func model(took: (Int) -> Double) -> Model {
    Model(
      history: ShopFixture.history(seconds: 600, took: took), settings: Settings(),
      theme: .default, size: Size(width: 120, height: 40), clock: ShopFixture.now)
  }

  /// What a label says, in seconds.
  private func seconds(_ label: String) -> Double? {
    let number = label.prefix { !$0.isLetter }
    let units = ["s": 1, "ms": 1e-3, "us": 1e-6]
    guard let value = Double(number), let unit = units[String(label.dropFirst(number.count))]
    else { return nil }
    return value * unit
  }

  @Test(arguments: 4...60)
  func `are two or more, fall from the top, and leave few rows without`(height: Int) {
    let rows = labels(height: height)
    let shown = rows.indices.filter { !rows[$0].isEmpty }
    #expect(shown.count >= 2, "\(height): \(rows)")
    #expect(shown.last.map { rows.count - $0 <= 3 } == true, "\(height): \(rows)")
    let values = shown.compactMap { seconds(rows[$0]) }
    #expect(values.count == shown.count, "\(rows)")
    for (value, next) in zip(values, values.dropFirst()) { #expect(value > next, "\(rows)") }
    for (row, next) in zip([-1] + shown, shown) { #expect(next - row <= 9, "\(rows)") }
  }

  @Test(arguments: 6...30)
  func `are round`(height: Int) {
    let shown = labels(height: height).filter { !$0.isEmpty }
    for label in shown {
      let digits = label.prefix { !$0.isLetter }.filter { $0 != "0" && $0 != "." }
      let isRound =
        digits.count == 1 || ["12", "14", "15", "16", "18", "25", "35"].contains(digits)
      #expect(isRound, "\(shown)")
    }
  }

  /// The upper bound of the lowest row, each bound as a multiple of the one below, and how many.
  private typealias Rows = (lowest: Double, ratio: Double, rows: Int)

  private func shown(_ scale: Rows) -> [String] {
    var bounds = [scale.lowest]
    for _ in 1..<scale.rows { bounds.append((bounds.last ?? 0) * scale.ratio) }
    let heat = LatencyHeat(
      bounds: bounds.reversed(), counts: [], p95Rows: [], widestBucket: 1)
    return HeatPane.labels(of: heat).enumerated().filter { !$0.element.isEmpty }
      .map { "\($0.offset) \($0.element)" }
  }

  @Test func `end with a round value, in the lowest row where it is near the end of that`() {
    let table: [(scale: Rows, labels: [String])] = [
      ((0.251, 1.2589, 9), ["2 1 s", "5 500 ms", "8 250 ms"]),
      ((0.027, 1.2, 12), ["0 200 ms", "4 100 ms", "8 50 ms", "11 25 ms"]),
      ((0.0158, 4.64, 6), ["0 30 s", "1 8 s", "5 15 ms"]),
      ((2.51, 1.02, 20), ["2 3.5 s", "10 3 s", "19 2.5 s"]),
      ((0.1, 10, 3), ["0 10 s", "1 1 s", "2 100 ms"]),
    ]
    for (scale, labels) in table { #expect(shown(scale) == labels) }
  }

  @Test func `fill a gap with the next value where the roundest stands elsewhere`() {
    // The first in the lowest rows would be 760 s: 13 min as well.
    #expect(
      shown((724.44, 1.023293, 26))
        == ["3 20 min", "11 17 min", "16 15 min", "21 13 min", "24 12 min"])
    let rows = shown((2.5119e-6, 1.068, 47)).compactMap { Int($0.prefix { $0 != " " }) }
    for (row, next) in zip([-1] + rows, rows + [47]) { #expect(next - row <= 9, "\(rows)") }
  }

  @Test func `stand beside the row that ends at their value`() throws {
    let model = ShopFixture.busy.model(width: 120, height: 40)
    let range = ChartTime.axis(of: model, most: 60).range
    let name = EndpointName(method: "GET", route: "/api/users/{id}/feed")
    let heat = try #require(
      model.history.heat(of: name, in: range, columns: 60, rows: 9, now: model.moment))
    let row = try #require(labels(height: 10).firstIndex(of: "100ms"))
    #expect(heat.row(of: 0.1) == row)
  }

  @Test(arguments: [150.0...200, 200...206, 1200...1450, 2.1...2.4])
  func `are multiples of a round step where latency is steady`(
    milliseconds: ClosedRange<Double>
  ) {
    let spread = milliseconds.upperBound - milliseconds.lowerBound
    let model = model { second in
      (milliseconds.lowerBound + spread * Double(second % 11) / 10) / 1000
    }
    let orders = EndpointName(method: "GET", route: "/api/orders")
    for height in 7...10 {
      let map = map(of: orders, model, height: height)
      let shown = labels(in: map).filter { !$0.isEmpty }
      let numbers = shown.compactMap { Double($0.prefix { !$0.isLetter }) }
      #expect(numbers.count == shown.count && numbers.count >= 2, "\(height): \(shown)")
      for (number, next) in zip(numbers, numbers.dropFirst()) {
        #expect(number > next, "\(shown)")
      }
      // The line of the p95 has a row of its own where nothing is slower, and hides no request.
      #expect(map.contains("▁") && map.contains(where: { "░▒▓█".contains($0) }), "\(map)")
    }
  }
}
