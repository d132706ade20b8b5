import Telemetry
import TextUI

/// Every source with its health, what was recognised in it and what was not understood.
struct SourcesPane: Pane {
  let id = PaneID.sources

  func contentHeight(of model: Model) -> Int { model.history.sources.count * 3 }

  func draw(_ model: Model, into buffer: inout Buffer, in rect: Rect) {
    let theme = model.theme
    buffer.fill(rect)
    var lines: [StyledText] = []
    for source in model.history.sources {
      lines.append(headline(of: source, model))
      for note in details(of: source) {
        lines.append(StyledText("    " + note, style: theme[.muted]))
      }
    }
    TextBlock(lines: lines, hangingIndent: 6).draw(
      into: &buffer, in: rect.inset(horizontally: 1, vertically: 0))
  }

  private func headline(of source: SourceState, _ model: Model) -> StyledText {
    let theme = model.theme
    let severity = SourcesPane.severity(of: source)
    let isWaiting = source.health == .waiting
    let mark = severity.mark ?? (isWaiting ? .unknown : .ok)
    let role = severity != .fine ? severity.role : isWaiting ? .unknown : ThemeRole.ok
    var text = StyledText(String(mark.scalar(in: model.symbols)) + " ", style: theme[role])
    text += StyledText(source.identity.name.string + "  ", style: theme[.title])
    text += StyledText(source.identity.location.string + "  ", style: theme[.muted])
    return text
      + StyledText(
        SourcesPane.health(of: source, at: model.heldAt ?? model.clock), style: theme[role])
  }

  /// What the health of a source is in one phrase, with its age where that matters.
  static func health(of source: SourceState, at clock: Timestamp) -> String {
    let age = source.lastSuccess.map { Units.age(clock - $0) }
    switch source.health {
    case .waiting: return "nothing read yet"
    case .ended: return "read to its end"
    case .ok: return "ok" + (age.map { ", read \($0) ago" } ?? "")
    case .failing(let reason):
      return reason.string + (age.map { "; last read \($0) ago" } ?? "; never read")
    }
  }

  static func severity(of source: SourceState) -> Severity {
    switch source.health {
    case .failing: .critical
    case .ok, .ended:
      source.tally.lines > 0 && source.tally.parsed == 0 ? .high : .fine
    case .waiting: .fine
    }
  }

  private func details(of source: SourceState) -> [String] {
    var details: [String] = []
    let tally = source.tally
    let unit = source.identity.kind == .log ? "lines" : "samples"
    var facts = ["\(Units.count(tally.lines)) \(unit)", Units.bytes(Double(tally.bytes))]
    if !source.recognised.isEmpty {
      facts.append("read as " + source.recognised.map(\.string).joined(separator: ", "))
    }
    details.append(facts.joined(separator: " · "))
    return details + SourcesPane.troubles(of: source)
  }

  /// What was not understood, with an example, and what else a user should know.
  static func troubles(of source: SourceState) -> [String] {
    let tally = source.tally
    guard tally.unparsed > 0 else { return source.notes.map(\.string) }
    let unit = source.identity.kind == .log ? "lines" : "samples"
    let example = tally.unparsedExample.map { ", for example: \($0)" } ?? ""
    let unparsed =
      "\(Units.count(tally.unparsed)) of \(Units.count(tally.lines)) \(unit) not understood\(example)"
    return [unparsed] + source.notes.map(\.string)
  }
}
