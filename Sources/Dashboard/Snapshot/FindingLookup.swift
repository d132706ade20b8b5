import Telemetry

extension Model {
  /// The finding of a place in the list, from 1, or of a kind, and of a subject where several are.
  func finding(named text: String) -> Result<Finding.ID, DashboardFailure> {
    let findings = figures.findings
    guard !findings.isEmpty else { return Model.noFinding("nothing was found in the window") }
    if let number = Int(text) {
      guard number > 0, number <= findings.count else {
        return Model.noFinding("there is no finding \(number); there are \(findings.count)")
      }
      return .success(findings[number - 1].id)
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let kind = parts[0]
    let alike = findings.filter { $0.kind.rawValue == kind }
    guard let first = alike.first else {
      let kinds = Set(findings.map(\.kind.rawValue)).sorted()
      return Model.noFinding(
        "there is no finding \"\(kind)\"" + Spelling.hintOrNames(kind, among: kinds))
    }
    guard parts.count > 1 else {
      guard alike.count > 1 else { return .success(first.id) }
      return Model.noFinding(
        "there are \(alike.count) findings \"\(kind)\"; name one as "
          + "finding:\(kind):\(subject(first.subject))")
    }
    let found = alike.filter { isSubject($0.subject, called: parts[1]) }
    guard found.count == 1, let only = found.first else {
      let subjects = alike.map { subject($0.subject) }
      return Model.noFinding(
        "there is no finding \"\(kind)\" of \"\(parts[1])\""
          + Spelling.hintOrNames(parts[1], among: subjects))
    }
    return .success(only.id)
  }

  /// Whether a subject has that name, a statement an id that begins so; parameter names do not count.
  private func isSubject(_ subject: FindingSubject, called name: String) -> Bool {
    switch subject {
    case .endpoint(let other), .outbound(let other), .task(let other):
      other.description == name || other.joinKey == EndpointName(name).joinKey
    case .query(let id): !name.isEmpty && QueryRow.hex(id).hasPrefix(name.lowercased())
    default: self.subject(subject) == name
    }
  }

  private static func noFinding(_ text: String) -> Result<Finding.ID, DashboardFailure> {
    .failure(DashboardFailure(message: DisplayText(text)))
  }
}
