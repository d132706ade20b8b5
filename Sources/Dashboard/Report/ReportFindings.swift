import Telemetry
import TextUI

extension Report {
  /// Findings that the short list names.
  private static let prioritiesShown = 8

  /// The short list: what to do, and what it gains.
  var fixFirst: [Document.Block] {
    guard !priorities.isEmpty else { return [] }
    let items = priorities.prefix(Report.prioritiesShown).map { priority -> RichText in
      let finding = priority.finding
      var item: RichText = "\(strong: finding.severity.name): \(finding.summary)."
      if let advice = finding.advice.first { item = item + " \(advice)" }
      if let gain = priority.gain { item = item + " Gain: " + gain + "." }
      return item
    }
    return [.list(items, isNumbered: true)]
  }

  /// Every finding with what shows it, in the order in which to mend them.
  func appendFindings(to document: inout Document) {
    guard !priorities.isEmpty else { return }
    document.sections.append(Document.Section("Findings", []))
    for (place, priority) in priorities.enumerated() {
      let finding = priority.finding
      document.sections.append(
        Document.Section(
          "\(place + 1). \(finding.kind.rawValue): \(title(of: finding.subject))", level: 3,
          blocks(of: priority)))
    }
  }

  /// What a finding is about; a statement by how it begins, for its id says nothing to a reader.
  private func title(of subject: FindingSubject) -> String {
    guard case .query(let id) = subject, let row = figures.query(id)
    else { return model.subject(subject) }
    return row.fingerprint.string.truncated(to: 60)
  }

  private func blocks(of priority: Priority) -> [Document.Block] {
    let finding = priority.finding
    var facts: [RichText] = [
      "\(strong: finding.severity.name), \(finding.kind.category.rawValue)\(since(finding))\(certainty(finding))"
    ]
    facts += finding.evidence.map { "Evidence: \(evidence($0))" }
    facts += finding.symptoms.map { "Causes: \($0)" }
    facts += finding.advice.map { "Advice: \($0)" }
    if let gain = priority.gain { facts.append("Gain: " + gain) }
    var blocks: [Document.Block] = [.paragraph("\(finding.summary)."), .list(facts)]
    if case .query(let id) = finding.subject,
      let row = figures.query(id)
    {
      blocks.append(.code(row.fingerprint.string))
    }
    return blocks
  }

  private func since(_ finding: Finding) -> String {
    finding.since.map { ", since \(CalendarTime($0).rfc3339)" } ?? ""
  }

  private func certainty(_ finding: Finding) -> String {
    switch finding.certainty {
    case .sure: ", sure"
    case .likely(let reason): ", likely: \(reason)"
    }
  }

  /// What was seen, where and when.
  private func evidence(_ evidence: FindingEvidence) -> RichText {
    var text: RichText = "\(evidence.what)"
    if let value = evidence.value {
      text = text + ": \(Units.value(value, in: evidence.unit))"
      if let threshold = evidence.threshold {
        text = text + " (limit \(Units.value(threshold, in: evidence.unit)))"
      }
    }
    if let source = evidence.source, history.sources.indices.contains(source) {
      let name = history.sources[source].identity.name
      text = text + ", \(name)" + RichText(evidence.line.map { " line \($0)" } ?? "")
    }
    if let range = evidence.range {
      text = text + ", \(CalendarTime(range.from).clock) to \(CalendarTime(range.to).clock)"
    }
    if let sample = evidence.sample {
      text = text + ": \(code: model.settings.showsLiterals ? sample : Redaction.line(sample))"
    }
    return text
  }
}
