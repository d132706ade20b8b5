import Telemetry
import TestSupport
import Testing
import TextUI

@testable import Dashboard

/// Circuit breakers: which are open, and since when.
struct BreakersPaneTests {
  private static let start = ShopFixture.now - 600

  /// Five breakers, of which one opened five minutes ago.
  private var model: Model { recorded(until: 600) }

  /// What is known so many seconds after the start.
  private func recorded(until end: Double) -> Model {
    let source = SourceIdentity(name: "app", kind: .metrics, location: "http://127.0.0.1:1/")
    var history = History(sources: [source])
    for second in stride(from: 0.0, through: end, by: 5) { history.fold(batch(second)) }
    history.settle(now: Self.start + end)
    return Model(
      history: history, settings: Settings(), theme: .default, size: Size(width: 100, height: 24),
      clock: Self.start + end)
  }

  private func batch(_ second: Double) -> Batch {
    let time = Self.start + second
    var batch = Batch(source: 0, time: time)
    let breakers: [(name: DisplayText, state: Double, failures: Double)] = [
      ("search", 0, 0), ("billing", 0, 0.2), ("mail", 0.5, 0.1), ("cart", 0, 0),
      ("openai", second < 300 ? 0 : 1, 0.5),
    ]
    for (name, state, failures) in breakers {
      batch.readings.append(
        SignalReading(signal: .breakerState, subject: name, time: time, value: state))
      batch.readings.append(
        SignalReading(signal: .breakerFailureRate, subject: name, time: time, value: failures))
    }
    batch.covered = time...time
    return batch
  }

  private func names(_ model: Model) -> [String] {
    model.figures.breakersByState.map(\.name.string)
  }

  @Test func `those that are open stand first; of one state they keep their places`() {
    #expect(names(model) == ["openai", "mail", "search", "billing", "cart"])
  }

  @Test func `the selected one stays selected when it opens and others do not`() {
    for name in ["openai", "mail", "cart"] {
      var model = recorded(until: 290)
      #expect(names(model) == ["mail", "search", "billing", "cart", "openai"])
      model.selection = [.overview: [.breakers: names(model).firstIndex(of: name) ?? 0]]
      for second in stride(from: 295.0, through: 310, by: 5) {
        _ = model.update(.batch(batch(second)))
      }
      _ = model.update(.tick(Self.start + 310))
      let row = model.selectedRow(of: .breakers, count: names(model).count)
      #expect(names(model).first == "openai" && row.map { names(model)[$0] } == name)
    }
  }

  @Test func `a state lasts until another is read, but not through a long silence`() {
    let states: [Double?] = [0, nil, 1, nil, 0.3, nil, nil, nil, nil, nil, 0, nil, 0]
    let steps = BreakersPane.steps(states)
    let each = steps.count / states.count
    let shown = states.indices.map { steps[$0 * each] }
    #expect(shown == [0, 0, 1, 1, 0.5, nil, nil, nil, nil, nil, 0, 0, 0])
    #expect(each > 1 && states.indices.allSatisfy { steps[($0 + 1) * each - 1] == shown[$0] })
  }

  @Test func `one that opens goes up at once`() {
    var model = model
    _ = model.perform(.focus(.breakers))
    if !model.isZoomed { _ = model.perform(.zoom) }
    let lines = View(model).buffer.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("openai") && $0.contains("open ") })
    // Closed or open, and nothing between them but the way up in one or two cells.
    let rows = lines.drop { !$0.contains("100 % ┤") }.prefix { !$0.contains("0 % ┤-10m") }
    let middle = rows.dropFirst(2).first ?? ""
    let drawn = middle.unicodeScalars.count { (0x2801...0x28FF).contains($0.value) }
    #expect(drawn == 1 || drawn == 2, "\(lines.joined(separator: "\n"))")
  }
}
