import Telemetry
import Testing

@testable import Dashboard

/// Lengths of time are named as what they are, not as the nearest round ones.
struct TimeNamesTests {
  @Test func `a window is called what it was asked for`() {
    let names: [(seconds: Double, name: String)] = [
      (5, "5s"), (60, "1m"), (90, "90s"), (119, "119s"), (120, "2m"), (150, "2m30s"),
      (450, "7m30s"), (900, "15m"), (3600, "1h"), (5400, "90m"), (7200, "2h"), (9000, "2h30m"),
      (7230, "2h30s"), (9045, "2h30m45s"), (86_400, "24h"),
    ]
    for (seconds, name) in names {
      #expect(Window.last(seconds).name == name)
      #expect(DurationText.seconds(of: name) == seconds)
    }
  }

  @Test func `an age of hours or days has a decimal while that matters`() {
    let ages: [(seconds: Double, text: String)] = [
      (5999, "99 min"), (6000, "1.7 h"), (7140, "2 h"), (7200, "2 h"), (9000, "2.5 h"),
      (35_999, "10 h"), (86_400, "24 h"), (172_799, "47 h"), (172_800, "2 d"), (255_600, "3 d"),
      (300_000, "3.5 d"), (1_000_000, "11 d"),
    ]
    for (seconds, text) in ages { #expect(Units.age(seconds) == text) }
  }

  @Test func `a rate that is not zero does not look like it`() {
    let rates: [(rate: Double, text: String)] = [
      (0, "0"), (1e-9, "<0.01"), (1.0 / 300, "<0.01"), (0.004_9, "<0.01"), (0.005, "0.01"),
      (0.02, "0.02"), (-1, "-1.00"),
    ]
    for (rate, text) in rates { #expect(Units.rate(rate) == text) }
  }
}
