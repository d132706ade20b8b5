import Telemetry
import TextUI

/// One finding: what is wrong, what shows it, what it makes worse, what to do about it.
enum FindingDetail {
  static func draw(
    _ id: Finding.ID, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    guard let (finding, isTold) = model.finding(id) else {
      buffer.fill(rect)
      buffer.write(
        "this is no longer so in the window", at: rect.origin.moved(by: 1),
        style: model.theme[.muted], maxWidth: rect.width - 2)
      return
    }
    let inner = Panel(
      title: StyledText("\(finding.kind.rawValue)  \(model.name(of: finding.subject))"),
      caption: StyledText(
        isTold ? certainty(of: finding) : "not told yet at this moment; as found later")
    ).draw(model, into: &buffer, in: rect)
    let place = inner.inset(horizontally: 1, vertically: 0)
    var text = text(of: finding, model)
    let last = max(0, text.height(width: place.width) - place.height)
    let isAlone = model.place == .finding(id) && !model.isZoomed
    text.offset = isAlone ? min(model.detailOffset, last) : 0
    text.draw(into: &buffer, in: place)
    let hidden = last - text.offset
    let parts = notes(hidden: hidden, of: last, isAlone: isAlone, finding, model)
    // Where not all fits, what Enter does stands last and goes last.
    let fitting = parts.indices.lazy.map { parts[$0...].joined(separator: ", ") }
      .first { CellWidth.of($0) + 6 <= rect.width }
    guard let fitting, rect.height > 2 else { return }
    let note = " \(fitting) "
    buffer.write(
      note, at: Point(x: rect.maxX - 2 - CellWidth.of(note), y: rect.maxY - 1),
      style: model.theme[.muted])
  }

  /// What the lower edge says: lines out of sight, and what keys do here.
  private static func notes(
    hidden: Int, of last: Int, isAlone: Bool, _ finding: Finding, _ model: Model
  ) -> [String] {
    let enter = Key.enter.name(symbols: model.symbols)
    var parts: [String] = []
    if hidden > 0 { parts.append("+\(hidden) line\(hidden == 1 ? "" : "s")") }
    if isAlone {
      let arrows = [Key.up, .down].map { $0.name(symbols: model.symbols) }.joined(separator: " ")
      if last > 0 { parts.append(arrows + " scroll") }
      if let view = model.view(of: finding.subject) {
        let target = if case .row(let pane, _) = view { pane.title } else { words(finding.subject) }
        parts.append("\(enter) \(target)")
      }
    } else if last > 0 {
      parts.append("\(enter) opens")
    }
    return parts
  }

  /// What Enter goes to; its name stands in the title.
  private static func words(_ subject: FindingSubject) -> String {
    switch subject {
    case .query: "its statement"
    case .outbound: "its calls"
    case .task: "its runs"
    default: "its endpoint"
    }
  }

  /// How far a finding can be scrolled where it has the body of the screen.
  static func lastOffset(of id: Finding.ID, _ model: Model) -> Int {
    guard let finding = model.finding(id)?.finding else { return 0 }
    let place = Box.inner(of: Layout(of: model).body).inset(horizontally: 1, vertically: 0)
    return max(0, text(of: finding, model).height(width: place.width) - place.height)
  }

  private static func text(of finding: Finding, _ model: Model) -> TextBlock {
    var lines = lines(of: finding, model)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return TextBlock(lines: lines, hangingIndent: indent)
  }

  private static let indent = 11

  private static func certainty(of finding: Finding) -> String {
    switch finding.certainty {
    case .sure: "sure"
    case .likely(let ground): "likely: \(ground)"
    }
  }

  private static func lines(of finding: Finding, _ model: Model) -> [StyledText] {
    let theme = model.theme
    let mark = finding.severity.mark.map { String($0.scalar(in: model.symbols)) + " " } ?? ""
    var head = StyledText(mark + finding.severity.name, style: theme[finding.severity.role])
    if let since = finding.since {
      let age = Units.age(model.moment - since)
      head += StyledText(
        "  since \(CalendarTime(since).clock), \(age)", style: theme[.muted])
    }
    var lines = [head, StyledText(finding.summary.string, style: theme[.text]), ""]
    func list(_ label: String, _ entries: [StyledText]) {
      for (place, entry) in entries.enumerated() {
        let head = (place == 0 ? label : "").padded(to: indent)
        lines.append(StyledText(head, style: theme[.muted]) + entry)
      }
      if !entries.isEmpty { lines.append("") }
    }
    list("evidence", finding.evidence.flatMap { evidence($0, finding, model) })
    list("effects", finding.symptoms.map { StyledText($0.string) })
    list("advice", finding.advice.map { StyledText($0.string) })
    if let gain = finding.gain { list("gain", [StyledText(gain.text.string)]) }
    return lines
  }

  private static func evidence(
    _ evidence: FindingEvidence, _ finding: Finding, _ model: Model
  ) -> [StyledText] {
    let theme = model.theme
    var text = StyledText(evidence.what.string)
    if let value = evidence.value {
      text += StyledText("  " + Units.value(value, in: evidence.unit))
    }
    if let threshold = evidence.threshold {
      text += StyledText(
        "  limit " + Units.value(threshold, in: evidence.unit), style: theme[.muted])
    }
    let place = place(of: evidence, model)
    if !place.isEmpty { text += StyledText("  " + place, style: theme[.muted]) }
    guard let sample = evidence.sample else { return [text] }
    let shown = model.settings.showsLiterals ? sample : Redaction.statement(sample)
    return [text, StyledText("  " + shown.string, style: theme[.muted])]
  }

  private static func place(of evidence: FindingEvidence, _ model: Model) -> String {
    var parts: [String] = []
    if let source = evidence.source, model.history.sources.indices.contains(source) {
      let name = model.history.sources[source].identity.name.string
      parts.append(evidence.line.map { "\(name):\($0)" } ?? name)
    }
    if let range = evidence.range {
      parts.append("\(CalendarTime(range.from).clock) to \(CalendarTime(range.to).clock)")
    }
    return parts.joined(separator: ", ")
  }
}
