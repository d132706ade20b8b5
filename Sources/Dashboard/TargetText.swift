import Telemetry

/// How a target that was held against what was measured is told.
package enum TargetText {
  /// What is measured, and of what.
  package static func name(of check: TargetCheck) -> String {
    let measure = check.target.measure.rawValue.replacing("_", with: " ")
    return check.subject.map { "\($0) \(measure)" } ?? measure
  }

  /// How bad it is that a target is missed: as bad as what its budget asks for, if it has one.
  static func severity(of check: TargetCheck) -> Severity {
    switch check.budget?.urgency {
    case .page: .critical
    case .ticket: .high
    case nil: check.isMet == false ? (check.budget == nil ? .high : .medium) : .fine
    }
  }

  /// As their marks have it, the worst first; then those not known, then those met, each in the order of
  /// the targets.
  static func ordered(_ checks: [TargetCheck]) -> [TargetCheck] {
    let ranked = checks.enumerated().map { place, check in
      let severity = severity(of: check)
      let isMet = severity == .fine && check.isMet == true ? 1 : 0
      return (rank: (-severity.rawValue, isMet, place), check: check)
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.check)
  }

  /// The value in the unit of its measure; `-` where it is not known.
  package static func value(of check: TargetCheck) -> String {
    guard let value = check.value else { return "-" }
    switch check.target.measure {
    case .apdex: return Units.fixed(value, 2)
    // The difference between three and four nines is lost in tenths of a percent.
    case .availability: return Units.fixed(value * 100, 2) + " %"
    default: return Units.value(value, in: check.target.measure.unit)
    }
  }

  /// Burn rates over the hours of the budget, `12x`; `~12x` where less than all of them was seen.
  static func burns(of check: TargetCheck) -> [String] {
    guard let budget = check.budget else { return ["", "", ""] }
    return budget.burns.map { burn in
      guard let rate = burn.rate else { return "-" }
      return (burn.seenShare < 0.95 ? "~" : "") + Units.fixed(rate, rate < 10 ? 1 : 0) + "x"
    }
  }
}
