import Collectors
import Telemetry

/// What is said about a log.
enum InspectLog {
  /// Whether the bytes are one document of metrics and not lines of a log.
  static func isDocument(_ sniff: ExpositionSniff, _ bytes: Bytes) -> Bool {
    switch sniff {
    case .stubStatus, .openMetrics: return true
    case .json:
      // Logs have an object on each line; a document is one value over all lines.
      return (try? JSONNode(bytes)) != nil && FormatDetection(bytes).shares.isEmpty
    case .prometheusText:
      var session = ScrapeSession()
      let batch = session.ingest(
        bytes, contentType: nil, wall: Timestamp(seconds: 0), monotonicSeconds: 0, source: 0)
      guard batch.tally.parsed * 2 > batch.tally.lines, batch.tally.parsed > 0 else { return false }
      return !session.decisions.isEmpty || bytes.first == UInt8(ascii: "#")
        || FormatDetection(bytes).shares.isEmpty
    default: return false
    }
  }

  /// The report on the beginning of a log.
  static func report(
    _ bytes: Bytes, name: DisplayText, _ preferences: LogPreferences, lines: Int
  ) -> InspectReport {
    var report = InspectReport()
    report.add("source", name.string)
    let inspection = LogInspection(
      bytes, stamps: StampContext(now: ArrivalTime.now().wall), format: preferences.format,
      own: preferences.own, lines: lines)
    if let kind = inspection.otherKind {
      report.add("kind", "not a log: \(kind)")
      report.isUnreadable = true
      return report
    }
    report.add("kind", "log")
    report.add("envelope", inspection.envelope?.string ?? "none")
    report.add("format", inspection.format?.string ?? "none recognised")
    report.add("lines", "\(inspection.lineCount)")
    report.add("understood", "\(inspection.understood)")
    report.add("share understood", percent(inspection.understood, inspection.lineCount))
    report.add("requests", "\(inspection.requests)")
    report.add("statements", "\(inspection.statements)")
    report.add("time resolution", resolution(inspection.resolutionSeconds))
    report.sections = [
      shares(inspection), fields(inspection), durations(inspection), failures(inspection),
      readings(inspection, lines),
    ].compactMap(\.self)
    report.advice = inspection.advice
    return report
  }

  private static func shares(_ inspection: LogInspection) -> InspectReport.Section {
    var section = InspectReport.Section(
      title: "formats (of the first 200 lines)", key: "formats",
      columns: ["format", "lines", "share"])
    section.rows = inspection.shares.map {
      [
        $0.format, DisplayText("\($0.lines)"),
        DisplayText("\(Int(($0.ratio * 100).rounded())) %"),
      ]
    }
    section.empty =
      inspection.lineCount == 0
      ? "there are no lines yet"
      : "no format understood a line; see --format and docs/log-formats.md"
    return section
  }

  private static func fields(_ inspection: LogInspection) -> InspectReport.Section {
    var section = InspectReport.Section(
      title: "fields", key: "fields", columns: ["field", "lines", "share"])
    for field in LogInspection.Field.allCases {
      let count = inspection.fields[field, default: 0]
      section.rows.append([
        DisplayText(field.rawValue), DisplayText(count == 0 ? "-" : "\(count)"),
        DisplayText(count == 0 ? "no" : percent(count, inspection.lineCount)),
      ])
    }
    return section
  }

  private static func durations(_ inspection: LogInspection) -> InspectReport.Section? {
    guard !inspection.latencyUnits.isEmpty else { return nil }
    var section = InspectReport.Section(
      title: "units of durations", key: "durations", columns: ["key", "unit", "known from"])
    section.rows = inspection.latencyUnits.map { unit in
      let origin: DisplayText =
        switch unit.origin {
        case .key: "the key"
        case .writer: "the logger"
        case .guess(let values): DisplayText("guessed from \(LatencyUnit.count(values))")
        }
      return [unit.key, unit.symbol, origin]
    }
    return section
  }

  private static func failures(_ inspection: LogInspection) -> InspectReport.Section {
    var section = InspectReport.Section(
      title: "first lines not understood", key: "not_understood", columns: ["line", "text"])
    section.rows = inspection.failures.map { [DisplayText("\($0.number)"), $0.text] }
    return section
  }

  private static func readings(
    _ inspection: LogInspection, _ lines: Int
  ) -> InspectReport.Section? {
    guard lines > 0 else { return nil }
    var section = InspectReport.Section(
      title: "line by line", key: "lines_read", columns: ["line", "read as", "text"])
    section.rows = inspection.lines.map {
      [DisplayText("\($0.number)"), $0.reading ?? "not understood", $0.text]
    }
    return section
  }

  private static func resolution(_ seconds: Double?) -> String {
    guard let seconds else { return "no stamps" }
    if seconds >= 1 { return "\(Int(min(seconds, 1e9))) s" }
    return seconds >= 1e-3 ? "\(Int((seconds * 1e3).rounded())) ms" : "under 1 ms"
  }

  private static func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "0 %" }
    let tenths = (Double(part) / Double(whole) * 1000).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths)) %" : "\(tenths) %"
  }
}
