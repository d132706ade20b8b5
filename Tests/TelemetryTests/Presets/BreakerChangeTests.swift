import Telemetry
import Testing

/// Breakers that count their changes: the state is that of the change that came last.
struct BreakerChangeTests {
  /// Counts of opened, half opened and closed at each scrape, and the state after it.
  private static let scrapes: [(counts: [Int], state: Double)] = [
    ([3, 2, 2], 1),
    ([3, 3, 2], 0.5),
    ([3, 3, 2], 0.5),
    ([3, 3, 3], 0),
    ([4, 3, 3], 1),
    ([5, 4, 3], 1),
    ([5, 5, 4], 0),
    // A restart of the process.
    ([0, 0, 0], 0),
    ([1, 1, 0], 0.5),
  ]

  @Test(arguments: [
    (
      "opossum", #"shop_circuit{name="pay",event="EVENT"}"#, ["open", "halfOpen", "close"], "pay"
    ),
    (
      "polly",
      #"resilience_polly_strategy_events_total{event_name="EVENT",pipeline_name="p",strategy_name="s"}"#,
      ["OnCircuitOpened", "OnCircuitHalfOpened", "OnCircuitClosed"], "p/s"
    ),
  ]) func `follows the changes`(preset: String, sample: String, events: [String], subject: String) {
    var target = ScrapeTarget()
    for (counts, state) in Self.scrapes {
      let body = zip(events, counts).map { event, count in
        sample.replacing("EVENT", with: event) + " \(count)\n"
      }
      let batch = target.scrape(body.joined())
      #expect(batch.recognised == [DisplayText(preset)])
      let text = state == 0.5 ? "0.5" : "\(Int(state))"
      #expect(batch.readingsPicture == "breakerState [\(subject)] \(text)", "\(counts)")
    }
  }
}
