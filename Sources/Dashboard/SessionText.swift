import Telemetry

/// Sessions in words, the same on screen and in reports.
enum SessionText {
  /// `40`; `~1,280` for what was scaled up from a sample.
  static func count(_ value: Double, of row: SessionRow) -> String {
    (row.isEstimate ? "~" : "") + Units.count(UInt64(max(0, value.rounded())))
  }

  /// Requests of one session, or their mean: `9`, `9.5`.
  static func requests(_ value: Double) -> String { Units.number(value) }

  /// `by user`, or that it is a guess: in the room beside the title of a narrow pane.
  static func identity(_ row: SessionRow) -> String {
    row.identity.isGuess ? "guess" : "by \(row.identity.name)"
  }

  /// Said in place of figures where no session had a request in the window.
  static func absence(in window: Window) -> String {
    "no session in " + (window == .all ? "all that was read" : "the last \(window.name)")
  }

  /// What was counted and how it is known.
  static func sentence(_ row: SessionRow) -> String {
    let gap = Units.age(row.gapSeconds)
    var text =
      "\(count(row.count, of: row)) sessions, \(count(row.active, of: row)) of them active in the "
      + "last \(Units.age(SessionRules.activeSeconds)); a session ends after \(gap) without a "
      + "request. Visitors are told apart by \(row.identity.name)"
    text += row.identity.isGuess ? ", which is a guess: log a user or session id to know." : "."
    if row.isEstimate {
      text += " Estimated from \(Units.count(UInt64(row.sampled))) sessions, chosen by hash."
    }
    return text
  }
}
