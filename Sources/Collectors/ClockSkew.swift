import Telemetry

/// Whether the stamps of a log agree with this host's clock, said once in words.
struct ClockSkew {
  /// Lines reach a file a little before their stamps are compared, never after.
  static let mostAheadSeconds = 120.0
  /// Writers that keep lines back for a while are no fault of a clock.
  static let mostBehindSeconds = 1800.0

  /// What is to be told of it; empty when the stamps are of now.
  private(set) var notes: [DisplayText] = []

  /// Whether it was found out already that the clocks differ.
  var isKnown: Bool { !notes.isEmpty }

  /// Looks at the stamp of a line that was written a moment before `now`.
  mutating func compare(_ stamp: Timestamp, with now: Timestamp) {
    let ahead = stamp - now
    guard !isKnown else { return }
    if ahead > ClockSkew.mostAheadSeconds {
      notes = [ClockSkew.note(ahead, "ahead of")]
    } else if -ahead > ClockSkew.mostBehindSeconds {
      notes = [ClockSkew.note(-ahead, "behind")]
    }
  }

  private static func note(_ seconds: Double, _ relation: String) -> DisplayText {
    DisplayText("stamps are \(length(seconds)) \(relation) this host's clock")
  }

  /// The nearest whole number of minutes, hours or days: zones differ by hours.
  private static func length(_ seconds: Double) -> String {
    for (unit, name) in [(86_400.0, "d"), (3600, "h")] where seconds >= 0.95 * unit {
      // Beyond a thousand years nobody counts days.
      return "\(Int((min(seconds, 3e10) / unit).rounded())) \(name)"
    }
    return "\(Int((seconds / 60).rounded())) min"
  }
}
