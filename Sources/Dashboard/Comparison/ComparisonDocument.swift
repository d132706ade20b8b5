import Telemetry

extension Comparison {
  /// The comparison as a document: what changed first, what did not as a count.
  package var document: Document {
    var document = Document(title: "Before and after")
    document.append("", introduction)
    document.append("All requests", table(of: totals, showsSame: true))
    document.append("Findings", findings)
    document.append("Endpoints", table(of: endpoints))
    document.append("Statements", table(of: queries))
    document.append("Caches", table(of: caches))
    document.append("Pools and memory", table(of: resources))
    document.append("Outbound calls and tasks", table(of: work))
    document.append("Sessions", table(of: sessions))
    return document
  }

  private var introduction: [Document.Block] {
    func span(_ record: SnapshotRecord) -> String {
      guard let window = record.window, let from = window.from, let to = window.to else {
        return "unknown"
      }
      return "\(from) to \(to)"
    }
    var blocks: [Document.Block] = [
      .list(["before: \(span(before))", "after: \(span(after))"])
    ]
    if let old = before.score?.value, let new = after.score?.value {
      let grades = [before.score?.grade, after.score?.grade].map {
        $0.map { " " + $0.string } ?? ""
      }
      blocks.append(
        .paragraph(
          "Score \(Units.fixed(old, 0))\(grades[0]) to \(strong: Units.fixed(new, 0) + grades[1]).")
      )
    }
    let better = changes.count { $0.verdict == .better }
    let worse = changes.count { $0.verdict == .worse }
    let differs = changes.count { $0.verdict == .differs }
    let same = changes.count { $0.verdict == .same }
    let unclear = changes.count { if case .unclear = $0.verdict { true } else { false } }
    blocks.append(
      .paragraph(
        "\(strong: "\(worse) worse"), \(strong: "\(better) better"), \(differs > 0 ? "\(differs) different, " : "")\(same) within noise, \(unclear) of which too little is known to tell."
      ))
    return blocks
  }

  private var findings: [Document.Block] {
    func items(_ list: [SnapshotRecord.FindingRecord], _ word: String) -> [RichText] {
      list.map { finding in
        "\(strong: word): \(finding.severity ?? "") \(finding.id): \(finding.summary ?? finding.subject ?? "-")"
      }
    }
    let all =
      items(newFindings, "new") + items(keptFindings, "still there") + items(goneFindings, "gone")
    return all.isEmpty ? [] : [.list(all)]
  }

  private func table(
    of changes: [Change], showsSame: Bool = false
  ) -> [Document.Block] {
    func rank(_ change: Change) -> Int {
      switch change.verdict {
      case .worse: 0
      case .better: 1
      case .differs: 2
      case .new: 3
      case .gone: 4
      case .unclear: 5
      case .same: 6
      }
    }
    let ordered = changes.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }.map(\.element)
    let shown = ordered.filter { change in
      if showsSame { return true }
      switch change.verdict {
      case .worse, .better, .differs, .new, .gone: return true
      // A mean that is far off is worth a look, though nothing is claimed.
      case .unclear: return change.figure == "mean"
      case .same: return false
      }
    }
    var blocks: [Document.Block] = []
    if !shown.isEmpty {
      blocks.append(
        .table(
          Document.Table(
            [
              .words("Verdict"), .words("What"), .words("Figure"), .words("Change"),
              .number("Samples"),
            ],
            shown.map { change in
              let subject: RichText = "\(code: change.subject)"
              return [
                word(for: change.verdict), subject, "\(change.figure)", "\(change.text)",
                "\(Units.number(change.samples.before)) / \(Units.number(change.samples.after))",
              ]
            })))
    }
    let hidden = ordered.filter { !shown.contains($0) }
    let same = hidden.count { $0.verdict == .same }
    let more = shown.isEmpty ? "" : "more "
    var words: [String] = []
    if same > 0 {
      words.append("\(same) \(more)\(same == 1 ? "figure" : "figures") within noise")
    }
    if hidden.count > same {
      words.append(
        "\(hidden.count - same) \(words.isEmpty ? more : "")with too few samples to tell")
    }
    if !words.isEmpty { blocks.append(.paragraph("\(words.joined(separator: ", ")).")) }
    return blocks
  }

  private func word(for verdict: Change.Verdict) -> RichText {
    switch verdict {
    case .worse: "\(strong: "worse")"
    case .better: "\(strong: "better")"
    case .same: "same"
    case .differs: "differs"
    case .unclear(let reason): "unclear: \(reason)"
    case .new: "new"
    case .gone: "gone"
    }
  }
}
