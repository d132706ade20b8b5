/// How fast the failures that a target allows are being used up.
///
/// A target of 99.9 % allows one failed request in a thousand: that is the budget. A burn rate of 1
/// uses it up exactly in the time that it was meant for, 10 in a tenth of it. What is worth a call or
/// a ticket is the table of Google's workbook for budgets of a month, each confirmed by a window a
/// twelfth as long (https://sre.google/workbook/alerting-on-slos/, "Multiwindow, Multi-Burn-Rate"):
///
///     1 h  at 14.4    2 % of the budget    page
///     6 h  at  6      5 %                  page
///     3 d  at  1     10 %                  ticket
package struct ErrorBudget: Hashable, Sendable {
  /// What a burn rate asks for.
  package enum Urgency: String, Sendable {
    /// A `page` asks for somebody at once, a `ticket` can wait for working hours.
    case page, ticket
  }

  /// The burn rate over the last hours.
  package struct Burn: Hashable, Sendable {
    /// 1, 6 or 72.
    package var hours: Int
    /// Failures as a multiple of what is allowed; `nil` without requests.
    package var rate: Double?
    /// How much of the hours was seen, from 0 to 1; the rate is that of this part.
    package var seenShare: Double

    /// `1h`, `3d`.
    package var name: String { hours % 24 == 0 ? "\(hours / 24)d" : "\(hours)h" }
  }

  /// Share of the requests that may fail, above 0.
  package var allowedShare: Double
  /// Over 1, 6 and 72 hours.
  package var burns: [Burn]
  /// `nil` where nothing has to be done for it.
  package var urgency: Urgency?

  private static let rules: [(hours: Int, limit: Double, urgency: Urgency)] = [
    (1, 14.4, .page), (6, 6, .page), (72, 1, .ticket),
  ]
  private static let confirmingShare = 1.0 / 12

  /// The budget of a target at a moment; `nil` for targets that allow no share of failures.
  ///
  /// Hours that were not seen are taken to have been without failures before anything is called
  /// urgent. Cost: that of the answers of three days, without their latencies.
  package init?(of target: Target, subject: DisplayText?, history: History, now: Timestamp) {
    switch (target.measure, target.comparison) {
    case (.errorRate, .below), (.errorRate, .atMost): allowedShare = target.bound
    case (.availability, .above), (.availability, .atLeast): allowedShare = 1 - target.bound
    default: return nil
    }
    guard allowedShare > 0 else { return nil }
    let allowed = allowedShare
    func rate(overSeconds seconds: Double) -> Double? {
      let range = history.range(of: .last(seconds), now: now)
      let answers = history.statuses(of: subject, in: range, now: now)
      guard answers.total > 0, answers.isKnown else { return nil }
      return Double(answers.errors) / Double(answers.total) / allowed
    }
    let seenSeconds = history.extent.map { max(0, now - $0.lowerBound) } ?? 0
    burns = []
    for rule in ErrorBudget.rules {
      let seconds = Double(rule.hours) * 3600
      let burn = Burn(
        hours: rule.hours, rate: rate(overSeconds: seconds),
        seenShare: min(1, seenSeconds / seconds))
      burns.append(burn)
      let sure = (burn.rate ?? 0) * burn.seenShare
      guard urgency == nil, sure >= rule.limit else { continue }
      let recent = rate(overSeconds: seconds * ErrorBudget.confirmingShare) ?? 0
      if recent >= rule.limit { urgency = rule.urgency }
    }
  }
}

extension History {
  /// Answers to an endpoint, called by what its row is called, or to all of them, for `nil`, in a
  /// stretch of time, each counted once.
  func statuses(of subject: DisplayText?, in range: TimeRange, now: Timestamp) -> StatusCounts {
    var sum = StatusCounts()
    for place in endpoints.rows.indices {
      if let subject, DisplayText(endpoints.rows[place].name.description) != subject { continue }
      for (_, series) in vantages(of: endpoints.rows[place].series) {
        var counts = StatusCounts()
        for one in series {
          one.tiers.forEach(in: range, now: now) { _, slot in counts.merge(slot.statuses) }
        }
        guard counts.total > 0 else { continue }
        sum.merge(counts)
        break
      }
    }
    return sum
  }
}
