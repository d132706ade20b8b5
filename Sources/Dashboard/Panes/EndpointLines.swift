import Telemetry
import TextUI

/// The newest lines of the logs that speak of one endpoint.
enum EndpointLines {
  static func draw(
    _ name: EndpointName, _ model: Model, into buffer: inout Buffer, in rect: Rect
  ) {
    let theme = model.theme
    let lines = model.history.lines(
      of: name, most: max(1, rect.height - 2), until: model.showsPast ? model.heldAt : nil)
    let pane = LogPane()
    let inner = pane.drawFrame(
      model, caption: "of this endpoint, found by method and path", into: &buffer, in: rect)
    guard !inner.isEmpty else { return }
    for (place, line) in lines.enumerated() {
      let y = inner.y + place
      let role = LogPane.role(of: line.level)
      let mark: Mark? =
        switch line.level {
        case .error, .fatal: .critical
        case .warning: .high
        default: nil
        }
      if let mark {
        buffer.put(mark.scalar(in: buffer.symbols), at: Point(x: inner.x, y: y), style: theme[role])
      }
      let source = model.history.sources[line.source].identity.name.string
      let text =
        StyledText("\(CalendarTime(line.time).clock) \(source) ", style: theme[.muted])
        + StyledText(line.text.string, style: theme[role])
      buffer.write(text, at: Point(x: inner.x + 2, y: y), maxWidth: inner.width - 2)
    }
  }
}
