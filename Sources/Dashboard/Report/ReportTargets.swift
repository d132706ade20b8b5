import Telemetry

extension Report {
  /// The targets of the user with what was measured, the missed ones first.
  var targets: [Document.Block] {
    let checks = figures.targets
    guard !checks.isEmpty else { return [] }
    var blocks: [Document.Block] = [
      .table(
        Document.Table(
          [.words("Target"), .number("Wanted"), .number("Is"), .words("Met")],
          checks.map { check in
            [
              "\(TargetText.name(of: check))", "\(check.target.text)",
              "\(TargetText.value(of: check))",
              RichText(check.isMet.map { $0 ? "yes" : "no" } ?? "not known"),
            ]
          }))
    ]
    let budgets = checks.filter { $0.budget != nil }
    guard !budgets.isEmpty else { return blocks }
    blocks.append(
      .paragraph(
        "How fast the errors that a target allows are used up: at a rate of 1 exactly in the time they are meant for. Rates marked ~ are of the part of the hours that was seen."
      ))
    blocks.append(
      .table(
        Document.Table(
          [
            .words("Error budget"), .number("1 h"), .number("6 h"), .number("3 d"),
            .words("Asks for"),
          ],
          budgets.map { check in
            ["\(TargetText.name(of: check)) \(check.target.text)"]
              + TargetText.burns(of: check).map { RichText($0) }
              + [RichText(Report.words(for: check.budget?.urgency))]
          })))
    return blocks
  }

  private static func words(for urgency: ErrorBudget.Urgency?) -> String {
    switch urgency {
    case .page: "somebody now"
    case .ticket: "a ticket"
    case nil: "nothing"
    }
  }
}
