import Telemetry

extension Report {
  /// What a reader who stops after ten lines must have read.
  var summary: [Document.Block] {
    var blocks: [Document.Block] = [.paragraph(traffic)]
    let findings = figures.findings
    if let score = figures.score { blocks.append(.paragraph("Score \(score.arithmetic).")) }
    if findings.isEmpty {
      blocks.append(.paragraph("Nothing that was looked at is past a limit."))
      return blocks + overTime
    }
    let counts = Severity.named.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count > 0 ? "\(count) \(severity.name)" : nil
    }
    blocks.append(.paragraph("Findings: \(strong: counts.joined(separator: ", "))."))
    blocks.append(.table(countTable))
    return blocks + overTime
  }

  private var traffic: RichText {
    let totals = figures.totals
    guard totals.requests > 0 else { return "No requests were seen." }
    var text: RichText =
      "\(strong: Units.count(totals.requests)) requests to \(figures.endpointCount) endpoints, \(Units.rate(totals.rate)) per second; \(strong: Units.percent(totals.errorRate) + " %") failed"
    let mean = totals.latency?.meanSeconds
    if totals.latency?.p95 == nil, let mean {
      text = text + "; they took \(strong: Units.duration(mean)) on average"
    }
    if let latency = totals.latency, latency.p95 != nil {
      text =
        text
        + "; half were answered within \(strong: Units.quantile(latency.p50)), 95 % within \(strong: Units.quantile(latency.p95)), 99 % within \(strong: Units.quantile(latency.p99))"
    }
    return text + "."
  }

  private var countTable: Document.Table {
    let categories = FindingCategory.allCases.filter { category in
      figures.findings.contains { $0.kind.category == category }
    }
    let rows = categories.map { category -> [RichText] in
      ["\(category.rawValue)"]
        + Severity.named.map { severity in
          let count = figures.findings.count {
            $0.kind.category == category && $0.severity == severity
          }
          return RichText(count > 0 ? "\(count)" : "")
        }
    }
    return Document.Table(
      [.words("Area")] + Severity.named.map { .number($0.name) }, rows)
  }

  /// How requests and errors went over the time that the report is about.
  private var overTime: [Document.Block] {
    let range = figures.range
    guard range.seconds >= 30, figures.totals.requests > 0 else { return [] }
    let columns = history.columns(of: range, most: 60, now: model.moment)
    let points = history.timeline(of: nil, in: range, columns: columns, now: model.moment)
    let width = range.seconds / Double(columns)
    let rates = points.map { $0.requests > 0 ? Double($0.requests) / width : nil }
    let errors = points.map { $0.requests > 0 ? Double($0.statuses.errors) / width : nil }
    let highest = rates.compactMap { $0 }.max() ?? 0
    var series = [Document.Chart.Series(name: "all", values: rates)]
    if figures.totals.statuses.errors > 0 {
      series.append(Document.Chart.Series(name: "failed", values: errors))
    }
    return [
      .chart(
        Document.Chart(
          title: "Requests per second", series: series, from: CalendarTime(range.from).clock,
          to: CalendarTime(range.to).clock,
          maximumText: Units.rate(highest) + " /s"))
    ]
  }
}

extension Severity {
  /// The severities that findings have, the worst first.
  static let named: [Severity] = [.critical, .high, .medium, .low]
}
